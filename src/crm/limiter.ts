import { interruptible } from './interruptible.ts';
import type { CrmAccess, CrmRequest, TransportSettings } from './transport.ts';

type Priority = NonNullable<CrmRequest['priority']>;

/** Spreads the calls to one portal so that its limits hold, and people go before work in bulk. */
export interface Limiter {
  /**
   * Waits until the portal has room for one more call.
   *
   * @param isSearch searches have a limit of their own
   * @param endsAt when the caller gives up, on the limiter's clock
   * @throws CrmError `cancelled`
   */
  take(
    priority: Priority,
    isSearch: boolean,
    endsAt: number,
    signal: AbortSignal | undefined,
  ): Promise<'go' | 'too-long'>;
  /** Takes in what HubSpot says about the limits of the portal. */
  learn(headers: Headers): void;
}

/** Work in bulk leaves this much of a window to others. */
const BULK_SHARE = 0.75;

/** Searches a second and account, whatever the plan. Source: HubSpot, "API usage guidelines and limits". */
const SEARCHES = { max: 5, intervalMs: 1_000 };

/** One limiter for each portal and app of this process: limits count all calls of an app together. */
const LIMITERS = new Map<string, Limiter>();

export function limiterOf(
  { baseUrl, accessToken }: CrmAccess,
  settings: Pick<TransportSettings, 'now' | 'sleep'>,
): Limiter {
  const key = `${baseUrl} ${accessToken}`;
  const limiter = LIMITERS.get(key) ?? openLimiter(settings);
  LIMITERS.set(key, limiter);
  return limiter;
}

/**
 * A limiter that knows nothing yet: until an answer names the portal's limit, every call goes at once.
 *
 * Source of the headers: HubSpot, "API usage guidelines and limits".
 */
export function openLimiter({ now, sleep }: Pick<TransportSettings, 'now' | 'sleep'>): Limiter {
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
      window.add(now());
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
  let ours: number[] = [];
  let others = { count: 0, until: 0 };
  return {
    add: (at: number) => void ours.push(at),
    learn: (at: number, told: { max: number; intervalMs: number }, remaining: number | null) => {
      limit = told;
      ours = ours.filter((time) => time > at - told.intervalMs);
      const count = remaining === null ? 0 : told.max - remaining - ours.length;
      others = { count: Math.max(0, count), until: at + told.intervalMs };
    },
    /** Milliseconds until there is room; 0 when there is. */
    waitMs: (at: number, priority: Priority): number => {
      if (limit === null) return 0;
      const { max, intervalMs } = limit;
      ours = ours.filter((time) => time > at - intervalMs);
      const isBulk = priority === 'bulk';
      // Calls of others are an estimate: it slows down work in bulk, never a person.
      const foreign = isBulk && others.until > at ? others.count : 0;
      const room = Math.max(1, Math.floor(isBulk ? max * BULK_SHARE : max));
      const excess = ours.length + foreign - room;
      if (excess < 0) return 0;
      const freed = ours[excess];
      return Math.max(1, (freed === undefined ? others.until : freed + intervalMs) - at);
    },
  };
}

function numberIn(headers: Headers, name: string): number | null {
  const text = headers.get(name)?.trim() ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
