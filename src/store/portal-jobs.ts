import { type SQL, and, asc, eq, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';

import type { RejudgedSums } from '../contract/jobs.ts';
import type { LaneOrUndecided } from '../icp/lanes.ts';
import type { PartnerType } from '../icp/partner-types.ts';
import type { Database } from './database.ts';
import type { InstallKey } from './installs.ts';
import { portalJobs } from './work-tables.ts';

export type JobState = 'waiting' | 'running' | 'paused' | 'done' | 'failed';

/** What nights did so far: how many were looked at, repaired, made, by what the nightly run calls them. */
export type NightlySums = Readonly<Record<string, number>>;

interface StoredJob extends InstallKey {
  /** Another one with every beginning. */
  run: string;
  state: JobState;
  /** Where it goes on; null for the beginning. */
  position: string | null;
  looked: number;
  total: number | null;
  /** Why it ended, or what holds it up; empty for nothing. */
  sentence: string;
  /** Pages that failed one after the other. */
  failures: number;
  /** When it began; null before the first night of a portal. */
  startedAt: Date | null;
  dueAt: Date | null;
  changedAt: Date;
}

/** A company that a page of a re-judging is about to write. */
export interface CompanyUnderWay {
  id: string;
  from: LaneOrUndecided;
  to: LaneOrUndecided;
}

/** What a re-judging did, and what is not counted yet: whoever writes it may end before it is. */
export interface RejudgingSums extends RejudgedSums {
  underWay?: readonly CompanyUnderWay[];
}

/** A re-judging of all scorecards of a type. */
export interface RejudgingRow extends StoredJob {
  kind: 'rejudge';
  type: PartnerType;
  /** The version that it keeps to. */
  version: string;
  userId: string;
  email: string;
  sums: RejudgingSums;
}

/** What a portal needs once a night. */
export interface NightRow extends StoredJob {
  kind: 'nightly';
  sums: NightlySums;
}

export type PortalJob = RejudgingRow | NightRow;

/** What a page leaves behind: what is left out stays. */
export type JobChange = Pick<PortalJob, 'state'> &
  Partial<
    Pick<
      PortalJob,
      'position' | 'sums' | 'looked' | 'total' | 'sentence' | 'failures' | 'startedAt' | 'dueAt'
    >
  >;

/** Work on whole portals, page by page. Times are those of the process, so that a test may move them. */
export interface PortalJobs {
  /** Begins a re-judging anew, unless one of the type waits or runs. */
  start: (
    key: InstallKey,
    wanted: Pick<RejudgingRow, 'run' | 'type' | 'version' | 'userId' | 'email' | 'sums'>,
  ) => Promise<void>;
  /** Says when a portal's next night is. */
  planNight: (key: InstallKey, run: string, dueAt: Date) => Promise<void>;
  pause: (key: InstallKey, type: PartnerType) => Promise<void>;
  /** One that was paused or failed, from where it ended. */
  resume: (key: InstallKey, type: PartnerType) => Promise<void>;
  /** Ends all that are not over, and plans no night. */
  end: (key: InstallKey, sentence: string) => Promise<void>;
  read: (key: InstallKey) => Promise<PortalJob[]>;
  /** The one that is due and was worked on longest ago; null where none is. */
  next: (key: InstallKey) => Promise<PortalJob | null>;
  /**
   * Keeps what a page did, unless another process has kept it, or the job was begun anew. One that was paused meanwhile
   * stays so, unless it is over.
   *
   * @returns whether it was kept
   */
  keep: (job: PortalJob, change: JobChange) => Promise<boolean>;
  /** The portals in which one is due. */
  due: () => Promise<InstallKey[]>;
}

export function portalJobsIn(database: Database, now: () => number): PortalJobs {
  const table = portalJobs;
  const time = () => new Date(now());
  const ofPortal = ({ appId, portalId }: InstallKey) =>
    and(eq(table.appId, appId), eq(table.portalId, portalId));
  const rejudging = (key: InstallKey, type: PartnerType, states: readonly JobState[]) =>
    and(
      ofPortal(key),
      eq(table.kind, 'rejudge'),
      eq(table.partnerType, type),
      inArray(table.state, [...states]),
    );
  const isDue = () => and(ne(table.state, 'paused'), lte(table.dueAt, time()));
  const target = [table.appId, table.portalId, table.kind, table.partnerType];
  const put = async (row: typeof table.$inferInsert, setWhere: SQL) => {
    await database.insert(table).values(row).onConflictDoUpdate({ target, set: row, setWhere });
  };
  const begun = {
    state: 'waiting',
    startedAt: null,
    position: null,
    looked: 0,
    total: null,
    sentence: '',
    failures: 0,
  } as const;
  return {
    start: async ({ appId, portalId }, { type: partnerType, userId, ...wanted }) => {
      const times = { startedAt: time(), dueAt: time(), changedAt: time() };
      const who = { ...wanted, userId: Number(userId), ...times };
      const row = { appId, portalId, kind: 'rejudge', partnerType, ...begun, ...who };
      await put(row, sql`portal_jobs.state not in ('waiting', 'running')`);
    },
    planNight: async ({ appId, portalId }, run, dueAt) => {
      const row = { appId, portalId, kind: 'nightly', partnerType: '', run, dueAt, changedAt: time() };
      await put({ ...row, ...begun, sums: {} }, sql`portal_jobs.state <> 'running'`);
    },
    pause: async (key, type) => {
      const set = { state: 'paused', changedAt: time() };
      await database
        .update(table)
        .set(set)
        .where(rejudging(key, type, ['waiting', 'running']));
    },
    resume: async (key, type) => {
      const set = { state: 'waiting', sentence: '', failures: 0, dueAt: time(), changedAt: time() };
      await database
        .update(table)
        .set(set)
        .where(rejudging(key, type, ['paused', 'failed']));
    },
    end: async (key, sentence) => {
      const isOpen = or(isNotNull(table.dueAt), eq(table.state, 'paused'));
      const set = { state: 'failed', sentence, dueAt: null, changedAt: time() };
      await database
        .update(table)
        .set(set)
        .where(and(ofPortal(key), isOpen));
    },
    read: async (key) => {
      const rows = await database.select().from(table).where(ofPortal(key)).orderBy(asc(table.partnerType));
      return rows.map(jobOf);
    },
    next: async (key) => {
      const isNext = and(ofPortal(key), isDue());
      const [row] = await database.select().from(table).where(isNext).orderBy(asc(table.changedAt)).limit(1);
      return row === undefined ? null : jobOf(row);
    },
    keep: async ({ kind, run, position, ...key }, { state, ...change }) => {
      const isSame = position === null ? isNull(table.position) : eq(table.position, position);
      const ends = state === 'done' || state === 'failed';
      const next = ends ? state : sql`case when state = 'paused' then state else ${state} end`;
      const kept = await database
        .update(table)
        .set({ ...change, state: next, changedAt: time() })
        .where(and(ofPortal(key), eq(table.kind, kind), eq(table.run, run), isSame))
        .returning({ run: table.run });
      return kept.length > 0;
    },
    due: async () => {
      const { appId, portalId } = table;
      return database.selectDistinct({ appId, portalId }).from(table).where(isDue());
    },
  };
}

/** Rows are written by this file alone. */
function jobOf({ partnerType, userId, ...row }: typeof portalJobs.$inferSelect): PortalJob {
  return { ...row, type: partnerType, userId: String(userId) } as unknown as PortalJob;
}
