import type { PostOutcome } from '../apps/post-signed.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { type Execution, finish } from './execution.ts';

const MINUTE_MS = 60_000;
const LONGEST_GAP_MS = 8 * 3_600_000;

/** A minute at first, twice as long each time, 8 hours at most. @param failures so far, 1 or more @returns milliseconds */
export function actionDelay(failures: number): number {
  return Math.min(MINUTE_MS * 2 ** (failures - 1), LONGEST_GAP_MS);
}

/** @returns after how many milliseconds to try again; undefined where the answer stands */
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

/** Whatever is no JSON object with output fields has none. */
export function outputsOf(text: string): JsonObject {
  try {
    const body: unknown = JSON.parse(text);
    const outputs = isJsonObject(body) ? body['outputFields'] : undefined;
    return isJsonObject(outputs) ? outputs : {};
  } catch {
    return {};
  }
}
