import { CrmError } from '../../crm/client/errors.ts';
import { type CompanyRecord, textOf } from '../../crm/company-record.ts';
import { decisionLabel, isDecision } from '../../icp/decision.ts';
import type { Quarter } from '../../icp/quarter.ts';
import * as say from '../../messages/actions.ts';
import type { Context } from '../context.ts';
import { hindranceOf } from '../decisions/decision-of.ts';
import { readQuarter } from '../meeting/read-quarter.ts';
import { companyNameOf } from '../names.ts';
import { judge, readScorecard } from '../scorecard/judge.ts';
import { findUnderPolicy } from '../scorecard/load.ts';
import type { ActionCall, ActionOutcome } from './action-call.ts';
import { makeTask } from './make-task.ts';

interface Proposal {
  /** Who decides. */
  owner: string;
  due: string | null;
  /** Null for that of today. */
  quarter: Quarter | null;
}

/**
 * Makes a task for a person to decide about a partner, with its place among those without a decision in the quarter, and
 * the slots. Decides nothing. Reads every scored company of the portal.
 *
 * @throws Refused when the company is gone, or decisions are not installed
 * @throws CrmError `unavailable` where HubSpot's search does not list the company yet
 */
export async function proposeDecision(
  outside: Context,
  { companyId, execution }: ActionCall,
  { owner: ownerId, due, quarter: named }: Proposal,
): Promise<ActionOutcome> {
  const { context, record } = await findUnderPolicy(outside, companyId);
  const hindrance = hindranceOf(judge(readScorecard(record, context), context), context);
  if (hindrance !== null) return { isDone: false, outputs: { message: hindrance } };
  const { quarter, queue, slots } = await readQuarter(outside, named);
  const decided = decisionIn(record, quarter);
  if (decided !== null)
    return {
      isDone: true,
      outputs: {
        ...{ task: 'not-needed', slots: slots.text },
        message: say.decidedAlready(decided, quarter),
      },
    };
  const found = queue.find(({ candidate }) => candidate.companyId === record.id);
  if (found === undefined) throw new CrmError('unavailable', say.NOT_IN_SEARCH_YET);
  const { candidate, rank, why } = found;
  const place = say.placeInQueue(rank, queue.length);
  const lines = [
    `${candidate.headline}.`,
    ...(candidate.next === '' ? [] : [candidate.next]),
    say.placeSentence(place, quarter, why),
    say.slotsSentence(quarter, slots.text),
    say.DECIDE_ON_CARD,
  ];
  const subject = say.decisionSubject(companyNameOf(record), quarter);
  return makeTask(context, { record, subject, lines, due, ownerId, execution }, { place, slots: slots.text });
}

/** The label of the decision that the company has in the quarter; null where it has none. */
function decisionIn({ texts }: CompanyRecord, quarter: Quarter): string | null {
  const decision = textOf(texts, 'decision');
  if (decision === null || textOf(texts, 'decision_quarter') !== quarter) return null;
  return isDecision(decision) ? decisionLabel(decision) : decision;
}
