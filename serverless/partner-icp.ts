import { functionSettings } from '../src/config/environment.ts';
import { openContext } from '../src/usecases/context.ts';
import { type Answer, answerCall } from '../src/usecases/operations.ts';

/**
 * The app's one function. The card calls it with `{operation, input}` and gets `{answer}` or `{error}`, so that it always
 * has a sentence to show.
 */
export function main({ parameters }: { parameters?: unknown }): Promise<Answer> {
  return answerCall(() => openContext(functionSettings), parameters);
}
