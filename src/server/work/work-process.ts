import { type ChildProcess, fork } from 'node:child_process';
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

/** Starts the process, and starts it again whenever it ends by itself. @param tally gets what the process counts */
export function startWorkProcess(log: Logger, tally: Tally): WorkProcess {
  let child: ChildProcess;
  let isClosed = false;
  let pauseMs = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    const begunAt = performance.now();
    child = fork(join(import.meta.dirname, 'start.ts'));
    child.on('message', (counts: TallyCount[]) => {
      for (const { what, outcome, count } of counts) tally.add(what, outcome, count);
    });
    child.once('exit', (code, signal) => {
      if (isClosed) return;
      pauseMs = performance.now() - begunAt > LONGEST_PAUSE_MS ? FIRST_PAUSE_MS : pauseMs * 2;
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
