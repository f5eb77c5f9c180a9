/** Work that has to end before the server may. */
export interface RunningWork {
  /** @returns the same work */
  add: <T>(work: Promise<T>) => Promise<T>;
  count: () => number;
  /** Resolves once nothing runs. */
  idle: () => Promise<void>;
}

export function openRunningWork(): RunningWork {
  const running = new Set<Promise<unknown>>();
  return {
    add: (work) => {
      const ended = work.catch(() => undefined).then(() => void running.delete(ended));
      running.add(ended);
      return work;
    },
    count: () => running.size,
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
