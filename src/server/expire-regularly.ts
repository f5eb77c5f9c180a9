import type { Logger } from 'pino';

import type { Database } from '../store/database.ts';
import { deleteExpired } from '../store/retention.ts';

const HOUR_MS = 3_600_000;

/**
 * Deletes what has been kept long enough, now and every hour.
 *
 * @returns ends it, and waits for a deletion that runs
 */
export function expireRegularly(database: Database, log: Logger, now: () => number): () => Promise<void> {
  const expire = () =>
    deleteExpired(database, new Date(now())).catch((error: unknown) =>
      log.error({ bug: error }, 'what has expired was not deleted'),
    );
  let running = expire();
  const timer = setInterval(() => {
    running = expire();
  }, HOUR_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
