import fc from 'fast-check';

import type { Operations } from '../../src/contract/operations.ts';
import { callLeases, homeEntries, installs } from '../../src/store/schema.ts';
import { isOperation } from '../../src/usecases/operations.ts';
import { createContactOf } from '../usecases/facts/fact-portal.ts';
import { type FleetInTest, openFleet } from './admin/fleet-in-test.ts';
import { oneOfEach } from './one-of-each.ts';
import { APP } from './server-in-test.ts';
import { type RawRequest, sendRaw, signed } from './signed-request.ts';

const [OURS, THEIRS] = [62_515, 62_516];
const by = 'ada@example.com';
/** A name that only the other portal knows. */
const SECRET = 'Quillstone';
const queryOf = (portalId: number) =>
  `userId=7&portalId=${portalId}&userEmail=ada%40example.com&appId=${APP.appId}`;

let fleet: FleetInTest;
let companyId: string;
let inputs: ReturnType<typeof oneOfEach>;
let theirs: string[];

beforeAll(async () => {
  const owners = [{ id: '1', userId: 7, email: by, firstName: 'Ada', lastName: 'Berg' }];
  fleet = await openFleet(
    { [OURS]: { home: true, owners }, [THEIRS]: { home: true, owners } },
    { user: 100_000, portal: 100_000, atOnce: 100, unsigned: 100_000, authorizations: 100_000 },
  );
  const [our, their] = [fleet.portals.get(OURS), fleet.portals.get(THEIRS)];
  if (our === undefined || their === undefined) throw new Error('no portals');
  companyId = await our.createCompany({ name: 'Ledgerlane' });
  const contactId = await createContactOf(our, companyId);
  inputs = oneOfEach({ companyId, contactId, by, ask });
  theirs = [];
  for (let count = 0; count < 4; count++) theirs.push(await their.createCompany({ name: SECRET }));
});
afterAll(() => fleet.close());

let ids = 0;
const newId = () => `attack-${(ids += 1)}-of-many`;
const send = (request: RawRequest) => sendRaw(fleet.server.address, request);
/** With all of HubSpot's calls left: those of a minute are made here in a second. */
async function post(operation: string, input: unknown, query = queryOf(OURS)) {
  await fleet.server.store.database.delete(callLeases);
  const body = JSON.stringify({ input, requestId: newId() });
  return send(signed(`/api/operations/${operation}?${query}`, body));
}

async function ask<Name extends keyof Operations>(name: Name, input: Operations[Name]['input']) {
  const { status, text } = await post(name, input);
  if (status !== 200) throw new Error(`${name}: ${text}`);
  return (JSON.parse(text) as { answer: Operations[Name]['answer'] }).answer;
}

/** The characters that may stand in a first line or a header; in a body any byte may. */
const PRINTABLE = { min: 0x21, max: 0x7e };

test('a signed call of which any one byte is another is refused', async () => {
  const target = `/api/operations/load-scorecard?${queryOf(OURS)}`;
  const call = signed(target, JSON.stringify({ input: { companyId } }));
  const part = fc.constantFrom('method', 'target', 'body', 'timestamp', 'signature');
  expect(await send(call)).toMatchObject({ status: 200 });

  await fc.assert(
    fc.asyncProperty(part, fc.nat(), fc.integer(PRINTABLE), fc.nat(255), async (where, pick, char, byte) => {
      const bytes = Buffer.from(call[where as 'body']);
      const at = pick % bytes.length;
      const other = where === 'body' ? byte : char;
      fc.pre(bytes[at] !== other);
      bytes[at] = other;
      const text = bytes.toString('latin1');
      // Node sends no line whose method is no word of HTTP
      fc.pre(where !== 'method' || /^[A-Z]+$/.test(text));
      const { status, text: answer } = await send({ ...call, [where]: where === 'body' ? bytes : text });

      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(answer).not.toContain('Ledgerlane');
    }),
    { numRuns: 400 },
  );
});

