import { count, isNull, sql } from 'drizzle-orm';

import type { PartnerType } from '../icp/partner-types.ts';
import type { Database } from './database.ts';
import type { InstallKey } from './installs.ts';
import type { JobState } from './portal-jobs.ts';
import { changedRecords, contestedCompanies, portalJobs } from './work-tables.ts';

/** What the server does for a portal in the background, without names of people and companies. */
export interface PortalWork {
  /** Records that changed in HubSpot and wait to be followed, and for how many milliseconds the first has. */
  changes: { count: number; forMs: number };
  /** Companies whose verdict another automation keeps changing. */
  contested: number;
  jobs: readonly WorkedJob[];
}

/** A job, and how far it is. */
export interface WorkedJob {
  kind: 'rejudge' | 'nightly';
  /** Of a re-judging; null for the night. */
  type: PartnerType | null;
  state: JobState;
  looked: number;
  /** Null while nobody has counted. */
  total: number | null;
  startedAt: Date | null;
  changedAt: Date;
  /** Not before then; null once it is over. */
  dueAt: Date | null;
  /** Edited verdicts that the night has left to a person. */
  edited: number;
}

export const NO_WORK: PortalWork = { changes: { count: 0, forMs: 0 }, contested: 0, jobs: [] };

/** The work of every portal that has some, by `nameOf`. One statement a table, whatever the number of portals. */
export async function workOfPortals(database: Database): Promise<Map<string, PortalWork>> {
  const [changes, contested, jobs] = await Promise.all([
    selectChanges(database),
    selectContested(database),
    selectJobs(database),
  ]);
  const work = new Map<string, PortalWork>();
  const add = (key: InstallKey, part: (known: PortalWork) => Partial<PortalWork>) => {
    const known = work.get(nameOf(key)) ?? NO_WORK;
    work.set(nameOf(key), { ...known, ...part(known) });
  };
  for (const { count: waiting, forMs, ...key } of changes)
    add(key, () => ({ changes: { count: waiting, forMs: Math.max(0, forMs) } }));
  for (const { count: companies, ...key } of contested) add(key, () => ({ contested: companies }));
  for (const { appId, portalId, kind, partnerType, state, ...job } of jobs) {
    const worked = { ...job, ...kindOf(kind, partnerType), state: state as JobState };
    add({ appId, portalId }, (known) => ({ jobs: [...known.jobs, worked] }));
  }
  return work;
}

export function nameOf({ appId, portalId }: InstallKey): string {
  return `${appId}:${portalId}`;
}

function selectChanges(database: Database) {
  const { appId, portalId, changedAt } = changedRecords;
  const forMs = sql<number>`extract(epoch from now() - min(${changedAt})) * 1000`.mapWith(Number);
  return database
    .select({ appId, portalId, count: count(), forMs })
    .from(changedRecords)
    .groupBy(appId, portalId);
}

function selectContested(database: Database) {
  const { appId, portalId } = contestedCompanies;
  return database
    .select({ appId, portalId, count: count() })
    .from(contestedCompanies)
    .where(isNull(contestedCompanies.settledAt))
    .groupBy(appId, portalId);
}

function selectJobs(database: Database) {
  const { appId, portalId, kind, partnerType, state, looked, total, startedAt, changedAt, dueAt } =
    portalJobs;
  const edited = sql<number>`coalesce((${portalJobs.sums} ->> 'edited-verdict')::int, 0)`.mapWith(Number);
  return database
    .select({ appId, portalId, kind, partnerType, state, looked, total, startedAt, changedAt, dueAt, edited })
    .from(portalJobs)
    .orderBy(appId, portalId, kind, partnerType);
}

/** Rows are written by portal-jobs.ts alone. */
function kindOf(kind: string, partnerType: string): Pick<WorkedJob, 'kind' | 'type'> {
  return kind === 'nightly'
    ? { kind: 'nightly', type: null }
    : { kind: 'rejudge', type: partnerType as PartnerType };
}
