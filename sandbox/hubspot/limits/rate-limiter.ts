import { dayIn } from '../account/time-zone.ts';
import type { Actor } from '../portal/actor.ts';
import type { Switches } from '../switches.ts';
import type { LimitsLeft, Policy } from './limit-answers.ts';
import { BURST_MS, type Rates, SEARCH_MS } from './rates.ts';

export interface Admission {
  /** The limit that was exceeded. */
  readonly refusedBy: Policy | undefined;
  /** undefined when the response carries no rate limit headers. */
  readonly left: LimitsLeft | undefined;
}

export interface RateLimiter {
  /** Counts a call and checks the limits. */
  readonly admit: (actor: Actor, isSearch: boolean) => Admission;
  /** Calls of private apps since midnight of the account; counted even while limits are off. */
  readonly usedToday: () => number;
  /** undefined where limits are off. */
  readonly rates: () => Rates | undefined;
  /** Calls made while limits were off do not count towards ten seconds and searches. */
  readonly setRates: (rates: Rates | undefined) => void;
}

interface Clocked {
  readonly now: () => Date;
  readonly switches: Switches;
  readonly timeZone: string;
}

/** The first exceeded limit. */
function policyMet(
  used: Readonly<Record<'burst' | 'daily' | 'search', number>>,
  max: Rates,
): Policy | undefined {
  if (used.daily >= max.daily) return 'DAILY';
  if (used.burst >= max.burst) return 'TEN_SECONDLY_ROLLING';
  return used.search >= max.search ? 'SEARCH' : undefined;
}

const FREE: Admission = { refusedBy: undefined, left: undefined };

/** Limits apply to apps only, not to people, imports or HubSpot itself. */
export function openRateLimiter({ now, switches, timeZone }: Clocked, start: Rates | undefined): RateLimiter {
  let rates = start;
  const bursts = new Map<string, RollingWindow>();
  let searches = openWindow(SEARCH_MS);
  const today = { day: 0, calls: 0 };

  function usedToday(): number {
    const day = dayIn(timeZone, now().getTime());
    if (day !== today.day) Object.assign(today, { day, calls: 0 });
    return today.calls;
  }

  function burstOf(actor: Actor): RollingWindow {
    const window = bursts.get(actor.sourceId) ?? openWindow(BURST_MS);
    bursts.set(actor.sourceId, window);
    return window;
  }

  /** For OAuth apps searches do not count towards the ten-second limit, and there is no daily limit. */
  function admit(actor: Actor, isSearch: boolean): Admission {
    if (actor.sourceType !== 'INTEGRATION') return FREE;
    const time = now().getTime();
    const isOAuth = actor.isOAuth === true;
    const burst = rates === undefined || (isOAuth && isSearch) ? undefined : burstOf(actor);
    const used = {
      burst: burst?.count(time) ?? 0,
      daily: isOAuth ? 0 : usedToday(),
      search: isSearch ? searches.count(time) : 0,
    };
    const maxima =
      rates === undefined ? undefined : { ...rates, burst: isOAuth ? rates.oauthBurst : rates.burst };
    const refusedBy = maxima === undefined ? undefined : policyMet(used, maxima);
    if (refusedBy === undefined || switches.refusedCallsCount) {
      if (rates !== undefined) burst?.add(time);
      if (rates !== undefined && isSearch) searches.add(time);
      if (!isOAuth) today.calls += 1;
    }
    if (maxima === undefined) return { refusedBy, left: undefined };
    if (isSearch) {
      const secondly = { max: maxima.search, left: Math.max(0, maxima.search - used.search - 1) };
      return { refusedBy, left: { burst: undefined, daily: undefined, secondly } };
    }
    const left: LimitsLeft = {
      burst: { max: maxima.burst, left: Math.max(0, maxima.burst - used.burst - 1) },
      daily: isOAuth ? undefined : { max: maxima.daily, left: Math.max(0, maxima.daily - used.daily - 1) },
    };
    return { refusedBy, left };
  }

  return {
    admit,
    usedToday,
    rates: () => rates,
    setRates: (next) => {
      if (rates === undefined) {
        bursts.clear();
        searches = openWindow(SEARCH_MS);
      }
      rates = next;
    },
  };
}

/** Counts calls within a rolling window, on the account's clock, up to 10,000. */
export interface RollingWindow {
  /** Drops calls outside the window. @returns how many are inside, 10,000 at most */
  readonly count: (now: number) => number;
  readonly add: (now: number) => void;
}

/** Above what any plan allows. It bounds memory where the account's clock stands still. */
const MAX_COUNTED = 10_000;

export function openWindow(lengthMs: number): RollingWindow {
  let times: number[] = [];
  let first = 0;
  return {
    count: (now) => {
      // Ignores calls in the future, which a clock that was moved back leaves behind.
      if ((times.at(-1) ?? now) > now) [times, first] = [times.slice(first).filter((time) => time <= now), 0];
      while (first < times.length && (times[first] ?? now) <= now - lengthMs) first += 1;
      if (first > 1_000) [times, first] = [times.slice(first), 0];
      return times.length - first;
    },
    add: (now) => {
      times.push(now);
      if (times.length - first > MAX_COUNTED) first += 1;
      if (first > 1_000) [times, first] = [times.slice(first), 0];
    },
  };
}
