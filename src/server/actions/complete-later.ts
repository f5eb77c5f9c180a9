import { completeCallback } from '../../crm/action-callbacks.ts';
import { CrmError } from '../../crm/client/errors.ts';
import { Refused } from '../../usecases/refused.ts';
import type { ActionAnswer } from '../../usecases/actions/answer-action.ts';
import { outputFieldsOf } from './action-replies.ts';
import type { Execution, ExecutionParts } from './execution.ts';

/** HubSpot has to have read that it is to wait, before it is told the end. */
const PAUSE_MS = 2_000;

/** For the call that completes an execution. */
const COMPLETE_MS = 30_000;

/**
 * Completes an execution once its work is done. It lives in this process: where that is killed before, HubSpot waits until
 * the execution expires, and the workflow goes on without outputs. Never fails.
 */
export async function completeLater(
  { portals, log, stopwatch }: Pick<ExecutionParts, 'portals' | 'log' | 'stopwatch'>,
  { key, name, callbackId, requestId }: Omit<Execution, 'body'> & { callbackId: string },
  work: Promise<ActionAnswer>,
): Promise<void> {
  const line = { requestId, action: name, portalId: key.portalId };
  try {
    const [answer] = await Promise.all([work, stopwatch.sleep(PAUSE_MS)]);
    const { crm } = portals.contextOf(key, null, COMPLETE_MS);
    await completeCallback(crm, callbackId, outputFieldsOf(answer));
    log.info(line, 'execution completed');
  } catch (error) {
    const isTold = error instanceof CrmError || error instanceof Refused;
    log.error(
      { ...line, ...(isTold ? { reason: error.message } : { bug: error }) },
      'execution not completed',
    );
  }
}
