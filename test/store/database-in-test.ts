import { randomBytes } from 'node:crypto';

import type { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';

import { type OpenDatabase, openPglite as openOver, openPostgres } from '../../src/store/database.ts';

declare global {
  /** PGlite in a folder, from outside of Jest's context: see jest-environment.config.js. */
  var openPglite: (folder: string) => Promise<PGlite>;
  /** A database in memory that this worker keeps, with whatever the last test file left in it. */
  var borrowPglite: () => Promise<PGlite>;
  var returnPglite: (database: PGlite) => Promise<void>;
}

/** The database that tests run on: PostgreSQL where `DATABASE_URL` names one, else PGlite in memory. */
export function testDatabaseUrl(): string | null {
  return process.env['DATABASE_URL'] ?? null;
}

interface TestDatabase extends OpenDatabase {
  url: string | null;
  /** Ends it under a server that has it open. */
  breakDown: () => Promise<void>;
}

/** An empty database of its own, with the tables. Closing it deletes it. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const url = testDatabaseUrl();
  if (url === null) return { ...(await openBorrowed()), url };
  const name = `partner_icp_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const open = await openPostgres(own.href);
  const close = async () => {
    await open.close();
    await onServer(url, `drop database if exists ${name} with (force)`);
  };
  return { ...open, close, breakDown: open.close, url: own.href };
}

/** The PGlite of this worker, emptied. Of two that are open at the same time, the second one is another. */
async function openBorrowed(): Promise<Omit<TestDatabase, 'url'>> {
  const pglite = await borrowPglite();
  const open = await openOver(pglite);
  const { rows } = await pglite.query<{ name: string }>(
    `select format('%I', tablename) as name from pg_tables where schemaname = 'public'`,
  );
  const names = rows.map(({ name }) => name).join(', ');
  await pglite.exec(`truncate ${names} restart identity cascade; drop schema if exists pgboss cascade`);
  return { ...open, close: () => returnPglite(pglite), breakDown: () => pglite.close() };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
