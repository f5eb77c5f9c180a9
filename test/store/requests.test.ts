import { randomBytes } from 'node:crypto';

import { isNotNull, sql } from 'drizzle-orm';

import type { OpenDatabase } from '../../src/store/database.ts';
import { type Requests, requestsIn } from '../../src/store/requests.ts';
import { requests as table } from '../../src/store/schema.ts';
import { CannotOpen, openCipher } from '../../src/store/token-cipher.ts';
import { openTestDatabase } from './database-in-test.ts';

const CIPHER = openCipher([{ name: 'test', key: randomBytes(32) }]);
const KEY = { portalId: 62_515, userId: 7, id: 'a-request-id' };
const CALL = { ...KEY, content: 'save-scorecard {"companyId":"1"}' };

let store: OpenDatabase;
let requests: Requests;
beforeAll(async () => {
  store = await openTestDatabase();
  requests = requestsIn(store.database, CIPHER);
});
beforeEach(() => store.database.execute(sql`delete from requests`));
afterAll(() => store.close());

/** As if everything had begun so long ago. */
const pass = (seconds: number) =>
  store.database.execute(
    sql`update requests set started_at = started_at - make_interval(secs => ${seconds})`,
  );

test('a request runs once, and a repeat gets the first answer', async () => {
  expect(await requests.begin(CALL)).toBe('run');
  expect(await requests.begin(CALL)).toBe('running');

  await requests.finish(KEY, { answer: { state: 'judged' } });

  expect(await requests.begin(CALL)).toEqual({ answer: { answer: { state: 'judged' } } });
});

test('of twenty that arrive at the same time one runs', async () => {
  const begun = await Promise.all(Array.from({ length: 20 }, () => requests.begin(CALL)));

  expect(begun.filter((each) => each === 'run')).toHaveLength(1);
  expect(begun.filter((each) => each === 'running')).toHaveLength(19);
});

test.each([
  ['while it runs', () => Promise.resolve()],
  ['once it is done', () => requests.finish(KEY, 1)],
  ['after its process was killed', () => pass(60)],
])('the id of another call is refused %s', async (_, meanwhile) => {
  await requests.begin(CALL);
  await meanwhile();

  expect(await requests.begin({ ...CALL, content: 'decide {}' })).toBe('other-content');
});

test('a request whose process was killed is run again after 20 seconds, by one', async () => {
  await requests.begin(CALL);
  await pass(19);
  expect(await requests.begin(CALL)).toBe('running');
  await pass(2);

  const begun = await Promise.all([requests.begin(CALL), requests.begin(CALL)]);

  expect(begun.sort()).toEqual(['run', 'running']);
});

test('a request that is done stays done, however long ago', async () => {
  await requests.begin(CALL);
  await requests.finish(KEY, 'first');
  await pass(3_600);
  await requests.finish(KEY, 'second');
  await requests.drop(KEY);

  expect(await requests.begin(CALL)).toEqual({ answer: 'first' });
});

test('a request that did nothing is forgotten, and a repeat runs', async () => {
  await requests.begin(CALL);
  await requests.drop(KEY);

  expect(await requests.begin(CALL)).toBe('run');
});

test('the same id of another user or portal is another request', async () => {
  await requests.begin(CALL);

  expect(await requests.begin({ ...CALL, userId: 8 })).toBe('run');
  expect(await requests.begin({ ...CALL, portalId: 62_516 })).toBe('run');
});

test('an answer cannot be read in the table, nor moved to another request', async () => {
  await requests.begin(CALL);
  await requests.finish(KEY, 'they asked for twenty seats');
  await requests.begin({ ...CALL, id: 'another-id' });

  const [row] = await store.database
    .select({ text: sql<string>`encode(answer, 'escape')` })
    .from(table)
    .where(isNotNull(table.answer));
  await store.database.execute(
    sql`update requests set answer = (select answer from requests where answer is not null)`,
  );

  expect(row?.text).not.toContain('seats');
  await expect(requests.begin({ ...CALL, id: 'another-id' })).rejects.toBeInstanceOf(CannotOpen);
});
