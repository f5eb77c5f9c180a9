import { parseErrorBody } from './error-body.ts';
import { retryAfterMs } from './headers.ts';
import type { LimitPolicy, Priority } from './request.ts';

/** Reads it off the body of a refusal. A search names no policy. Source: HubSpot, "API usage guidelines and limits". */
export function limitPolicyOf(bodyText: string): LimitPolicy {
  const { policyName = '', message = '' } = parseErrorBody(bodyText);
  if (policyName === 'DAILY') return 'daily';
  if (policyName.startsWith('TEN_SECONDLY')) return 'ten-secondly';
  return policyName === 'SECONDLY' || /\bsecondly\b|per second/i.test(message) ? 'secondly' : 'ten-secondly';
}

/** HubSpot holds a lock for about two seconds. Source: error handling guide. */
const LOCK_MS = 2_000;

/** Longest pause after a failure inside HubSpot. */
const LONGEST_MS = 8_000;

/**
 * How long to wait before a call is repeated, in milliseconds. As HubSpot asks, else with jitter, since many processes may
 * have met the same limit at the same time: after a full window of ten seconds work in bulk waits for five to ten of them,
 * and a card longer each time, so that its tries do not fill the window; after a full second a second; after a failure
 * anywhere between nothing and 250 ms, 500 ms, 1 s, ...
 *
 * @param count attempts made so far
 * @param leftMs time left for all attempts; a pause that we choose ends before
 * @returns null when there is no time for another attempt
 */
export function pauseBeforeRetry(
  { status, policy, headers }: { status: number | null; policy?: LimitPolicy; headers: Headers },
  {
    count,
    priority,
    leftMs,
    random,
  }: { count: number; priority: Priority; leftMs: number; random: () => number },
): number | null {
  const asked = retryAfterMs(headers);
  const pause = asked === null ? chosenPause() : asked + random() * 100;
  if (pause < leftMs) return pause;
  // room comes back call by call, so one attempt just before the end may still succeed
  const isOfLimit = status === 429 && asked === null;
  return isOfLimit && leftMs > LAST_TRY_MS ? (leftMs - LAST_TRY_MS) * random() : null;

  function chosenPause(): number {
    if (status === 423) return LOCK_MS / 2 + random() * (LOCK_MS / 2);
    if (policy === 'secondly') return 1_000 + random() * Math.min(LONGEST_MS, 250 * 2 ** (count - 1));
    if (policy === 'ten-secondly' && priority === 'bulk') return 5_000 + random() * 5_000;
    if (policy === 'ten-secondly') return 500 + random() * Math.min(LONGEST_MS, 1_500 * 2 ** count);
    return random() * Math.min(LONGEST_MS, 250 * 2 ** (count - 1));
  }
}

/** Time that the last attempt should have. */
const LAST_TRY_MS = 1_000;
