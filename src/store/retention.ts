import { and, eq, inArray, isNotNull, lt } from 'drizzle-orm';

import type { Database } from './database.ts';
import { forgetPortal } from './forget-portal.ts';
import { callCounts, installs, oauthStates, requests } from './schema.ts';
import { contestedCompanies, portalJobs } from './work-tables.ts';

const DAY_MS = 86_400_000;
/** What is kept of a portal that uninstalled the app, of its calls, and of re-judgings that are over. */
const KEPT_DAYS = 30;

/**
 * Deletes what has been kept long enough: answered requests after 24 hours, authorizations once they end, counts of calls
 * after 30 days, re-judgings 30 days after they ended, contested companies a day after they were in order, and portals 30
 * days after they uninstalled the app, with their home. Any number of processes may do it.
 */
export async function deleteExpired(database: Database, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const keptFrom = before(KEPT_DAYS * DAY_MS);
  await database.delete(requests).where(lt(requests.startedAt, before(DAY_MS)));
  await database.delete(oauthStates).where(lt(oauthStates.endsAt, now));
  await database.delete(callCounts).where(lt(callCounts.day, keptFrom.toISOString().slice(0, 10)));
  const hasEnded = and(eq(portalJobs.kind, 'rejudge'), inArray(portalJobs.state, ['done', 'failed']));
  await database.delete(portalJobs).where(and(hasEnded, lt(portalJobs.changedAt, keptFrom)));
  await database.delete(contestedCompanies).where(lt(contestedCompanies.settledAt, before(DAY_MS)));
  const isOver = and(isNotNull(installs.uninstalledAt), lt(installs.uninstalledAt, keptFrom));
  const gone = await database
    .select({ appId: installs.appId, portalId: installs.portalId })
    .from(installs)
    .where(isOver);
  for (const key of gone) await forgetPortal(database, key, isOver);
}
