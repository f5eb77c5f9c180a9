import { inBulk } from '../../crm/client/client.ts';
import type { Requests } from '../../store/requests.ts';
import { isDatabaseDown } from '../../store/database-down.ts';
import type { Answer } from '../../usecases/answer-call.ts';
import { type ActionAnswer, answerAction } from '../../usecases/actions/answer-action.ts';
import { notConnected } from '../../messages/actions.ts';
import * as words from '../../messages/server.ts';
import { type Deadline, type Stopwatch, openDeadline } from '../deadline.ts';
import { type Once, isNothingDone, openOnce } from '../once.ts';
import { installAddress } from '../oauth/install-address.ts';
import {
  type ActionReply,
  actionReply,
  blocked,
  isPassing,
  stillWorking,
  waiting,
} from './action-replies.ts';
import { completeLater } from './complete-later.ts';
import type { Execution, ExecutionParts } from './execution.ts';

/** The work for one execution ends within this time. */
const WORK_MS = 110_000;

/** Whoever began an execution before has been killed. */
const LONGEST_SECONDS = 120;

/** Carries an execution out once. One that failed for a reason that passes runs again. */
export function openExecutions(requests: Requests, stopwatch: Pick<Stopwatch, 'sleep'>): Once {
  const isForgotten = (answer: Answer) => isNothingDone(answer) || isPassing(answer as ActionAnswer);
  return openOnce(requests, stopwatch, { longestSeconds: LONGEST_SECONDS, isForgotten });
}

/**
 * Answers an execution in the time that HubSpot is let wait. What takes longer goes on: HubSpot is told to wait, and gets the
 * outputs by a call of ours.
 */
export async function answerExecution(
  parts: ExecutionParts,
  execution: Execution,
  deadline: Deadline,
): Promise<ActionReply> {
  const { limits, running, installs } = parts;
  const { key, body } = execution;
  const place = await limits.take({ key, userId: '', email: '' });
  if ('waitSeconds' in place)
    return waiting({ code: 'too-many-calls', message: words.TOO_MANY_CALLS }, place.waitSeconds * 1_000);
  const work = running.add(safely(parts, execution).finally(place.release));
  const answer = await deadline.within(work);
  if (answer !== 'too-late') return actionReply(answer);
  const install = await installs.read(key);
  const { callbackId } = body;
  if (callbackId === null || install?.scopes.includes(TO_COMPLETE) !== true) return stillWorking();
  void running.add(completeLater(parts, { ...execution, callbackId }, work));
  return blocked();
}

/** The scope without which nothing can be completed later. Granted where the plan of the portal has workflows. */
const TO_COMPLETE = 'automation';

async function safely(parts: ExecutionParts, execution: Execution): Promise<ActionAnswer> {
  try {
    return await carryOut(parts, execution);
  } catch (error) {
    const isDown = isDatabaseDown(error);
    const { requestId } = execution;
    parts.log.error({ bug: error, requestId }, isDown ? 'the database is down' : 'bug');
    return {
      error: isDown
        ? { code: 'unavailable', message: words.DATABASE_DOWN }
        : { code: 'bug', message: words.FAILED },
    };
  }
}

async function carryOut(
  parts: ExecutionParts,
  { key, name, body, requestId }: Execution,
): Promise<ActionAnswer> {
  const { installs, publicUrl, portals, once, log, stopwatch } = parts;
  const install = await installs.read(key);
  if (install?.tokens == null) {
    const message = notConnected(installAddress(publicUrl, key.appId));
    return { error: { code: 'not-connected', message } };
  }
  const { execution, record, inputs, isWorkflow } = body;
  const deadline = openDeadline(WORK_MS, stopwatch);
  const report = (bug: unknown) => log.error({ bug, requestId }, 'bug');
  const connect = () => {
    const context = portals.contextOf(key, null, deadline.leftMs());
    return isWorkflow ? { ...context, crm: inBulk(context.crm) } : context;
  };
  const run = () => answerAction(connect, { name, record, execution, inputs }, report);
  const call = { portalId: key.portalId, userId: OF_NOBODY, id: `action ${execution}` };
  try {
    return (await once({ ...call, content: JSON.stringify([name, record]) }, deadline, run)) as ActionAnswer;
  } finally {
    deadline.end();
  }
}

/** Cards of people have the ids of their HubSpot users. */
const OF_NOBODY = 0;
