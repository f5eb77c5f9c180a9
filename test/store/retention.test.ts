import { randomBytes } from 'node:crypto';

import { isNotNull, sql } from 'drizzle-orm';

import type { HomeEntry } from '../../src/contract/policy-home.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { forgetPortal } from '../../src/store/forget-portal.ts';
import { installsIn } from '../../src/store/installs.ts';
import { homeInTables } from '../../src/store/policy-home.ts';
import { requestsIn } from '../../src/store/requests.ts';
import { deleteExpired } from '../../src/store/retention.ts';
import { callCounts, installs as installRows, requests } from '../../src/store/schema.ts';
import { portalJobsIn } from '../../src/store/portal-jobs.ts';
import { openCipher } from '../../src/store/token-cipher.ts';
import { portalJobs } from '../../src/store/work-tables.ts';
import { openTestDatabase } from './database-in-test.ts';

const CIPHER = openCipher([{ name: 'test', key: randomBytes(32) }]);
const ENTRY: HomeEntry = {
  ...{ key: 'policy@1', kind: 'policy', body: '{}', by: 'Ada', at: '2026-03-03T00:00:00.000Z', reason: '' },
};
const NOW = Date.now();
const inDays = (days: number) => new Date(NOW + days * 86_400_000);

let store: OpenDatabase;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());

test('an answered request is kept for 24 hours', async () => {
  const { database } = store;
  const key = { portalId: 1, userId: 7, id: 'a-request' };
  const begun = requestsIn(database, CIPHER);
  await begun.begin({ ...key, content: 'x' });
  await begun.finish(key, 1);

  await deleteExpired(database, inDays(0.99));
  expect(await database.select().from(requests)).toHaveLength(1);
  await deleteExpired(database, inDays(1.01));
  expect(await database.select().from(requests)).toEqual([]);
});

test('counts of calls are kept for 30 days', async () => {
  const { database } = store;
  const counted = { appId: 1, portalId: 1, calls: 1, failed: 0, limited: 0 };
  await database.insert(callCounts).values([
    { ...counted, day: '2026-03-01' },
    { ...counted, day: '2026-03-02' },
  ]);

  await deleteExpired(database, new Date('2026-04-01T12:00:00Z'));

  expect(await database.select({ day: callCounts.day }).from(callCounts)).toEqual([{ day: '2026-03-02' }]);
});

test('a re-judging is kept for 30 days after it ended; one that is not over, and the night, stay', async () => {
  const { database } = store;
  const key = { appId: 1, portalId: 1 };
  const jobs = portalJobsIn(database, () => NOW);
  const nothing = { rejudged: 0, current: 0, lanes: [], left: [], moreLeft: 0, notes: [] };
  const who = { userId: '7', email: 'ada@example.com', sums: nothing };
  for (const type of ['technology', 'reseller', 'referral'] as const)
    await jobs.start(key, { run: type, type, version: `${type}@1`, ...who });
  await jobs.planNight(key, 'night', inDays(1));
  for (const job of await jobs.read(key)) {
    if (job.run === 'technology') await jobs.keep(job, { state: 'done', dueAt: null });
    if (job.run === 'night') await jobs.keep(job, { state: 'done' });
  }
  await jobs.pause(key, 'reseller');
  const kept = async () => (await jobs.read(key)).map(({ run }) => run).sort();

  await deleteExpired(database, inDays(29.9));
  expect(await kept()).toEqual(['night', 'referral', 'reseller', 'technology']);
  await deleteExpired(database, inDays(30.1));
  expect(await kept()).toEqual(['night', 'referral', 'reseller']);
  await database.delete(portalJobs);
});

test('a portal is deleted 30 days after it uninstalled the app, with its log, and no other', async () => {
  const { database } = store;
  const installs = installsIn(database, CIPHER);
  const grant = { domain: 'acme.com', installerId: 7, installerEmail: 'ada@example.com', scopes: ['oauth'] };
  const tokens = { accessToken: 'a', refreshToken: 'r', expiresIn: 1_800, lifetime: 1_800 };
  const [gone, moved, other] = [
    { appId: 1, portalId: 10 },
    { appId: 1, portalId: 11 },
    { appId: 2, portalId: 11 },
  ] as const;
  for (const key of [gone, moved]) await installs.keep({ ...grant, ...key }, tokens);
  for (const portalId of [10, 11]) await homeInTables(database, portalId).insert(ENTRY);
  await database.execute(sql`update installs set uninstalled_at = now()`);
  await installs.keep({ ...grant, ...other }, tokens);

  await deleteExpired(database, inDays(29));
  expect(await homeInTables(database, 10).list('policy')).toHaveLength(1);
  await deleteExpired(database, inDays(31));

  expect(await homeInTables(database, 10).list('policy')).toEqual([]);
  expect(await homeInTables(database, 11).list('policy')).toHaveLength(1);
  expect(await installs.read(gone)).toBeNull();
  expect(await installs.read(moved)).toBeNull();
  expect(await installs.read(other)).not.toBeNull();
});

test('a portal that is connected again before its rows are deleted keeps them', async () => {
  const { database } = store;
  const installs = installsIn(database, CIPHER);
  const key = { appId: 1, portalId: 12 };
  const grant = { ...key, domain: 'acme.com', installerId: 7, installerEmail: 'ada@example.com', scopes: [] };
  await installs.keep(grant, { accessToken: 'a', refreshToken: 'r', expiresIn: 1_800, lifetime: 1_800 });
  await homeInTables(database, 12).insert(ENTRY);

  await forgetPortal(database, key, isNotNull(installRows.uninstalledAt));

  expect((await installs.read(key))?.tokens?.accessToken).toBe('a');
  expect(await homeInTables(database, 12).list('policy')).toHaveLength(1);
});
