import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import type { Logger } from 'pino';

import type { Tally, TallyCount } from '../tally.ts';

/** A process beside this one, so that no call waits while many companies are judged. */
export interface WorkProcess {
  /** Asks it to end, and waits for it. */
  close: () => Promise<void>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** One that worked for so long may be started again at once. */
const LASTED_MS = 10_000;

interface Surroundings {
  log: Logger;
  /** Gets what the process counts. */
  tally: Tally;
  /** Told the name of a process that has ended: what it held may be given back. */
  onEnded: (process: string) => Promise<void>;
}

/** Starts the process, and starts it again whenever it ends by itself. */
export function startWorkProcess({ log, tally, onEnded }: Surroundings): WorkProcess {
  let child: ChildProcess;
  let isClosed = false;
  let pauseMs = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    const begunAt = performance.now();
    const name = randomUUID();
    child = fork(join(import.meta.dirname, 'start.ts'), [name]);
    child.on('message', (counts: TallyCount[]) => {
      for (const { what, outcome, count } of counts) tally.add(what, outcome, count);
    });
    child.once('exit', (code, signal) => {
      if (isClosed) return;
      onEnded(name).catch((error: unknown) => log.warn({ bug: error }, 'turns could not be given back'));
      pauseMs = performance.now() - begunAt > LASTED_MS ? FIRST_PAUSE_MS : pauseMs * 2;
      pauseMs = Math.min(pauseMs, LONGEST_PAUSE_MS);
      log.error(
        { code, signal, againMs: pauseMs },
        'the work in the background has ended, and is started again',
      );
      timer = setTimeout(begin, pauseMs);
    });
  };
  begin();
  return {
    close: () =>
      new Promise((resolve) => {
        isClosed = true;
        clearTimeout(timer);
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve();
          return;
        }
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}
