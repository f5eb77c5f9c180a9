/** The account's clock, which can be set ahead or behind. */
export interface SkewedClock {
  readonly now: () => Date;
  /** Milliseconds; 0 is right. */
  readonly set: (ms: number) => void;
  readonly skew: () => number;
  /** Runs a function with the clock shifted by `ms` more. */
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
