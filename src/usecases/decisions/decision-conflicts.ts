import type { HistoryEntry } from '../../crm/companies.ts';
import { type CompanyRecord, textOf } from '../../crm/company-record.ts';
import type { Change, Conflict } from '../../contract/scorecard-record.ts';
import type { Context } from '../context.ts';
import type { Judgement } from '../scorecard/judge.ts';
import { isNewer, newerThan } from '../scorecard/overwrites.ts';
import {
  CHOSEN_FIELDS,
  basisNow,
  canonical,
  decisionAuthorOf,
  hindranceOf,
  newestDecisionChange,
} from './decision-of.ts';
import type { DecisionValues, RequestedDecision } from './wanted-decision.ts';

/** Whether the record holds the decision, in its words or in HubSpot's form of them. */
export function stands(record: CompanyRecord, values: DecisionValues): boolean {
  return CHOSEN_FIELDS.every(
    (field) =>
      canonical(field, textOf(record.texts, field)) === canonical(field, values[field]) ||
      (field === 'decision_reason' && isFormOfReason(record, values)),
  );
}

/** Whether the stored reason came with the decision of this time, and nobody edited it since. */
function isFormOfReason(record: CompanyRecord, { decided_at: at }: DecisionValues): boolean {
  const [decided] = record.history['decided_at'] ?? [];
  const [reason] = record.history['decision_reason'] ?? [];
  if (decided === undefined || reason === undefined) return false;
  return (
    canonical('decided_at', decided.value) === at &&
    !isNewer(decided, reason) &&
    decisionAuthorOf(reason, record).source === 'our app'
  );
}

/**
 * The fields that somebody else changed since they were seen; where none is, the basis, when it is another one now.
 *
 * @param written whether HubSpot kept our decision before
 */
export function decisionConflicts(
  judgement: Judgement,
  { changes, basis }: { changes: RequestedDecision; basis: string },
  values: DecisionValues,
  context: Context,
  written: boolean,
): Conflict[] {
  const { record } = judgement;
  const conflicts = CHOSEN_FIELDS.flatMap((field): Conflict[] => {
    const found = canonical(field, textOf(record.texts, field));
    const [seen, wanted] = [canonical(field, changes[field].seen), canonical(field, values[field])];
    if (found === wanted || found === seen) return [];
    return [{ field, seen, wanted, found, change: newestDecisionChange(record, field), written }];
  });
  if (conflicts.length > 0 || hindranceOf(judgement, context) !== null) return conflicts;
  const found = basisNow(judgement, context);
  if (found === null || found === basis) return [];
  return [{ field: 'decision_basis', seen: basis, wanted: basis, found, change: null, written: false }];
}

/** Whether HubSpot kept the decision for a while at least. */
export function wasKept(before: CompanyRecord, after: CompanyRecord, values: DecisionValues): boolean {
  return ownEntry(before, after, values) !== undefined;
}

/** The newest change of the decision by somebody else that ours replaced, though its author had not seen it. */
export function replacedChange(
  before: CompanyRecord,
  after: CompanyRecord,
  values: DecisionValues,
): Change | null {
  const ours = ownEntry(before, after, values);
  if (ours === undefined) return null;
  const isSince = newerThan(before);
  const others = CHOSEN_FIELDS.flatMap((field) =>
    (after.history[field] ?? []).filter((entry) => isSince(entry, field) && isNewer(ours, entry)),
  );
  const [newest] = others.sort((one, other) => Date.parse(other.timestamp) - Date.parse(one.timestamp));
  return newest === undefined ? null : decisionAuthorOf(newest, after);
}

/** The first entry of our decision: its write may have been sent twice. */
function ownEntry(
  before: CompanyRecord,
  after: CompanyRecord,
  { decided_at: at }: DecisionValues,
): HistoryEntry | undefined {
  const isSince = newerThan(before);
  return (after.history['decided_at'] ?? []).findLast(
    (entry) => isSince(entry, 'decided_at') && canonical('decided_at', entry.value) === at,
  );
}
