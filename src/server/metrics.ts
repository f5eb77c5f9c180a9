import { Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { OpenDatabase } from '../store/database.ts';
import type { CallCounts } from './call-counts.ts';
import type { Tally, TallyCount } from './tally.ts';

/** How a refresh of tokens ended. `ended`: HubSpot says that the portal has uninstalled the app. */
export type RefreshOutcome = 'done' | 'failed' | 'ended';

/** What the server counts. Without portals and people: a label for each would grow without end, and name customers. */
export interface Metrics {
  /** @param operation the name of an operation, or `unknown` @param code of the failure, or `done` */
  operation: (operation: string, code: string, seconds: number) => void;
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
  /** The calls of this process to HubSpot since the start. */
  calls: CallCounts['totals'];
  /** Counts of this process, and of the one that works beside it. */
  tally: Tally;
}

export function openMetrics({ database, running, calls, tally }: Surroundings): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const operations = new Histogram({
    ...{ name: 'partner_icp_operation_seconds', help: 'Calls of cards, until they were answered.' },
    ...{ labelNames: ['operation', 'code'] as const, buckets: SECONDS, registers },
  });
  const counters: readonly [string, string, () => readonly Omit<TallyCount, 'what'>[]][] = [
    [
      'hubspot_calls',
      'Calls to HubSpot, by how they ended.',
      () => [...callsOf(calls()), ...tally.of('call')],
    ],
    ['token_refreshes', 'Refreshes of tokens, by how they ended.', () => tally.of('refresh')],
    ['events', 'Events of HubSpot, by what was made of them.', () => tally.of('event')],
    ['turns', 'Turns of portals in the background, by how they ended.', () => tally.of('turn')],
    ['repairs', 'Companies and deals that were put right in the background.', () => tally.of('repair')],
    ['rejudging_pages', 'Pages of re-judgings, by how they ended.', () => tally.of('rejudge')],
    ['nightly_pages', 'Parts of nights of portals, by how they ended.', () => tally.of('nightly')],
    ['completions', 'Executions of workflow actions that HubSpot waited for.', () => tally.of('completion')],
  ];
  for (const [name, help, read] of counters)
    new Counter({
      ...{ name: `partner_icp_${name}_total`, help, labelNames: ['outcome'], registers },
      collect() {
        this.reset();
        for (const { outcome, count } of read()) this.inc({ outcome }, count);
      },
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
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function callsOf(totals: ReturnType<CallCounts['totals']>) {
  return Object.entries(totals).map(([outcome, count]) => ({ outcome, count }));
}
