import { sql } from 'drizzle-orm';

import { propertyInstallsIn } from '../../../src/store/property-installs.ts';
import type { OpenDatabase } from '../../../src/store/database.ts';
import { openTestDatabase } from '../../store/database-in-test.ts';

const KEY = { appId: 4711, portalId: 62_515 };
const PROGRESS = { step: 1, steps: 9, sentence: 'Creating 3 properties of companies' };
const DONE = { state: 'done', sentence: '', report: '{}' } as const;

let store: OpenDatabase;

beforeEach(async () => {
  store = await openTestDatabase();
});

afterEach(() => store.close());

test('of many processes that look at once, one runs an installation', async () => {
  const rows = propertyInstallsIn(store.database);
  await rows.request(KEY, 'browser');

  const claims = await Promise.all(Array.from({ length: 10 }, (_, index) => rows.claim(`p${index}`, 60)));

  expect(claims.filter((claim) => claim !== null)).toEqual([KEY]);
});

test('several portals go to several processes, the one that waits longest first', async () => {
  const rows = propertyInstallsIn(store.database);
  for (const portalId of [3, 1, 2]) await rows.request({ ...KEY, portalId }, 'browser');

  const claimed = [await rows.claim('p', 60), await rows.claim('q', 60), await rows.claim('r', 60)];

  expect(claimed.map((key) => key?.portalId)).toEqual([3, 1, 2]);
});

test('one that is asked for anew while it runs stops, reports nothing, and is begun once it has stopped', async () => {
  const rows = propertyInstallsIn(store.database);
  await rows.request(KEY, 'browser');
  await rows.claim('first', 60);
  await rows.request(KEY, 'another browser');

  expect(await rows.claim('second', 60)).toBeNull();
  expect(await rows.renew(KEY, 'first', 60, PROGRESS)).toBe(false);
  await rows.finish(KEY, 'first', DONE);
  await rows.release(KEY, 'first');

  expect(await rows.claim('second', 60)).toEqual(KEY);
  expect(await rows.read(KEY)).toMatchObject({ state: 'running', step: 0, browser: 'another browser' });
});

test('whoever has lost the right to run it stores neither progress nor an end', async () => {
  const rows = propertyInstallsIn(store.database);
  await rows.request(KEY, 'browser');
  await rows.claim('late', 60);
  await store.database.execute(sql`update property_installs set run_until = now() - interval '1 second'`);
  await rows.claim('other', 60);

  expect(await rows.renew(KEY, 'late', 60, PROGRESS)).toBe(false);
  await rows.finish(KEY, 'late', DONE);

  expect(await rows.read(KEY)).toMatchObject({ state: 'running', step: 0 });
  expect(await rows.renew(KEY, 'other', 60, PROGRESS)).toBe(true);
});
