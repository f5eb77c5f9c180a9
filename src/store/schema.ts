import { sql } from 'drizzle-orm';
import {
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

import { hubspotId, time } from './columns.ts';

const bytes = customType<{ data: Buffer; driverData: Buffer | Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});

/** The portals in which an app is installed, with their tokens, sealed. A portal that uninstalled it keeps a row without tokens. */
export const installs = pgTable(
  'installs',
  {
    appId: hubspotId('app_id').notNull(),
    portalId: hubspotId('portal_id').notNull(),
    /** As HubSpot names the portal: `acme.com`. */
    domain: text('domain').notNull(),
    /** The HubSpot user who installed the app, and the address. */
    installerId: hubspotId('installer_id').notNull(),
    installerEmail: text('installer_email').notNull(),
    /** Separated by spaces, as introspection names them. */
    scopes: text('scopes').notNull(),
    refreshToken: bytes('refresh_token'),
    accessToken: bytes('access_token'),
    /** When the access token ends, and how many seconds it was good for. */
    expiresAt: time('expires_at'),
    lifetime: integer('lifetime'),
    /** One more with every change of the tokens. */
    tokenVersion: integer('token_version').notNull().default(1),
    /** Who refreshes the tokens, and until when nobody else may. */
    refreshBy: text('refresh_by'),
    refreshUntil: time('refresh_until'),
    installedAt: time('installed_at').notNull(),
    /** Null while it is installed. */
    uninstalledAt: time('uninstalled_at'),
    lastError: text('last_error'),
    lastErrorAt: time('last_error_at'),
  },
  (table) => [
    primaryKey({ columns: [table.appId, table.portalId] }),
    // home, limits and properties are the portal's: two apps would work on the same ones
    uniqueIndex('installs_one_app_a_portal')
      .on(table.portalId)
      .where(sql`uninstalled_at is null`),
  ],
);

/** The home: policy log, profiles and drafts of each portal. Entries of the log are inserted and never changed. */
export const homeEntries = pgTable(
  'home_entries',
  {
    portalId: hubspotId('portal_id').notNull(),
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    body: text('body').notNull(),
    /** SHA-256 over kind and body, hexadecimal: an entry that was edited by other means does not fit it. */
    checksum: text('checksum').notNull(),
    by: text('by').notNull(),
    /** ISO 8601, as the entry has it. */
    at: text('at').notNull(),
    reason: text('reason').notNull(),
    companyId: text('company_id'),
  },
  (table) => [
    primaryKey({ columns: [table.portalId, table.key] }),
    index('home_entries_of_kind').on(table.portalId, table.kind),
    index('home_entries_of_company').on(table.portalId, table.companyId),
  ],
);

/** Authorizations that were begun and not ended yet. */
export const oauthStates = pgTable(
  'oauth_states',
  {
    /** SHA-256 of the state, hexadecimal. */
    state: text('state').primaryKey(),
    /** SHA-256 of the secret in the browser's cookie. */
    browser: text('browser').notNull(),
    appId: hubspotId('app_id').notNull(),
    endsAt: time('ends_at').notNull(),
  },
  (table) => [index('oauth_states_by_end').on(table.endsAt)],
);

/** Calls that carried a request id, and what they were answered. Kept for 24 hours. */
export const requests = pgTable(
  'requests',
  {
    portalId: hubspotId('portal_id').notNull(),
    userId: hubspotId('user_id').notNull(),
    id: text('id').notNull(),
    /** SHA-256 over operation and input. */
    content: text('content').notNull(),
    startedAt: time('started_at').notNull(),
    /** Sealed; null while it runs, or where it was broken off. */
    answer: bytes('answer'),
  },
  (table) => [
    primaryKey({ columns: [table.portalId, table.userId, table.id] }),
    index('requests_by_time').on(table.startedAt),
  ],
);

/** Shares of a portal's rate limits that processes have taken: a row for each limit, so that one statement takes a share. */
export const callLeases = pgTable(
  'call_leases',
  {
    /** 0 for searches: all apps of an account share their limit. */
    appId: hubspotId('app_id').notNull(),
    portalId: hubspotId('portal_id').notNull(),
    /** `calls` or `searches`. */
    limit: text('limit').notNull(),
    /** Who has taken how many until when, and who waits: see call-leases.ts. */
    state: jsonb('state').notNull(),
  },
  (table) => [primaryKey({ columns: [table.appId, table.portalId, table.limit] })],
);

/** What HubSpot's headers last said of a portal. */
export const portalLimits = pgTable(
  'portal_limits',
  {
    appId: hubspotId('app_id').notNull(),
    portalId: hubspotId('portal_id').notNull(),
    /** Calls in a window, and its length in milliseconds. */
    max: integer('max').notNull(),
    intervalMs: integer('interval_ms').notNull(),
    /** Of the calls of a day, as HubSpot last said; null where it names none, as for OAuth apps today. */
    dailyLeft: integer('daily_left'),
    /** Work in bulk keeps away until then. */
    bulkFrom: time('bulk_from'),
    learnedAt: time('learned_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.appId, table.portalId] })],
);

/** Calls to HubSpot by day. Kept for 30 days. */
export const callCounts = pgTable(
  'call_counts',
  {
    appId: hubspotId('app_id').notNull(),
    portalId: hubspotId('portal_id').notNull(),
    /** `YYYY-MM-DD`, UTC. */
    day: text('day').notNull(),
    calls: integer('calls').notNull(),
    /** Of them, those that HubSpot answered with an error, or not at all. */
    failed: integer('failed').notNull(),
    /** Of the failed ones, those refused for the rate limit. */
    limited: integer('limited').notNull(),
  },
  (table) => [primaryKey({ columns: [table.appId, table.portalId, table.day] })],
);

/** Installations of properties that run after an authorization. */
export const propertyInstalls = pgTable(
  'property_installs',
  {
    appId: hubspotId('app_id').notNull(),
    portalId: hubspotId('portal_id').notNull(),
    /** `waiting`, `running`, `done` or `failed`. */
    state: text('state').notNull(),
    step: integer('step').notNull().default(0),
    steps: integer('steps').notNull().default(0),
    /** What it does at the moment, or why it failed. */
    sentence: text('sentence').notNull().default(''),
    /** JSON: what was left out and what clashes, once it is done. */
    report: text('report'),
    /** SHA-256 of the secret in the cookie of the browser that may see it. */
    browser: text('browser').notNull(),
    /** The process that runs it, and until when no other may. */
    runBy: text('run_by'),
    runUntil: time('run_until'),
    changedAt: time('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.appId, table.portalId] })],
);
