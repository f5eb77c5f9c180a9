import type { Portal } from '../portal/portal.ts';
import type { Answer, Call } from './call.ts';
import { isoOf } from './instant.ts';
import { type JsonObject, listIn, objectOf, requiredText, requireFields } from './json.ts';
import { type ErrorBody, invalid } from './refusal.ts';

const MAX_INPUTS = 100;

/** @throws Refusal when there are no inputs, or more than `maximum` */
export function inputsOf(body: JsonObject, maximum = MAX_INPUTS): readonly JsonObject[] {
  requireFields(body, ['inputs']);
  const inputs = listIn(body, 'inputs').map((input) => objectOf(input, 'an input'));
  if (inputs.length === 0) throw invalid('A batch needs at least one input.');
  if (inputs.length > maximum)
    throw invalid(`A batch has at most ${maximum} inputs, this one ${inputs.length}.`);
  return inputs;
}

/** The ids of a batch. @throws Refusal naming ids that occur twice, as HubSpot refuses such a batch (recorded) */
export function distinctIds(inputs: readonly JsonObject[]): readonly string[] {
  const ids = inputs.map((input) => requiredText(input, 'id'));
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  if (twice.length === 0) return ids;
  throw invalid(`Ids occur twice in the batch: [${twice.join(', ')}].`, { context: { ids: twice } });
}

/** HubSpot gathers all unknown ids of a batch into one error. */
export function unknownIds(doing: string, ids: readonly string[]): ErrorBody[] {
  if (ids.length === 0) return [];
  const message = `Could not ${doing} some objects: they were deleted or never existed.`;
  return [{ category: 'OBJECT_NOT_FOUND', message, context: { ids } }];
}

/** Status of a batch that creates properties or associations; batches of records answer 201 everywhere. */
export function createdStatus({ switches }: Portal, { form }: Call): 200 | 201 {
  return form === 'dated' ? switches.datedBatchCreateStatus : 201;
}

/** The response to a batch: with errors 207, or on dated paths what the switch says. */
export function batchAnswer(
  portal: Portal,
  call: Call,
  status: 200 | 201,
  results: readonly unknown[],
  errors: readonly ErrorBody[] = [],
): Answer {
  const time = isoOf(portal.now().getTime());
  const body = { status: 'COMPLETE', results, startedAt: time, completedAt: time };
  if (errors.length === 0) return { status, body };
  return {
    status: call.form === 'dated' ? portal.switches.datedPartialStatus : 207,
    body: {
      ...body,
      numErrors: errors.length,
      errors: errors.map((error) => ({ status: 'error', ...error })),
    },
  };
}
