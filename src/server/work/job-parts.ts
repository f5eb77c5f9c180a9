import type { Logger } from 'pino';

import type { ChangedRecords } from '../../store/changed-records.ts';
import type { ContestedCompanies } from '../../store/contested-companies.ts';
import type { InstallKey } from '../../store/installs.ts';
import type { PortalJobs } from '../../store/portal-jobs.ts';
import type { Portals } from '../portals.ts';
import type { Tally } from '../tally.ts';

/** What pages of jobs work with. */
export interface JobParts {
  jobs: PortalJobs;
  portals: Portals;
  changes: Pick<ChangedRecords, 'mark'>;
  contested: Pick<ContestedCompanies, 'list'>;
  tally: Tally;
  /** Told of pages that failed, for the health page. */
  onFailure: (key: InstallKey, code: string) => void;
  log: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
}
