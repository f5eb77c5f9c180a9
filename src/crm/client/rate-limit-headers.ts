import { type Limiter, limiterOf } from './limiter.ts';
import { type Crm, type CrmAccess, DEFAULT_TRANSPORT, type TransportSettings, openCrm } from './client.ts';

/** What HubSpot's answers say beside their bodies; null where they have not said it. */
export interface Heard {
  /** How far HubSpot's clock is ahead of ours, in milliseconds; negative where it is behind. Exact to some seconds. */
  aheadMs: number | null;
  /** Calls that the app may make within ten seconds. */
  calls: number | null;
  /** Calls of a day, all private apps of the account together, and how many of them are left. */
  daily: number | null;
  dailyLeft: number | null;
}

/**
 * Opens the way to a portal and listens to the headers of its answers.
 *
 * @param now the clock that HubSpot's is compared with
 */
export function openHearingCrm(
  access: CrmAccess,
  now: () => Date,
  settings: TransportSettings = DEFAULT_TRANSPORT,
): { crm: Crm; heard: () => Heard } {
  const heard: Heard = { aheadMs: null, calls: null, daily: null, dailyLeft: null };
  const limiter = settings.limiter ?? limiterOf(access, settings);
  // The limiter is told the headers of every answer.
  const listening: Limiter = {
    take: (...call) => limiter.take(...call),
    learn: (headers: Headers) => {
      listen(heard, headers, now);
      limiter.learn(headers);
    },
  };
  return { crm: openCrm(access, { ...settings, limiter: listening }), heard: () => ({ ...heard }) };
}

function listen(heard: Heard, headers: Headers, now: () => Date): void {
  const date = Date.parse(headers.get('date') ?? '');
  if (!Number.isNaN(date)) heard.aheadMs = date - now().getTime();
  heard.calls = numberIn(headers, 'x-hubspot-ratelimit-max') ?? heard.calls;
  heard.daily = numberIn(headers, 'x-hubspot-ratelimit-daily') ?? heard.daily;
  heard.dailyLeft = numberIn(headers, 'x-hubspot-ratelimit-daily-remaining') ?? heard.dailyLeft;
}

function numberIn(headers: Headers, name: string): number | null {
  const text = headers.get(name)?.trim() ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
