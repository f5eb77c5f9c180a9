import type { ErrorBody } from '../http/refusal.ts';
import { BURST_MS } from './rates.ts';

/** What a call did to the limits that it counts towards; undefined where none of that kind holds. */
export interface Standing {
  readonly burst: { readonly max: number; readonly left: number } | undefined;
  readonly daily: { readonly max: number; readonly left: number } | undefined;
}

/** Source: usage guidelines; answers to searches carry none of them, answers to OAuth apps no daily ones. */
export function limitHeaders({ burst, daily }: Standing): Readonly<Record<string, string>> {
  return {
    ...(daily === undefined
      ? {}
      : {
          'X-HubSpot-RateLimit-Daily': String(daily.max),
          'X-HubSpot-RateLimit-Daily-Remaining': String(daily.left),
        }),
    ...(burst === undefined
      ? {}
      : {
          'X-HubSpot-RateLimit-Interval-Milliseconds': String(BURST_MS),
          'X-HubSpot-RateLimit-Max': String(burst.max),
          'X-HubSpot-RateLimit-Remaining': String(burst.left),
        }),
  };
}

export type Policy = 'DAILY' | 'TEN_SECONDLY_ROLLING' | 'SEARCH';

const MESSAGES: Readonly<Record<Policy, string>> = {
  DAILY: 'You have reached your daily limit.',
  TEN_SECONDLY_ROLLING: 'You have reached your ten_secondly_rolling limit.',
  SEARCH: 'You have reached your secondly limit.',
};

/** The recorded bodies of a 429: the one of a search names no policy. */
export function limitBody(policy: Policy): ErrorBody {
  const message = MESSAGES[policy];
  if (policy === 'SEARCH') return { message, category: 'RATE_LIMITS' };
  return { message, category: 'RATE_LIMITS', errorType: 'RATE_LIMIT', policyName: policy };
}
