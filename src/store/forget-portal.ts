import { type SQL, and, eq, isNull, ne } from 'drizzle-orm';

import type { Database } from './database.ts';
import { allowDeletion } from './log-guard.ts';
import {
  callCounts,
  callLeases,
  homeEntries,
  installs,
  portalLimits,
  propertyInstalls,
  requests,
} from './schema.ts';
import { changedRecords, contestedCompanies, portalJobs, portalTurns } from './work-tables.ts';

const OF_APP = [
  ...[propertyInstalls, callLeases, portalLimits, callCounts],
  ...[changedRecords, portalTurns, contestedCompanies, portalJobs],
] as const;
// the leases of searches belong to no app
const OF_PORTAL = [homeEntries, requests, callLeases] as const;

/**
 * Deletes everything that is stored of a portal, in one transaction. The home and the requests belong to the portal: they
 * stay where another app of this server is connected to it.
 *
 * @param only what must be true of the install at that moment; otherwise nothing is deleted
 */
export async function forgetPortal(
  database: Database,
  { appId, portalId }: { appId: number; portalId: number },
  only?: SQL,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await allowDeletion(transaction);
    const isThis = and(eq(installs.appId, appId), eq(installs.portalId, portalId));
    const deleted = await transaction
      .delete(installs)
      .where(and(isThis, only))
      .returning({ of: installs.appId });
    if (only !== undefined && deleted.length === 0) return;
    for (const table of OF_APP)
      await transaction.delete(table).where(and(eq(table.appId, appId), eq(table.portalId, portalId)));
    const isOther = and(
      eq(installs.portalId, portalId),
      ne(installs.appId, appId),
      isNull(installs.uninstalledAt),
    );
    const others = await transaction.select({ appId: installs.appId }).from(installs).where(isOther);
    if (others.length > 0) return;
    for (const table of OF_PORTAL) await transaction.delete(table).where(eq(table.portalId, portalId));
  });
}
