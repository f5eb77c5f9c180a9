import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type SQL, sql } from 'drizzle-orm';

import { type OpenDatabase, openPostgres } from '../../src/store/database.ts';
import { DatabaseRefused } from '../../src/store/database-faults.ts';
import { refuseNewer, refuseOld } from '../../src/store/database-version.ts';
import { openFolder } from '../../src/store/folder.ts';
import { InUse } from '../../src/store/folder-lock.ts';
import { openTestDatabase, testDatabaseUrl } from './database-in-test.ts';

let store: OpenDatabase & { url: string | null };
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());

test('a PostgreSQL that is too old is refused with its version', async () => {
  await expect(refuseOld(store.database as never, 990_000)).rejects.toThrow(
    /^The database is PostgreSQL [\d.]+.*, and the server needs 15 or later\./,
  );
  await refuseOld(store.database as never);
});

test('tables of a newer version are refused, and stay', async () => {
  const migrations = { migrationsFolder: join(import.meta.dirname, '../../src/store/migrations') };
  await refuseNewer(store.database as never, migrations);
  await store.database.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
  );

  const refused = refuseNewer(store.database as never, migrations);

  await expect(refused).rejects.toThrow('brought up to date by a newer version');
  await store.database.execute(sql`delete from drizzle.__drizzle_migrations where hash = 'later'`);
});

test('a folder of PGlite keeps what is stored, and a second process is refused', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'store-')), 'data');
  const first = await openFolder(folder, openPglite);
  await first.database.execute(sql`create table kept as select 1 as value`);

  const second = openFolder(folder, openPglite);

  await expect(second).rejects.toBeInstanceOf(InUse);
  await expect(second).rejects.toThrow(
    `is in use by process ${process.pid}. End that one first, or name another folder in DATA_FOLDER`,
  );
  await first.close();
  const again = await openFolder(folder, openPglite);
  await again.database.execute(sql`select value from kept`);
  await again.close();
  rmSync(folder, { recursive: true });
});

const onPostgres = testDatabaseUrl() === null ? describe.skip : describe;

onPostgres('PostgreSQL', () => {
  const url = () => new URL(store.url ?? '');

  test.each([
    ['an address where nothing answers', (to: URL) => (to.port = '1'), /does not answer \(ECONNREFUSED\)/],
    ['a host that is not there', (to: URL) => (to.hostname = 'nowhere.invalid'), /does not answer \(E/],
    ['a database that is not there', (to: URL) => (to.pathname = '/nowhere'), /has no database "nowhere"/],
    ['a user that is not there', (to: URL) => (to.username = 'nobody'), /refuses the user "nobody"/],
  ])('%s is said in words, without the password', async (_, change, words) => {
    const wrong = url();
    wrong.password = 'hunter2-hunter2';
    change(wrong);

    const refused = openPostgres(wrong.href);

    await expect(refused).rejects.toBeInstanceOf(DatabaseRefused);
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.not.toThrow('hunter2');
  });

  test('six processes that start together on an empty database migrate it once', async () => {
    await store.database.execute(sql`drop schema public cascade`);
    await store.database.execute(sql`drop schema drizzle cascade`);
    await store.database.execute(sql`create schema public`);

    const opened = await Promise.all(Array.from({ length: 6 }, () => openPostgres(url().href)));

    for (const one of opened) await one.ping();
    for (const one of opened) await one.close();
  });

  test('a process that is killed while it migrates leaves nothing half done, and holds nobody up', async () => {
    await store.database.execute(sql`drop schema public cascade`);
    await store.database.execute(sql`drop schema drizzle cascade`);
    await store.database.execute(sql`create schema public`);
    // the last statement of the migration waits for this transaction, which holds the name of its index
    await store.database.transaction(async (holding) => {
      await holding.execute(sql`create table requests_by_time (id int)`);
      const killed = openPostgres(url().href);
      killed.catch(() => undefined);
      await waitingBackends(1);
      await store.database.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      );
      await expect(killed).rejects.toBeInstanceOf(DatabaseRefused);
      await holding.execute(sql`drop table requests_by_time`);
    });

    const made = await rowsOf(sql`select tablename from pg_tables where schemaname = 'public'`);
    const next = await openPostgres(url().href);

    expect(made).toEqual([]);
    await next.ping();
    await next.close();
  });

  test('lost connections are told, and later calls work again', async () => {
    const lost: Error[] = [];
    const open = await openPostgres(url().href, { onLost: (error) => lost.push(error), connections: 2 });
    await Promise.all([open.ping(), open.ping()]);

    await store.database.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await open.ping().catch(() => undefined);
    await open.ping().catch(() => undefined);

    await open.ping();
    await open.close();
  });

  /** Until so many connections of this database wait for a lock. */
  async function waitingBackends(count: number): Promise<void> {
    const waiting = sql`select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await rowsOf(waiting)).length < count);
  }
});

async function rowsOf(query: SQL): Promise<unknown[]> {
  const answer: unknown = await store.database.execute(query);
  return (answer as { rows: unknown[] }).rows;
}
