import type { PortalLimits } from '../../crm/client/headers.ts';
import type { Mark } from '../../crm/installation-mark.ts';
import { INSTALLATION_VERSION } from '../../crm/installation-mark.ts';
import { type Finding, fault, note } from './finding.ts';

/** Days are judged in UTC, so a minute matters little; a clock that is off by more is set wrong. */
const CLOCK_TOLERANCE_MS = 60_000;

/** Below this share of the day's calls a save may soon be refused. */
const FEW_CALLS = 0.1;

/** What the answers of HubSpot say about clock and limits, and whether a newer app installed here. */
export function checkSurroundings({ aheadMs, daily, dailyLeft }: PortalLimits, mark: Mark | null): Finding[] {
  const findings: Finding[] = [];
  if (aheadMs !== null && Math.abs(aheadMs) > CLOCK_TOLERANCE_MS) {
    const minutes = Math.round(Math.abs(aheadMs) / 60_000).toLocaleString('en');
    const where = aheadMs > 0 ? 'behind' : 'ahead of';
    findings.push(
      fault(
        'clock-off',
        `The clock of this machine is ${minutes} minutes ${where} HubSpot's. Set it: overrides and reviews end by it.`,
      ),
    );
  }
  if (daily !== null && dailyLeft !== null && dailyLeft < daily * FEW_CALLS)
    findings.push(
      note(
        'limit-low',
        `Only ${dailyLeft.toLocaleString('en')} of ${daily.toLocaleString('en')} API calls of today are left, for all apps of the account. Wait until midnight with work in bulk.`,
      ),
    );
  if (mark !== null && mark.version > INSTALLATION_VERSION)
    findings.push(
      fault(
        'newer-installation',
        `A newer app installed here (version ${mark.version}, this one is ${INSTALLATION_VERSION}). Update this one.`,
      ),
    );
  return findings;
}
