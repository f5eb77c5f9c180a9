import { sql } from 'drizzle-orm';

import type { OpenDatabase } from '../../src/store/database.ts';
import { homeInTables } from '../../src/store/policy-home.ts';
import { aDraft, anEntry } from '../usecases/policy/a-home.ts';
import { openTestDatabase } from './database-in-test.ts';

let store: OpenDatabase;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());

const homeOf = (portalId: number) => homeInTables(store.database, portalId);

test('an entry with NUL and halves of surrogate pairs is kept, and intact', async () => {
  const wanted = anEntry({ by: 'A\0da \ud83d', reason: ' yearly\r\nreview \udc00\ud83d\ude00 ' });

  expect(await homeOf(1).insert(wanted)).toBe('inserted');

  const found = (await homeOf(1).read([wanted.key]))?.get(wanted.key);
  expect(found).toMatchObject({ reason: 'yearly\nreview \ufffd\u{1f600}', isIntact: true });
});

test('of many inserts of a key at the same time one wins, and a repeat of it has won too', async () => {
  const rivals = ['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map((by) => anEntry({ key: 'policy@9001', by }));

  const outcomes = await Promise.all(rivals.map((rival) => homeOf(1).insert(rival)));

  const [won] = rivals.filter((_rival, index) => outcomes[index] === 'inserted');
  expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(4);
  expect(await homeOf(1).insert(won ?? anEntry())).toBe('inserted');
});

test('two portals never see entries of each other', async () => {
  const [entry, draft] = [anEntry(), aDraft({ companyId: '77' })];
  await homeOf(1).insert(entry);
  await homeOf(1).put(draft);

  expect(await homeOf(2).read([entry.key, draft.key])).toEqual(new Map());
  expect(await homeOf(2).draftsOf('77')).toEqual([]);
  await homeOf(2).remove([draft.key]);
  expect(await homeOf(1).draftsOf('77')).toHaveLength(1);
});

test('the database refuses that an entry of the log is edited or deleted, and lets drafts go', async () => {
  const [entry, draft] = [anEntry(), aDraft()];
  await homeOf(3).insert(entry);
  await homeOf(3).put(draft);
  const { database } = store;

  const edited = database.execute(sql`update home_entries set body = '{}' where portal_id = 3`);
  await expect(edited).rejects.toMatchObject({
    cause: { message: expect.stringContaining('never edited') as string },
  });
  const deleted = database.execute(sql`delete from home_entries where key = ${entry.key}`);
  await expect(deleted).rejects.toMatchObject({
    cause: { message: expect.stringContaining('never edited') as string },
  });

  await homeOf(3).remove([draft.key]);
  expect(await homeOf(3).list('policy')).toHaveLength(1);
});

test('an entry that was edited nevertheless is damaged, and nothing restores it', async () => {
  const entry = anEntry();
  await homeOf(4).insert(entry);
  await store.database.execute(sql`alter table home_entries disable trigger home_entries_stay`);
  await store.database.execute(sql`update home_entries set "by" = 'Eve' where portal_id = 4`);
  await store.database.execute(sql`alter table home_entries enable trigger home_entries_stay`);

  expect((await homeOf(4).list('policy'))?.[0]).toMatchObject({ by: 'Eve', isIntact: false });
  expect(await homeOf(4).restore([entry.key, 'policy@1'])).toEqual({
    restored: [],
    lost: [entry.key, 'policy@1'],
  });
});

test('one character over 65,536 is refused', async () => {
  await expect(homeOf(1).insert(anEntry({ body: 'x'.repeat(65_537) }))).rejects.toThrow('too long');
});
