import { Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { OpenDatabase } from '../store/database.ts';
import type { CallCounts } from './call-counts.ts';

/** How a refresh of tokens ended. `ended`: HubSpot says that the portal has uninstalled the app. */
export type RefreshOutcome = 'done' | 'failed' | 'ended';

/** What the server counts. Without portals and people: a label for each would grow without end, and name customers. */
export interface Metrics {
  /** @param operation the name of an operation, or `unknown` @param code of the failure, or `done` */
  operation: (operation: string, code: string, seconds: number) => void;
  refresh: (outcome: RefreshOutcome) => void;
  /** As Prometheus reads it. */
  text: () => Promise<string>;
  contentType: string;
}

/** HubSpot ends a call after 15 seconds, the server after 13. */
const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 13, 15];

interface Surroundings {
  database: OpenDatabase['kind'];
  /** Counts the calls that run. */
  running: () => number;
  /** The calls to HubSpot since the start. */
  calls: CallCounts['totals'];
}

export function openMetrics({ database, running, calls }: Surroundings): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const operations = new Histogram({
    ...{ name: 'partner_icp_operation_seconds', help: 'Calls of cards, until they were answered.' },
    ...{ labelNames: ['operation', 'code'] as const, buckets: SECONDS, registers },
  });
  new Counter({
    ...{ name: 'partner_icp_hubspot_calls_total', help: 'Calls to HubSpot, by how they ended.' },
    ...{ labelNames: ['outcome'], registers },
    collect() {
      this.reset();
      for (const [outcome, count] of Object.entries(calls())) this.inc({ outcome }, count);
    },
  });
  const refreshes = new Counter({
    ...{ name: 'partner_icp_token_refreshes_total', help: 'Refreshes of tokens, by how they ended.' },
    ...{ labelNames: ['outcome'] as const, registers },
  });
  new Gauge({
    ...{ name: 'partner_icp_running_calls', help: 'Calls of cards that run.', registers },
    collect() {
      this.set(running());
    },
  });
  new Gauge({
    ...{ name: 'partner_icp_heap_bytes', help: 'Memory of JavaScript in use.', registers },
    collect() {
      this.set(process.memoryUsage().heapUsed);
    },
  });
  new Gauge({
    ...{ name: 'partner_icp_database', help: '1 for the database in use.', labelNames: ['kind'], registers },
  }).set({ kind: database }, 1);
  return {
    operation: (operation, code, seconds) => operations.observe({ operation, code }, seconds),
    refresh: (outcome) => refreshes.inc({ outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
