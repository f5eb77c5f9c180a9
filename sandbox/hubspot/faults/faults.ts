import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type CalledWith, type Edit, type Fault, type FaultTarget, isTarget } from './fault.ts';
import { type FaultName, NAMED_FAULTS } from './named-faults.ts';

export interface Faults {
  /** Queues a fault. A call takes the first one that matches. */
  readonly add: (fault: Fault, target?: FaultTarget) => void;
  /** Makes a share of the other calls fail; undefined ends it. */
  readonly random: (plan: RandomFaults | undefined) => void;
  readonly randomPlan: () => RandomFaults | undefined;
  /** Removes all faults, random ones included. */
  readonly clear: () => void;
  /** Number of queued faults. */
  readonly waiting: () => number;
}

/** What happens to one call: every edit of somebody else, and one other fault. */
export interface TakenFaults {
  readonly edits: readonly Edit[];
  readonly fault: Exclude<Fault, Edit> | undefined;
}

export interface FaultQueue extends Faults {
  readonly take: (called: CalledWith) => TakenFaults;
}

interface Waiting {
  readonly fault: Fault;
  readonly target: FaultTarget;
  times: number;
  skip: number;
  /** Milliseconds since 1970, on the account's clock. */
  readonly until: number;
}

/** @param now the account's clock */
export function openFaults(now: () => Date): FaultQueue {
  let line: Waiting[] = [];
  const draw = openRandomDraw();

  /** Counts a waiting fault. @returns whether it is met */
  function isMet(waiting: Waiting): boolean {
    if (waiting.skip > 0) {
      waiting.skip -= 1;
      return false;
    }
    waiting.times -= 1;
    if (waiting.times <= 0) line = line.filter((other) => other !== waiting);
    return true;
  }

  return {
    add: (fault, target = {}) => {
      const { times = target.forMs === undefined ? 1 : Infinity, skip = 0, forMs = Infinity, input } = target;
      const aimed = fault.kind === 'input-error' && input !== undefined ? { input, ...fault } : fault;
      line.push({ fault: aimed, target, times, skip, until: now().getTime() + forMs });
    },
    random: draw.set,
    randomPlan: draw.plan,
    clear: () => {
      line = [];
      draw.set(undefined);
    },
    waiting: () => line.length,
    take: (called) => {
      const time = now().getTime();
      line = line.filter(({ until }) => until > time);
      const edits: Edit[] = [];
      let met: TakenFaults['fault'];
      for (const waiting of line.filter(({ target }) => isTarget(target, called))) {
        if (waiting.fault.kind === 'edit') {
          if (isMet(waiting)) edits.push(waiting.fault);
        } else if (met === undefined && isMet(waiting)) met = waiting.fault;
      }
      return { edits, fault: met ?? draw.draw(called) };
    },
  };
}

/** A share of all calls meets one of these faults: the same calls for the same seed and order. */
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
  readonly draw: (called: CalledWith) => TakenFaults['fault'];
}

function openRandomDraw(): RandomDraw {
  let plan: RandomFaults | undefined;
  let generator = xoroshiro128plus(0);
  const random = () => uniformFloat32(generator);
  return {
    set: (next) => {
      plan = next;
      generator = xoroshiro128plus(next?.seed ?? 0);
    },
    plan: () => plan,
    draw: (called) => {
      if (plan === undefined || !isTarget(plan.target ?? {}, called)) return undefined;
      // Two numbers for each call, so that another percentage changes which calls are met, not by what.
      const [chance, choice] = [random() * 100, random()];
      const name = plan.from[Math.floor(choice * plan.from.length)];
      return chance < plan.percent && name !== undefined ? NAMED_FAULTS[name] : undefined;
    },
  };
}
