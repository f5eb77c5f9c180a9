import type { Logger } from 'pino';

import { isDatabaseDown } from '../../store/database-down.ts';
import type { Job, JobQueue } from '../../store/job-queue.ts';

/** Takes work from a queue, some pieces at once. */
export interface Worker {
  /** Looks at once for work. */
  wake: () => void;
  /** Takes nothing more, and waits for what runs. */
  close: () => Promise<void>;
}

interface Surroundings<Data extends object> {
  queue: JobQueue<Data>;
  /** How many pieces this process works on at once. */
  atOnce: number;
  run: (data: Data, signal: AbortSignal) => Promise<void>;
  log: Logger;
  /** Calls back after so many milliseconds, once. @returns cancels it */
  timer: (ms: number, ring: () => void) => () => void;
}

/** Work that other processes ask for is found after so long. */
const LOOK_MS = 1_000;
/** While the database does not answer. */
const FAILED_MS = 5_000;

export function openWorker<Data extends object>(surroundings: Surroundings<Data>): Worker {
  const { queue, atOnce, run, log, timer } = surroundings;
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = new Set<Promise<void>>();
  const state = { isWoken: false, endPause: () => {} };
  const wake = () => {
    state.isWoken = true;
    state.endPause();
  };
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      // asked for, or closed, while the queue was looked at
      if (state.isWoken || signal.aborted) {
        resolve();
        return;
      }
      const cancel = timer(ms, resolve);
      state.endPause = () => {
        cancel();
        resolve();
      };
    });
  const workOn = async (job: Job<Data>) => {
    try {
      await run(job.data, signal);
    } catch (error) {
      log.error({ bug: error }, 'work in the background failed');
      // it may not have been asked for again: it is taken again once its time is over
      if (isDatabaseDown(error)) return;
    }
    await queue
      .done(job)
      .catch((error: unknown) => log.warn({ bug: error }, 'work is not known to be done, and is done again'));
  };
  const begin = (job: Job<Data>) => {
    const work = workOn(job).finally(() => {
      running.delete(work);
      wake();
    });
    running.add(work);
  };
  const look = async () => {
    while (!signal.aborted) {
      state.isWoken = false;
      try {
        const job = running.size < atOnce ? await queue.take() : null;
        if (job === null) await pause(LOOK_MS);
        else begin(job);
      } catch (error) {
        log.warn({ bug: error }, 'no work can be taken');
        await pause(FAILED_MS);
      }
    }
  };
  const looking = look();
  return {
    wake,
    close: async () => {
      stopping.abort();
      wake();
      await looking;
      await Promise.all(running);
    },
  };
}
