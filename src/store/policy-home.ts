import { type SQL, and, eq, inArray } from 'drizzle-orm';

import type { PolicyHome, StoredEntry } from '../contract/policy-home.ts';
import type { Database } from './database.ts';
import { isOfLog } from '../icp/kept-entry.ts';
import { checkedRow, entryOf } from './home-row.ts';
import { homeEntries } from './schema.ts';

/**
 * The home of the OAuth edition: rows of a table, with the same keys as the records of the other edition. The table keeps
 * no history: what was edited by other means is seen, and can only come back from a backup.
 */
export function homeInTables(database: Database, portalId: number): PolicyHome {
  const ofPortal = eq(homeEntries.portalId, portalId);
  const entries = async (condition: SQL | undefined): Promise<StoredEntry[]> => {
    const rows = await database.select().from(homeEntries).where(and(ofPortal, condition));
    return rows.flatMap((row) => entryOf(row) ?? []);
  };
  const read = async (keys: readonly string[]) => {
    const found = keys.length === 0 ? [] : await entries(inArray(homeEntries.key, [...keys]));
    return new Map(found.map((entry) => [entry.key, entry]));
  };
  const home: PolicyHome = {
    inBulk: () => home,
    read,
    insert: async (entry) => {
      const row = checkedRow(portalId, entry);
      const inserted = await database
        .insert(homeEntries)
        .values(row)
        .onConflictDoNothing()
        .returning({ key: homeEntries.key });
      if (inserted.length > 0) return 'inserted';
      // the same entry once more: a repeat of a call whose answer was lost
      const [there] = await database
        .select()
        .from(homeEntries)
        .where(and(ofPortal, eq(homeEntries.key, entry.key)));
      return there?.checksum === row.checksum ? 'inserted' : 'taken';
    },
    put: async (entry) => {
      draftsOnly([entry.key]);
      const row = checkedRow(portalId, entry);
      const target = [homeEntries.portalId, homeEntries.key];
      await database.insert(homeEntries).values(row).onConflictDoUpdate({ target, set: row });
      return 'written';
    },
    remove: async (keys) => {
      draftsOnly(keys);
      if (keys.length === 0) return;
      await database.delete(homeEntries).where(and(ofPortal, inArray(homeEntries.key, [...keys])));
    },
    list: async (kind) => (await entries(undefined)).filter((entry) => entry.kind === kind),
    draftsOf: async (companyId) =>
      (await entries(eq(homeEntries.companyId, companyId))).filter(({ kind }) => kind === 'scorecard-draft'),
    restore: async (keys) => {
      const found = await read(keys);
      return { restored: [], lost: keys.filter((key) => found.get(key)?.isIntact !== true) };
    },
    editsOf: () => Promise.resolve(new Map()),
  };
  return home;
}

/** Entries of the log are never edited or deleted. */
function draftsOnly(keys: readonly string[]): void {
  const key = keys.find(isOfLog);
  if (key !== undefined) throw new TypeError(`${key} is no draft`);
}
