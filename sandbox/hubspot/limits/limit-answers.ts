import type { ErrorBody } from '../http/refusal.ts';
import { BURST_MS } from './rates.ts';

/** Calls left after this one; undefined for a limit that does not apply. */
export interface LimitsLeft {
  readonly burst: { readonly max: number; readonly left: number } | undefined;
  readonly daily: { readonly max: number; readonly left: number } | undefined;
  /** Of searches. */
  readonly secondly?: { readonly max: number; readonly left: number };
}

/** Rate limit headers: on searches those of the second (recorded), no daily ones for OAuth apps. Source: usage guidelines. */
export function limitHeaders({ burst, daily, secondly }: LimitsLeft): Readonly<Record<string, string>> {
  return {
    ...(secondly === undefined
      ? {}
      : {
          'X-HubSpot-RateLimit-Secondly': String(secondly.max),
          'X-HubSpot-RateLimit-Secondly-Remaining': String(secondly.left),
        }),
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

/** Body of a 429 (recorded); that of a search names no policy. */
export function limitBody(policy: Policy): ErrorBody {
  const message = MESSAGES[policy];
  if (policy === 'SEARCH') return { message, category: 'RATE_LIMITS' };
  return { message, category: 'RATE_LIMITS', errorType: 'RATE_LIMIT', policyName: policy };
}
