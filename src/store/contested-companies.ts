import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';

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
}

export function contestedCompaniesIn(database: Database): ContestedCompanies {
  const ofPortal = ({ appId, portalId }: InstallKey) =>
    and(eq(contestedCompanies.appId, appId), eq(contestedCompanies.portalId, portalId));
  return {
    note: async (key, companies) => {
      if (companies.size === 0) return;
      const rows = [...companies].map(([id, contest]) => ({
        ...{ appId: key.appId, portalId: key.portalId, companyId: Number(id) },
        ...{ property: contest?.property ?? null, source: contest?.source ?? null, notedAt: sql`now()` },
      }));
      const { appId, portalId, companyId } = contestedCompanies;
      const set = { property: sql`excluded.property`, source: sql`excluded.source`, notedAt: sql`now()` };
      await database
        .insert(contestedCompanies)
        .values(rows)
        .onConflictDoUpdate({ target: [appId, portalId, companyId], set });
    },
    settle: async (key, companyIds) => {
      if (companyIds.length === 0) return;
      const ids = companyIds.map(Number);
      await database
        .delete(contestedCompanies)
        .where(and(ofPortal(key), inArray(contestedCompanies.companyId, ids)));
    },
    read: async (key, companyId) => {
      const [row] = await database
        .select()
        .from(contestedCompanies)
        .where(and(ofPortal(key), eq(contestedCompanies.companyId, companyId)));
      if (row === undefined) return undefined;
      const { property, source } = row;
      return property === null || source === null ? null : { property, source };
    },
    list: async (key) => {
      const { companyId } = contestedCompanies;
      const rows = await database
        .select({ companyId })
        .from(contestedCompanies)
        .where(ofPortal(key))
        .orderBy(asc(companyId));
      return rows.map((row) => row.companyId);
    },
    count: async (key) => {
      const [row] = await database.select({ count: count() }).from(contestedCompanies).where(ofPortal(key));
      return row?.count ?? 0;
    },
  };
}
