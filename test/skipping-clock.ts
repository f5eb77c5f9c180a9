import type { TransportSettings } from '../src/crm/client/request.ts';

/** A clock for a transport. It advances only by pauses and missed deadlines, so no test depends on the machine's load. */
export interface SkippingClock extends Pick<TransportSettings, 'now' | 'sleep' | 'timer'> {
  /** For the sandbox. A deadline is missed as soon as every open call of this clock is left hanging. */
  onHang: () => void;
}

export function skippingClock(): SkippingClock {
  let nowMs = 0;
  let hanging = 0;
  const open = new Map<() => void, number>();
  const missDeadlines = () => {
    if (hanging === 0 || hanging < open.size) return;
    hanging = 0;
    const missed = [...open];
    open.clear();
    for (const [ring, dueMs] of missed) {
      nowMs = Math.max(nowMs, dueMs);
      ring();
    }
  };
  return {
    now: () => nowMs,
    sleep: (ms) => {
      nowMs += ms;
      return Promise.resolve();
    },
    timer: (ms, ring) => {
      open.set(ring, nowMs + ms);
      return () => {
        open.delete(ring);
        missDeadlines();
      };
    },
    onHang: () => {
      // a call of another process has no deadline on this clock
      if (open.size === 0) return;
      hanging += 1;
      missDeadlines();
    },
  };
}
