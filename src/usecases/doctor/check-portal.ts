import { CrmError, isForbidden } from '../../crm/client/errors.ts';
import type { PortalLimits } from '../../crm/client/headers.ts';
import type { Account } from '../../crm/account.ts';
import { INSTALLATION_VERSION, type InstallationRecord } from '../../crm/installation-record.ts';
import type { Crm } from '../../crm/client/request.ts';
import { isAsWanted, isUpToDate, listPartnerLists, replaceFilters } from '../../crm/lists.ts';
import { type ListTerms, PARTNER_LISTS, type PartnerList } from '../../crm/partner-lists.ts';
import { isRefusal } from '../install/read-portal.ts';
import { type Finding, fault, note } from './finding.ts';
import {
  ZONE_UNKNOWN,
  callsLeft,
  clockOff,
  listsBehind,
  listsLost,
  listsRenewed,
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
 * them. Filters that name an earlier time zone or earlier profiles are brought up to date by a repair.
 *
 * @param versions the version keys of the current profiles; null where they cannot be read
 * @throws CrmError
 */
export async function checkLists(
  crm: Crm,
  { lists, zone }: InstallationRecord,
  versions: readonly string[] | null,
  repair: boolean,
): Promise<Finding[]> {
  try {
    const existing = await listPartnerLists(crm, Object.values(lists));
    const missing: string[] = [];
    const behind: Behind[] = [];
    for (const list of PARTNER_LISTS) {
      const own = existing.filter((found) => {
        const name = found.listId === lists[list.key] ? list.name : found.name;
        return isAsWanted({ ...found, name }, list);
      });
      const [first] = own;
      if (first === undefined) missing.push(list.name);
      else if (!own.some((found) => isUpToDate(found, list, { zone, versions })))
        behind.push({ id: first.listId, list });
    }
    const repaired = repair ? await renew(crm, behind, { zone, versions: versions ?? [] }) : 0;
    return [
      ...(missing.length === 0 ? [] : [note('list-missing', listsLost(missing.join(', ')), missing)]),
      ...listsBehindFinding(behind, repaired),
    ];
  } catch (error) {
    if (isForbidden(error) || (error instanceof CrmError && error.code === 'not-found')) return [];
    throw error;
  }
}

/** A list by our filters with terms that hold no more. */
interface Behind {
  id: string;
  list: PartnerList;
}

/** @returns how many HubSpot let us bring up to date. @throws CrmError */
async function renew(crm: Crm, behind: readonly Behind[], terms: ListTerms): Promise<number> {
  let renewed = 0;
  for (const { id, list } of behind)
    try {
      await replaceFilters(crm, id, list, terms);
      renewed += 1;
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  return renewed;
}

function listsBehindFinding(behind: readonly Behind[], repaired: number): Finding[] {
  if (behind.length === 0) return [];
  const names = behind.map(({ list }) => list.name);
  const sentence = repaired === names.length ? listsRenewed : listsBehind;
  return [{ ...note('list-behind', sentence(names.join(', ')), names), repaired }];
}
