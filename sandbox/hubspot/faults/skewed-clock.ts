/** The account's clock, which can be made to run ahead of everybody else's, or behind. */
export interface SkewedClock {
  readonly now: () => Date;
  /** Milliseconds; 0 is right. */
  readonly set: (ms: number) => void;
  readonly skew: () => number;
  /** Runs something while the clock is off by so much more. */
  readonly during: <Result>(ms: number, run: () => Result) => Result;
}

export function openClock(trueNow: () => Date): SkewedClock {
  let skew = 0;
  return {
    now: () => (skew === 0 ? trueNow() : new Date(trueNow().getTime() + skew)),
    set: (ms) => void (skew = ms),
    skew: () => skew,
    during: (ms, run) => {
      skew += ms;
      try {
        return run();
      } finally {
        skew -= ms;
      }
    },
  };
}
