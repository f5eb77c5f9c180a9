import { randomUUID } from 'node:crypto';

import type { Jobs, RejudgedSums } from '../contract/jobs.ts';
import type { InstallKey } from '../store/installs.ts';
import type { PortalJobs } from '../store/portal-jobs.ts';

const NOTHING: RejudgedSums = { rejudged: 0, current: 0, lanes: [], left: [], moreLeft: 0, notes: [] };

/**
 * The jobs of a portal, as operations ask for them.
 *
 * @param onDue told that there is work
 */
export function jobsOf(
  rows: PortalJobs,
  key: InstallKey,
  onDue: (keys: readonly InstallKey[]) => void,
): Jobs {
  return {
    read: async () => {
      const jobs = await rows.read(key);
      return jobs.flatMap((job) => {
        if (job.kind === 'nightly') return [];
        const { type, state, version: to, email: by, looked, total, sentence, sums } = job;
        return [{ type, state, to, by, looked, total, sentence, ...sums }];
      });
    },
    start: async ({ type, to, person: { userId, email } }) => {
      const wanted = { run: randomUUID(), type, version: to, userId, email, sums: NOTHING };
      await rows.start(key, wanted);
      onDue([key]);
    },
    pause: (type) => rows.pause(key, type),
    resume: async (type) => {
      await rows.resume(key, type);
      onDue([key]);
    },
  };
}
