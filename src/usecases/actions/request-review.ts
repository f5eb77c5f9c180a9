import { dayInWords } from '../../icp/day-in.ts';
import { REQUESTED_REVIEW, requestedReviewSubject } from '../../messages/actions.ts';
import type { Context } from '../context.ts';
import { companyNameOf } from '../names.ts';
import { findUnderPolicy } from '../scorecard/load.ts';
import type { ActionCall, ActionOutcome } from './action-call.ts';
import { makeTask } from './make-task.ts';

/**
 * Makes a task to review a partner. Notes no review.
 *
 * @throws Refused `company-not-found`
 * @throws CrmError
 */
export async function requestReview(
  outside: Context,
  { companyId, execution }: ActionCall,
  { due, owner: ownerId }: { due: string; owner: string | null },
): Promise<ActionOutcome> {
  const { context, record } = await findUnderPolicy(outside, companyId);
  const subject = requestedReviewSubject(companyNameOf(record), dayInWords(due));
  return makeTask(context, { record, subject, lines: [REQUESTED_REVIEW], due, ownerId, execution });
}
