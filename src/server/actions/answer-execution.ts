import { isDatabaseDown } from '../../store/database-down.ts';
import * as words from '../../messages/server.ts';
import { type Deadline, openDeadline } from '../deadline.ts';
import {
  type ActionReply,
  actionReply,
  blocked,
  databaseDown,
  stillWorking,
  waiting,
} from './action-replies.ts';
import { carryOut } from './carry-out.ts';
import type { Execution, ExecutionParts } from './execution.ts';

/** So long another process is waited for that has begun the same execution. */
const JOIN_MS = 110_000;

/** An execution that is not completed by then goes on without outputs. */
const EXPIRES_IN = { ms: 3_600_000, text: 'PT1H' };

/**
 * Answers an execution in the time that HubSpot is let wait. What takes longer goes on: HubSpot is told to wait, and gets the
 * outputs by a call of ours.
 */
export async function answerExecution(
  parts: ExecutionParts,
  execution: Execution,
  deadline: Deadline,
): Promise<ActionReply> {
  const { limits, running, stopwatch } = parts;
  const place = await limits.take({ key: execution.key, userId: '', email: '' });
  if ('waitSeconds' in place)
    return waiting({ code: 'too-many-calls', message: words.TOO_MANY_CALLS }, place.waitSeconds * 1_000);
  const joining = openDeadline(JOIN_MS, stopwatch);
  const work = running.add(
    carryOut(parts, execution, joining).finally(() => {
      joining.end();
      place.release();
    }),
  );
  const answer = await deadline.within(work);
  return answer === 'too-late' ? completedLater(parts, execution) : actionReply(answer);
}

/** The scope without which nothing can be completed later. Granted where the plan of the portal has workflows. */
const TO_COMPLETE = 'automation';

/** That it has to be completed is stored before HubSpot is told to wait: this process may be killed at any moment. */
async function completedLater(parts: ExecutionParts, execution: Execution): Promise<ActionReply> {
  const { installs, completeLater, log, now } = parts;
  const { callbackId } = execution.body;
  try {
    const install = await installs.read(execution.key);
    if (callbackId === null || install?.scopes.includes(TO_COMPLETE) !== true) return stillWorking();
    await completeLater({ ...execution, callbackId, endsAt: now() + EXPIRES_IN.ms, tries: 0 });
    return blocked(EXPIRES_IN.text);
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    log.error({ bug: error, requestId: execution.requestId }, 'the database is down');
    return databaseDown();
  }
}
