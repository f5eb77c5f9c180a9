import { functionSettings } from '../src/config/environment.ts';
import { keepInstallation } from '../src/crm/installation.ts';
import { keepPolicy } from '../src/usecases/policy/known-policy.ts';
import { openContext } from '../src/usecases/context.ts';
import { type Answer, answerCall } from '../src/usecases/answer-call.ts';

/** HubSpot ends a call of the card after 15 seconds: the sentence that says what happened must be there before. */
const LIMIT_MS = 13_000;

/** A warm instance serves one portal: its token stands in its environment. */
const installation = keepInstallation(() => performance.now());

/** Its policy is kept too: only newer entries of the log are asked for. */
const policy = keepPolicy();

/** What HubSpot hands to a function, as far as this one reads it. */
interface FunctionCall {
  parameters?: unknown;
  /** Values of the card's record, read by HubSpot itself: `hs_object_id`. */
  propertiesToSend?: Readonly<Record<string, unknown>>;
}

/**
 * The app's one function. The card calls it with `{operation, input}` and gets `{answer}` or `{error}`, so that it always
 * has a sentence to show. It acts on the record that the card stands on only.
 */
export function main({ parameters, propertiesToSend = {} }: FunctionCall): Promise<Answer> {
  const id = propertiesToSend['hs_object_id'];
  const record = typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  const connect = () => openContext(functionSettings, { limitMs: LIMIT_MS, installation, policy });
  return answerCall(connect, parameters, { record });
}
