import { listProperties } from '../../crm/property-definitions.ts';
import { DECISION_FIELD_NAMES } from '../../crm/decision-fields.ts';
import { propertyOf } from '../../crm/property-names.ts';
import { companiesDecidedIn } from '../../crm/search-companies.ts';
import type { Change, ScorecardRecord } from '../../contract/scorecard-record.ts';
import type { Slots } from '../../contract/decisions.ts';
import { type Decision, isAgainstChecks } from '../../icp/decision.ts';
import { type Quarter, quarterOf } from '../../icp/quarter.ts';
import { slotsText } from '../../icp/slots.ts';
import { decisionNotInstalled } from '../../messages/decisions.ts';
import { personText, whoText } from '../../messages/people.ts';
import { type Context, today } from '../context.ts';
import type { OnProgress } from '../csv/export.ts';
import { requireInstalled } from '../install/read-portal.ts';
import { inBulkUnderPolicy } from '../policy/with-policy.ts';
import { Refused } from '../refused.ts';
import { type LeftPartner, readPartners } from './read-partners.ts';

/** What was decided about one partner, and what has become of its basis. */
export interface QuarterDecision {
  companyId: string;
  companyName: string;
  /** Null where what stands there is none; `stored` has it. */
  decision: Decision | null;
  stored: string;
  quarter: string;
  /** Name or address; empty where none stands there. */
  by: string;
  /** `YYYY-MM-DD` in the portal's zone; null where no time is stored. */
  on: string | null;
  basis: string;
  reason: string;
  askAgainOn: string | null;
  isAgainstChecks: boolean;
  /** The newest change that was not made through the app, and who made it, in words. */
  changedOutside: (Change & { who: string }) | null;
  /** What it would rest on now; null where nothing is judged. */
  basisNow: string | null;
}

/** The decisions of a quarter. */
export interface QuarterDecisions {
  quarter: Quarter;
  /** The day of the reading, `YYYY-MM-DD`, in the portal's zone. */
  asOf: string;
  slots: Pick<Slots, 'limit' | 'holders' | 'isOver' | 'text'>;
  /** Earliest first. */
  decisions: QuarterDecision[];
  left: LeftPartner[];
}

/**
 * Reads the decisions of a quarter by HubSpot's search, which lags some seconds behind writes.
 *
 * @param quarter null for that of today, in the portal's zone
 * @throws Refused `not-installed`
 * @throws CrmError
 */
export async function readDecisions(
  outside: Context,
  quarter: Quarter | null,
  onProgress?: OnProgress,
): Promise<QuarterDecisions> {
  const context = await inBulkUnderPolicy(outside);
  await presentForDecisions(context);
  return decisionsIn(context, quarter ?? quarterOf(today(context)), onProgress);
}

/**
 * The names of the portal's company properties.
 *
 * @throws Refused `not-installed` when no partner can be scored here
 */
export async function requirePresent(context: Context): Promise<ReadonlySet<string>> {
  const present = new Set((await listProperties(context.crm, 'companies')).map(({ name }) => name));
  requireInstalled(present, context);
  return present;
}

/** As `requirePresent`. @throws Refused `not-installed` also when properties of a decision are not among them */
export async function presentForDecisions(context: Context): Promise<ReadonlySet<string>> {
  const present = await requirePresent(context);
  const { foreign } = await context.installation.read(context);
  const missing = DECISION_FIELD_NAMES.filter(
    (field) => !present.has(propertyOf(field)) || foreign.companies.has(field),
  );
  if (missing.length === 0) return present;
  const names = missing.map(propertyOf);
  const message = decisionNotInstalled(names.join(', '), context.remedies.install);
  throw new Refused('not-installed', message, { field: names[0] ?? '' });
}

/** @param context in bulk and under policy, of a portal that has the properties */
export async function decisionsIn(
  context: Context,
  quarter: Quarter,
  onProgress?: OnProgress,
): Promise<QuarterDecisions> {
  const found = await companiesDecidedIn(context.crm, quarter, null, ['hs_object_id']);
  const { records, left } = await readPartners(
    context,
    found.map(({ id }) => id),
    onProgress,
  );
  // the search may lag: what stands there now counts
  const decisions = records
    .filter(({ decision }) => decision.quarter === quarter && decision.stored.decision !== '')
    .sort((one, other) => timeOf(one) - timeOf(other))
    .map(decisionIn);
  const holders = decisions
    .filter(({ decision }) => decision === 'go-deep')
    .map(({ companyId, companyName }) => ({ companyId, companyName }));
  const limit = context.settings.slots;
  return {
    ...{ quarter, asOf: today(context), left },
    slots: { limit, holders, isOver: holders.length > limit, text: slotsText(holders, limit) },
    decisions,
  };
}

/** A decision as it stands on a record. */
export function decisionIn(record: ScorecardRecord): QuarterDecision {
  const { decision, quarter, by, on, basis, reason, askAgainOn, changedOutside, basisNow, stored } =
    record.decision;
  return {
    companyId: record.companyId,
    companyName: record.companyName,
    ...{ decision, stored: stored.decision, quarter, on, basis, reason, askAgainOn, basisNow },
    by: personText(by.trim(), record),
    isAgainstChecks: isAgainstChecks(record.decision),
    changedOutside:
      changedOutside === null ? null : { ...changedOutside, who: whoText(changedOutside, record) },
  };
}

function timeOf({ decision: { at } }: ScorecardRecord): number {
  const time = Date.parse(at);
  return Number.isNaN(time) ? 0 : time;
}
