import * as z from 'zod';

import { isOfOneInput } from './bisect-batch.ts';
import { ErrorBody } from './error-body.ts';
import { CrmError, type CrmErrorCode } from './errors.ts';
import { refusalInBatch } from './refusals.ts';
import { type Crm, type CrmRequest, read } from './request.ts';
import { NOT_ANSWERED } from '../../messages/hubspot.ts';

/** HubSpot did not decline: it failed, or was busy. */
const NOT_DECLINED: readonly CrmErrorCode[] = ['unavailable', 'unknown-outcome', 'rate-limited'];

/** Calls of one batch that are under way at the same time: HubSpot takes longer for one than the rate limit asks for. */
const AT_ONCE = 4;

/** One input of a batch of records. */
interface Input {
  id: string;
}

/** Each input is in exactly one of these. A record that answers is named by its own id, after a merge another one. */
export interface Accounted<Output> {
  /** By the id that was asked for. */
  answered: Map<string, Output>;
  /** What HubSpot declined, with its reason. Of a read, `not-found` means that the record is gone. */
  refused: Map<string, CrmError>;
  /** What HubSpot left out, or failed with: it may or may not have happened. */
  unknown: Map<string, CrmError>;
}

interface BatchOf<Output> extends Pick<CrmRequest, 'path'> {
  /** Of the body beside the inputs. */
  rest?: object;
  /** `reads`, or `same` for a write whose repeat leaves the same values. */
  repeat: 'reads' | 'same';
  output: z.ZodType<Output>;
  /** The ids that an output stands for. */
  idsOf: (output: Output) => readonly string[];
}

/**
 * Sends a batch of any length, and accounts for every input: results and errors are read, and what is in neither is
 * unknown, never gone and never written. HubSpot refuses a whole batch for one bad input, so a refused batch is sent again
 * in halves, down to the input at fault; so is one whose errors do not say which input they are about.
 *
 * @param size the most inputs that HubSpot takes in one call
 * @throws CrmError when the failure is not about single inputs; no call is under way then
 */
export async function sendBatches<Output>(
  crm: Crm,
  inputs: readonly Input[],
  size: number,
  batch: BatchOf<Output>,
): Promise<Accounted<Output>> {
  const accounted: Accounted<Output> = { answered: new Map(), refused: new Map(), unknown: new Map() };
  const distinct = [...new Map(inputs.map((input) => [input.id, input])).values()];
  const waiting = batches(distinct, size);
  const failures: unknown[] = [];
  const sender = async () => {
    for (let some = waiting.shift(); some !== undefined && failures.length === 0; some = waiting.shift())
      await sendSome(crm, some, batch, accounted).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  if (failures.length > 0) throw failures[0];
  return accounted;
}

async function sendSome<Output>(
  crm: Crm,
  inputs: readonly Input[],
  batch: BatchOf<Output>,
  accounted: Accounted<Output>,
): Promise<void> {
  const { path, repeat, rest } = batch;
  const request = { method: 'POST', path, repeat, body: { inputs, ...rest } } as const;
  const schema = z.object({
    results: z.array(batch.output),
    errors: z.array(ErrorBody).nullish(),
  });
  try {
    const { results, errors } = await read(crm, request, schema, 'answer about a batch of records');
    const left = sort(inputs, results, errors ?? [], batch, accounted);
    await halve(crm, left, batch, accounted);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    if (error.code === 'unknown-outcome') for (const { id } of inputs) accounted.unknown.set(id, error);
    else if (isOfOneInput(error)) await halve(crm, { ids: inputs, error }, batch, accounted);
    else throw error;
  }
}

/** Inputs that may be at fault. */
interface Left {
  ids: readonly Input[];
  /** What is wrong with at least one of them. */
  error: CrmError;
}

/** Puts each input where it belongs. @returns those that an error without an id may be about */
function sort<Output>(
  inputs: readonly Input[],
  results: readonly Output[],
  errors: readonly ErrorBody[],
  { idsOf, repeat }: BatchOf<Output>,
  { answered, refused, unknown }: Accounted<Output>,
): Left | null {
  const asked = new Set(inputs.map(({ id }) => id));
  for (const output of results)
    for (const id of idsOf(output)) if (asked.delete(id)) answered.set(id, output);
  const nameless: CrmError[] = [];
  for (const body of errors) {
    const error = refusalInBatch(body, repeat === 'same');
    const ids = [...(body.context?.['ids'] ?? []), ...(body.context?.['id'] ?? [])].filter((id) =>
      asked.delete(id),
    );
    for (const id of ids) (isDeclined(error) ? refused : unknown).set(id, error);
    if (ids.length === 0) nameless.push(error);
  }
  const open = inputs.filter(({ id }) => asked.has(id));
  const fault = nameless.find(isDeclined);
  if (fault !== undefined && open.length > 0) return { ids: open, error: fault };
  for (const { id } of open)
    unknown.set(
      id,
      nameless[0] ?? new CrmError(repeat === 'same' ? 'unknown-outcome' : 'unavailable', NOT_ANSWERED),
    );
  return null;
}

function isDeclined({ code }: CrmError): boolean {
  return !NOT_DECLINED.includes(code);
}

async function halve<Output>(
  crm: Crm,
  left: Left | null,
  batch: BatchOf<Output>,
  accounted: Accounted<Output>,
): Promise<void> {
  if (left === null) return;
  const { ids, error } = left;
  const [only, ...more] = ids;
  if (only === undefined) return;
  if (more.length === 0) {
    accounted.refused.set(only.id, error);
    return;
  }
  const middle = Math.ceil(ids.length / 2);
  await sendSome(crm, ids.slice(0, middle), batch, accounted);
  await sendSome(crm, ids.slice(middle), batch, accounted);
}

/** @returns the inputs in runs of at most `size` */
export function batches<Input>(inputs: readonly Input[], size: number): Input[][] {
  return Array.from({ length: Math.ceil(inputs.length / size) }, (_, index) =>
    inputs.slice(index * size, (index + 1) * size),
  );
}
