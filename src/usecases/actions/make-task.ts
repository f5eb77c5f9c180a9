import { createHash } from 'node:crypto';

import { CrmError } from '../../crm/client/errors.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';
import { type NewTask, bodiesOf, makeTasks, newestTasksOf, ownersOf } from '../../crm/tasks.ts';
import { daysAfter } from '../../icp/day-in.ts';
import { TASK_LOST, TASK_MADE, TASK_THERE, taskReference, taskRefused } from '../../messages/actions.ts';
import { type Context, today } from '../context.ts';
import { timeOn } from '../time-on.ts';
import type { ActionOutcome } from './action-call.ts';

/** A task that an action makes. */
export interface ActionTask {
  record: CompanyRecord;
  subject: string;
  /** Plain text, a line each. */
  lines: readonly string[];
  /** `YYYY-MM-DD`; null for a week from today. */
  due: string | null;
  /** Of HubSpot's owner; null for the owner of the company, if it has one. */
  ownerId: string | null;
  /** Of the call. */
  execution: string;
}

/** How many days a task has whose due day nobody gave (ours). */
const DAYS = 7;

/**
 * Makes a task, once for an execution: a repeat finds it among the newest tasks of the company by the reference in its last
 * line, whatever a person has made of its subject.
 *
 * @returns the outcome of an action with these outputs; a fault where HubSpot refuses the task
 * @throws CrmError `unknown-outcome` where HubSpot did not say whether it made it: a repeat looks for it
 */
export async function makeTask(
  context: Context,
  task: ActionTask,
  outputs: Readonly<Record<string, string>> = {},
): Promise<ActionOutcome> {
  const { crm } = context;
  const { record, subject, lines, due, execution } = task;
  const companyId = record.id;
  const reference = taskReference(createHash('sha256').update(execution).digest('hex').slice(0, 16));
  const made = (message: string) => ({ isDone: true, outputs: { ...outputs, task: 'made', message } });
  if (await isThere(context, companyId, reference)) return made(TASK_THERE);
  const ownerId = task.ownerId ?? (await ownersOf(crm, [companyId])).get(companyId) ?? null;
  const wanted: NewTask = {
    ...{ companyId, subject, ownerId },
    body: [...lines, reference].join('\n'),
    dueAt: timeOn(due ?? inDays(today(context)), record.zone),
  };
  const first = await makeTasks(crm, [wanted]);
  // an owner of the company who has left: then it is a task of nobody
  const isRetried = first.refused.length > 0 && task.ownerId === null && ownerId !== null;
  const { refused, unknown } = isRetried ? await makeTasks(crm, [{ ...wanted, ownerId: null }]) : first;
  const [refusal] = refused;
  if (refusal !== undefined) {
    const message = taskRefused(refusal.error.message);
    return { isDone: false, outputs: { ...outputs, message } };
  }
  if (unknown.length > 0 && !(await isThere(context, companyId, reference)))
    throw new CrmError('unknown-outcome', TASK_LOST);
  return made(TASK_MADE);
}

function inDays(day: string): string {
  return daysAfter(day, DAYS) ?? day;
}

/** @throws CrmError where the tasks of the company cannot be read */
async function isThere({ crm }: Context, companyId: string, reference: string): Promise<boolean> {
  const ids = (await newestTasksOf(crm, [companyId])).get(companyId);
  if (ids === undefined) throw new CrmError('unavailable', TASK_LOST);
  const bodies = await bodiesOf(crm, ids);
  return [...bodies.values()].some((body) => body.includes(reference));
}
