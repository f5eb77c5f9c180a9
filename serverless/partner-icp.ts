import { functionSettings } from '../src/config/environment.ts';
import { keepInstallation } from '../src/crm/installation.ts';
import { openContext } from '../src/usecases/context.ts';
import { type Answer, answerCall } from '../src/usecases/operations.ts';

/** HubSpot ends a call of the card after 15 seconds: the sentence that says what happened must be there before. */
const LIMIT_MS = 13_000;

/** A warm instance serves one portal: its token stands in its environment. */
const installation = keepInstallation(() => performance.now());

/**
 * The app's one function. The card calls it with `{operation, input}` and gets `{answer}` or `{error}`, so that it always
 * has a sentence to show.
 */
export function main({ parameters }: { parameters?: unknown }): Promise<Answer> {
  return answerCall(() => openContext(functionSettings, { limitMs: LIMIT_MS, installation }), parameters);
}
