import * as words from '../../messages/server-pages.ts';
import { missingScopes } from '../oauth/reconnect-notice.ts';
import type { PortalState } from '../../store/portal-health.ts';

/** HubSpot certifies an app of whose calls at least so many of a hundred succeed within 30 days. */
export const CERTIFIED_PERCENT = 95;
/** A share of fewer calls says little. */
const FEWEST_CALLS = 100;
/** Errors older than this are shown, and ask for nothing. */
const RECENT_MS = 24 * 3_600_000;
/** An installation of properties that has not moved for so long is stuck. */
const STUCK_MS = 10 * 60_000;
/** Changes in HubSpot are followed within seconds, and within minutes where many come at once. */
const LATE_MS = 3_600_000;
const FEW_CALLS_LEFT = 1_000;
/** The home of a portal that uninstalled the app is kept so long. */
export const KEPT_DAYS = 30;

/** A portal with what asks for attention, the most urgent first. */
export interface PortalReport extends PortalState {
  scopesMissing: readonly string[];
  /** Of a hundred calls in 30 days; null where none was made. */
  successPercent: number | null;
  attention: readonly string[];
}

/** What asks for attention, in the order of urgency. A portal that uninstalled the app asks for none. */
const REASONS: readonly ((portal: Omit<PortalReport, 'attention'>, now: number) => string | null)[] = [
  ({ propertyInstall }) => (propertyInstall?.state === 'failed' ? words.PROPERTIES_FAILED : null),
  ({ lastError }, now) =>
    isRecent(lastError, now) ? words.failedLately(errorSentence(lastError?.code)) : null,
  ({ successPercent, calls }) =>
    successPercent !== null && calls.made >= FEWEST_CALLS && successPercent < CERTIFIED_PERCENT
      ? words.BELOW_CERTIFIED
      : null,
  ({ scopesMissing }) => (scopesMissing.length > 0 ? words.scopesMissing(scopesMissing.join(', ')) : null),
  ({ propertyInstall: last }, now) =>
    last !== null && ['waiting', 'running'].includes(last.state) && now - last.changedAt.getTime() > STUCK_MS
      ? words.PROPERTIES_STUCK
      : null,
  ({ work }) => (work.changes.forMs > LATE_MS ? words.CHANGES_LATE : null),
  ({ dailyLeft }) => (dailyLeft !== null && dailyLeft < FEW_CALLS_LEFT ? words.FEW_CALLS_LEFT : null),
];

/** Portals with what asks for attention, those first that need it most; portals that uninstalled the app come last. */
export function reportsOf(
  portals: readonly PortalState[],
  scopes: readonly string[],
  now: number,
): PortalReport[] {
  const ranked = portals.map((portal) => {
    const scopesMissing = portal.uninstalledAt === null ? missingScopes(portal, scopes) : [];
    const report = { ...portal, scopesMissing, successPercent: successPercent(portal.calls) };
    const found = portal.uninstalledAt === null ? REASONS.map((reason) => reason(report, now)) : [];
    const first = found.findIndex((sentence) => sentence !== null);
    const rank = portal.uninstalledAt !== null ? REASONS.length + 1 : first < 0 ? REASONS.length : first;
    return { rank, report: { ...report, attention: found.filter((sentence) => sentence !== null) } };
  });
  const byName = (one: PortalReport, other: PortalReport) =>
    one.domain.localeCompare(other.domain, 'en') || one.portalId - other.portalId || one.appId - other.appId;
  return ranked
    .sort((one, other) => one.rank - other.rank || byName(one.report, other.report))
    .map(({ report }) => report);
}

/** Calls that succeeded, of a hundred, rounded down so that 94.99 is not shown as 95; null without calls. */
export function successPercent({ made, failed }: PortalState['calls']): number | null {
  return made === 0 ? null : Math.floor(((made - failed) / made) * 1_000) / 10;
}

/** What a code means for whoever runs the server. What is no code is a sentence already. */
export function errorSentence(code = ''): string {
  return words.ERRORS[code] ?? code;
}

/** Whether a failure is one that whoever runs the server should know of. What people typed wrong is none. */
export function isOfTheServer(code: string): boolean {
  return code in words.ERRORS;
}

function isRecent(error: PortalState['lastError'], now: number): boolean {
  return error !== null && now - error.at.getTime() < RECENT_MS;
}
