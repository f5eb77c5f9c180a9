import type { Logger } from 'pino';

import { type CallCount, addCallCounts } from '../store/call-counts.ts';
import type { Database } from '../store/database.ts';
import type { InstallKey } from '../store/installs.ts';

/** How a call to HubSpot ended. */
export type CallOutcome = 'ok' | 'failed' | 'limited' | 'no-response';

/** Counts of the calls to HubSpot. */
export interface CallCounts {
  /** @param status of the response; null when none came */
  count: (key: InstallKey, status: number | null) => void;
  /** The calls of this process since its start, by outcome: for the metrics. */
  totals: () => Readonly<Record<CallOutcome, number>>;
  /** Adds what was counted since the last time to the table. Never fails: what cannot be added is kept for the next time. */
  save: () => Promise<void>;
  /** Saves a last time. Safe to call twice. */
  close: () => Promise<void>;
}

interface Surroundings {
  database: Database;
  log: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
}

const EVERY_MS = 10_000;

/** Gathers counts in memory, and adds them to the table every ten seconds. */
export function openCallCounts({ database, log, now }: Surroundings): CallCounts {
  const totals = { ok: 0, failed: 0, limited: 0, 'no-response': 0 };
  let gathered = new Map<string, CallCount>();
  const add = (count: CallCount) => {
    const name = `${count.appId}:${count.portalId}:${count.day}`;
    const known = gathered.get(name);
    gathered.set(name, known === undefined ? count : sumOf(known, count));
  };
  const save = async () => {
    const counts = [...gathered.values()];
    gathered = new Map();
    try {
      await addCallCounts(database, counts);
    } catch (error) {
      log.warn({ bug: error }, 'calls to HubSpot could not be counted, tried again later');
      counts.forEach(add);
    }
  };
  const timer = setInterval(() => void save(), EVERY_MS).unref();
  let closed: Promise<void> | undefined;
  return {
    count: ({ appId, portalId }, status) => {
      const outcome = outcomeOf(status);
      totals[outcome] += 1;
      const day = new Date(now()).toISOString().slice(0, 10);
      const failed = outcome === 'ok' ? 0 : 1;
      add({ appId, portalId, day, calls: 1, failed, limited: outcome === 'limited' ? 1 : 0 });
    },
    totals: () => totals,
    save,
    close: () => {
      clearInterval(timer);
      return (closed ??= save());
    },
  };
}

function sumOf(one: CallCount, other: CallCount): CallCount {
  return {
    ...one,
    calls: one.calls + other.calls,
    failed: one.failed + other.failed,
    limited: one.limited + other.limited,
  };
}

/**
 * Every response that is an error counts as failed, a 404 too: HubSpot excepts none. A call without a response counts as
 * failed, since HubSpot may have answered it with an error.
 *
 * Source: HubSpot, "API usage guidelines and limits" (requests resulting in an error response) and "App certification
 * requirements" (a success rate above 95 %, 429s and calls with expired tokens included).
 */
function outcomeOf(status: number | null): CallOutcome {
  if (status === null) return 'no-response';
  if (status === 429) return 'limited';
  return status >= 400 ? 'failed' : 'ok';
}
