import { type RequestHandler, Router } from 'express';

import type { OpenDatabase } from '../store/database.ts';
import { type Stopwatch, openDeadline } from './deadline.ts';
import type { Metrics } from './metrics.ts';

interface Surroundings {
  store: OpenDatabase;
  metrics: Metrics;
  requireAdmin: RequestHandler;
  stopwatch: Stopwatch;
  isEnding: () => boolean;
}

/** The database has so long. */
const READY_MS = 1_000;

/**
 * `/health`: the process runs. `/ready`: it takes calls; a proxy sends them elsewhere meanwhile. `/metrics`: figures for
 * Prometheus, for whoever runs the server.
 */
export function probes({ store, metrics, requireAdmin, stopwatch, isEnding }: Surroundings): Router {
  const router = Router();
  router.get('/health', (_request, response) => void response.json({ status: 'up' }));
  router.get('/ready', async (_request, response) => {
    const status = isEnding() ? 'ending' : await databaseStatus(store, stopwatch);
    response.status(status === 'ready' ? 200 : 503).json({ status, database: store.kind });
  });
  router.get('/metrics', requireAdmin, async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.text());
  });
  return router;
}

async function databaseStatus(store: OpenDatabase, stopwatch: Stopwatch): Promise<'ready' | 'no database'> {
  const deadline = openDeadline(READY_MS, stopwatch);
  const ping = store.ping().then(
    () => 'ready' as const,
    () => 'no database' as const,
  );
  const status = await deadline.within(ping);
  deadline.end();
  return status === 'too-late' ? 'no database' : status;
}
