import { inBulk } from '../../crm/client/client.ts';
import { notConnected } from '../../messages/actions.ts';
import * as words from '../../messages/server.ts';
import { isDatabaseDown } from '../../store/database-down.ts';
import type { Requests } from '../../store/requests.ts';
import { type ActionAnswer, answerAction } from '../../usecases/actions/answer-action.ts';
import type { Answer } from '../../usecases/answer-call.ts';
import { type Deadline, type Stopwatch, openDeadline } from '../deadline.ts';
import { type Once, isNothingDone, openOnce } from '../once.ts';
import { installAddress } from '../oauth/install-address.ts';
import { isPassing } from './action-replies.ts';
import type { CarryingParts, Execution } from './execution.ts';

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
 * Carries an execution out, or joins whoever does. Never fails.
 *
 * @param waiting how long another process is waited for
 */
export async function carryOut(
  parts: CarryingParts,
  execution: Execution,
  waiting: Pick<Deadline, 'leftMs'>,
): Promise<ActionAnswer> {
  try {
    return await carryOutOnce(parts, execution, waiting);
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

async function carryOutOnce(
  { installs, publicUrl, portals, once, log, stopwatch }: CarryingParts,
  { key, name, body, requestId }: Execution,
  waiting: Pick<Deadline, 'leftMs'>,
): Promise<ActionAnswer> {
  const install = await installs.read(key);
  if (install?.tokens == null) {
    const message = notConnected(installAddress(publicUrl, key.appId));
    return { error: { code: 'not-connected', message } };
  }
  const { execution, record, inputs, isWorkflow } = body;
  const report = (bug: unknown) => log.error({ bug, requestId }, 'bug');
  const run = () => {
    const deadline = openDeadline(WORK_MS, stopwatch);
    const connect = () => {
      const context = portals.contextOf(key, null, deadline.leftMs());
      return isWorkflow ? { ...context, crm: inBulk(context.crm) } : context;
    };
    return answerAction(connect, { name, record, execution, inputs }, report).finally(deadline.end);
  };
  const call = { portalId: key.portalId, userId: OF_NOBODY, id: `action ${execution}` };
  return (await once({ ...call, content: JSON.stringify([name, record]) }, waiting, run)) as ActionAnswer;
}

/** Cards of people have the ids of their HubSpot users. */
const OF_NOBODY = 0;
