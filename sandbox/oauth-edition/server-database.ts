import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { eq } from 'drizzle-orm';

import type { HomeEntry } from '../../src/contract/policy-home.ts';
import { type OpenDatabase, openPostgres } from '../../src/store/database.ts';
import { openFolder } from '../../src/store/folder.ts';
import { allowDeletion } from '../../src/store/log-guard.ts';
import { homeInTables } from '../../src/store/policy-home.ts';
import { homeEntries, installs } from '../../src/store/schema.ts';

/** Where the server keeps what is not in the portal. */
export interface ServerDatabase {
  /** What its settings say of it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Replaces the home of a portal; null leaves it. The server must not run: PGlite has one process at a time. */
  readonly prepare: (portalId: number, entries: readonly HomeEntry[] | null) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param dataFile the file of the portal, beside which PGlite keeps its folder; without one it is a temporary folder */
export async function serverDatabase(
  databaseUrl: string | null,
  dataFile: string | undefined,
): Promise<ServerDatabase> {
  const isKept = dataFile !== undefined || databaseUrl !== null;
  const folder = dataFile === undefined ? join(tmpdir(), 'partner-icp-') : `${resolve(dataFile)}.server`;
  const dataFolder = isKept ? folder : await mkdtemp(folder);
  const open = async () => {
    return databaseUrl !== null ? openPostgres(databaseUrl) : openFolder(dataFolder);
  };
  return {
    environment: databaseUrl === null ? { DATA_FOLDER: dataFolder } : { DATABASE_URL: databaseUrl },
    prepare: async (portalId, entries) => {
      const opened = await open();
      try {
        await prepare(opened, portalId, entries);
      } finally {
        await opened.close();
      }
    },
    close: () => (isKept ? Promise.resolve() : rm(dataFolder, { recursive: true, force: true })),
  };
}

/** Tokens are of an earlier start, whose portal and secrets are gone. */
async function prepare(
  { database }: OpenDatabase,
  portalId: number,
  entries: readonly HomeEntry[] | null,
): Promise<void> {
  await database.delete(installs).where(eq(installs.portalId, portalId));
  if (entries === null) return;
  await database.transaction(async (transaction) => {
    await allowDeletion(transaction);
    await transaction.delete(homeEntries).where(eq(homeEntries.portalId, portalId));
  });
  const home = homeInTables(database, portalId);
  for (const entry of entries) await home.insert(entry);
}
