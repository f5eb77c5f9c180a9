import type { TransportSettings } from '../crm/client/request.ts';

/** How the server measures time between two moments. */
export type Stopwatch = Pick<TransportSettings, 'now' | 'timer' | 'sleep'>;

/** The time that a call has. */
export interface Deadline {
  leftMs: () => number;
  /** Waits for the work, but not longer. The work goes on. */
  within: <T>(work: Promise<T>) => Promise<T | 'too-late'>;
  end: () => void;
}

export function openDeadline(ms: number, { now, timer }: Stopwatch): Deadline {
  const endsAt = now() + ms;
  let end: () => void = () => undefined;
  const passed = new Promise<'too-late'>((resolve) => {
    end = timer(ms, () => resolve('too-late'));
  });
  return {
    leftMs: () => Math.max(0, endsAt - now()),
    within: (work) => Promise.race([work, passed]),
    end: () => end(),
  };
}
