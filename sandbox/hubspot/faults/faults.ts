import { type CalledWith, type Fault, type FaultTarget, isTarget } from './fault.ts';
import { type FaultName, NAMED_FAULTS } from './named-faults.ts';
import { type Random, seededRandom } from './seeded-random.ts';

export interface Faults {
  /** Faults wait in line: a call meets the first one that fits. */
  readonly add: (fault: Fault, target?: FaultTarget) => void;
  /** Calls that no fault waited for may meet one of these; undefined ends it. */
  readonly random: (plan: RandomFaults | undefined) => void;
  readonly randomPlan: () => RandomFaults | undefined;
  /** Takes back everything, the random ones too. */
  readonly clear: () => void;
  /** How many are still waiting. */
  readonly waiting: () => number;
}

export interface FaultLine extends Faults {
  readonly take: (called: CalledWith) => Fault | undefined;
}

interface Waiting {
  readonly fault: Fault;
  readonly target: FaultTarget;
  times: number;
  skip: number;
}

export function openFaults(): FaultLine {
  let line: Waiting[] = [];
  const draw = openRandomDraw();
  return {
    add: (fault, target = {}) => {
      line.push({ fault, target, times: target.times ?? 1, skip: target.skip ?? 0 });
    },
    random: draw.set,
    randomPlan: draw.plan,
    clear: () => {
      line = [];
      draw.set(undefined);
    },
    waiting: () => line.length,
    take: (called) => {
      for (const waiting of line.filter(({ target }) => isTarget(target, called))) {
        if (waiting.skip > 0) {
          waiting.skip -= 1;
          continue;
        }
        waiting.times -= 1;
        if (waiting.times <= 0) line = line.filter((other) => other !== waiting);
        return waiting.fault;
      }
      return draw.draw(called);
    },
  };
}

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

function openRandomDraw(): RandomDraw {
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
