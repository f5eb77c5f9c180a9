/** Counts calls within the last so many milliseconds. Times come from the account's clock. */
export interface RollingWindow {
  /** Forgets what is too old, and says how many calls are left in the window. */
  readonly count: (now: number) => number;
  readonly add: (now: number) => void;
}

export function openWindow(lengthMs: number): RollingWindow {
  let times: number[] = [];
  let first = 0;
  return {
    count: (now) => {
      // A clock that was moved back leaves calls in the future behind: they count for nothing.
      if ((times.at(-1) ?? now) > now) [times, first] = [times.slice(first).filter((time) => time <= now), 0];
      while (first < times.length && (times[first] ?? now) <= now - lengthMs) first += 1;
      if (first > 1_000) [times, first] = [times.slice(first), 0];
      return times.length - first;
    },
    add: (now) => void times.push(now),
  };
}
