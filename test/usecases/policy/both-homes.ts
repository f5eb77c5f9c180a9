import type { PolicyHome } from '../../../src/contract/policy-home.ts';
import { portalHome } from '../../../src/server/portal-home.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { openTestDatabase } from '../../store/database-in-test.ts';

type Options = Parameters<typeof openPortal>[0];

/** Of this test file, opened when the first portal asks for it. */
let store: ReturnType<typeof openTestDatabase> | null = null;
let portals = 0;
afterAll(async () => (await store)?.close());

/** The database in which the homes in tables are. */
export async function databaseOfHomes() {
  store ??= openTestDatabase();
  return (await store).database;
}

/** The home of a portal of its own, in the tables of the OAuth edition. */
export async function newHomeInTables(): Promise<PolicyHome> {
  portals += 1;
  return portalHome(await databaseOfHomes(), portals);
}

export async function openInTables(options?: Options): Promise<Portal> {
  // a database takes seconds to start, after which connections to a portal are closed
  const home = await newHomeInTables();
  const portal = await openPortal({ ...options, home: false });
  return { ...portal, context: { ...portal.context, home } };
}

/** Both homes, each with how a portal is opened that has it. */
export const HOMES: readonly (readonly [string, (options?: Options) => Promise<Portal>])[] = [
  ['in a custom object', (options) => openPortal({ ...options, home: true })],
  ['in tables', openInTables],
];
