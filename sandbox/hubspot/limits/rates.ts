import type { AccountSettings, Tier } from '../account/account.ts';

/** Rate limits of an account. */
export interface Rates {
  /** Calls of one private app within 10 seconds. */
  readonly burst: number;
  /** Calls of one OAuth app within 10 seconds. */
  readonly oauthBurst: number;
  /** Calls of all private apps of the account within a day. */
  readonly daily: number;
  /** Searches of the account within a second. */
  readonly search: number;
}

export const BURST_MS = 10_000;
export const SEARCH_MS = 1_000;

/** Source: HubSpot's API usage guidelines. */
const PER_TIER: Readonly<Record<Tier, Pick<Rates, 'burst' | 'daily'>>> = {
  free: { burst: 100, daily: 250_000 },
  starter: { burst: 100, daily: 250_000 },
  professional: { burst: 190, daily: 625_000 },
  enterprise: { burst: 190, daily: 1_000_000 },
};
const ADD_ON = { burst: 250, moreDaily: 1_000_000 } as const;
const EVERYWHERE = { oauthBurst: 110, search: 5 } as const;

/** What the account's plan allows. */
export function ratesOf({ tier, hasApiAddOn }: Pick<AccountSettings, 'tier' | 'hasApiAddOn'>): Rates {
  const { burst, daily } = PER_TIER[tier];
  if (!hasApiAddOn) return { ...EVERYWHERE, burst, daily };
  return { ...EVERYWHERE, burst: ADD_ON.burst, daily: daily + ADD_ON.moreDaily };
}
