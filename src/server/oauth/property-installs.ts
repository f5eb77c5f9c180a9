import { randomUUID } from 'node:crypto';

import type { Logger } from 'pino';

import { inBulk } from '../../crm/client/client.ts';
import { READING_PORTAL } from '../../messages/connecting.ts';
import type { InstallKey, Installs } from '../../store/installs.ts';
import type { PortalJobs } from '../../store/portal-jobs.ts';
import type { Progress, PropertyInstalls } from '../../store/property-installs.ts';
import { failureOf } from '../../usecases/failure.ts';
import { install } from '../../usecases/install/install.ts';
import type { Portals } from '../portals.ts';
import { planFirstNight } from '../work/night-job.ts';
import { reportOf } from './property-report.ts';
import { missingScopes } from './reconnect-notice.ts';

/** Installs properties in the background, in one process a portal at a time. */
export interface PropertyInstaller {
  /** @param browser the hash of the secret of the browser that may watch it */
  begin: (key: InstallKey, browser: string) => Promise<void>;
  /** Stops what runs; another process goes on, or this one after its restart. */
  close: () => Promise<void>;
}

interface Surroundings {
  rows: PropertyInstalls;
  installs: Pick<Installs, 'read'>;
  portals: Portals;
  jobs: PortalJobs;
  /** The scopes that the app needs, as its manifest names them. */
  scopes: readonly string[];
  log: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
}

const LEASE_SECONDS = 60;
const RENEW_MS = 15_000;
/** So often it is looked for what a process that was killed has left. */
const LOOK_MS = 30_000;
const AT_ONCE = 3;

/** Starts looking for unfinished installations at once. */
export function openPropertyInstaller(surroundings: Surroundings): PropertyInstaller {
  const { rows, log } = surroundings;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const work = async () => {
    while (!stopping.signal.aborted) {
      const holder = randomUUID();
      const key = await rows.claim(holder, LEASE_SECONDS);
      if (key === null) return;
      await runOne(surroundings, key, holder, stopping.signal);
    }
  };
  const wake = () => {
    if (running.size >= AT_ONCE || stopping.signal.aborted) return;
    const worker = work()
      .catch((error: unknown) => log.error({ bug: error }, 'installations cannot be looked for'))
      .finally(() => running.delete(worker));
    running.add(worker);
  };
  const looking = setInterval(wake, LOOK_MS);
  looking.unref();
  wake();
  return {
    begin: async (key, browser) => {
      await rows.request(key, browser);
      wake();
    },
    close: async () => {
      clearInterval(looking);
      stopping.abort();
      await Promise.all(running);
    },
  };
}

async function runOne(
  surroundings: Surroundings,
  key: InstallKey,
  holder: string,
  stopping: AbortSignal,
): Promise<void> {
  const { rows, log } = surroundings;
  const lost = new AbortController();
  const told = keepTelling(surroundings, key, holder, lost);
  const signal = AbortSignal.any([stopping, lost.signal]);
  try {
    const report = await installProperties(surroundings, key, signal, told.tell);
    await told.end();
    await rows.finish(key, holder, { state: 'done', sentence: '', report: JSON.stringify(report) });
    log.info(key, 'properties installed');
  } catch (error) {
    await told.end();
    if (signal.aborted) return;
    const { code, message } = failureOf(error);
    log.warn({ ...key, code, ...(code === 'bug' && { bug: error }) }, 'properties not installed');
    await rows.finish(key, holder, { state: 'failed', sentence: message, report: null });
  } finally {
    // stopped, or asked for anew meanwhile: whoever looks next goes on
    await rows.release(key, holder);
  }
}

async function installProperties(
  { installs, portals, jobs, scopes, now }: Surroundings,
  key: InstallKey,
  signal: AbortSignal,
  onProgress: (step: number, of: number, sentence: string) => void,
) {
  const context = portals.contextOf(key, null);
  const options = { extent: 'portal', edition: 'oauth', onProgress } as const;
  const installation = await install({ ...context, crm: inBulk(context.crm, signal) }, options);
  await planFirstNight(jobs, context, key, now());
  const granted = await installs.read(key);
  return reportOf(installation, granted === null ? [] : missingScopes(granted, scopes));
}

/** Stores the newest progress, one writing at a time, and renews the right to run while nothing moves. */
function keepTelling({ rows, log }: Surroundings, key: InstallKey, holder: string, lost: AbortController) {
  let progress: Progress = { step: 0, steps: 0, sentence: READING_PORTAL };
  let isDue = false;
  let writing = Promise.resolve();
  const write = async () => {
    if (!isDue || lost.signal.aborted) return;
    isDue = false;
    try {
      if (!(await rows.renew(key, holder, LEASE_SECONDS, progress))) lost.abort();
    } catch (error) {
      // the database may be back before the lease ends
      log.warn({ ...key, bug: error }, 'progress not kept');
    }
  };
  const renew = () => {
    isDue = true;
    writing = writing.then(write);
  };
  const timer = setInterval(renew, RENEW_MS);
  timer.unref();
  renew();
  return {
    tell: (step: number, of: number, sentence: string) => {
      progress = { step: step - 1, steps: of, sentence };
      renew();
    },
    end: async () => {
      clearInterval(timer);
      await writing;
    },
  };
}
