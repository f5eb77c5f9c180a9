import type { Fault } from './faults.ts';
import { type CalledWith, type FaultTarget, isTarget } from './fault-target.ts';
import { type FaultName, NAMED_FAULTS } from './named-faults.ts';
import { type Random, seededRandom } from './seeded-random.ts';

/** So many of a hundred calls meet one of these, the same ones for the same seed and order of calls. */
export interface RandomFaults {
  /** 0 to 100. */
  readonly percent: number;
  readonly from: readonly FaultName[];
  readonly seed: number;
  readonly target?: Pick<FaultTarget, 'method' | 'path' | 'input'>;
}

export interface RandomDraw {
  readonly set: (plan: RandomFaults | undefined) => void;
  readonly plan: () => RandomFaults | undefined;
  readonly draw: (called: CalledWith) => Fault | undefined;
}

export function openRandomDraw(): RandomDraw {
  let plan: RandomFaults | undefined;
  let random: Random = seededRandom(0);
  return {
    set: (next) => {
      plan = next;
      random = seededRandom(next?.seed ?? 0);
    },
    plan: () => plan,
    draw: (called) => {
      if (plan === undefined || !isTarget(plan.target ?? {}, called)) return undefined;
      // Two numbers for each call, so that another percentage changes who is met but not by what.
      const [chance, choice] = [random() * 100, random()];
      const name = plan.from[Math.floor(choice * plan.from.length)];
      return chance < plan.percent && name !== undefined ? NAMED_FAULTS[name] : undefined;
    },
  };
}
