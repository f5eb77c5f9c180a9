import { type SQL, sql } from 'drizzle-orm';

import { disconnect } from '../../../src/server/oauth/disconnect.ts';
import { APP } from '../server-in-test.ts';
import { KEY, type ProcessInTest, type TokensInTest, withTokens } from './tokens-in-test.ts';

const EXTERNAL_INSTALL = '/appinstalls/2026-09/external-install';

function disconnecting({ sandbox, log }: TokensInTest, { installs, tokens }: ProcessInTest) {
  return disconnect({ installs, tokens, hubspotUrl: sandbox.baseUrl, apps: [APP], log }, KEY);
}

/** Both databases answer with the rows under this name, which their common type does not say. */
async function rowsFrom<Row>(database: TokensInTest['database'], statement: SQL): Promise<Row[]> {
  const answered: unknown = await database.execute(statement);
  return (answered as { rows: Row[] }).rows;
}

/** Every table that has rows of portals. */
async function tablesOfPortals({ database }: TokensInTest): Promise<string[]> {
  const rows = await rowsFrom<{ name: string }>(
    database,
    sql`select table_name as name from information_schema.columns where column_name = 'portal_id' and table_schema = 'public'`,
  );
  return rows.map(({ name }) => name);
}

async function rowsOf({ database }: TokensInTest, table: string, portalId: number): Promise<number> {
  const rows = await rowsFrom<{ count: number }>(
    database,
    sql`select count(*)::int as count from ${sql.identifier(table)} where portal_id = ${portalId}`,
  );
  return rows[0]?.count ?? 0;
}

/** Values that fit each column, whatever tables later versions have. */
async function fill({ database }: TokensInTest, table: string, portalId: number): Promise<void> {
  const rows = await rowsFrom<{ name: string; type: string }>(
    database,
    sql`select column_name as name, data_type as type from information_schema.columns
      where table_name = ${table} and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`,
  );
  const values = rows.map(({ name, type }) => {
    if (name === 'portal_id') return String(portalId);
    if (name === 'app_id') return String(KEY.appId);
    if (type.startsWith('timestamp')) return 'now()';
    return { text: "'x'", bytea: "'x'", jsonb: "'{}'", boolean: 'true' }[type] ?? '1';
  });
  const names = rows.map(({ name }) => `"${name}"`).join(', ');
  await database.execute(sql.raw(`insert into ${table} (${names}) values (${values.join(', ')})`));
}

test('a portal that is disconnected is uninstalled at HubSpot, and every row of it is deleted, of no other', () =>
  withTokens(async (test) => {
    const process = test.startProcess();
    await test.connect(process);
    const { accessToken } = await process.tokens.read(KEY);
    const tables = await tablesOfPortals(test);
    for (const table of tables) {
      if (table !== 'installs') await fill(test, table, KEY.portalId);
      await fill(test, table, 1);
    }

    const { isUninstalled } = (await disconnecting(test, process)) ?? {};

    expect(isUninstalled).toBe(true);
    expect(tables.length).toBeGreaterThanOrEqual(7);
    for (const table of tables) {
      expect({ table, rows: await rowsOf(test, table, KEY.portalId) }).toEqual({ table, rows: 0 });
      expect({ table, rows: await rowsOf(test, table, 1) }).toEqual({ table, rows: 1 });
    }
    const { status } = await fetch(`${test.sandbox.baseUrl}/crm/objects/2026-09/companies`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(status).toBe(401);
    await expect(process.tokens.read(KEY)).rejects.toThrow('not connected');
  }));

test('a portal whose token had just ended is refreshed, to be uninstalled', () =>
  withTokens(async (test) => {
    const process = test.startProcess();
    await test.connect(process);
    test.sandbox.skewClock(31 * 60_000);

    expect((await disconnecting(test, process))?.isUninstalled).toBe(true);
    expect(await rowsOf(test, 'installs', KEY.portalId)).toBe(0);
  }));

test('the rows are deleted though HubSpot cannot be told, and whoever asked hears what is left to do', () =>
  withTokens(async (test) => {
    const process = test.startProcess();
    await test.connect(process);
    test.sandbox.faults.add({ kind: 'status', status: 503, body: {} }, { path: EXTERNAL_INSTALL });

    const disconnected = await disconnecting(test, process);

    expect(disconnected).toMatchObject({
      isUninstalled: false,
      message: expect.stringContaining('Connected apps') as unknown,
    });
    expect(await rowsOf(test, 'installs', KEY.portalId)).toBe(0);
  }));

test('a portal that had uninstalled the app by itself only loses its rows', () =>
  withTokens(async (test) => {
    const process = test.startProcess();
    await test.connect(process);
    const { version } = await process.tokens.read(KEY);
    await process.installs.endInstall(KEY, version);

    expect(await disconnecting(test, process)).toMatchObject({ isUninstalled: true });
    expect(test.sandbox.journal.entries().some(({ method }) => method === 'DELETE')).toBe(false);
    expect(await disconnecting(test, process)).toBeNull();
  }));

test('a refresh that comes back after the disconnection brings nothing back', () =>
  withTokens(async (test) => {
    const process = test.startProcess();
    await test.connect(process);
    const { version } = await process.tokens.read(KEY);
    await disconnecting(test, process);

    const late = { accessToken: 'late', refreshToken: 'late', expiresIn: 1_800, lifetime: 1_800 };

    expect(await process.installs.keepRefreshed(KEY, version, late)).toBe(false);
    expect(await rowsOf(test, 'installs', KEY.portalId)).toBe(0);
  }));
