import { sortChecks } from '../../icp/checks.ts';
import { type Dimension, type Profile, inSentence, promptsOf } from '../../icp/profile.ts';
import { ratingOf } from '../../icp/ratings.ts';
import type { Scorecard } from '../../icp/scorecard.ts';
import { type Verdict, verdict, waitingDimensions } from '../../icp/verdict.ts';
import * as say from '../../messages/actions.ts';
import { type Context, today } from '../context.ts';
import { companyNameOf } from '../names.ts';
import { Refused } from '../refused.ts';
import { judge, readScorecard } from '../scorecard/judge.ts';
import { findUnderPolicy } from '../scorecard/load.ts';
import type { ActionCall, ActionOutcome } from './action-call.ts';
import { makeTask } from './make-task.ts';

/**
 * Makes a task that lists the answers and the evidence that are missing, the next question first. A company without any
 * rating is asked about under the type that a first rating would start.
 *
 * @throws Refused when the company is gone, or cannot be judged
 * @throws CrmError
 */
export async function askForAnswers(
  outside: Context,
  { companyId, execution }: ActionCall,
  { due, owner: ownerId }: { due: string | null; owner: string | null },
): Promise<ActionOutcome> {
  const { context, record } = await findUnderPolicy(outside, companyId);
  const { state, problems, scorecard, profile } = judge(readScorecard(record, context), context);
  if (state === 'unjudgeable' || state === 'not-installed') {
    const message = problems[0]?.message ?? context.remedies.install;
    throw new Refused('not-installed', message);
  }
  const { question, lines } = missingIn(scorecard, profile, verdict(scorecard, profile, today(context)));
  if (lines.length === 0)
    return { isDone: true, outputs: { task: 'not-needed', message: say.ANSWERS_COMPLETE } };
  const subject = say.answersSubject(companyNameOf(record));
  const task = { record, subject, lines: [...lines, say.WRITE_ON_CARD], due, ownerId, execution };
  return makeTask(context, task, question === null ? {} : { question });
}

/** What is missing, a sentence each. */
function missingIn(
  scorecard: Scorecard,
  profile: Profile,
  judged: Verdict,
): { question: string | null; lines: string[] } {
  const { dimensions } = profile;
  const named = (those: readonly { label: string }[]) =>
    those.map(({ label }) => inSentence(label)).join(', ');
  const withKeys = (keys: readonly string[]) => named(dimensions.filter(({ key }) => keys.includes(key)));
  const unknown = dimensions.filter(({ key }) => ratingOf(scorecard.ratings, key) === null);
  const next = unknown.find(({ key }) => key === judged.nextQuestion?.dimension);
  const others = unknown.filter((dimension) => dimension !== next);
  const waiting = waitingDimensions(scorecard, profile);
  const isToCheck = judged.clearance === 'pending' || judged.clearance === 'blocked';
  const open = isToCheck ? sortChecks(scorecard, profile).open : [];
  const question = next === undefined ? null : questionOf(next);
  const prompts = next === undefined ? [] : promptsOf(next, profile);
  return {
    question,
    lines: [
      ...(question === null ? [] : [say.askNext(question)]),
      ...(prompts.length === 0 ? [] : [say.promptsToAsk(prompts.join(' '))]),
      ...(others.length === 0 ? [] : [say.answersMissing(named(others))]),
      ...(waiting.length === 0 ? [] : [say.answersToConfirm(withKeys(waiting))]),
      ...(judged.evidenceGaps.length === 0 ? [] : [say.evidenceToAdd(withKeys(judged.evidenceGaps))]),
      ...(open.length === 0 ? [] : [say.checksOpen(named(open))]),
    ],
  };
}

function questionOf({ label, question }: Dimension): string {
  return `${label}. ${question}`;
}
