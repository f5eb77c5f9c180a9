import { join } from 'node:path';

import type { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle as drizzleNodePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migrateNodePostgres } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { Pool } from 'pg';

import { faultOfDatabase } from './database-faults.ts';
import { guardLog } from './log-guard.ts';
import { refuseNewer, refuseOld } from './database-version.ts';
import * as schema from './schema.ts';

/** PostgreSQL, or PGlite in this process. Both take the same statements. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** A database that is open, with the tables of this version. */
export interface OpenDatabase {
  database: Database;
  kind: 'PostgreSQL' | 'PGlite';
  /** Runs plain SQL, several statements where there are no values: what a library asks for that brings its own tables. */
  executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
  /** Asks the database for nothing. @throws when it does not answer */
  ping: () => Promise<void>;
  /** Waits for statements that run. Safe to call twice. */
  close: () => Promise<void>;
}

/** They run in one transaction: a process that is killed leaves all of them, or none. */
const MIGRATIONS = { migrationsFolder: join(import.meta.dirname, 'migrations') };

/** One process migrates at a time; any number does, as long as it is not another's. */
const MIGRATION_LOCK = 4_711_026;

interface PostgresOptions {
  /** Connections of this process, at most. */
  connections?: number;
  /** Told of connections that broke while nothing used them. */
  onLost?: (error: Error) => void;
}

/**
 * Opens PostgreSQL, 15 or later, and brings its tables to this version. Processes that start together migrate one after
 * the other.
 *
 * @throws DatabaseRefused, with what to do, and without the password
 */
export async function openPostgres(
  url: string,
  { connections = 10, onLost = () => undefined }: PostgresOptions = {},
): Promise<OpenDatabase> {
  const pool = new Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 5_000 });
  // without a listener a lost connection would end the process
  pool.on('error', onLost);
  // also one that breaks while a transaction holds it
  pool.on('connect', (client) => client.on('error', onLost));
  try {
    await migrateInTurn(pool);
  } catch (error) {
    await pool.end();
    throw faultOfDatabase(error, url);
  }
  const database = drizzleNodePostgres(pool, { schema });
  return {
    ...{ kind: 'PostgreSQL', database, ping: () => pinged(database), close: once(() => pool.end()) },
    executeSql: (text, values) => pool.query(text, values),
  };
}

/** An advisory lock belongs to its connection, so that it ends with a process that is killed. */
async function migrateInTurn(pool: Pool): Promise<void> {
  const connection = await pool.connect();
  try {
    const database = drizzleNodePostgres(connection, { schema });
    await refuseOld(database);
    await connection.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewer(database, MIGRATIONS);
    await migrateNodePostgres(database, MIGRATIONS);
    await guardLog(database);
  } finally {
    // closes the connection, and with it the lock
    connection.release(true);
  }
}

/** Brings the tables of PGlite to this version. The caller opens it: in a folder by `openFolder`, or in memory. */
export async function openPglite(pglite: PGlite): Promise<OpenDatabase> {
  const database = drizzlePglite(pglite, { schema });
  await refuseNewer(database, MIGRATIONS);
  await migratePglite(database, MIGRATIONS);
  await guardLog(database);
  return {
    ...{ kind: 'PGlite', database, ping: () => pinged(database), close: once(() => pglite.close()) },
    executeSql: async (text, values) => {
      if (values !== undefined) return pglite.query(text, values);
      return (await pglite.exec(text)).at(-1) ?? { rows: [] };
    },
  };
}

async function pinged(database: Database): Promise<void> {
  await database.execute(sql`select 1`);
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined;
  return () => (closed ??= close());
}
