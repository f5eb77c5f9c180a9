/** Delays work on the account's clock, optionally faster than real time. */
export interface Scheduler {
  /** Runs once, after `ms` on the account's clock. @returns cancels it */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Runs what is due on the account's clock. Needed where the clock is moved by a test. */
  readonly runDue: () => void;
  /** Due times of the waiting work, milliseconds since 1970, soonest first. */
  readonly dueTimes: () => readonly number[];
  /** Drops waiting work and accepts no more. */
  readonly close: () => void;
}

interface Waiting {
  readonly dueAt: number;
  readonly run: () => void;
  readonly timer: NodeJS.Timeout;
}

/** The longest delay that a timer takes. */
const MAX_TIMER = 2_147_483_647;

/** @param factor speed relative to real time; 1 is real time */
export function openScheduler(now: () => Date, factor: number): Scheduler {
  const waiting = new Set<Waiting>();
  let isClosed = false;

  function start(work: Waiting): void {
    clearTimeout(work.timer);
    if (waiting.delete(work)) work.run();
  }

  return {
    after: (ms, run) => {
      if (isClosed) return () => undefined;
      const timer = setTimeout(() => start(work), Math.min(ms / factor, MAX_TIMER));
      timer.unref();
      const work: Waiting = { dueAt: now().getTime() + ms, run, timer };
      waiting.add(work);
      return () => {
        clearTimeout(timer);
        waiting.delete(work);
      };
    },
    runDue: () => {
      const time = now().getTime();
      const due = [...waiting].filter(({ dueAt }) => dueAt <= time);
      for (const work of due.toSorted((a, b) => a.dueAt - b.dueAt)) start(work);
    },
    dueTimes: () => [...waiting].map(({ dueAt }) => dueAt).toSorted((a, b) => a - b),
    close: () => {
      isClosed = true;
      for (const { timer } of waiting) clearTimeout(timer);
      waiting.clear();
    },
  };
}
