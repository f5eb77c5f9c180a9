import { LRUCache } from 'lru-cache';

import type { Install, InstallKey, Installs } from '../store/installs.ts';

/** As long as an install is taken for what it was when it was read. */
const FRESH_MS = 3_000;
const MOST_KNOWN = 1_000;

export interface KnownInstalls extends Installs {
  /** Reads past what is known, and keeps it. */
  readNow: Installs['read'];
}

interface Known {
  install: Install;
  at: number;
}

/**
 * The same installs, without a reading of the database for every call to HubSpot: what was read is known for some seconds,
 * and never longer than until this process changes it. Another process's change is seen some seconds later.
 *
 * @param clock milliseconds that only grow
 */
export function knowInstalls(installs: Installs, clock: () => number): KnownInstalls {
  const known = new LRUCache<string, Known>({ max: MOST_KNOWN });
  const loads = new Map<string, Promise<Install | null>>();
  const forget = (key: InstallKey) => {
    known.delete(nameOf(key));
    loads.delete(nameOf(key));
  };
  const load = (key: InstallKey): Promise<Install | null> => {
    const name = nameOf(key);
    const at = clock();
    const loading = installs.read(key).then((install) => {
      // a change meanwhile has taken this load away: its answer may be older
      if (loads.get(name) !== loading) return install;
      loads.delete(name);
      // one that is not connected may be by the next call, through another process
      if (install?.tokens != null) known.set(name, { install, at });
      return install;
    });
    loads.set(name, loading);
    loading.catch(() => {
      if (loads.get(name) === loading) loads.delete(name);
    });
    return loading;
  };
  const changing = async <Result>(key: InstallKey, change: Promise<Result>): Promise<Result> => {
    forget(key);
    try {
      return await change;
    } finally {
      forget(key);
    }
  };
  return {
    read: (key) => {
      const found = known.get(nameOf(key));
      const age = found === undefined ? Infinity : clock() - found.at;
      if (found !== undefined && age < FRESH_MS) return Promise.resolve(aged(found.install, age));
      return loads.get(nameOf(key)) ?? load(key);
    },
    readNow: (key) => {
      forget(key);
      return load(key);
    },
    keep: (grant, tokens) => changing(grant, installs.keep(grant, tokens)),
    takeRefresh: installs.takeRefresh,
    keepRefreshed: (key, seen, tokens) => changing(key, installs.keepRefreshed(key, seen, tokens)),
    releaseRefresh: installs.releaseRefresh,
    endInstall: (key, seen) => changing(key, installs.endInstall(key, seen)),
    noteError: installs.noteError,
    forget: (key) => changing(key, installs.forget(key)),
  };
}

function nameOf({ appId, portalId }: InstallKey): string {
  return `${appId}:${portalId}`;
}

function aged(install: Install, ms: number): Install {
  const { tokens } = install;
  return tokens === null ? install : { ...install, tokens: { ...tokens, leftMs: tokens.leftMs - ms } };
}
