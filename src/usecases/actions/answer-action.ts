import * as z from 'zod';

import { BAD_COMPANY_ID, NO_COMPANY, TWO_COMPANIES } from '../../messages/actions.ts';
import type { Context } from '../context.ts';
import { type Failure, failureOf } from '../failure.ts';
import { CompanyId } from '../inputs.ts';
import { Refused } from '../refused.ts';
import type { ActionOutcome } from './action-call.ts';
import { ACTIONS } from './actions.ts';
import type { ActionName } from './definitions.ts';

/** An action as a door was asked for it. */
export interface ActionRequest {
  name: ActionName;
  /** The enrolled record; null where an agent names the company among its inputs. */
  record: { id: string; type: string } | null;
  execution: string;
  /** As they came through the door: nothing about them is known. */
  inputs: Readonly<Record<string, unknown>>;
}

export type ActionAnswer = { answer: ActionOutcome } | { error: Failure };

/**
 * Answers one call of an action. Never throws: a failure is an answer with a code and a sentence.
 *
 * @param report told of bugs; the caller gets a sentence instead
 */
export async function answerAction(
  connect: () => Context,
  request: ActionRequest,
  report: (bug: unknown) => void,
): Promise<ActionAnswer> {
  try {
    const { name, inputs, execution } = request;
    const companyId = companyOf(request);
    const run = ACTIONS[name](inputs);
    return { answer: await run(connect(), { companyId, execution }) };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === 'bug') report(error);
    return { error: failure };
  }
}

const Named = z.object({ company_id: z.union([z.string().trim(), z.number().transform(String)]).nullish() });
const COMPANIES: readonly string[] = ['COMPANY', 'COMPANIES', '0-2'];

/** @throws Refused `invalid-input` */
function companyOf({ record, inputs }: ActionRequest): string {
  const { data } = Named.safeParse(inputs);
  if (data === undefined) throw new Refused('invalid-input', BAD_COMPANY_ID, { field: 'company_id' });
  const named = data.company_id ?? '';
  if (named !== '' && !CompanyId.safeParse(named).success)
    throw new Refused('invalid-input', BAD_COMPANY_ID, { field: 'company_id' });
  const enrolled = record !== null && COMPANIES.includes(record.type.toUpperCase()) ? record.id : '';
  if (named !== '' && enrolled !== '' && named !== enrolled)
    throw new Refused('invalid-input', TWO_COMPANIES, { field: 'company_id' });
  const companyId = enrolled === '' ? named : enrolled;
  if (companyId === '') throw new Refused('invalid-input', NO_COMPANY, { field: 'company_id' });
  return companyId;
}
