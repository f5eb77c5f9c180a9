import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

import { hubspotId, time } from './columns.ts';

/**
 * Records that changed in HubSpot and that nobody has looked at since. A set and no log: what follows from a record follows
 * from how it is now, however often and in whatever order its changes are told.
 */
export const changedRecords = pgTable(
  'changed_records',
  {
    appId: hubspotId('app_id').notNull(),
    portalId: hubspotId('portal_id').notNull(),
    /** `companies` or `deals`. */
    objectType: text('object_type').notNull(),
    recordId: hubspotId('record_id').notNull(),
    /** The turn that looks at it. A change that is told meanwhile takes it out again; null before the first turn too. */
    takenBy: text('taken_by'),
    /** When the first change was told that nobody has looked at. */
    changedAt: time('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.appId, table.portalId, table.objectType, table.recordId] })],
);

/** Who works in the background on a portal: one process at a time. */
export const portalTurns = pgTable(
  'portal_turns',
  {
    appId: hubspotId('app_id').notNull(),
    portalId: hubspotId('portal_id').notNull(),
    runBy: text('run_by'),
    runUntil: time('run_until'),
    /** The last record that was looked at: the next turn goes on behind it. */
    behind: hubspotId('behind').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.appId, table.portalId] })],
);

/** Companies that were repaired three times within an hour, and that something else keeps changing. */
export const contestedCompanies = pgTable(
  'contested_companies',
  {
    appId: hubspotId('app_id').notNull(),
    portalId: hubspotId('portal_id').notNull(),
    companyId: hubspotId('company_id').notNull(),
    /** What was changed last, and by what: an app's name, or HubSpot's word for a source. Null where history does not show it. */
    property: text('property'),
    source: text('source'),
    /** When it began; one that begins again within a day goes on. */
    since: time('since').notNull(),
    notedAt: time('noted_at').notNull(),
    /** When it was in order again; null while it is not. */
    settledAt: time('settled_at'),
  },
  (table) => [primaryKey({ columns: [table.appId, table.portalId, table.companyId] })],
);

/** Work on a whole portal, page by page: the portal's night, and a re-judging for each partner type. */
export const portalJobs = pgTable(
  'portal_jobs',
  {
    appId: hubspotId('app_id').notNull(),
    portalId: hubspotId('portal_id').notNull(),
    /** `rejudge` or `nightly`. */
    kind: text('kind').notNull(),
    /** Of a re-judging; else empty. */
    partnerType: text('partner_type').notNull().default(''),
    /** Another one with every beginning, so that a page of the run before is not taken for one of this run. */
    run: text('run').notNull(),
    /** `waiting`, `running`, `paused`, `done` or `failed`. */
    state: text('state').notNull(),
    /** Where it goes on; null for the beginning. */
    position: text('position'),
    /** The version of the profile that a re-judging keeps to. */
    version: text('version'),
    /** Who started it: HubSpot's id of the user, and the address. */
    userId: hubspotId('user_id'),
    email: text('email'),
    /** What was done so far. */
    sums: jsonb('sums').$type<object>().notNull(),
    /** How many records were looked at, of how many; null while nobody has counted them. */
    looked: integer('looked').notNull().default(0),
    total: integer('total'),
    /** Why it ended, or what holds it up; empty for nothing. */
    sentence: text('sentence').notNull().default(''),
    /** Pages that failed one after the other. */
    failures: integer('failures').notNull().default(0),
    /** When it began; null before the first night of a portal. */
    startedAt: time('started_at'),
    /** Not before then; null once it is over. */
    dueAt: time('due_at'),
    changedAt: time('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.appId, table.portalId, table.kind, table.partnerType] }),
    index('portal_jobs_due').on(table.dueAt),
  ],
);
