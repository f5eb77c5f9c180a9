/** A clock that can be set to a moment, where it stands still, and be let go to run with real time. */
export interface MovableClock {
  readonly now: () => Date;
  readonly moveTo: (moment: Date) => void;
  readonly runAtRealTime: () => void;
}

/** Runs at real time until it is moved. */
export function movableClock(realNow: () => Date = () => new Date()): MovableClock {
  let moment: Date | undefined;
  return {
    now: () => moment ?? realNow(),
    moveTo: (wanted) => void (moment = wanted),
    runAtRealTime: () => void (moment = undefined),
  };
}
