import { CrmError, type CrmErrorCode } from './errors.ts';

/** Refusals that may be about a single input. */
const OF_ONE_INPUT: readonly CrmErrorCode[] = ['invalid-request', 'already-exists', 'not-found'];

/** Whether a batch may have been refused for a single one of its inputs. */
export function isOfOneInput(error: unknown): error is CrmError {
  return error instanceof CrmError && OF_ONE_INPUT.includes(error.code);
}

/**
 * Sends inputs in one call. HubSpot refuses a whole batch for one bad input, so a refused batch is sent again in halves,
 * down to the input at fault.
 *
 * @returns what was refused, with the reason; everything else was sent
 * @throws CrmError when the failure is not about one input
 */
export async function bisectBatch<Input>(
  inputs: readonly Input[],
  send: (inputs: readonly Input[]) => Promise<void>,
): Promise<{ input: Input; error: CrmError }[]> {
  const [first] = inputs;
  if (first === undefined) return [];
  try {
    await send(inputs);
    return [];
  } catch (error) {
    if (!isOfOneInput(error)) throw error;
    if (inputs.length === 1) return [{ input: first, error }];
    const middle = Math.ceil(inputs.length / 2);
    const front = await bisectBatch(inputs.slice(0, middle), send);
    return [...front, ...(await bisectBatch(inputs.slice(middle), send))];
  }
}
