import type { ActionAnswer } from '../../usecases/actions/answer-action.ts';
import { STILL_WORKING } from '../../messages/actions.ts';
import { DATABASE_DOWN } from '../../messages/server.ts';
import { type DoorFailure, type Reply, refusal } from '../replies.ts';

/** What a call of an action is answered with. */
export interface ActionReply extends Pick<Reply, 'status' | 'text' | 'headers'> {
  /** `done`, `fault` for one that the use case named, `blocked`, or the code of a failure. */
  code: string;
}

/** By names of its definition, and HubSpot's own beside them. */
export type OutputFields = Readonly<Record<string, string | number>>;

/** So long HubSpot waits before it calls again, where HubSpot itself had no room for our calls. */
const AGAIN_MS = 60_000;

/** Failures that pass: HubSpot calls again, for up to three days. */
const PASSING: readonly string[] = ['unavailable', 'rate-limited', 'unknown-outcome', 'cancelled'];

export function isPassingCode(code: string): boolean {
  return PASSING.includes(code);
}

/** Whether the same call may go better later. */
export function isPassing(answer: ActionAnswer): boolean {
  return 'error' in answer && isPassingCode(answer.error.code);
}

/** What the workflow gets. A fault lets it go on, and its history shows the message. */
export function outputFieldsOf(answer: ActionAnswer): OutputFields {
  if ('error' in answer) return { hs_execution_state: 'FAIL_CONTINUE', message: answer.error.message };
  const { isDone, outputs } = answer.answer;
  return { hs_execution_state: isDone ? 'SUCCESS' : 'FAIL_CONTINUE', ...outputs };
}

/**
 * HubSpot takes any 2xx for an answer, gives up at 4xx, and calls again after 429 and 5xx.
 *
 * Source: HubSpot, "Custom workflow actions", execution.
 */
export function actionReply(answer: ActionAnswer): ActionReply {
  if (isPassing(answer) && 'error' in answer) return callAgain(answer.error);
  const text = JSON.stringify({ outputFields: outputFieldsOf(answer) });
  const code = 'error' in answer ? answer.error.code : answer.answer.isDone ? 'done' : 'fault';
  return { code, status: 200, text };
}

/** It is completed later. @param expiresIn a duration of ISO 8601: then the workflow goes on without outputs */
export function blocked(expiresIn: string): ActionReply {
  const outputFields = { hs_execution_state: 'BLOCK', hs_expiration_duration: expiresIn };
  return { code: 'blocked', status: 200, text: JSON.stringify({ outputFields }) };
}

/** The app may not complete it later: the next call gets the answer. */
export function stillWorking(): ActionReply {
  return callAgain({ code: 'unavailable', message: STILL_WORKING });
}

/** HubSpot calls again. */
export function databaseDown(): ActionReply {
  return callAgain({ code: 'unavailable', message: DATABASE_DOWN });
}

function callAgain(failure: DoorFailure): ActionReply {
  if (failure.code === 'rate-limited') return waiting(failure, AGAIN_MS);
  return { ...refusal(failure, { status: 503 }), code: failure.code };
}

/** @param ms HubSpot reads `Retry-After` of an action in milliseconds */
export function waiting(failure: DoorFailure, ms: number): ActionReply {
  return { ...refusal(failure, { status: 429 }), headers: { 'retry-after': String(ms) } };
}
