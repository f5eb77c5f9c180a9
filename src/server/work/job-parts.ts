import type { Logger } from 'pino';

import type { InstallKey } from '../../store/installs.ts';
import type { PortalJobs } from '../../store/portal-jobs.ts';
import type { Portals } from '../portals.ts';

/** What pages of jobs work with. */
export interface JobParts {
  jobs: PortalJobs;
  portals: Portals;
  /** Told of pages that failed, for the health page. */
  onFailure: (key: InstallKey, code: string) => void;
  log: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
}
