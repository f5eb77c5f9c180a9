import type { Context } from '../context.ts';
import { syncDealsOf } from '../deals/sync.ts';
import { type Judgement, isRated, judge, readScorecard, refusalToWrite } from '../scorecard/judge.ts';
import { findRecord } from '../scorecard/find-record.ts';
import { findUnderPolicy } from '../scorecard/load.ts';
import { completePatch, isEmptyPatch } from '../scorecard/plan-save.ts';
import { ROUNDS } from '../scorecard/repair.ts';
import { repairInBulk } from '../scorecard/repair-in-bulk.ts';
import {
  EDIT_LEFT,
  judged,
  NOTHING_TO_JUDGE,
  judgedAndRepaired,
  notRepaired,
} from '../../messages/actions.ts';
import { NOT_SEEN_WHO, lastChangedBy } from '../../messages/nightly.ts';
import type { ActionCall, ActionOutcome } from './action-call.ts';

/**
 * Judges a company by its scorecard. Where the stored verdict does not follow, it is repaired as the nightly run does: at
 * most three times within an hour, without naming anybody as who worked on it; deals of the partner pipeline follow.
 *
 * @throws Refused when the company is gone, or nothing may be written to it
 * @throws CrmError
 */
export async function judgePartner(outside: Context, { companyId }: ActionCall): Promise<ActionOutcome> {
  const { context, record } = await findUnderPolicy(outside, companyId);
  const reading = readScorecard(record, context);
  const refusal = refusalToWrite(reading, context);
  if (refusal !== null) throw refusal;
  const { patch } = completePatch(reading, {}, context);
  const before = judge(reading, context);
  if (isEmptyPatch(patch)) return outcomeOf(before, judged);
  const { id } = record;
  const { refused, keepsChanging, edited } = await repairInBulk(context, [record], context.now().getTime());
  const cause = refused.get(id);
  if (cause !== undefined) throw cause;
  const hand = keepsChanging.get(id);
  if (hand !== undefined) {
    const who = hand === null ? NOT_SEEN_WHO : lastChangedBy(hand.property, hand.source);
    return { ...outcomeOf(before, () => notRepaired(ROUNDS, who)), isDone: false };
  }
  if (edited.has(id)) return { ...outcomeOf(before, () => EDIT_LEFT), isDone: false };
  const after = await findRecord(context, id);
  await syncDealsOf(context, after);
  // dates of the trail alone may have been brought up to date too
  const told = Object.keys(before.drift).length > 0 ? judgedAndRepaired : judged;
  return outcomeOf(judge(readScorecard(after, context), context), told);
}

/** What is not there yet is left out: no lane before the first rating, no total while answers are missing. */
function outcomeOf(judgement: Judgement, told: (headline: string) => string): ActionOutcome {
  const { verdict, problems } = judgement;
  if (verdict === null || !isRated(judgement)) {
    const [problem] = problems;
    const isUnjudgeable = judgement.state === 'unjudgeable';
    const message = isUnjudgeable && problem !== undefined ? problem.message : NOTHING_TO_JUDGE;
    return { isDone: !isUnjudgeable, outputs: { message } };
  }
  const { lane, total, clearance, next, causes, headline } = verdict;
  return {
    isDone: true,
    outputs: {
      lane,
      ...(total !== null && { total }),
      ...(clearance !== null && { clearance }),
      ...{ next_step: next, causes: causes.map(({ text }) => text).join(' ') },
      message: told(headline),
    },
  };
}
