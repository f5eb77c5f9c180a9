import type { Logger } from 'pino';

import type { InstallKey, Installs } from '../../store/installs.ts';
import type { ActionName } from '../../usecases/actions/definitions.ts';
import type { Stopwatch } from '../deadline.ts';
import type { Limits } from '../limits.ts';
import type { Once } from '../once.ts';
import type { Portals } from '../portals.ts';
import type { RunningWork } from '../running-work.ts';
import type { ActionBody } from './action-body.ts';

/** What executions are carried out with, in any process. */
export interface CarryingParts {
  publicUrl: string;
  installs: Pick<Installs, 'read'>;
  portals: Portals;
  once: Once;
  log: Logger;
  stopwatch: Stopwatch;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** What executions are answered with. */
export interface ExecutionParts extends CarryingParts {
  limits: Limits;
  running: RunningWork;
  /** Stores an execution that some process is to complete. */
  completeLater: (execution: WaitingExecution) => Promise<void>;
}

export interface Execution {
  key: InstallKey;
  name: ActionName;
  body: ActionBody;
  requestId: string;
}

/** An execution for which HubSpot was told to wait. */
export interface WaitingExecution extends Execution {
  callbackId: string;
  /** HubSpot waits no longer, in milliseconds since 1970. */
  endsAt: number;
  /** How often it was tried before. */
  tries: number;
}
