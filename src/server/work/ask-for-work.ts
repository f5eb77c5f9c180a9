import type { Logger } from 'pino';

import type { InstallKey } from '../../store/installs.ts';
import type { JobQueue } from '../../store/job-queue.ts';

/** Asks for turns of portals in which something changed. */
export interface Asking {
  onChanged: (keys: readonly InstallKey[]) => void;
  /** Asks for what was not asked for yet. */
  close: () => Promise<void>;
}

interface Surroundings {
  queue: JobQueue<InstallKey>;
  /** Told once something was asked for. */
  onAsked?: () => void;
  log: Logger;
  /** Calls back after so many milliseconds, once. @returns cancels it */
  timer: (ms: number, ring: () => void) => () => void;
}

/** A portal whose changes come one after the other is asked for so often at most. */
const ASK_MS = 1_000;

/** Work that could not be asked for is found all the same: whoever works looks for it from time to time. */
export function openAsking({ queue, onAsked = () => undefined, log, timer }: Surroundings): Asking {
  const wanted = new Map<string, InstallKey>();
  let asking: Promise<void> = Promise.resolve();
  let cancel: (() => void) | null = null;
  const askAll = () => {
    cancel = null;
    const keys = [...wanted.values()];
    wanted.clear();
    asking = asking
      .then(async () => {
        for (const key of keys) await askFor(queue, key);
        onAsked();
      })
      .catch((error: unknown) => log.warn({ bug: error }, 'work could not be asked for'));
  };
  return {
    onChanged: (keys) => {
      for (const key of keys) wanted.set(nameOf(key), key);
      if (wanted.size > 0) cancel ??= timer(ASK_MS, askAll);
    },
    close: async () => {
      cancel?.();
      askAll();
      await asking;
    },
  };
}

export async function askFor(queue: JobQueue<InstallKey>, key: InstallKey, inSeconds = 0): Promise<void> {
  const { appId, portalId } = key;
  await queue.ask(nameOf(key), { appId, portalId }, inSeconds);
}

function nameOf({ appId, portalId }: InstallKey): string {
  return `${appId}:${portalId}`;
}
