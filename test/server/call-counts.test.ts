import { pino } from 'pino';

import { type CallCounts, openCallCounts } from '../../src/server/call-counts.ts';
import { callRates } from '../../src/store/call-counts.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { openTestDatabase } from '../store/database-in-test.ts';

const KEY = { appId: 4711, portalId: 62_515 };
const DAY_MS = 86_400_000;

let store: OpenDatabase;
let opened: CallCounts[];

beforeEach(async () => {
  store = await openTestDatabase();
  opened = [];
});

afterEach(async () => {
  await Promise.all(opened.map((counts) => counts.close()));
  await store.close();
});

function open(now = Date.now): CallCounts {
  const counts = openCallCounts({ database: store.database, log: pino({ enabled: false }), now });
  opened.push(counts);
  return counts;
}

test('refusals, failures and lost responses lower the success rate, each once', async () => {
  const counts = open();

  for (const status of [200, 201, 207, 204, 401, 404, 429, 502, null, 200]) counts.count(KEY, status);
  await counts.close();

  expect(await callRates(store.database, 30)).toEqual([
    { ...KEY, calls: 10, failed: 5, limited: 1, success: 0.5 },
  ]);
  expect(counts.totals()).toEqual({ ok: 5, failed: 3, limited: 1, 'no-response': 1 });
});

test('what several processes count adds up, in whichever order they save', async () => {
  const processes = [open(), open(), open()];
  const portals = Array.from({ length: 20 }, (_, index) => ({ ...KEY, portalId: index + 1 }));

  for (let turn = 0; turn < 5; turn += 1) {
    for (const [index, counts] of processes.entries())
      for (const key of index === 1 ? [...portals].reverse() : portals) counts.count(key, 200);
    await Promise.all(processes.map((counts) => counts.save()));
  }

  const rates = await callRates(store.database, 1);
  expect(rates.map(({ portalId, calls }) => [portalId, calls])).toEqual(
    portals.map(({ portalId }) => [portalId, 15]),
  );
});

test('days before the wanted ones do not count', async () => {
  const monthAgo = open(() => Date.now() - 30 * DAY_MS);
  const yesterday = open(() => Date.now() - DAY_MS);

  monthAgo.count(KEY, 500);
  yesterday.count(KEY, 200);
  await monthAgo.save();
  await yesterday.save();

  expect(await callRates(store.database, 30)).toEqual([
    { ...KEY, calls: 1, failed: 0, limited: 0, success: 1 },
  ]);
  expect(await callRates(store.database, 1)).toEqual([]);
});

test('counts that the database did not take are added with the next ones', async () => {
  const counts = open();
  const { database } = store;
  await database.execute('alter table call_counts rename to call_counts_away');
  counts.count(KEY, 200);
  await counts.save();
  await database.execute('alter table call_counts_away rename to call_counts');

  counts.count(KEY, 429);
  await counts.save();

  expect(await callRates(database, 30)).toEqual([{ ...KEY, calls: 2, failed: 1, limited: 1, success: 0.5 }]);
});
