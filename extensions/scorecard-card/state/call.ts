import type { Operations } from '../../../src/contract/operations.ts';

import { ask } from './ask.ts';
import type { Call, Place } from './card-state.ts';
import type { Store } from './store.ts';

/** Asks the function as the newest call. @returns null when it refused, which is told already */
export async function call<Name extends 'load-scorecard' | 'save-scorecard' | 'clear-scorecard'>(
  { read, tell }: Store,
  asked: { operation: Name; call: Call; place?: Place },
  input: Operations[Name]['input'],
): Promise<{ request: number; answer: Operations[Name]['answer'] } | null> {
  const { operation, ...event } = asked;
  const request = read().request + 1;
  tell({ what: 'asked', request, ...event });
  const outcome = await ask(operation, input);
  if (outcome.ok) return { request, answer: outcome.answer };
  tell({ what: 'refused', request, call: event.call, failure: outcome.failure });
  return null;
}
