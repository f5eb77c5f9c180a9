/** Values from response headers; null where HubSpot has not sent them. */
export interface PortalLimits {
  /** How far HubSpot's clock is ahead of ours, in milliseconds; negative where it is behind. Exact to some seconds. */
  aheadMs: number | null;
  /** Calls that the app may make within ten seconds. */
  calls: number | null;
  /** Calls of a day, all private apps of the account together, and how many of them are left. */
  daily: number | null;
  dailyLeft: number | null;
}

/**
 * Keeps what the headers of responses last said: give `onHeaders` to `openCrm`.
 *
 * @param now the clock that HubSpot's is compared with
 */
export function collectLimits(now: () => Date): {
  onHeaders: (headers: Headers) => void;
  limits: () => PortalLimits;
} {
  let limits: PortalLimits = { aheadMs: null, calls: null, daily: null, dailyLeft: null };
  const onHeaders = (headers: Headers) => {
    const date = Date.parse(headers.get('date') ?? '');
    limits = {
      aheadMs: Number.isNaN(date) ? limits.aheadMs : date - now().getTime(),
      calls: numberIn(headers, 'x-hubspot-ratelimit-max') ?? limits.calls,
      daily: numberIn(headers, 'x-hubspot-ratelimit-daily') ?? limits.daily,
      dailyLeft: numberIn(headers, 'x-hubspot-ratelimit-daily-remaining') ?? limits.dailyLeft,
    };
  };
  return { onHeaders, limits: () => limits };
}

/** How long HubSpot asks to wait, in milliseconds: the header gives seconds. Null without one. */
export function retryAfterMs(headers: Headers): number | null {
  const seconds = numberIn(headers, 'retry-after');
  return seconds === null || seconds >= 1_000_000 ? null : seconds * 1_000;
}

/** A header that holds a whole number; null when it is absent or holds something else. */
export function numberIn(headers: Headers, name: string): number | null {
  const text = headers.get(name)?.trim() ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
