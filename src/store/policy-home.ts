import { createHash } from 'node:crypto';

import { and, eq, inArray } from 'drizzle-orm';

import type { HomeEntry, HomeKind, PolicyHome, StoredEntry } from '../contract/policy-home.ts';
import type { Database } from './database.ts';
import { homeEntries } from './schema.ts';

type Row = typeof homeEntries.$inferSelect;

/** The home of the OAuth edition: rows of a table, with the same keys as the records of the other edition. */
export function homeInTables(database: Database, portalId: number): PolicyHome {
  const ofPortal = eq(homeEntries.portalId, portalId);
  const rows = async (condition: ReturnType<typeof eq>) =>
    (await database.select().from(homeEntries).where(and(ofPortal, condition))).map(entryOf);
  const home: PolicyHome = {
    inBulk: () => home,
    read: async (keys) => {
      if (keys.length === 0) return new Map();
      const found = await rows(inArray(homeEntries.key, [...keys]));
      return new Map(found.map((entry) => [entry.key, entry]));
    },
    insert: async (entry) => {
      const inserted = await database
        .insert(homeEntries)
        .values(rowOf(portalId, entry))
        .onConflictDoNothing()
        .returning({ key: homeEntries.key });
      return inserted.length > 0 ? 'inserted' : 'taken';
    },
    put: async (entry) => {
      draftsOnly([entry.key]);
      const row = rowOf(portalId, entry);
      const target = [homeEntries.portalId, homeEntries.key];
      await database.insert(homeEntries).values(row).onConflictDoUpdate({ target, set: row });
      return 'written';
    },
    remove: async (keys) => {
      draftsOnly(keys);
      if (keys.length === 0) return;
      await database.delete(homeEntries).where(and(ofPortal, inArray(homeEntries.key, [...keys])));
    },
    list: (kind) => rows(eq(homeEntries.kind, kind)),
    draftsOf: (companyId) =>
      rows(and(eq(homeEntries.companyId, companyId), eq(homeEntries.kind, 'scorecard-draft')) as never),
    restore: (keys) => Promise.resolve({ restored: [], lost: [...keys] }),
    editsOf: () => Promise.resolve(new Map()),
  };
  return home;
}

function entryOf(row: Row): StoredEntry {
  const { key, body, by, at, reason, companyId } = row;
  const kind = row.kind as HomeKind;
  const isIntact = row.checksum === checksumOf(kind, body);
  return { key, kind, body, by, at, reason, isIntact, ...(companyId !== null && { companyId }) };
}

function rowOf(
  portalId: number,
  { companyId = null, ...entry }: Omit<HomeEntry, 'companyId'> & { companyId?: string | null },
): Row {
  return { portalId, ...entry, companyId, checksum: checksumOf(entry.kind, entry.body) };
}

function checksumOf(kind: HomeKind, body: string): string {
  return createHash('sha256').update(`${kind}\n${body}`).digest('hex');
}

/** Entries of the log are never edited or deleted. */
function draftsOnly(keys: readonly string[]): void {
  const key = keys.find((each) => each.includes('@'));
  if (key !== undefined) throw new TypeError(`${key} is no draft`);
}
