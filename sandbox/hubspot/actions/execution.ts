import type { PostOutcome } from '../apps/post-signed.ts';
import { isJsonObject, type JsonObject } from '../http/json.ts';

/** `retrying` waits for the next attempt, `blocked` for the app's callback; the states after it are final. */
export type ExecutionState = 'sending' | 'retrying' | 'blocked' | 'succeeded' | 'failed' | 'expired';

export interface ExecutionAttempt {
  /** Milliseconds since 1970, on the account's clock. */
  readonly at: number;
  /** 0 without an answer. */
  readonly status: number;
  readonly failure: string | undefined;
}

/** One run of a custom action for one record. */
export interface Execution {
  readonly callbackId: string;
  readonly appId: number;
  readonly definitionId: string;
  readonly objectType: string;
  readonly objectId: string;
  state: ExecutionState;
  outputFields: Readonly<Record<string, unknown>>;
  readonly attempts: ExecutionAttempt[];
}

/** Executions by their callback id. */
export type ExecutionStore = Map<string, Execution>;

/** Applies the output fields of the app's response or of its callback. */
export function finish(execution: Execution, outputFields: Readonly<Record<string, unknown>>): void {
  const { hs_execution_state: said, ...fields } = outputFields;
  execution.outputFields = fields;
  execution.state = said === 'FAIL_CONTINUE' || said === 'FAIL' ? 'failed' : 'succeeded';
}

const DURATION =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const SECONDS = [31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1];
const WEEK_MS = 604_800_000;

/** How long a blocked execution waits: an ISO 8601 duration, a week where none is given. @returns milliseconds */
export function expiryOf(text: unknown): number {
  const parts = typeof text === 'string' ? DURATION.exec(text) : null;
  if (parts === null) return WEEK_MS;
  const seconds = SECONDS.reduce((sum, unit, index) => sum + unit * Number(parts[index + 1] ?? 0), 0);
  return seconds * 1_000;
}

const MINUTE_MS = 60_000;
const LONGEST_GAP_MS = 8 * 3_600_000;

/** One minute, doubled for each failure, 8 hours at most. @param failures 1 or more @returns milliseconds */
export function actionDelay(failures: number): number {
  return Math.min(MINUTE_MS * 2 ** (failures - 1), LONGEST_GAP_MS);
}

/** @returns milliseconds until the next attempt; undefined when there is none */
export function takeAnswer(execution: Execution, outcome: PostOutcome): number | undefined {
  const { status, text, retryAfter } = outcome;
  const delay = actionDelay(execution.attempts.length);
  // HubSpot reads Retry-After in milliseconds here
  if (status === 429) return /^\d{1,9}$/.test(retryAfter ?? '') ? Number(retryAfter) : delay;
  if (status === 0 || status >= 500) return delay;
  if (status < 200 || status >= 300) execution.state = 'failed';
  else if (outputsOf(text)['hs_execution_state'] === 'BLOCK') execution.state = 'blocked';
  else finish(execution, outputsOf(text));
  return undefined;
}

/** Empty for a body without output fields. */
export function outputsOf(text: string): JsonObject {
  try {
    const body: unknown = JSON.parse(text);
    const outputs = isJsonObject(body) ? body['outputFields'] : undefined;
    return isJsonObject(outputs) ? outputs : {};
  } catch {
    return {};
  }
}
