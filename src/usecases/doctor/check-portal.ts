import { CrmError } from '../../crm/client/errors.ts';
import type { PortalLimits } from '../../crm/client/headers.ts';
import { INSTALLATION_VERSION, type Mark } from '../../crm/installation-mark.ts';
import type { Crm } from '../../crm/client/request.ts';
import { isAsWanted, listsNamed } from '../../crm/lists.ts';
import { PARTNER_LISTS } from '../../crm/partner-lists.ts';
import { type Finding, fault, note } from './finding.ts';
import { callsLeft, clockOff, listsLost, newerInstallation } from '../../messages/doctor.ts';

/** Days are judged in UTC, so a difference of a minute does no harm. */
const CLOCK_TOLERANCE_MS = 60_000;

/** Share of the day's calls below which a save may soon be refused. */
const FEW_CALLS = 0.1;

/** Compares our clock with HubSpot's, the calls left today, and the version that installed here with ours. */
export function checkPortal({ aheadMs, daily, dailyLeft }: PortalLimits, mark: Mark | null): Finding[] {
  const findings: Finding[] = [];
  if (aheadMs !== null && Math.abs(aheadMs) > CLOCK_TOLERANCE_MS) {
    const minutes = Math.round(Math.abs(aheadMs) / 60_000).toLocaleString('en');
    const where = aheadMs > 0 ? 'behind' : 'ahead of';
    findings.push(fault('clock-off', clockOff(minutes, where)));
  }
  if (daily !== null && dailyLeft !== null && dailyLeft < daily * FEW_CALLS)
    findings.push(note('limit-low', callsLeft(dailyLeft.toLocaleString('en'), daily.toLocaleString('en'))));
  if (mark !== null && mark.version > INSTALLATION_VERSION)
    findings.push(fault('newer-installation', newerInstallation(mark.version, INSTALLATION_VERSION)));
  return findings;
}

/** Our lists are searched by the beginning of their names. */
const PREFIX = 'Partner ICP';

/**
 * Looks for the lists that the installer makes. What is missing is a note: some plans have no lists, and nothing else needs
 * them.
 *
 * @throws CrmError
 */
export async function checkLists(crm: Crm): Promise<Finding[]> {
  try {
    const names = PARTNER_LISTS.map(({ name }) => name);
    const existing = await listsNamed(crm, names, PREFIX);
    const missing = PARTNER_LISTS.filter((list) => !existing.some((found) => isAsWanted(found, list)));
    if (missing.length === 0) return [];
    const lost = missing.map(({ name }) => name);
    const message = listsLost(lost.join(', '));
    return [note('list-missing', message, lost)];
  } catch (error) {
    if (error instanceof CrmError && ['missing-scope', 'forbidden', 'not-found'].includes(error.code))
      return [];
    throw error;
  }
}
