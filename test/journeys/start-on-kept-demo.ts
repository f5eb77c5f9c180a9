import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildOnce } from '../../sandbox/build/build-once.ts';
import { openDemoTokens } from '../../sandbox/demo/demo-crm.ts';
import { freshDemo } from '../../sandbox/demo/furnish-demo.ts';
import { DEFAULT_SEED } from '../../sandbox/demo/plan-demo-portal.ts';
import { DEFAULT_ACCOUNT } from '../../sandbox/hubspot/account/account.ts';
import type { HomeEntry } from '../../src/contract/policy-home.ts';
import type { Edition } from '../../src/crm/installation-record.ts';
import { type OpenDatabase, openPglite as openOver } from '../../src/store/database.ts';
import { homeInTables } from '../../src/store/policy-home.ts';
import { type StartedWorkbench, startWorkbenchOn } from '../started-workbench.ts';
import { openTestDatabase, testDatabaseUrl } from '../store/database-in-test.ts';

/** Starts the workbench on a copy of today's demo portal, which is seeded once for each day and state of the sources. */
export async function startOnKeptDemo(edition: Edition = 'private'): Promise<StartedWorkbench> {
  const now = new Date();
  const kept = await buildOnce(`demo-${edition}-${now.toISOString().slice(0, 10)}`, async (draft) => {
    const { portal, entries } = await freshDemo(DEFAULT_SEED, openDemoTokens(), now, edition);
    await writeFile(join(draft, 'portal.json'), JSON.stringify(portal));
    await writeFile(join(draft, 'home.json'), JSON.stringify(entries));
  });
  const folder = await mkdtemp(join(tmpdir(), 'demo-portal-'));
  const file = join(folder, 'portal.json');
  await copyFile(join(kept, 'portal.json'), file);
  const entries = JSON.parse(await readFile(join(kept, 'home.json'), 'utf8')) as HomeEntry[];
  const database = edition === 'private' ? NONE : await databaseWith(entries, `${file}.server`);
  const workbench = await startWorkbenchOn(database.url, ['--edition', edition, '--data', file]);
  return {
    ...workbench,
    stop: async () => {
      await workbench.stop();
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

interface ServerDatabase {
  url: string | null;
  close: () => Promise<void>;
}

const NONE: ServerDatabase = { url: null, close: () => Promise.resolve() };

/** What the server of the OAuth edition keeps of the demo portal: in a database of its own, or in a folder. */
async function databaseWith(entries: readonly HomeEntry[], folder: string): Promise<ServerDatabase> {
  if (testDatabaseUrl() !== null) {
    const open = await openTestDatabase();
    await keep(open, entries);
    return open;
  }
  const open = await openOver(await openPglite(folder));
  await keep(open, entries);
  // a folder belongs to one process at a time
  await open.close();
  return NONE;
}

async function keep({ database }: OpenDatabase, entries: readonly HomeEntry[]): Promise<void> {
  const home = homeInTables(database, DEFAULT_ACCOUNT.portalId);
  for (const entry of entries) await home.insert(entry);
}
