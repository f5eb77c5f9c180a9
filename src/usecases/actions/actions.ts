import * as z from 'zod';

import { NO_DECIDER, NO_DUE } from '../../messages/actions.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import type { ActionCall, ActionOutcome } from './action-call.ts';
import { Due, Owner, QuarterOrNow, given } from './action-inputs.ts';
import { askForAnswers } from './ask-for-answers.ts';
import type { ActionName } from './definitions.ts';
import { explainLane } from './explain-lane.ts';
import { judgePartner } from './judge-partner.ts';
import { proposeDecision } from './propose-decision.ts';
import { requestReview } from './request-review.ts';

/**
 * How one action is carried out.
 *
 * @param inputs as they came through the door. HubSpot sends those of earlier definitions too, which are passed over
 * @throws Refused `invalid-input` before anything is asked of the portal
 */
export type PartnerAction = (
  inputs: unknown,
) => (context: Context, call: ActionCall) => Promise<ActionOutcome>;

const Nothing = z.object({});
const Answers = z.object({ due: Due, owner: Owner });
const Review = z.object({ due: given(Due, NO_DUE), owner: Owner });
const Proposal = z.object({ owner: given(Owner, NO_DECIDER), due: Due, quarter: QuarterOrNow });

/** What a workflow or an agent may call. */
export const ACTIONS: Readonly<Record<ActionName, PartnerAction>> = {
  'judge-partner': action(Nothing, judgePartner),
  'explain-lane': action(Nothing, explainLane),
  'ask-for-answers': action(Answers, askForAnswers),
  'request-review': action(Review, requestReview),
  'propose-decision': action(Proposal, proposeDecision),
};

export function isAction(name: unknown): name is ActionName {
  return typeof name === 'string' && Object.hasOwn(ACTIONS, name);
}

function action<Input>(
  schema: z.ZodType<Input>,
  run: (context: Context, call: ActionCall, input: Input) => Promise<ActionOutcome>,
): PartnerAction {
  return (inputs) => {
    const { data, error } = schema.safeParse(inputs);
    const [issue] = error?.issues ?? [];
    if (data === undefined)
      throw new Refused('invalid-input', issue?.message ?? '', { field: String(issue?.path[0] ?? 'input') });
    return (context, call) => run(context, call, data);
  };
}
