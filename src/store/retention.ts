import { and, isNotNull, lt } from 'drizzle-orm';

import type { Database } from './database.ts';
import { forgetPortal } from './forget-portal.ts';
import { callCounts, callLeases, installs, oauthStates, requests } from './schema.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What is kept of a portal that uninstalled the app, and of its calls. */
const KEPT_DAYS = 30;

/**
 * Deletes what has been kept long enough: answered requests after 24 hours, authorizations once they end, shares of a
 * limit after an hour, counts of calls after 30 days, and portals 30 days after they uninstalled the app, with their home.
 * Any number of processes may do it at any time.
 */
export async function deleteExpired(database: Database, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const keptFrom = before(KEPT_DAYS * DAY_MS);
  await database.delete(requests).where(lt(requests.startedAt, before(DAY_MS)));
  await database.delete(oauthStates).where(lt(oauthStates.endsAt, now));
  await database.delete(callLeases).where(lt(callLeases.takenAt, before(HOUR_MS)));
  await database.delete(callCounts).where(lt(callCounts.day, keptFrom.toISOString().slice(0, 10)));
  const isOver = and(isNotNull(installs.uninstalledAt), lt(installs.uninstalledAt, keptFrom));
  const gone = await database
    .select({ appId: installs.appId, portalId: installs.portalId })
    .from(installs)
    .where(isOver);
  for (const key of gone) await forgetPortal(database, key);
}
