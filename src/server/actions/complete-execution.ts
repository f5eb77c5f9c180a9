import { completeCallback } from '../../crm/action-callbacks.ts';
import { CrmError } from '../../crm/client/errors.ts';
import { STILL_WORKING } from '../../messages/actions.ts';
import type { ActionAnswer } from '../../usecases/actions/answer-action.ts';
import { Refused } from '../../usecases/refused.ts';
import { openDeadline } from '../deadline.ts';
import type { Tally } from '../tally.ts';
import { type Worker, openWorker } from '../work/worker.ts';
import { isPassing, isPassingCode, outputFieldsOf } from './action-replies.ts';
import { carryOut } from './carry-out.ts';
import type { CarryingParts, WaitingExecution } from './execution.ts';
import { type ExecutionQueue, executionIn, queueExecution } from './waiting-executions.ts';

/** What waiting executions are completed with. */
export interface CompletingParts extends CarryingParts {
  tally: Tally;
}

/** Executions that a process completes at once. Most of them wait for the process that was asked. */
const AT_ONCE = 10;

interface Surroundings extends CompletingParts {
  queue: ExecutionQueue;
  /** Calls back after so many milliseconds, once. @returns cancels it */
  timer: (ms: number, ring: () => void) => () => void;
}

/** Completes executions. Any number of processes may do it. */
export function openCompletions({ queue, timer, ...parts }: Surroundings): Worker {
  const { log } = parts;
  return openWorker({
    ...{ queue, atOnce: AT_ONCE, log, timer },
    run: async (queued, signal) => {
      const execution = executionIn(queued);
      const again = await completeExecution(parts, execution, signal);
      // one that is left to another process was not tried
      const tries = signal.aborted ? execution.tries : execution.tries + 1;
      if (again !== null) await queueExecution(queue, { ...execution, tries }, again);
    },
  });
}

/** HubSpot has to have read that it is to wait, before it is told the end. */
const PAUSE_MS = 2_000;
/** Longer than another process may take: behind that it is known to have been killed, and the action runs here. */
const JOIN_MS = 130_000;
/** For the call that completes an execution. */
const COMPLETE_MS = 30_000;
const AGAIN_SECONDS = 15;
const LONGEST_SECONDS = 600;
/** The last try begins so long before HubSpot stops to wait. */
const LAST_MS = 60_000;

/**
 * Gives HubSpot the outputs of an execution for which it waits: those of the process that carries it out, else it is carried
 * out here. What fails for a reason that passes is tried again until HubSpot stops to wait, then its message is the output.
 *
 * @param signal where it is aborted the execution is left to another process
 * @returns after how many seconds it has to be tried again; null once it is over
 */
export async function completeExecution(
  parts: CompletingParts,
  waiting: WaitingExecution,
  signal: AbortSignal,
): Promise<number | null> {
  const { portals, tally, log, stopwatch, now } = parts;
  const { key, name, callbackId, requestId, endsAt, tries } = waiting;
  const line = { requestId, action: name, portalId: key.portalId };
  if (now() >= endsAt) {
    tally.add('completion', 'expired');
    log.error(line, 'execution expired before it could be completed');
    return null;
  }
  const seconds = Math.min(AGAIN_SECONDS * 2 ** tries, LONGEST_SECONDS);
  const isLast = now() + seconds * 1_000 + LAST_MS >= endsAt;
  const again = (reason: string) => {
    tally.add('completion', 'again');
    log.warn({ ...line, reason, againSeconds: seconds }, 'execution is completed later');
    return seconds;
  };
  try {
    const [answer] = await Promise.all([answerOf(parts, waiting, signal), stopwatch.sleep(PAUSE_MS)]);
    if (answer === STOPPED) return 0;
    if (isPassing(answer) && 'error' in answer && !isLast) return again(answer.error.message);
    const { crm } = portals.contextOf(key, null, COMPLETE_MS);
    await completeCallback(crm, callbackId, outputFieldsOf(answer));
    tally.add('completion', 'completed');
    log.info(line, 'execution completed');
    return null;
  } catch (error) {
    const isTold = error instanceof CrmError || error instanceof Refused;
    if (isTold && isPassingCode(error.code) && !isLast) return again(error.message);
    tally.add('completion', 'failed');
    log.error(
      { ...line, ...(isTold ? { reason: error.message } : { bug: error }) },
      'execution not completed',
    );
    return null;
  }
}

const STOPPED: ActionAnswer = { error: { code: 'cancelled', message: STILL_WORKING } };

async function answerOf(
  parts: CompletingParts,
  waiting: WaitingExecution,
  signal: AbortSignal,
): Promise<ActionAnswer> {
  const deadline = openDeadline(JOIN_MS, parts.stopwatch);
  const leftMs = () => (signal.aborted ? 0 : deadline.leftMs());
  let stop = () => {};
  const stopped = new Promise<ActionAnswer>((resolve) => void (stop = () => resolve(STOPPED)));
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await Promise.race([stopped, carryOut(parts, waiting, { leftMs })]);
  } finally {
    signal.removeEventListener('abort', stop);
    deadline.end();
  }
}
