import type { Logger } from 'pino';

import { OAuthError } from '../crm/oauth.ts';
import { REFUSED_AGAIN } from '../messages/connecting.ts';
import type { InstallKey } from '../store/installs.ts';
import type { KnownInstalls } from './known-installs.ts';
import {
  type Access,
  type Connected,
  NotInstalled,
  type Renewing,
  accessOf,
  connectedOr,
  renewTokens,
} from './renew-tokens.ts';

/** Access tokens of the portals, refreshed before they end. */
export interface PortalTokens {
  /** @throws NotInstalled, OAuthError */
  read: (key: InstallKey) => Promise<Access>;
  /** After HubSpot refused a token that should have been valid. @throws NotInstalled, OAuthError */
  replace: (key: InstallKey, refused: Access) => Promise<Access>;
}

interface Surroundings extends Renewing {
  installs: KnownInstalls;
  log: Logger;
  /** Told how each renewal ended. */
  onRefresh?: (outcome: 'done' | 'failed' | 'ended') => void;
}

/** A token is refreshed so long before it ends, or a quarter of its time where that is less. */
const BEFORE_MS = 5 * 60_000;
/** One that ends sooner than this, or than a twentieth of its time, is used no more. */
const LEAST_MS = 30_000;
/** A token that was issued so shortly ago and is refused is not replaced: the next one would be refused too. */
const JUST_MS = 10_000;
const LONGEST_PAUSE_MS = 60_000;

/** After failures no request for tokens is made for a while. */
interface Pause {
  failures: number;
  until: number;
  error: OAuthError;
}

/** A process asks once at a time for a portal; `renewTokens` sees to it that only one process does. */
export function portalTokens(surroundings: Surroundings): PortalTokens {
  const { installs, clock, log, onRefresh = () => undefined } = surroundings;
  const renewals = new Map<string, Promise<Access>>();
  const pauses = new Map<string, Pause>();
  const replaced = new Map<string, { version: number; at: number }>();
  const told = new Set<string>();

  const connected = async (key: InstallKey): Promise<Connected> => {
    const install = await installs.read(key);
    const unreadable = install?.unreadable ?? null;
    if (unreadable !== null && !told.has(nameOf(key))) {
      told.add(nameOf(key));
      log.error(key, unreadable);
      await installs.noteError(key, unreadable);
    }
    return connectedOr(install, key);
  };
  const attempt = async (key: InstallKey, seen: Connected): Promise<Access> => {
    const name = nameOf(key);
    const pause = pauses.get(name);
    if (pause !== undefined && clock() < pause.until) throw pause.error;
    try {
      const access = await renewTokens(surroundings, key, seen);
      pauses.delete(name);
      onRefresh('done');
      return access;
    } catch (error) {
      onRefresh(error instanceof NotInstalled ? 'ended' : 'failed');
      if (error instanceof NotInstalled) log.warn(key, error.message);
      else if (!(error instanceof OAuthError)) log.error({ ...key, bug: error }, 'tokens not renewed');
      if (error instanceof OAuthError) {
        const failures = (pause?.failures ?? 0) + 1;
        const wait = error.retryAfterMs ?? 500 * 2 ** Math.min(failures, 7);
        pauses.set(name, { failures, until: clock() + Math.min(wait, LONGEST_PAUSE_MS), error });
        log.warn({ ...key, code: error.code, failures }, error.message);
        await installs.noteError(key, error.message);
      } else pauses.delete(name);
      throw error;
    }
  };
  const renew = (key: InstallKey, seen: Connected): Promise<Access> => {
    const name = `${nameOf(key)}:${seen.tokenVersion}`;
    const running = renewals.get(name);
    if (running !== undefined) return running;
    const renewal = attempt(key, seen).finally(() => renewals.delete(name));
    renewals.set(name, renewal);
    return renewal;
  };
  return {
    read: async (key) => {
      const install = await connected(key);
      const { leftMs, lifetimeMs } = install.tokens;
      if (leftMs > Math.min(BEFORE_MS, lifetimeMs / 4)) return accessOf(install);
      const endsAt = clock() + leftMs;
      const renewal = renew(key, install).catch((error: unknown) => {
        if (error instanceof OAuthError && clock() < endsAt) return accessOf(install);
        throw error;
      });
      if (leftMs <= Math.min(LEAST_MS, lifetimeMs / 20)) return renewal;
      // still valid for long: nobody has to wait for the new one, and a failure is logged
      renewal.catch(() => undefined);
      return accessOf(install);
    },
    replace: async (key, refused) => {
      const name = nameOf(key);
      const install = await connected(key);
      if (install.tokenVersion > refused.version) return accessOf(install);
      const last = replaced.get(name);
      if (last?.version === refused.version && clock() - last.at < JUST_MS)
        throw new OAuthError('unavailable', REFUSED_AGAIN);
      const access = await renew(key, install);
      replaced.set(name, { version: access.version, at: clock() });
      return access;
    },
  };
}

function nameOf({ appId, portalId }: InstallKey): string {
  return `${appId}:${portalId}`;
}
