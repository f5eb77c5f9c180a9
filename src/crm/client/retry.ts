import type { FailedAnswer } from './attempt.ts';

/** HubSpot holds a lock for about two seconds. Source: error handling guide. */
const LOCK_MS = 2_000;

/** Longest pause that we choose ourselves. */
const LONGEST_MS = 8_000;

/**
 * How long to wait before a call is repeated, in milliseconds: as HubSpot asks, else with full jitter anywhere between
 * nothing and 250 ms, 500 ms, 1 s, ...
 *
 * @param count attempts made so far
 */
export function pauseBeforeRetry(
  { status, headers }: Pick<FailedAnswer, 'status' | 'headers'>,
  count: number,
  random: () => number,
): number {
  const asked = retryAfterMs(headers);
  if (asked !== null) return asked + random() * 100;
  if (status === 423) return LOCK_MS / 2 + random() * (LOCK_MS / 2);
  return random() * Math.min(LONGEST_MS, 250 * 2 ** (count - 1));
}

/** What HubSpot asks to wait, in milliseconds: the header gives seconds. Null where it asks for nothing. */
export function retryAfterMs(headers: Headers): number | null {
  const text = headers.get('retry-after');
  return text !== null && /^\d{1,6}$/.test(text.trim()) ? Number(text) * 1_000 : null;
}
