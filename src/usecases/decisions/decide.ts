import { CrmError } from '../../crm/client/errors.ts';
import type { CompanyRecord, Patch } from '../../crm/company-record.ts';
import type { DecideAnswer } from '../../contract/decisions.ts';
import type { Conflict } from '../../contract/scorecard-record.ts';
import { type WantedDecision, decisionFault } from '../../icp/decision.ts';
import { type SlotHolder, holderNames, isFull } from '../../icp/slots.ts';
import { DECISION_KEPT_UNKNOWN, DECISION_NOT_KEPT } from '../../messages/decisions.ts';
import { ATTEMPTS, type Context, today } from '../context.ts';
import { syncDealsOf } from '../deals/sync.ts';
import { Refused } from '../refused.ts';
import { findRecord, readBack, writeOrUnknown } from '../scorecard/find-record.ts';
import { type Judgement, judge, readScorecard, refusalToWrite } from '../scorecard/judge.ts';
import { findUnderPolicy, recordOf } from '../scorecard/load.ts';
import { decisionConflicts, replacedChange, stands, wasKept } from './decision-conflicts.ts';
import { basisNow, hindranceOf } from './decision-of.ts';
import { slotHolders } from './read-slots.ts';
import {
  type DecisionValues,
  type RequestedDecision,
  refusedField,
  valuesOf,
  wantedDecision,
} from './wanted-decision.ts';

export interface DecideRequest {
  companyId: string;
  changes: RequestedDecision;
  /** What the person saw that the decision would rest on. */
  basis: string;
  /** A claim, as of a save. */
  by: string;
}

/**
 * Writes what a person decided about a partner, whole or not at all. Nothing else writes it. A repeat of the call changes
 * nothing; the same decision with a new time is a new one.
 *
 * Three calls, one more to go deep without a reason; one when the decision stands already; up to five more for a company
 * with deals.
 *
 * @throws Refused when it may not stand, by field; nothing is written then
 * @throws CrmError
 */
export async function decide(
  outside: Context,
  request: DecideRequest,
  { lookBefore = () => undefined, alsoHolding = [] }: AmongOthers = {},
): Promise<DecideAnswer> {
  const wanted = wantedDecision(request.changes);
  const values = valuesOf(wanted, request.changes, outside);
  const { context, record: before, names } = await findUnderPolicy(outside, request.companyId);
  lookBefore(before, context);
  const writing = { ...request, wanted, values, alsoHolding };
  const { judgement, conflicts, isWritten } = await write(context, before, writing);
  const { record } = judgement;
  const deals = isWritten ? await syncDealsOf(context, record) : null;
  return {
    ...recordOf(judgement, context, names),
    conflicts,
    replaced: isWritten ? replacedChange(before, record, values) : null,
    deals,
  };
}

/** A decision that is one of several. */
interface AmongOthers {
  /** Looks at the record before anything is written. @throws Refused */
  lookBefore?: (record: CompanyRecord, context: Context) => void;
  /** Holders of slots that HubSpot's search may not show yet. */
  alsoHolding?: readonly SlotHolder[];
}

interface Writing extends DecideRequest, Required<Pick<AmongOthers, 'alsoHolding'>> {
  wanted: WantedDecision;
  values: DecisionValues;
}

interface Written {
  /** Of the record as last read. */
  judgement: Judgement;
  conflicts: Conflict[];
  /** Whether the decision stands, and stands because of this call. */
  isWritten: boolean;
}

/** Writes and reads back until the decision stands. A lost answer is read back, never blindly repeated. */
async function write(context: Context, before: CompanyRecord, writing: Writing): Promise<Written> {
  const { values } = writing;
  let record = before;
  for (let attempt = 1; ; attempt++) {
    const judgement = judge(readScorecard(record, context), context);
    const isRepeat = attempt > 1;
    if (stands(record, values)) return { judgement, conflicts: [], isWritten: isRepeat };
    const written = isRepeat && wasKept(before, record, values);
    const conflicts = decisionConflicts(judgement, writing, values, context, written);
    if (conflicts.length > 0) return { judgement, conflicts, isWritten: false };
    if (attempt > ATTEMPTS) throw new CrmError('unavailable', DECISION_NOT_KEPT);
    await writeOrUnknown(context, record.id, await patchOf(judgement, writing, context));
    record = await readBack(findRecord(context, record.id), DECISION_KEPT_UNKNOWN);
  }
}

/** @throws Refused when the decision may not stand */
async function patchOf(judgement: Judgement, writing: Writing, context: Context): Promise<Patch> {
  const { wanted, values, by, alsoHolding } = writing;
  const refusal = refusalToWrite(judgement, context);
  if (refusal !== null) throw refusal;
  const hindrance = hindranceOf(judgement, context);
  const basis = basisNow(judgement, context);
  if (hindrance !== null || basis === null || judgement.verdict === null)
    throw new Refused('invalid-input', `${hindrance ?? ''} Nothing was written.`.trim(), {
      field: 'decision',
    });
  const slots = await slotsFor(wanted, judgement.record.id, alsoHolding, context);
  const fault = decisionFault(wanted, judgement.verdict, { today: today(context), ...slots });
  if (fault !== null) throw refusedField(fault.field, fault.message);
  return { ...values, decided_by: by, decision_basis: basis };
}

/** Asked only where they matter: a reason allows to go over them. */
async function slotsFor(
  { decision, quarter, reason }: WantedDecision,
  companyId: string,
  alsoHolding: readonly SlotHolder[],
  context: Context,
): Promise<{ isFull: boolean; holders: string }> {
  if (decision !== 'go-deep' || reason !== '') return { isFull: false, holders: '' };
  const shown = await slotHolders(context, quarter);
  const isShown = (holder: SlotHolder) => shown.some((one) => one.companyId === holder.companyId);
  const holders = [...shown, ...alsoHolding.filter((holder) => !isShown(holder))];
  return {
    isFull: isFull(holders, context.settings.slots, companyId),
    holders: holderNames(holders.filter((holder) => holder.companyId !== companyId)),
  };
}