const POISONS = [
  `'; drop table home_entries; --`,
  `" or 1=1; delete from installs; --`,
  `\\'); truncate requests cascade; --`,
  `${OURS} union select access_token from installs`,
  'a\0b\u001b[2J\u202e\r\nset-cookie: a=b',
  '%00%27%3B--',
  '\ud83d',
  '$1 {{7*7}} ${7*7}',
];

/** The input with one of its texts replaced, for each of its texts; keys of objects too. */
function* poisoned(value: unknown, poison: string): Generator {
  if (typeof value === 'string') yield poison;
  if (Array.isArray(value))
    for (const [index, each] of value.slice(0, 2).entries())
      for (const other of poisoned(each, poison)) yield value.with(index, other);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value as Record<string, unknown>)) {
      for (const other of poisoned(each, poison)) yield { ...value, [key]: other };
      const { [key]: _, ...rest } = value as Record<string, unknown>;
      yield { ...rest, [poison]: each };
    }
}

/** The portals that are connected, and those that have entries in a home. */
async function portalsInTables() {
  const { database } = fleet.server.store;
  const connected = (await database.select().from(installs)).map(({ portalId }) => portalId);
  const homes = (await database.select().from(homeEntries)).map(({ portalId }) => portalId);
  return { connected: connected.sort(), homes: [...new Set(homes)] };
}

test('SQL and control characters in any text of any input are refused or kept as text, never a fault', async () => {
  const faults: unknown[] = [];
  let count = 0;
  for (const name of Object.keys(inputs).filter(isOperation)) {
    const input = await inputs[name]();
    const all = POISONS.map((poison) => [...poisoned(input, poison)]);
    const most = Math.max(...all.map(({ length }) => length));
    // a poison for each text in turn: all of them in all of them would take minutes
    for (let index = 0; index < Math.min(most, 16); index++) {
      const spread = Math.floor((index * most) / Math.min(most, 16));
      const attack = all[count % POISONS.length]?.[spread];
      count += 1;
      const { status, text } = await post(name, attack);
      if (status >= 500 || status === 429 || text.includes(SECRET))
        faults.push({ name, attack, status, text: text.slice(0, 200) });
    }
    await post(name, input);
  }

  expect(faults).toEqual([]);
  expect(count).toBeGreaterThan(100);
  expect(await portalsInTables()).toEqual({ connected: [OURS, THEIRS], homes: [OURS] });
  expect(fleet.server.logged()).not.toMatch(/"bug"/);
  expect(await post('load-scorecard', { companyId })).toMatchObject({ status: 200 });
});

test('SQL and control characters in the signed query are refused', async () => {
  for (const poison of POISONS)
    for (const name of ['userId', 'portalId', 'userEmail', 'appId']) {
      const query = new URLSearchParams(queryOf(OURS));
      query.set(name, poison.replace('\ud83d', '\ufffd'));
      const { status, text } = await post('load-policy', {}, query.toString());

      expect([name, poison, status < 500]).toEqual([name, poison, true]);
      expect(text).not.toContain(SECRET);
      if (name !== 'userEmail') expect(status).toBeGreaterThanOrEqual(400);
    }
});

test('with the number of a company of another portal one gets a company of the own portal, or none', async () => {
  for (const id of theirs)
    for (const name of ['load-scorecard', 'read-history', 'meeting-page', 'gather-facts'] as const) {
      const { status, text } = await post(name, { companyId: id });

      expect(text).not.toContain(SECRET);
      expect([[200, 404].includes(status), text]).toEqual([true, text]);
    }
  const own = await post('load-scorecard', { companyId: theirs[3] }, queryOf(THEIRS));
  expect(own.text).toContain(SECRET);
});

test('what one portal writes under a number that both have stays out of the other', async () => {
  const their = fleet.portals.get(THEIRS);
  const shared = companyId;
  const before = JSON.stringify(their?.sandbox.portal.dump());
  await post('clear-scorecard', { companyId: shared, by });
  const saved = await post('save-scorecard', {
    ...{ companyId: shared, by },
    changes: { strategic_fit: { seen: null, value: 3 } },
  });

  expect(saved.status).toBe(200);
  expect(JSON.stringify(their?.sandbox.portal.dump())).toBe(before);
});
