import { type SQL, sql } from 'drizzle-orm';
import { type MigrationConfig, readMigrationFiles } from 'drizzle-orm/migrator';

import { DATABASE_TOO_NEW, databaseTooOld } from '../messages/database.ts';
import { DatabaseRefused } from './database-faults.ts';

/** As much of a database as a question takes. */
interface Asked {
  execute: (query: SQL) => PromiseLike<{ rows: Record<string, unknown>[] }>;
}

/** The oldest PostgreSQL that is tested. */
const OLDEST = 150_000;

/** @throws DatabaseRefused for a PostgreSQL before 15 */
export async function refuseOld(database: Asked, oldest = OLDEST): Promise<void> {
  const { rows } = await database.execute(
    sql`select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  );
  const { version, number } = rows[0] ?? {};
  if (Number(number) < oldest) throw new DatabaseRefused(databaseTooOld(String(version)));
}

/** @throws DatabaseRefused for tables of a newer version than this one */
export async function refuseNewer(database: Asked, migrations: MigrationConfig): Promise<void> {
  const { rows: found } = await database.execute(
    sql`select to_regclass('drizzle.__drizzle_migrations') as name`,
  );
  if (found[0]?.['name'] == null) return;
  const { rows } = await database.execute(
    sql`select max(created_at)::text as newest from drizzle.__drizzle_migrations`,
  );
  const known = Math.max(...readMigrationFiles(migrations).map(({ folderMillis }) => folderMillis));
  if (Number(rows[0]?.['newest'] ?? 0) > known) throw new DatabaseRefused(DATABASE_TOO_NEW);
}
