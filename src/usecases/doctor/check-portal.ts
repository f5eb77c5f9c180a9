import { CrmError, isForbidden } from '../../crm/client/errors.ts';
import type { PortalLimits } from '../../crm/client/headers.ts';
import type { Account } from '../../crm/account.ts';
import { INSTALLATION_VERSION, type InstallationRecord } from '../../crm/installation-record.ts';
import type { Crm } from '../../crm/client/request.ts';
import { isAsWanted, isInZone, listPartnerLists } from '../../crm/lists.ts';
import { PARTNER_LISTS } from '../../crm/partner-lists.ts';
import { type Finding, fault, note } from './finding.ts';
import {
  ZONE_UNKNOWN,
  callsLeft,
  clockOff,
  listsLost,
  newerInstallation,
  zoneChanged,
  zoneRepaired,
} from '../../messages/doctor.ts';

/** The app works with days, so a minute makes no difference. */
const CLOCK_TOLERANCE_MS = 60_000;

/** Share of the day's calls below which a save may soon be refused. */
const FEW_CALLS = 0.1;

/** Compares our clock with HubSpot's, the calls left today, and the version that installed here with ours. */
export function checkPortal(
  { aheadMs, daily, dailyLeft }: PortalLimits,
  record: Pick<InstallationRecord, 'version'> | null,
): Finding[] {
  const findings: Finding[] = [];
  if (aheadMs !== null && Math.abs(aheadMs) > CLOCK_TOLERANCE_MS) {
    const minutes = Math.round(Math.abs(aheadMs) / 60_000).toLocaleString('en');
    const where = aheadMs > 0 ? 'behind' : 'ahead of';
    findings.push(fault('clock-off', clockOff(minutes, where)));
  }
  if (daily !== null && dailyLeft !== null && dailyLeft < daily * FEW_CALLS)
    findings.push(note('limit-low', callsLeft(dailyLeft.toLocaleString('en'), daily.toLocaleString('en'))));
  if (record !== null && record.version > INSTALLATION_VERSION)
    findings.push(fault('newer-installation', newerInstallation(record.version, INSTALLATION_VERSION)));
  return findings;
}

/** Days are the portal's: the record must name the zone that the account has now. */
export function checkZone(
  account: Account | null,
  record: InstallationRecord | null,
  isRepaired: boolean,
): Finding[] {
  const [now, kept] = [account?.zone ?? null, record?.zone ?? null];
  if (now === null && kept === null) return [note('zone-unknown', ZONE_UNKNOWN)];
  if (record === null || now === null || now === kept) return [];
  const sentence = isRepaired ? zoneRepaired : zoneChanged;
  const found = fault('zone-changed', sentence(kept ?? 'UTC', now));
  return [{ ...found, repaired: isRepaired ? 1 : 0 }];
}

/**
 * Looks for the lists that the installer makes. What is missing is a note: some plans have no lists, and nothing else needs
 * them.
 *
 * @throws CrmError
 */
export async function checkLists(crm: Crm, { lists, zone }: InstallationRecord): Promise<Finding[]> {
  try {
    const existing = await listPartnerLists(crm, Object.values(lists));
    const missing = PARTNER_LISTS.filter(
      (list) =>
        !existing.some((found) => {
          const name = found.listId === lists[list.key] ? list.name : found.name;
          return isAsWanted({ ...found, name }, list) && isInZone(found, list, zone);
        }),
    );
    if (missing.length === 0) return [];
    const lost = missing.map(({ name }) => name);
    return [note('list-missing', listsLost(lost.join(', ')), lost)];
  } catch (error) {
    if (isForbidden(error) || (error instanceof CrmError && error.code === 'not-found')) return [];
    throw error;
  }
}
