import type { Rates } from './fault-state.ts';

interface Plan {
  readonly id: string;
  readonly label: string;
  readonly rates: Pick<Rates, 'burst' | 'daily'>;
}

/** What private apps may call, by plan. Source: HubSpot's API usage guidelines. */
export const PLANS: readonly Plan[] = [
  { id: 'starter', label: 'Free or Starter', rates: { burst: 100, daily: 250_000 } },
  { id: 'professional', label: 'Professional', rates: { burst: 190, daily: 625_000 } },
  { id: 'enterprise', label: 'Enterprise', rates: { burst: 190, daily: 1_000_000 } },
  { id: 'add-on', label: 'Enterprise with more calls', rates: { burst: 250, daily: 2_000_000 } },
];

/** @returns undefined for numbers of no plan */
export function planOf({ burst, daily }: Rates): Plan | undefined {
  return PLANS.find(({ rates }) => rates.burst === burst && rates.daily === daily);
}
