import { CrmError, type CrmErrorCode } from './errors.ts';

/** Refusals that may be about a single input. */
const OF_ONE_INPUT: readonly CrmErrorCode[] = ['invalid-request', 'already-exists', 'not-found'];

/** The result of a batch: every input is in `outputs` or in `refused`. */
export interface Bisected<Input, Output> {
  outputs: Output[];
  refused: { input: Input; error: CrmError }[];
}

/**
 * Sends inputs in one call. HubSpot refuses a whole batch for one bad input, so a refused batch is sent again in halves,
 * down to the input at fault.
 *
 * @throws CrmError when the failure is not about one input
 */
export async function bisectBatch<Input, Output>(
  inputs: readonly Input[],
  send: (inputs: readonly Input[]) => Promise<readonly Output[]>,
): Promise<Bisected<Input, Output>> {
  const [first] = inputs;
  if (first === undefined) return { outputs: [], refused: [] };
  try {
    return { outputs: [...(await send(inputs))], refused: [] };
  } catch (error) {
    if (!(error instanceof CrmError) || !OF_ONE_INPUT.includes(error.code)) throw error;
    if (inputs.length === 1) return { outputs: [], refused: [{ input: first, error }] };
    const middle = Math.ceil(inputs.length / 2);
    const front = await bisectBatch(inputs.slice(0, middle), send);
    const back = await bisectBatch(inputs.slice(middle), send);
    return {
      outputs: [...front.outputs, ...back.outputs],
      refused: [...front.refused, ...back.refused],
    };
  }
}

/**
 * The outputs of a batch that only reads, without records that are gone. Only not-found means gone; any other refusal is
 * thrown, or callers would take the record for empty.
 *
 * @throws CrmError
 */
export function readOutputs<Output>({ outputs, refused }: Bisected<unknown, Output>): Output[] {
  const fault = refused.find(({ error }) => error.code !== 'not-found');
  if (fault !== undefined) throw fault.error;
  return outputs;
}

/** @returns the inputs in runs of at most `size` */
export function batches<Input>(inputs: readonly Input[], size: number): Input[][] {
  return Array.from({ length: Math.ceil(inputs.length / size) }, (_, index) =>
    inputs.slice(index * size, (index + 1) * size),
  );
}
