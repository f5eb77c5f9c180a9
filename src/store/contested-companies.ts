import { and, asc, count, eq, inArray, isNull, lte, sql } from 'drizzle-orm';

import type { Database } from './database.ts';
import type { InstallKey } from './installs.ts';
import { contestedCompanies } from './work-tables.ts';

/** What keeps changing the verdict of a company. */
export interface Contest {
  property: string;
  /** An app by its name, else HubSpot's word for the source. */
  source: string;
}

/** Companies on which this app has stopped to repair verdicts for a while, since something else keeps changing them. */
export interface ContestedCompanies {
  /** @param contest null where history does not show what it was */
  note: (key: InstallKey, companies: ReadonlyMap<string, Contest | null>) => Promise<void>;
  /** They are in order again. */
  settle: (key: InstallKey, companyIds: readonly string[]) => Promise<void>;
  /** Undefined where nothing keeps changing the company. */
  read: (key: InstallKey, companyId: number) => Promise<Contest | null | undefined>;
  /** The ids of those of a portal, ascending. */
  list: (key: InstallKey) => Promise<number[]>;
  /** How many there are in a portal. */
  count: (key: InstallKey) => Promise<number>;
  /**
   * Those that should be looked at again: what changes them may have been turned off, and nobody tells that. After an hour
   * at first, then after twice as long, at most a day.
   */
  due: () => Promise<(InstallKey & { companyId: number })[]>;
}

/** So many are looked at again at once. */
const MOST_DUE = 1_000;

/** @param now milliseconds since 1970 */
export function contestedCompaniesIn(database: Database, now: () => number): ContestedCompanies {
  const ofPortal = ({ appId, portalId }: InstallKey) =>
    and(eq(contestedCompanies.appId, appId), eq(contestedCompanies.portalId, portalId));
  return {
    note: async (key, companies) => {
      if (companies.size === 0) return;
      const time = new Date(now());
      const rows = [...companies].map(([id, contest]) => ({
        ...{ appId: key.appId, portalId: key.portalId, companyId: Number(id) },
        ...{
          property: contest?.property ?? null,
          source: contest?.source ?? null,
          since: time,
          notedAt: time,
        },
      }));
      const { appId, portalId, companyId } = contestedCompanies;
      const goesOn = sql`coalesce(${contestedCompanies.settledAt} > ${time.toISOString()}::timestamptz - interval '1 day', true)`;
      const set = {
        ...{ property: sql`excluded.property`, source: sql`excluded.source`, notedAt: time, settledAt: null },
        since: sql`case when ${goesOn} then ${contestedCompanies.since} else excluded.since end`,
      };
      await database
        .insert(contestedCompanies)
        .values(rows)
        .onConflictDoUpdate({ target: [appId, portalId, companyId], set });
    },
    settle: async (key, companyIds) => {
      if (companyIds.length === 0) return;
      const isOne = inArray(contestedCompanies.companyId, companyIds.map(Number));
      await database
        .update(contestedCompanies)
        .set({ settledAt: new Date(now()) })
        .where(and(ofPortal(key), isOne, isNull(contestedCompanies.settledAt)));
    },
    read: async (key, companyId) => {
      const [row] = await database
        .select()
        .from(contestedCompanies)
        .where(
          and(
            ofPortal(key),
            eq(contestedCompanies.companyId, companyId),
            isNull(contestedCompanies.settledAt),
          ),
        );
      if (row === undefined) return undefined;
      const { property, source } = row;
      return property === null || source === null ? null : { property, source };
    },
    list: async (key) => {
      const { companyId } = contestedCompanies;
      const rows = await database
        .select({ companyId })
        .from(contestedCompanies)
        .where(and(ofPortal(key), isNull(contestedCompanies.settledAt)))
        .orderBy(asc(companyId));
      return rows.map((row) => row.companyId);
    },
    count: async (key) => {
      const isOne = and(ofPortal(key), isNull(contestedCompanies.settledAt));
      const [row] = await database.select({ count: count() }).from(contestedCompanies).where(isOne);
      return row?.count ?? 0;
    },
    due: async () => {
      const { appId, portalId, companyId, since, notedAt, settledAt } = contestedCompanies;
      const hour = sql`interval '1 hour'`;
      const pause = sql`least(greatest(${notedAt} - ${since}, ${hour}), interval '1 day')`;
      return database
        .select({ appId, portalId, companyId })
        .from(contestedCompanies)
        .where(and(isNull(settledAt), lte(sql`${notedAt} + ${pause}`, new Date(now()).toISOString())))
        .orderBy(asc(notedAt))
        .limit(MOST_DUE);
    },
  };
}
