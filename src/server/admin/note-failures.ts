import type { Logger } from 'pino';

import type { Database } from '../../store/database.ts';
import type { InstallKey } from '../../store/installs.ts';
import { portalHealthIn } from '../../store/portal-health.ts';
import { isOfTheServer } from './attention.ts';

/** Notes failures for the health page, beside the answer: noting one delays and fails nothing. */
export function noteFailures(database: Database, log: Logger): (key: InstallKey, code: string) => void {
  const { noteError } = portalHealthIn(database);
  return (key, code) => {
    if (!isOfTheServer(code)) return;
    noteError(key, code).catch((error: unknown) => {
      log.warn({ ...key, bug: error }, 'a failure could not be noted');
    });
  };
}
