import { and, sql } from 'drizzle-orm';

import type { Database } from './database.ts';
import type { InstallKey } from './installs.ts';
import { callCounts } from './schema.ts';

/** Calls to HubSpot on one day. */
export interface CallCount extends InstallKey {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  calls: number;
  /** Of them, those that HubSpot answered with an error, or not at all. */
  failed: number;
  /** Of the failed ones, those refused for the rate limit. */
  limited: number;
}

/** Calls to HubSpot over some days. */
export interface CallRate extends Omit<CallCount, 'day'> {
  /** Share of the calls that did not fail, 0..1; null without calls. HubSpot's certification asks for more than 0.95. */
  success: number | null;
}

/** Adds to what is counted already, in one statement. */
export async function addCallCounts(database: Database, counts: readonly CallCount[]): Promise<void> {
  if (counts.length === 0) return;
  // rows are locked in the order of the statement: one order for all processes, or two could wait for each other
  const sorted = [...counts].sort(
    (one, other) =>
      one.appId - other.appId || one.portalId - other.portalId || one.day.localeCompare(other.day),
  );
  await database
    .insert(callCounts)
    .values(sorted)
    .onConflictDoUpdate({
      target: [callCounts.appId, callCounts.portalId, callCounts.day],
      set: {
        calls: sql`${callCounts.calls} + excluded.calls`,
        failed: sql`${callCounts.failed} + excluded.failed`,
        limited: sql`${callCounts.limited} + excluded.limited`,
      },
    });
}

/**
 * What was counted, a row for each portal and app that made calls.
 *
 * @param days of UTC, today included
 */
export async function callRates(database: Database, days: number): Promise<CallRate[]> {
  const { appId, portalId, day, calls, failed, limited } = callCounts;
  const first = sql`to_char((now() at time zone 'UTC') - make_interval(days => ${days - 1}), 'YYYY-MM-DD')`;
  const rows = await database
    .select({ appId, portalId, calls: total(calls), failed: total(failed), limited: total(limited) })
    .from(callCounts)
    .where(and(sql`${day} >= ${first}`))
    .groupBy(appId, portalId)
    .orderBy(appId, portalId);
  return rows.map((row) => ({ ...row, success: row.calls === 0 ? null : 1 - row.failed / row.calls }));
}

function total(column: typeof callCounts.calls | typeof callCounts.failed | typeof callCounts.limited) {
  return sql<number>`sum(${column})`.mapWith(Number);
}
