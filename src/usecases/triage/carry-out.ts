import type { TriageAct, TriageOutcome, TriageSeen } from '../../contract/triage.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';
import { textOf } from '../../crm/company-record.ts';
import type { LaneByProfile } from '../../icp/portfolio-card.ts';
import { laneByProfile } from '../../icp/portfolio-card.ts';
import { findProfile, versionInWords } from '../../icp/profile.ts';
import type { SlotHolder } from '../../icp/slots.ts';
import { TYPE_FIELD } from '../../icp/type-change.ts';
import * as say from '../../messages/triage.ts';
import { type Context, today } from '../context.ts';
import { decide } from '../decisions/decide.ts';
import { canonical } from '../decisions/decision-of.ts';
import { companyNameOf } from '../names.ts';
import { rejudgeScorecard } from '../policy/rejudge.ts';
import { Refused } from '../refused.ts';
import { readScorecard } from '../scorecard/judge.ts';
import { saveWhatFollows } from '../scorecard/save.ts';
import { shownLane } from './company-plan.ts';
import { conflictText, notesOf, notesOfDecision } from './outcome-texts.ts';

/** One company of an act, and what the act needs beside it. */
export interface Carrying<Act, Seen> {
  act: Act;
  seen: Seen;
  companyId: string;
  by: string;
  /** The time of a decision, ISO 8601. */
  at: string;
  /** Those that the same act went deep with before. */
  alsoHolding: readonly SlotHolder[];
}

/** What came of an act on one company. */
export interface CarriedOut {
  outcome: Extract<TriageOutcome, 'done' | 'unchanged' | 'refused'>;
  sentence: string;
}

type Act<Kind extends TriageAct['kind']> = Extract<TriageAct, { kind: Kind }>;
type Seen<Kind extends TriageSeen['kind']> = Extract<TriageSeen, { kind: Kind }>;

/**
 * Sets the type as a save of the card does.
 *
 * @throws Refused; CrmError
 */
export async function carryOutType(
  outside: Context,
  { act, seen, companyId, by }: Carrying<Act<'set-type' | 'start'>, Seen<'type'>>,
): Promise<CarriedOut> {
  const { changes } = seen;
  if (changes[TYPE_FIELD]?.value !== act.type) throw mismatch();
  let isSoAlready = false;
  const answer = await saveWhatFollows(outside, { companyId, by }, (record, context) => {
    requireSame(record, companyId);
    isSoAlready = readScorecard(record, context).scorecard.type === act.type;
    return { changes, isReview: false };
  });
  const { conflicts, notWritten } = answer;
  if (conflicts.length > 0) return { outcome: 'refused', sentence: conflictText(answer, outside) };
  const [held] = notWritten;
  if (held !== undefined) return { outcome: 'refused', sentence: held.message };
  return carried(isSoAlready, notesOf(answer, outside));
}

/**
 * Takes the current profile over, where it still makes of the company what the preview said.
 *
 * @throws Refused; CrmError
 */
export async function carryOutTakeOver(
  outside: Context,
  { seen, companyId, by }: Carrying<Act<'take-over'>, Seen<'take-over'>>,
): Promise<CarriedOut> {
  const { from, to, after } = seen;
  let isSoAlready = false;
  const answer = await rejudgeScorecard(outside, { companyId, by, to }, (record, context) => {
    requireSame(record, companyId);
    const stamped = textOf(record.texts, 'profile_version');
    isSoAlready = stamped === to;
    if (isSoAlready) return;
    if (stamped !== from) throw changed(say.rejudgedSincePreview(versionInWords(stamped ?? '')));
    const now = laneNow(record, to, context);
    if (now !== null && shownLane(now) !== shownLane(after))
      throw changed(say.otherLaneSincePreview(shownLane(now)));
  });
  return carried(isSoAlready, notesOf(answer, outside));
}

/**
 * Decides as the card does.
 *
 * @throws Refused; CrmError
 */
export async function carryOutDecision(
  outside: Context,
  { act, seen, companyId, by, at, alsoHolding }: Carrying<Act<'decide'>, Seen<'decide'>>,
): Promise<CarriedOut> {
  const { stored, basis } = seen;
  const { decision, quarter, reason, askAgainOn } = act;
  const changes = {
    decision: { seen: stored.decision, value: decision },
    decision_quarter: { seen: stored.decision_quarter, value: quarter },
    decision_reason: { seen: stored.decision_reason, value: reason },
    ask_again_on: { seen: stored.ask_again_on, value: askAgainOn ?? '' },
    decided_at: { seen: stored.decided_at, value: at },
  };
  let isSoAlready = false;
  const lookBefore = (record: CompanyRecord) => {
    requireSame(record, companyId);
    isSoAlready = canonical('decided_at', textOf(record.texts, 'decided_at')) === canonical('decided_at', at);
  };
  const request = { companyId, changes, basis, by };
  const answer = await decide(outside, request, { lookBefore, alsoHolding });
  if (answer.conflicts.length > 0) return { outcome: 'refused', sentence: conflictText(answer, outside) };
  return carried(isSoAlready, notesOfDecision(answer));
}

export function mismatch(): Refused {
  return new Refused('invalid-input', say.SEEN_MISMATCH, { field: 'companies' });
}

function carried(isSoAlready: boolean, notes: readonly string[]): CarriedOut {
  return isSoAlready
    ? { outcome: 'unchanged', sentence: say.IS_SO_ALREADY }
    : { outcome: 'done', sentence: notes.join(' ') };
}

/** What was previewed is one record: what it was merged into is another, which nobody has looked at. */
function requireSame(record: CompanyRecord, companyId: string): void {
  if (record.id !== companyId) throw changed(say.mergedSincePreview(companyNameOf(record)));
}

function changed(sentence: string): Refused {
  return new Refused('invalid-input', sentence, { field: 'companies' });
}

function laneNow(record: CompanyRecord, to: string, context: Context): LaneByProfile | null {
  const profile = findProfile(context.profiles, to);
  const { scorecard } = readScorecard(record, context);
  return profile === null ? null : laneByProfile(scorecard, profile, today(context));
}
