import { type CalledWith, type FaultTarget, isTarget } from './fault-target.ts';
import { openRandomDraw, type RandomFaults } from './random-faults.ts';

export type { FaultTarget } from './fault-target.ts';

/** What can go wrong with a call. `before` and `after` say whether the write of the call took place. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** An object is sent as JSON, a string as HTML. */
      readonly body: Readonly<Record<string, unknown>> | string;
      /** The write takes place all the same. */
      readonly write?: 'after';
    }
  | { readonly kind: 'hang'; readonly write: 'before' | 'after' }
  | { readonly kind: 'reset'; readonly write: 'before' | 'after' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The account's clock is off by so much during this call. */
  | { readonly kind: 'skew'; readonly ms: number };

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
