import type { DecisionChanges } from '../../contract/wanted-change.ts';
import { type WantedDecision, parseDecision } from '../../icp/decision.ts';
import { DECIDED_AT_FAULT, DECIDED_AT_SEEN } from '../../messages/decisions.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { type ChosenField, canonical } from './decision-of.ts';

/** The fields of a decision as they came through the door: what was seen, and what is wanted. */
export type RequestedDecision = Readonly<Record<keyof DecisionChanges, { seen: unknown; value: unknown }>>;

/** What the chosen fields are to hold. */
export type DecisionValues = Readonly<Record<ChosenField, string>>;

/** How far the time of a decision may be from our clock. */
const CLOCKS_MS = 60 * 60_000;

/** @throws Refused when it is no decision, by field */
export function wantedDecision(changes: RequestedDecision): WantedDecision {
  const parsed = parseDecision({
    decision: changes.decision.value,
    quarter: changes.decision_quarter.value,
    reason: changes.decision_reason.value,
    askAgainOn: changes.ask_again_on.value,
  });
  if ('message' in parsed) throw refusedField(parsed.field, parsed.message);
  return parsed;
}

/** @throws Refused when its time is no new one, or far from now */
export function valuesOf(
  wanted: WantedDecision,
  changes: RequestedDecision,
  context: Context,
): DecisionValues {
  return {
    decision: wanted.decision,
    decision_quarter: wanted.quarter,
    decision_reason: wanted.reason,
    ask_again_on: wanted.askAgainOn ?? '',
    decided_at: wantedTime(changes.decided_at, context),
  };
}

export function refusedField(field: string, message: string): Refused {
  return new Refused('invalid-input', `${field}: ${message} Nothing was written.`, { field });
}

/** @returns ISO 8601 */
function wantedTime({ seen, value }: RequestedDecision['decided_at'], { now }: Context): string {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  if (!(Math.abs(at - now().getTime()) <= CLOCKS_MS)) throw refusedField('decided_at', DECIDED_AT_FAULT);
  const time = new Date(at).toISOString();
  // a workflow starts on a change of the time
  if (canonical('decided_at', seen) === time) throw refusedField('decided_at', DECIDED_AT_SEEN);
  return time;
}
