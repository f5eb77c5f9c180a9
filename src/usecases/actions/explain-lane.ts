import { verdictParagraph } from '../../icp/sentences.ts';
import { NOTHING_TO_JUDGE } from '../../messages/actions.ts';
import type { Context } from '../context.ts';
import { loadScorecard } from '../scorecard/load.ts';
import type { ActionCall, ActionOutcome } from './action-call.ts';

/**
 * Explains the lane of a company in one paragraph, as the card gives it for a mail, with what else its page for a meeting
 * says of the verdict. Writes nothing.
 *
 * @throws Refused `company-not-found`
 * @throws CrmError
 */
export async function explainLane(context: Context, { companyId }: ActionCall): Promise<ActionOutcome> {
  const record = await loadScorecard(context, { companyId });
  const { companyName, scorecard, profile, verdict, problems, texts } = record;
  if (verdict === null || verdict.ratedCount === 0) {
    const message = problems[0]?.message ?? NOTHING_TO_JUDGE;
    return { isDone: record.state !== 'unjudgeable', outputs: { explanation: message, message } };
  }
  const notices = texts.notices.map(({ title, sentences: [what = ''] }) => `${title}. ${what}`.trim());
  const paragraph = verdictParagraph(companyName, scorecard, profile, verdict, texts.profile.name);
  const explanation = [paragraph, ...problems.map(({ message }) => message), ...notices].join(' ');
  return { isDone: true, outputs: { explanation, message: `${verdict.headline}.` } };
}
