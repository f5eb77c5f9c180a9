import { listIn, numberIn, recordIn, textIn } from '../parse.ts';

export interface RandomFaults {
  /** 0 to 100. */
  readonly percent: number;
  readonly seed: number;
  /** Names of faults. */
  readonly from: readonly string[];
}

/** Limits of an app: calls in ten seconds, calls a day, searches a second. */
export interface Rates {
  readonly burst: number;
  readonly daily: number;
  readonly search: number;
}

/** Faults and limits for the next calls. */
export interface FaultState {
  /** Names of all that the sandbox has. */
  readonly names: readonly string[];
  /** How many faults wait for a matching call. */
  readonly waiting: number;
  readonly random: RandomFaults | undefined;
  readonly clockSkewMs: number;
  /** undefined while limits are off. */
  readonly rates: Rates | undefined;
  readonly usedToday: number;
}

export function faultStateIn(faults: unknown, limits: unknown): FaultState {
  const { names, waiting, random, clockSkewMs } = recordIn(faults);
  const { rates, usedToday } = recordIn(limits);
  const { percent, seed, from } = recordIn(random);
  const { burst, daily, search } = recordIn(rates);
  return {
    names: listIn(names).map(textIn),
    waiting: numberIn(waiting),
    random:
      percent === undefined
        ? undefined
        : { percent: numberIn(percent), seed: numberIn(seed), from: listIn(from).map(textIn) },
    clockSkewMs: numberIn(clockSkewMs),
    rates:
      burst === undefined
        ? undefined
        : { burst: numberIn(burst), daily: numberIn(daily), search: numberIn(search) },
    usedToday: numberIn(usedToday),
  };
}

interface Plan {
  readonly id: string;
  readonly label: string;
  readonly rates: Pick<Rates, 'burst' | 'daily'>;
}

/** Rate limits of private apps by plan. Source: HubSpot's API usage guidelines. */
export const PLANS: readonly Plan[] = [
  { id: 'starter', label: 'Free or Starter', rates: { burst: 100, daily: 250_000 } },
  { id: 'professional', label: 'Professional', rates: { burst: 190, daily: 625_000 } },
  { id: 'enterprise', label: 'Enterprise', rates: { burst: 190, daily: 1_000_000 } },
  { id: 'add-on', label: 'Enterprise with more calls', rates: { burst: 250, daily: 2_000_000 } },
];

/** @returns undefined when no plan has these limits */
export function planOf({ burst, daily }: Rates): Plan | undefined {
  return PLANS.find(({ rates }) => rates.burst === burst && rates.daily === daily);
}
