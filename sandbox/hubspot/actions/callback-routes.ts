import { inputsOf } from '../http/batch.ts';
import { type Answer, type Call, NO_CONTENT, param } from '../http/call.ts';
import { type JsonObject, requiredObject, requiredText } from '../http/json.ts';
import { invalid, notFound } from '../http/refusal.ts';
import type { Portal } from '../portal/portal.ts';
import { type Execution, finish } from './execution.ts';

const ENDINGS: readonly unknown[] = [undefined, 'SUCCESS', 'FAIL_CONTINUE'];

function executionOf(portal: Portal, callbackId: string): Execution {
  const execution = portal.executions.get(callbackId);
  if (execution === undefined) throw notFound('There is no such callback.');
  return execution;
}

/** @throws Refusal 400 for output fields that are missing or do not end the execution */
function outputsIn(body: JsonObject): JsonObject {
  const outputs = requiredObject(body, 'outputFields');
  if (!ENDINGS.includes(outputs['hs_execution_state']))
    throw invalid('hs_execution_state must be SUCCESS or FAIL_CONTINUE.');
  return outputs;
}

/** @throws Refusal 404 (a switch) for an execution that is not blocked */
function complete(portal: Portal, execution: Execution, outputs: JsonObject): void {
  if (execution.state === 'blocked') finish(execution, outputs);
  else if (portal.switches.repeatedCompletion === 404) throw notFound('This callback does not wait.');
}

export function completeCallback(portal: Portal, call: Call): Answer {
  const execution = executionOf(portal, param(call, 'callbackId'));
  complete(portal, execution, outputsIn(call.body));
  return NO_CONTENT;
}

export function completeCallbacks(portal: Portal, call: Call): Answer {
  const found = inputsOf(call.body).map(
    (input) => [executionOf(portal, requiredText(input, 'callbackId')), outputsIn(input)] as const,
  );
  for (const [execution, outputs] of found) complete(portal, execution, outputs);
  return NO_CONTENT;
}
