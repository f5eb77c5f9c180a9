import { CLEARANCE_LABELS } from './clearance.ts';
import { pointsOf } from './causes.ts';
import { dayInWords } from './day-in.ts';
import { isDay } from './field-values.ts';
import { LANE_LABELS } from './lanes.ts';
import { inSentence } from './profile.ts';
import { type Quarter, isQuarter } from './quarter.ts';
import { MAX_PROSE } from './scorecard.ts';
import type { Verdict } from './verdict.ts';
import { isInvisible } from './visible-text.ts';
import * as say from '../messages/decisions.ts';

/** What people do about a partner. Their act: never computed, repaired or re-judged. */
export const DECISIONS = [
  { key: 'go-deep', label: 'Go deep' },
  { key: 'go-light', label: 'Go light' },
  { key: 'wait', label: 'Wait' },
  { key: 'decline', label: 'Decline' },
] as const;
export type Decision = (typeof DECISIONS)[number]['key'];

export function isDecision(value: unknown): value is Decision {
  return DECISIONS.some(({ key }) => key === value);
}

export function decisionLabel(decision: Decision): string {
  return DECISIONS.find(({ key }) => key === decision)?.label ?? decision;
}

/** A decision as somebody wants it to stand. */
export interface WantedDecision {
  decision: Decision;
  quarter: Quarter;
  /** Empty where none is given: white space alone is none. At most `MAX_PROSE` characters. */
  reason: string;
  /** The day on which the partner is asked again, `YYYY-MM-DD`. Only of a wait or a decline. */
  askAgainOn: string | null;
}

/** A field of a decision that may not hold what was sent, and why. */
export interface DecisionFault {
  field: 'decision' | 'decision_quarter' | 'decision_reason' | 'ask_again_on';
  message: string;
}

/** Reads a decision as it was sent. What is wrong is named by field. */
export function parseDecision(sent: {
  decision: unknown;
  quarter: unknown;
  reason: unknown;
  askAgainOn: unknown;
}): WantedDecision | DecisionFault {
  const { decision, quarter, reason, askAgainOn } = sent;
  if (!isDecision(decision)) return { field: 'decision', message: say.NO_DECISION };
  if (!isQuarter(quarter)) return { field: 'decision_quarter', message: say.NO_QUARTER };
  if (typeof reason !== 'string') return { field: 'decision_reason', message: say.NO_REASON_TEXT };
  if (reason.length > MAX_PROSE)
    return { field: 'decision_reason', message: say.reasonTooLong(reason.length, MAX_PROSE) };
  const isUnset = askAgainOn === null || askAgainOn === '';
  if (!isUnset && !isDay(askAgainOn)) return { field: 'ask_again_on', message: say.NO_DAY };
  if (!isUnset && !mayAskAgain(decision)) return { field: 'ask_again_on', message: say.ASK_AGAIN_ONLY };
  return {
    ...{ decision, quarter },
    reason: isInvisible(reason) ? '' : reason.trim(),
    askAgainOn: isUnset ? null : askAgainOn,
  };
}

/** Whether the decision may say when the partner is asked again. */
export function mayAskAgain(decision: Decision): boolean {
  return decision === 'wait' || decision === 'decline';
}

/** Why a decision needs something before it can stand: a reason, or a later day. Null where it can. */
export function decisionFault(
  { decision, quarter, reason, askAgainOn }: WantedDecision,
  { clearance }: Pick<Verdict, 'clearance'>,
  { today, isFull, holders }: { today: string; isFull: boolean; holders: string },
): DecisionFault | null {
  if (askAgainOn !== null && askAgainOn <= today)
    return { field: 'ask_again_on', message: say.ASK_AGAIN_LATER };
  if (decision !== 'go-deep' || reason !== '') return null;
  const isCleared = clearance === 'cleared';
  if (isFull) {
    const message = isCleared ? say.reasonOverSlots : say.reasonOverSlotsAndChecks;
    return { field: 'decision_reason', message: message(quarter, holders) };
  }
  return isCleared ? null : { field: 'decision_reason', message: say.REASON_AGAINST_CHECKS };
}

/**
 * What a decision rests on, in words that stay: `430, Deep, Cleared, profile of 3 March 2026 (v2)`.
 *
 * @param profile its name, as `profileName` says it
 */
export function decisionBasis(
  verdict: Pick<Verdict, 'low' | 'high' | 'lane' | 'clearance' | 'override'>,
  profile: string,
): string {
  const { lane, clearance, override } = verdict;
  const until = override === null ? '' : ` by override until ${dayInWords(override.until)}`;
  // where nothing is to be cleared there is nothing to say of it
  const cleared = clearance === null || clearance === 'not-required' ? [] : [CLEARANCE_LABELS[clearance]];
  return [pointsOf(verdict), LANE_LABELS[lane] + until, ...cleared, inSentence(profile)].join(SEPARATOR);
}

const SEPARATOR = ', ';

/** Whether it was decided to go deep though the basis says that the partner was not cleared. */
export function isAgainstChecks({ decision, basis }: { decision: Decision | null; basis: string }): boolean {
  return decision === 'go-deep' && basis !== '' && !basis.split(SEPARATOR).includes(CLEARANCE_LABELS.cleared);
}
