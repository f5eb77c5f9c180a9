import { pino } from 'pino';

import { expireRegularly } from '../../src/server/expire-regularly.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { requests } from '../../src/store/schema.ts';
import { openTestDatabase } from '../store/database-in-test.ts';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const log = pino({ level: 'silent' });

let store: OpenDatabase;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());

test('a server that starts deletes requests of more than a day ago, and keeps those of today', async () => {
  const of = (id: string, hoursAgo: number) => ({
    ...{ portalId: 1, userId: 7, id, content: '' },
    startedAt: new Date(NOW - hoursAgo * 3_600_000),
  });
  await store.database.insert(requests).values([of('older', 25), of('newer', 23)]);

  await expireRegularly(store.database, log, () => NOW)();

  const kept = await store.database.select({ id: requests.id }).from(requests);
  expect(kept).toEqual([{ id: 'newer' }]);
});
