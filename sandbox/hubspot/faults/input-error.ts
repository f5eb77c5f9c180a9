import type { Answer } from '../http/call.ts';
import { isoOf } from '../http/instant.ts';
import { isJsonObject, type JsonObject } from '../http/json.ts';
import type { ErrorBody } from '../http/refusal.ts';
import type { Portal } from '../portal/portal.ts';
import { type InputError, isInput } from './fault.ts';

/** A batch without the input that is to fail. */
export interface SplitBatch {
  /** The body with the other inputs; undefined when none is left. */
  readonly others: string | undefined;
  readonly failed: JsonObject;
}

/** @returns undefined when the body is no batch that has the input */
export function splitBatch({ input: wanted }: InputError, text: unknown): SplitBatch | undefined {
  const body = parsed(text);
  const inputs: unknown = isJsonObject(body) ? body['inputs'] : undefined;
  if (!isJsonObject(body) || !Array.isArray(inputs)) return undefined;
  const index = inputs.findIndex((input: unknown) => wanted === undefined || isInput(input, wanted));
  const failed: unknown = inputs[index];
  if (!isJsonObject(failed)) return undefined;
  const others: unknown[] = inputs.toSpliced(index, 1);
  return { failed, others: others.length === 0 ? undefined : JSON.stringify({ ...body, inputs: others }) };
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** The answer to a batch with the error of its failed input beside the results; always a 207. */
export function withInputError(
  portal: Portal,
  answer: Answer | undefined,
  { error }: InputError,
  failed: JsonObject,
): Answer {
  if (answer !== undefined && answer.status >= 300) return answer;
  const time = isoOf(portal.now().getTime());
  const body = isJsonObject(answer?.body)
    ? answer.body
    : { status: 'COMPLETE', results: [], startedAt: time, completedAt: time };
  const before: readonly unknown[] = Array.isArray(body['errors']) ? body['errors'] : [];
  const errors = [...before, { status: 'error', ...describeError(error, failed) }];
  return { ...answer, status: 207, body: { ...body, numErrors: errors.length, errors } };
}

function describeError(error: InputError['error'], failed: JsonObject): ErrorBody {
  const ids = typeof failed['id'] === 'string' ? [failed['id']] : [];
  const trace = failed['objectWriteTraceId'];
  const named = { ids, ...(typeof trace === 'string' ? { objectWriteTraceId: [trace] } : {}) };
  if (error === 'internal')
    return { category: 'INTERNAL_ERROR', message: 'HubSpot could not handle this input.', context: named };
  if (error !== 'read-only') return { ...error, context: { ...named, ...error.context } };
  const [name = 'unknown'] = isJsonObject(failed['properties']) ? Object.keys(failed['properties']) : [];
  const problem = {
    isValid: false,
    message: `"${name}" is read only: its value cannot be set.`,
    error: 'READ_ONLY_VALUE',
    name,
  };
  return {
    category: 'VALIDATION_ERROR',
    message: `Property values were not valid: ${JSON.stringify([problem])}`,
    errors: [{ message: problem.message, code: problem.error, context: { propertyName: [name] } }],
    context: named,
  };
}
