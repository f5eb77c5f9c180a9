import { CrmError } from './errors.ts';
import { numberIn } from './headers.ts';
import type { Clock, CrmAccess, Limiter, Priority } from './request.ts';

/** Work in bulk leaves this much of a window to others. */
const BULK_SHARE = 0.75;

/** Searches a second and account, whatever the plan. Source: HubSpot, "API usage guidelines and limits". */
const SEARCHES = { max: 5, intervalMs: 1_000 };

/** One limiter for each portal and app of this process: limits count all calls of an app together. */
const LIMITERS = new Map<string, Limiter>();

export function limiterOf({ baseUrl, accessToken }: CrmAccess, clock: Clock): Limiter {
  const key = `${baseUrl} ${accessToken}`;
  const limiter = LIMITERS.get(key) ?? openLimiter(clock);
  LIMITERS.set(key, limiter);
  return limiter;
}

/**
 * A limiter that knows nothing yet: until an answer names the portal's limit, every call goes at once.
 *
 * Source of the headers: HubSpot, "API usage guidelines and limits".
 */
export function openLimiter({ now, sleep }: Clock): Limiter {
  const calls = openWindow();
  const searches = openWindow();
  return {
    async take(priority, isSearch, endsAt, signal) {
      const window = isSearch ? searches : calls;
      for (;;) {
        const wait = window.waitMs(now(), priority);
        if (wait <= 0) break;
        if (now() + wait >= endsAt) return 'too-long';
        await interruptible(sleep(wait), signal);
      }
      if (signal !== undefined) await interruptible(Promise.resolve(), signal);
      window.add(now(), priority);
      return 'go';
    },
    learn(headers) {
      const max = numberIn(headers, 'x-hubspot-ratelimit-max');
      if (max === null) return;
      const intervalMs = numberIn(headers, 'x-hubspot-ratelimit-interval-milliseconds') ?? 10_000;
      calls.learn(now(), { max, intervalMs }, numberIn(headers, 'x-hubspot-ratelimit-remaining'));
      searches.learn(now(), SEARCHES, null);
    },
  };
}

/** The calls of the last seconds, ours one by one and those of others as HubSpot counts them. */
function openWindow() {
  let limit: { max: number; intervalMs: number } | null = null;
  let ours: { at: number; priority: Priority }[] = [];
  let others = { count: 0, until: 0 };
  return {
    add: (at: number, priority: Priority) => void ours.push({ at, priority }),
    learn: (at: number, told: { max: number; intervalMs: number }, remaining: number | null) => {
      limit = told;
      ours = ours.filter((call) => call.at > at - told.intervalMs);
      const count = remaining === null ? 0 : told.max - remaining - ours.length;
      others = { count: Math.max(0, count), until: at + told.intervalMs };
    },
    /** Milliseconds until there is room; 0 when there is. */
    waitMs: (at: number, priority: Priority): number => {
      if (limit === null) return 0;
      const { max, intervalMs } = limit;
      ours = ours.filter((call) => call.at > at - intervalMs);
      if (priority === 'card') return untilFree(ours, max, at, intervalMs);
      // Calls of others are an estimate: it slows down work in bulk, never a person. They leave the window one by one.
      const left = Math.max(0, others.until - at) / intervalMs;
      const foreign = Math.floor(others.count * left);
      const bulk = ours.filter((call) => call.priority === 'bulk');
      const wait = Math.max(
        untilFree(bulk, Math.max(1, Math.floor(max * BULK_SHARE)) - foreign, at, intervalMs),
        untilFree(ours, max - foreign, at, intervalMs),
      );
      return foreign === 0 ? wait : Math.min(wait, Math.ceil(intervalMs / others.count));
    },
  };
}

/** Milliseconds until fewer than `room` of the calls are in the window. */
function untilFree(calls: readonly { at: number }[], room: number, at: number, intervalMs: number): number {
  const excess = calls.length - room;
  if (excess < 0) return 0;
  const freed = calls[excess];
  return freed === undefined ? intervalMs : Math.max(1, freed.at + intervalMs - at);
}

/** @throws CrmError `cancelled` as soon as the signal says so */
export async function interruptible(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return work;
  if (signal.aborted) throw cancelledError();
  let cancel: () => void = () => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    cancel = () => reject(cancelledError());
    signal.addEventListener('abort', cancel, { once: true });
  });
  try {
    await Promise.race([work, cancelled]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

function cancelledError(): CrmError {
  return new CrmError('cancelled', 'The work was cancelled. What was written stays.');
}
