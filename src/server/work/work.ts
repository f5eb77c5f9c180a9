import type { InstallKey } from '../../store/installs.ts';
import type { JobQueue, JobQueues } from '../../store/job-queue.ts';
import { askFor } from './ask-for-work.ts';
import { type Following, followChanges, portalsWithWork } from './follow-changes.ts';
import { openWorker } from './worker.ts';

/** Work in the background. Any number of processes may do it. */
export interface Work {
  /** Looks at once for turns that were asked for. */
  wake: () => void;
  /** Begins no further turn, and waits for those that run. */
  close: () => Promise<void>;
}

interface Surroundings extends Following {
  queue: JobQueue<InstallKey>;
}

/** Portals that a process works on at once. Most of the time they wait for HubSpot. */
const AT_ONCE = 16;
/** Longer than a turn may take: its changes, and a page of a job. */
const RUN_SECONDS = 240;
/** So often it is looked for portals that nobody was asked for: a process may have been killed in between. */
const LOOK_MS = 10_000;

/** The turns that portals wait for. */
export function openTurns(queues: JobQueues): Promise<JobQueue<InstallKey>> {
  return queues.open('turns', RUN_SECONDS);
}

export function openWork(surroundings: Surroundings): Work {
  const { queue, log, timer } = surroundings;
  const worker = openWorker({
    ...{ queue, atOnce: AT_ONCE, log, timer },
    run: async (key: InstallKey, signal) => {
      const again = await followChanges(surroundings, key, signal);
      if (again !== null) await askFor(queue, key, again);
    },
  });
  let isClosed = false;
  let cancel: () => void = () => undefined;
  const look = async () => {
    try {
      for (const key of await portalsWithWork(surroundings)) await askFor(queue, key);
      worker.wake();
    } catch (error) {
      log.warn({ bug: error }, 'portals with work could not be looked for');
    }
    if (!isClosed)
      cancel = timer(LOOK_MS, () => {
        looking = look();
      });
  };
  let looking = look();
  return {
    wake: worker.wake,
    close: async () => {
      isClosed = true;
      cancel();
      await looking;
      await worker.close();
    },
  };
}
