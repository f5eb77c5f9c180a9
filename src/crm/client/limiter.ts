import { CrmError } from './errors.ts';
import { numberIn } from './headers.ts';
import type { Clock, CrmAccess, Limiter, Priority } from './request.ts';

/** Share of a portal's calls that work in bulk may use. */
const BULK_SHARE = 0.75;

/**
 * Part of the window that work in bulk leaves to others once the window is full. Its limiter knows to the moment when a
 * call of its own makes room, and would take it before another process that only tries now and then.
 */
export const YIELDS = 0.3;

/** Searches a second and account, whatever the plan. Source: HubSpot, "API usage guidelines and limits". */
const SEARCHES = { max: 5, intervalMs: 1_000 };

/** How long calls are kept while no response has named a limit: the longest window that HubSpot has but for the day. */
const UNNAMED_MS = 10_000;

/** One limiter for each portal and app of this process: limits count all calls of an app together. */
const LIMITERS = new Map<string, Limiter>();

export function limiterOf({ baseUrl, accessToken }: CrmAccess, clock: Clock): Limiter {
  const key = `${baseUrl} ${accessToken}`;
  const limiter = LIMITERS.get(key) ?? openLimiter(clock);
  LIMITERS.set(key, limiter);
  return limiter;
}

/**
 * A limiter without calls. Until a response names the portal's limit, no call waits.
 *
 * Source of the headers: HubSpot, "API usage guidelines and limits".
 */
export function openLimiter({ now, sleep }: Clock): Limiter {
  const calls = openWindow();
  const searches = openWindow();
  let bulkFrom = 0;
  const holdBulk = (ms: number) => {
    bulkFrom = Math.max(bulkFrom, now() + ms);
  };
  return {
    async take(priority, isSearch, endsAt, signal) {
      const window = isSearch ? searches : calls;
      for (;;) {
        const held = priority === 'bulk' && !isSearch ? bulkFrom - now() : 0;
        const wait = Math.max(held, window.waitMs(now(), priority));
        if (wait <= 0) break;
        if (now() + wait >= endsAt) return 'too-long';
        await interruptible(sleep(wait), signal);
      }
      if (signal !== undefined) await interruptible(Promise.resolve(), signal);
      window.add(now(), priority);
      return 'go';
    },
    refused(policy, priority, pauseMs) {
      if (policy === 'ten-secondly' && priority === 'bulk') holdBulk(pauseMs);
    },
    learn(headers) {
      const max = numberIn(headers, 'x-hubspot-ratelimit-max');
      if (max === null) return;
      const intervalMs = numberIn(headers, 'x-hubspot-ratelimit-interval-milliseconds') ?? 10_000;
      const remaining = numberIn(headers, 'x-hubspot-ratelimit-remaining');
      if (remaining === 0) holdBulk(intervalMs * YIELDS);
      calls.learn(now(), { max, intervalMs }, remaining);
      searches.learn(now(), SEARCHES, null);
    },
  };
}

/** The calls of the last seconds: ours with their times, those of other apps as a number from HubSpot's headers. */
export function openWindow() {
  let limit: { max: number; intervalMs: number } | null = null;
  let ours: { at: number; priority: Priority }[] = [];
  let others = { count: 0, until: 0 };
  return {
    add: (at: number, priority: Priority) => {
      const intervalMs = limit?.intervalMs ?? UNNAMED_MS;
      ours = ours.filter((call) => call.at > at - intervalMs);
      ours.push({ at, priority });
    },
    learn: (at: number, next: { max: number; intervalMs: number }, remaining: number | null) => {
      limit = next;
      ours = ours.filter((call) => call.at > at - next.intervalMs);
      const count = remaining === null ? 0 : next.max - remaining - ours.length;
      others = { count: Math.max(0, count), until: at + next.intervalMs };
    },
    /** Milliseconds until there is room; 0 when there is. */
    waitMs: (at: number, priority: Priority): number => {
      if (limit === null) return 0;
      const { max, intervalMs } = limit;
      ours = ours.filter((call) => call.at > at - intervalMs);
      if (priority === 'card') return untilFree(ours, max, at, intervalMs);
      // The number of others' calls is an estimate, so only work in bulk waits for it. They expire evenly over the window.
      const left = Math.max(0, others.until - at) / intervalMs;
      const theirs = Math.floor(others.count * left);
      const bulk = ours.filter((call) => call.priority === 'bulk');
      const wait = Math.max(
        untilFree(bulk, Math.max(1, Math.floor(max * BULK_SHARE)) - theirs, at, intervalMs),
        untilFree(ours, max - theirs, at, intervalMs),
      );
      return theirs === 0 ? wait : Math.min(wait, Math.ceil(intervalMs / others.count));
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

/** Waits for `work`. @throws CrmError `cancelled` as soon as the signal aborts */
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
