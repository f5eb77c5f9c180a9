import type { Logger } from 'pino';

import type { ChangedRecords } from '../../store/changed-records.ts';
import type { InstallKey } from '../../store/installs.ts';
import type { JobQueues } from '../../store/job-queue.ts';
import { type Following, followChanges } from './follow-changes.ts';
import { openWorker } from './worker.ts';

/** Work in the background, over all processes. */
export interface Work {
  /** Something changed in these portals. */
  onChanged: (keys: readonly InstallKey[]) => void;
  /** Takes nothing more, and waits for what runs. */
  close: () => Promise<void>;
}

interface Surroundings extends Following {
  queues: JobQueues;
  changes: ChangedRecords;
  log: Logger;
  timer: (ms: number, ring: () => void) => () => void;
}

/** Portals that this process works on at once. */
const AT_ONCE = 4;
/** Longer than a turn may take. */
const RUN_SECONDS = 150;
/** A portal whose changes come one after the other is asked for so often at most. */
const ASK_MS = 1_000;
/** So often it is looked for portals that nobody was asked for: a process may have been killed in between. */
const LOOK_MS = 30_000;

export async function openWork(surroundings: Surroundings): Promise<Work> {
  const { queues, changes, log, timer } = surroundings;
  const queue = await queues.open<InstallKey>('follow-changes', RUN_SECONDS);
  const nameOf = ({ appId, portalId }: InstallKey) => `${appId}:${portalId}`;
  const asked = new Map<string, InstallKey>();
  const running = new Set<Promise<unknown>>();
  let isClosed = false;
  let cancelAsking: (() => void) | null = null;

  const keep = (promise: Promise<unknown>) => {
    const kept = promise
      .catch((error: unknown) => log.warn({ bug: error }, 'work could not be asked for'))
      .finally(() => running.delete(kept));
    running.add(kept);
  };
  const ask = async (key: InstallKey, inSeconds = 0) => {
    await queue.ask(nameOf(key), { appId: key.appId, portalId: key.portalId }, inSeconds);
  };
  const worker = openWorker({
    ...{ queue, atOnce: AT_ONCE, log, timer },
    run: async (key: InstallKey) => {
      const again = await followChanges(surroundings, key);
      if (again !== null) await ask(key, again);
    },
  });
  const askAll = async () => {
    cancelAsking = null;
    const keys = [...asked.values()];
    asked.clear();
    for (const key of keys) await ask(key);
    worker.wake();
  };
  const look = () => {
    keep(
      changes.portals().then(async (keys) => {
        for (const key of keys) await ask(key);
        worker.wake();
      }),
    );
    cancelLooking = timer(LOOK_MS, look);
  };
  let cancelLooking: () => void = () => undefined;
  look();
  return {
    onChanged: (keys) => {
      if (isClosed) return;
      for (const key of keys) asked.set(nameOf(key), key);
      if (asked.size > 0) cancelAsking ??= timer(ASK_MS, () => keep(askAll()));
    },
    close: async () => {
      isClosed = true;
      cancelLooking();
      cancelAsking?.();
      await Promise.all(running);
      await worker.close();
    },
  };
}
