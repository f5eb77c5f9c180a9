import type { Logger } from 'pino';

import type { InstallKey, Installs } from '../../store/installs.ts';
import type { ActionName } from '../../usecases/actions/definitions.ts';
import type { Stopwatch } from '../deadline.ts';
import type { Limits } from '../limits.ts';
import type { Once } from '../once.ts';
import type { Portals } from '../portals.ts';
import type { RunningWork } from '../running-work.ts';
import type { ActionBody } from './action-body.ts';

/** What executions are answered with. */
export interface ExecutionParts {
  publicUrl: string;
  installs: Installs;
  portals: Portals;
  limits: Limits;
  once: Once;
  running: RunningWork;
  log: Logger;
  stopwatch: Stopwatch;
}

export interface Execution {
  key: InstallKey;
  name: ActionName;
  body: ActionBody;
  requestId: string;
}
