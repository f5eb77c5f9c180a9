import type { DecideAnswer, Slots } from '../../../src/contract/decisions.ts';
import type { Operations } from '../../../src/contract/operations.ts';
import type { Change, RecordDecision, ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import {
  type Decision,
  type DecisionFault,
  type WantedDecision,
  decisionFault,
  mayAskAgain,
} from '../../../src/icp/decision.ts';
import { type Quarter, isQuarter } from '../../../src/icp/quarter.ts';
import { isBlank } from '../../../src/icp/scorecard.ts';
import { holderNames, isFull } from '../../../src/icp/slots.ts';

import type { Failure } from '../../door/ask.ts';

/** What a person entered and has not decided yet. */
export interface DecisionInput {
  decision: Decision | null;
  /** Null: the one that is offered first. */
  quarter: Quarter | null;
  reason: string;
  /** `YYYY-MM-DD`. Sent of a wait and a decline only. */
  askAgainOn: string | null;
}

/** One count of the slots of a quarter. */
export interface SlotsRead {
  /** Counts up, so that an older answer is ignored. */
  id: number;
  quarter: Quarter;
  slots: Slots | null;
  failure: Failure | null;
}

/** A decision that stands. */
export interface Decided {
  decision: Decision;
  quarter: Quarter;
  /** ISO 8601. */
  at: string;
  /** A decision of somebody else that it replaced, unseen. */
  replaced: Change | null;
}

export type DecideInput = Operations['decide']['input'];

/** The form of a decision, and what became of the last one. */
export interface DecisionForm extends DecisionInput {
  /** Changes when the inputs have to be made anew. */
  revision: number;
  slots: SlotsRead | null;
  /** What was sent and may have arrived: sent again as it is, so that a repeat is no second decision. */
  sent: DecideInput | null;
  /** The answer to a decision that somebody else's change held back. */
  conflict: DecideAnswer | null;
  done: Decided | null;
}

/** The form beside the record that it is about. */
interface OnRecord {
  decision: DecisionForm;
  record: ScorecardRecord;
}

const EMPTY_INPUT: DecisionInput = { decision: null, quarter: null, reason: '', askAgainOn: null };

export const EMPTY_FORM: DecisionForm = {
  ...EMPTY_INPUT,
  revision: 0,
  slots: null,
  sent: null,
  conflict: null,
  done: null,
};

/** The form with its inputs emptied. */
export function emptied(form: DecisionForm): DecisionForm {
  return { ...EMPTY_FORM, slots: form.slots, revision: form.revision + 1 };
}

export function isEntered({ decision, quarter, reason, askAgainOn }: DecisionInput): boolean {
  return decision !== null || quarter !== null || reason !== '' || askAgainOn !== null;
}

/** The chosen quarter: the one in the form, else the stored one while it is offered, else the first. */
export function quarterOf(form: Pick<DecisionInput, 'quarter'>, stored: RecordDecision): Quarter | null {
  const { quarters, quarter } = stored;
  return form.quarter ?? quarters.find((offered) => offered === quarter) ?? quarters[0] ?? null;
}

/** The quarters to choose from. A chosen or stored one that is not offered stays among them. */
export function quartersOf(form: Pick<DecisionInput, 'quarter'>, stored: RecordDecision): Quarter[] {
  const others = [stored.quarter, form.quarter].filter(isQuarter);
  return [...new Set([...others, ...stored.quarters])].sort();
}

/** The form as a decision. Null while none is chosen. */
export function wantedOf({ decision: form, record }: OnRecord): WantedDecision | null {
  const { decision, reason, askAgainOn } = form;
  const quarter = quarterOf(form, record.decision);
  if (decision === null || quarter === null) return null;
  return {
    ...{ decision, quarter },
    reason: isBlank(reason) ? '' : reason.trim(),
    askAgainOn: mayAskAgain(decision) ? askAgainOn : null,
  };
}

/** The newest count of the slots, where it is of the quarter in the form. */
export function slotsShown({ decision: form, record }: OnRecord): Slots | null {
  const { slots } = form;
  return slots !== null && slots.quarter === quarterOf(form, record.decision) ? slots.slots : null;
}

/** Whether no slot is left for this company; null while that is not known. */
export function isSlotless(state: OnRecord): boolean | null {
  const slots = slotsShown(state);
  return slots === null ? null : isFull(slots.holders, slots.limit, state.record.companyId);
}

/** What the form lacks before it can stand, as far as the card knows. */
export function faultIn(state: OnRecord): DecisionFault | null {
  const wanted = wantedOf(state);
  const { record } = state;
  if (wanted === null || record.verdict === null) return null;
  const others = slotsShown(state)?.holders.filter(({ companyId }) => companyId !== record.companyId) ?? [];
  return decisionFault(wanted, record.verdict, {
    today: record.asOf,
    isFull: isSlotless(state) === true,
    holders: holderNames(others),
  });
}

/** Why nothing can be decided right now, in a sentence; null where it can. */
export function whyNotDecided(state: OnRecord & { edits: object }): string | null {
  const { record, decision, edits } = state;
  const { words } = record.texts;
  if (record.decision.hindrance !== null) return record.decision.hindrance;
  if (Object.keys(edits).length > 0) return words.decideSaveFirst;
  if (decision.conflict !== null) return words.decideLookFirst;
  return decision.decision === null ? words.decideChoose : null;
}

/** Takes a newer record: a decision that was sent and stands there is done, though its answer was lost. */
export function formWith(form: DecisionForm, record: ScorecardRecord): DecisionForm {
  const { sent } = form;
  const { stored, decision, quarter } = record.decision;
  const isThere = sent !== null && isSameTime(stored.decided_at, String(sent.changes.decided_at.value));
  if (!isThere || decision === null || !isQuarter(quarter)) return { ...form, conflict: null };
  return { ...emptied(form), done: { decision, quarter, at: stored.decided_at, replaced: null } };
}

function isSameTime(one: string, other: string): boolean {
  return Date.parse(one) === Date.parse(other);
}
