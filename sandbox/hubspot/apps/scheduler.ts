/** Puts work off on the account's clock. Real time may be compressed: an hour of the account passes in less. */
export interface Scheduler {
  /** Runs once, after so many milliseconds of the account's time. @returns takes it back */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Runs what is due on the account's clock, for clocks that stand still until they are moved. */
  readonly runDue: () => void;
  /** Milliseconds since 1970 at which each waiting work is due, soonest first. */
  readonly dueTimes: () => readonly number[];
  /** Forgets everything, and takes nothing more. */
  readonly close: () => void;
}

interface Waiting {
  readonly dueAt: number;
  readonly run: () => void;
  readonly timer: NodeJS.Timeout;
}

/** The longest delay that a timer takes. */
const MAX_TIMER = 2_147_483_647;

/** @param factor how much faster the account's waiting passes than real time; 1 is real time */
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
