import { randomUUID } from 'node:crypto';

import type { Jobs, PortalNight, RejudgedSums, RejudgingJob } from '../contract/jobs.ts';
import type { ChangedRecords } from '../store/changed-records.ts';
import type { ContestedCompanies } from '../store/contested-companies.ts';
import type { InstallKey } from '../store/installs.ts';
import type { NightRow, PortalJobs, RejudgingRow } from '../store/portal-jobs.ts';
import { errorSentence } from './admin/attention.ts';

const NOTHING: RejudgedSums = { rejudged: 0, current: 0, lanes: [], left: [], moreLeft: 0, notes: [] };

interface Tables {
  jobs: PortalJobs;
  changes: Pick<ChangedRecords, 'waiting'>;
  contested: Pick<ContestedCompanies, 'count'>;
}

/**
 * The jobs of a portal, as operations ask for them.
 *
 * @param onDue told that there is work
 */
export function jobsOf(
  { jobs, changes, contested }: Tables,
  key: InstallKey,
  onDue: (keys: readonly InstallKey[]) => void,
): Jobs {
  return {
    read: async () => {
      const [rows, waiting, count] = await Promise.all([
        jobs.read(key),
        changes.waiting(key),
        contested.count(key),
      ]);
      const nights = rows.flatMap((row) => (row.kind === 'nightly' ? [nightOf(row)] : []));
      return {
        jobs: rows.flatMap((row) => (row.kind === 'rejudge' ? [rejudgingOf(row)] : [])),
        night: nights[0] ?? null,
        changes: waiting,
        contested: count,
      };
    },
    start: async ({ type, to, person: { userId, email } }) => {
      const wanted = { run: randomUUID(), type, version: to, userId, email, sums: NOTHING };
      await jobs.start(key, wanted);
      onDue([key]);
    },
    pause: (type) => jobs.pause(key, type),
    resume: async (type) => {
      await jobs.resume(key, type);
      onDue([key]);
    },
  };
}

function rejudgingOf(row: RejudgingRow): RejudgingJob {
  const { type, state, version: to, email: by, looked, total, sentence, sums, failures, dueAt } = row;
  const startedAt = (row.startedAt ?? row.changedAt).toISOString();
  const againAt = state === 'running' && failures > 0 ? (dueAt?.toISOString() ?? null) : null;
  const times = { startedAt, changedAt: row.changedAt.toISOString(), againAt };
  const { rejudged, current, lanes, left, moreLeft, notes } = sums;
  const counted = { rejudged, current, lanes, left, moreLeft, notes };
  return { type, state, to, by, looked, total, sentence, ...counted, ...times };
}

function nightOf({ state, startedAt, changedAt, dueAt, sums, sentence }: NightRow): PortalNight {
  const isOver = startedAt !== null && (state === 'done' || state === 'failed');
  return {
    ...{ state, sums },
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: isOver ? changedAt.toISOString() : null,
    nextAt: dueAt?.toISOString() ?? null,
    // a code while its pages fail; a sentence where the app was uninstalled
    sentence: errorSentence(sentence),
  };
}
