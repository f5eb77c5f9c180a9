import { and, eq, isNull, lt, ne, or, sql } from 'drizzle-orm';

import { type CallRate, callRates } from './call-counts.ts';
import type { Database } from './database.ts';
import type { InstallKey } from './installs.ts';
import { NO_WORK, type PortalWork, nameOf, workOfPortals } from './portal-work.ts';
import { homeEntries, installs, portalLimits, propertyInstalls } from './schema.ts';

/** A portal as whoever runs the server sees it: no token, nothing of its records. */
export interface PortalState extends InstallKey {
  domain: string;
  installerEmail: string;
  scopes: readonly string[];
  installedAt: Date;
  /** Null while it is installed. */
  uninstalledAt: Date | null;
  /** When the access token ends; it is renewed by the next call. */
  expiresAt: Date | null;
  /** How often the tokens were issued, the first time included. */
  tokensIssued: number;
  lastError: { code: string; at: Date } | null;
  /** Calls to HubSpot of the last 30 days, and those of them that failed, or were refused for the rate limit. */
  calls: { made: number; failed: number; limited: number };
  /** Calls that HubSpot still allows today, as it last said. */
  dailyLeft: number | null;
  /** The installation of properties that ran last. */
  propertyInstall: { state: string; step: number; steps: number; sentence: string; changedAt: Date } | null;
  /** Entries of the home: policy, profiles and drafts. */
  homeEntries: number;
  /** In the background. */
  work: PortalWork;
}

/** Calls are counted over so many days: HubSpot certifies by 30. */
const DAYS = 30;

/** What is known of the health of portals. */
export interface PortalHealth {
  /**
   * Notes that an operation failed. The same code again within a minute is not written anew.
   *
   * @param code of the failure: its message may name people and companies, and is not kept
   */
  noteError: (key: InstallKey, code: string) => Promise<void>;
  /** Every portal, those that uninstalled the app included. */
  list: () => Promise<PortalState[]>;
  /** The size of the database in bytes. */
  size: () => Promise<number>;
}

export function portalHealthIn(database: Database): PortalHealth {
  return {
    noteError: async ({ appId, portalId }, code) => {
      const isNews = or(
        isNull(installs.lastErrorAt),
        ne(installs.lastError, code),
        lt(installs.lastErrorAt, sql`now() - interval '1 minute'`),
      );
      await database
        .update(installs)
        .set({ lastError: code, lastErrorAt: sql`now()` })
        .where(and(eq(installs.appId, appId), eq(installs.portalId, portalId), isNews));
    },
    list: async () => {
      const [rows, rates, work] = await Promise.all([
        selectPortals(database),
        callRates(database, DAYS),
        workOfPortals(database),
      ]);
      const rateOf = new Map(rates.map((rate) => [nameOf(rate), rate]));
      return rows.map((row) => stateOf(row, rateOf.get(nameOf(row)), work.get(nameOf(row)) ?? NO_WORK));
    },
    size: async () => {
      const bytes = sql<string>`pg_database_size(current_database())::text`;
      const [row] = await database.select({ bytes }).from(sql`(select 1) as one`);
      return Number(row?.bytes ?? 0);
    },
  };
}

function selectPortals(database: Database) {
  const { appId, portalId } = installs;
  const entries = database
    .select({ portalId: homeEntries.portalId, count: sql<number | null>`count(*)::int`.as('count') })
    .from(homeEntries)
    .groupBy(homeEntries.portalId)
    .as('entries');
  return database
    .select({
      ...{ appId, portalId, domain: installs.domain, installerEmail: installs.installerEmail },
      ...{
        scopes: installs.scopes,
        installedAt: installs.installedAt,
        uninstalledAt: installs.uninstalledAt,
      },
      ...{ expiresAt: installs.expiresAt, tokenVersion: installs.tokenVersion },
      ...{ lastError: installs.lastError, lastErrorAt: installs.lastErrorAt },
      dailyLeft: portalLimits.dailyLeft,
      installState: propertyInstalls.state,
      ...{ step: propertyInstalls.step, steps: propertyInstalls.steps },
      ...{ sentence: propertyInstalls.sentence, changedAt: propertyInstalls.changedAt },
      homeEntries: entries.count,
    })
    .from(installs)
    .leftJoin(portalLimits, and(eq(portalLimits.appId, appId), eq(portalLimits.portalId, portalId)))
    .leftJoin(
      propertyInstalls,
      and(eq(propertyInstalls.appId, appId), eq(propertyInstalls.portalId, portalId)),
    )
    .leftJoin(entries, eq(entries.portalId, portalId));
}

type Row = Awaited<ReturnType<typeof selectPortals>>[number];

function stateOf(row: Row, rate: CallRate | undefined, work: PortalWork): PortalState {
  const { scopes, lastError, lastErrorAt, installState, step, steps, sentence, changedAt, ...others } = row;
  const { tokenVersion, ...rest } = others;
  const hasInstall = installState !== null && changedAt !== null;
  return {
    ...rest,
    // versions go up by two
    tokensIssued: Math.floor((tokenVersion + 1) / 2),
    scopes: scopes.split(' ').filter((scope) => scope !== ''),
    lastError: lastError === null || lastErrorAt === null ? null : { code: lastError, at: lastErrorAt },
    propertyInstall: hasInstall
      ? { state: installState, step: step ?? 0, steps: steps ?? 0, sentence: sentence ?? '', changedAt }
      : null,
    calls: { made: rate?.calls ?? 0, failed: rate?.failed ?? 0, limited: rate?.limited ?? 0 },
    homeEntries: row.homeEntries ?? 0,
    work,
  };
}
