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
  const sleepers = new Set<() => void>();
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const end = () => {
        cancel();
        sleepers.delete(end);
        resolve();
      };
      const cancel = timer(ms, end);
      sleepers.add(end);
    });
  const wake = () => {
    for (const end of [...sleepers]) end();
  };
  const workOn = async (job: Job<Data>) => {
    try {
      await run(job.data, signal);
    } catch (error) {
      log.error({ bug: error }, 'work in the background failed');
      // it may not have been asked for again: it is taken again once its time is over
      if (isDatabaseDown(error)) return;
    }
    await queue.done(job);
  };
  const loop = async () => {
    while (!signal.aborted) {
      try {
        const job = await queue.take();
        if (job === null) await sleep(LOOK_MS);
        else await workOn(job);
      } catch (error) {
        log.warn({ bug: error }, 'no work can be taken');
        await sleep(FAILED_MS);
      }
    }
  };
  const loops = Array.from({ length: atOnce }, loop);
  return {
    wake,
    close: async () => {
      stopping.abort();
      wake();
      await Promise.all(loops);
    },
  };
}
