/** A clock that stands still during calls and jumps to the next wait when no call is running. */
export interface VirtualClock {
  /** Milliseconds since the start. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** Calls back after so many milliseconds, once. @returns cancels it */
  timer: (ms: number, ring: () => void) => () => void;
  /** Stands still while this runs: a call of anything but `fetch`. */
  during: <Result>(call: () => Promise<Result>) => Promise<Result>;
  /** Runs the work to its end, moving the clock whenever everybody waits. */
  run: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Turns of the event loop without a call before time moves, because a body is read after the call. */
const QUIET_TURNS = 4;

/** @param callMs how long each call over HTTP takes on this clock */
export function virtualClock(callMs = 0): VirtualClock {
  let at = 0;
  let underWay = 0;
  let sleepers: { until: number; wake: () => void }[] = [];

  const wakeNext = () => {
    const until = Math.min(...sleepers.map((sleeper) => sleeper.until));
    at = Math.max(at, until);
    const due = sleepers.filter((sleeper) => sleeper.until <= at);
    sleepers = sleepers.filter((sleeper) => sleeper.until > at);
    for (const { wake } of due) wake();
  };
  const timer: VirtualClock['timer'] = (ms, wake) => {
    const sleeper = { until: at + ms, wake };
    sleepers.push(sleeper);
    return () => {
      sleepers = sleepers.filter((each) => each !== sleeper);
    };
  };
  const during: VirtualClock['during'] = async (call) => {
    underWay += 1;
    try {
      return await call();
    } finally {
      underWay -= 1;
    }
  };
  const sleep: VirtualClock['sleep'] = (ms) => new Promise((wake) => timer(ms, wake));

  return {
    now: () => at,
    ...{ sleep, timer, during },
    async run(work) {
      const realFetch = globalThis.fetch;
      globalThis.fetch = async (...call) => {
        const answer = await during(() => realFetch(...call));
        if (callMs > 0) await sleep(callMs);
        return answer;
      };
      const state = { isDone: false };
      const result = work().finally(() => (state.isDone = true));
      try {
        for (let quiet = 0; !state.isDone;) {
          await new Promise((resolve) => setImmediate(resolve));
          quiet = underWay === 0 ? quiet + 1 : 0;
          if (quiet < QUIET_TURNS || sleepers.length === 0) continue;
          wakeNext();
          quiet = 0;
        }
        return await result;
      } finally {
        globalThis.fetch = realFetch;
      }
    },
  };
}
