import { request } from 'node:http';

import { type SQL, eq } from 'drizzle-orm';

import { homeEntries } from '../../src/store/schema.ts';
import { OPERATIONS, actsOnce, isOperation } from '../../src/usecases/operations.ts';
import type { Operations } from '../../src/contract/operations.ts';
import { type Portal, openPortal } from '../portal.ts';
import { createContactOf } from '../usecases/facts/fact-portal.ts';
import { oneOfEach } from './one-of-each.ts';
import { SCOPES } from './oauth/scopes-of-app.ts';
import { APP, REGISTERED, type ServerInTest, serverInTest } from './server-in-test.ts';
import { sendRaw, signed } from './signed-request.ts';

const PORTAL = 62_515;
const by = 'ada@example.com';
const QUERY = `userId=7&portalId=${PORTAL}&userEmail=ada%40example.com&appId=${APP.appId}`;

let portal: Portal;
let server: ServerInTest;
let companyId: string;
let inputs: ReturnType<typeof oneOfEach>;

beforeAll(async () => {
  portal = await openPortal({
    edition: 'oauth',
    ...{ home: true, account: { portalId: PORTAL }, apps: [{ ...REGISTERED, requiredScopes: [...SCOPES] }] },
    owners: [{ id: '1', userId: 7, email: by, firstName: 'Ada', lastName: 'Berg' }],
  });
  const limits = { user: 10_000, portal: 10_000, atOnce: 100, unsigned: 10_000, authorizations: 10_000 };
  server = await serverInTest({ hubspotUrl: portal.sandbox.baseUrl, scopes: SCOPES, limits });
  await server.connect(7);
  companyId = await portal.createCompany();
  inputs = oneOfEach({ companyId, contactId: await createContactOf(portal, companyId), by, ask: answerOf });
});
afterAll(async () => {
  await server.close();
  await portal.close();
});

let ids = 0;
const newId = () => `repeat-${(ids += 1)}-of-a-call`;
const signedCall = (operation: string, body: unknown) =>
  signed(`/api/operations/${operation}?${QUERY}`, JSON.stringify(body));
const post = (operation: string, body: unknown) => sendRaw(server.address, signedCall(operation, body));

async function answerOf<Name extends keyof Operations>(name: Name, input: Operations[Name]['input']) {
  const { status, text } = await post(name, { input, requestId: newId() });
  if (status !== 200) throw new Error(`${name}: ${text}`);
  return (JSON.parse(text) as { answer: Operations[Name]['answer'] }).answer;
}

const homeRows = (condition: SQL) =>
  server.store.database.select().from(homeEntries).where(condition).orderBy(homeEntries.key);

/** Everything that HubSpot keeps of the portal, and that the server keeps in its home. */
async function everything(): Promise<string> {
  const rows = await homeRows(eq(homeEntries.portalId, PORTAL));
  return JSON.stringify([portal.sandbox.portal.dump(), rows]);
}

/** Facts say when they were counted. */
const sayingOf = (text: string) => text.replace(/("at":)"[^"]*"(,"on":"[^"]*","sharedCustomers")/, '$1$2');

const NAMES = Object.keys(OPERATIONS).filter(isOperation);

test('there is an input for every operation, and some act once', () => {
  expect(Object.keys(inputs).sort()).toEqual([...NAMES].sort());
  expect(NAMES.filter(actsOnce).length).toBeGreaterThan(8);
});

test('every operation that is sent twice answers the same, and leaves everything as it was after the first', async () => {
  const differing: unknown[] = [];
  for (const name of Object.keys(inputs).filter(isOperation)) {
    const input = await inputs[name]();
    const body = actsOnce(name) ? { input, requestId: newId() } : { input };
    const before = await everything();
    const first = await post(name, body);
    const between = await everything();
    const second = await post(name, body);
    const after = await everything();

    if (first.status !== 200) differing.push({ name, status: first.status, text: first.text.slice(0, 300) });
    if (sayingOf(second.text) !== sayingOf(first.text))
      differing.push({ name, first: first.text, second: second.text });
    if (after !== between) differing.push({ name, what: 'changed again' });
    if (actsOnce(name) && between === before) differing.push({ name, what: 'did nothing', text: first.text });
  }

  expect(differing).toEqual([]);
});

/** Sends a call and cuts the connection once the server has begun to act, as a proxy between does. */
async function sendAndCut(operation: string, body: unknown, hasActed: () => Promise<boolean>): Promise<void> {
  const { target, body: bytes, signature, timestamp } = signedCall(operation, body);
  const { hostname, port } = new URL(server.address);
  const headers = {
    ...{ 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': timestamp },
    'content-type': 'application/json',
  };
  const call = request({ hostname, port, method: 'POST', path: target, headers, agent: false });
  call.on('error', () => undefined);
  call.end(bytes);
  while (!(await hasActed())) await new Promise((resolve) => setImmediate(resolve));
  call.destroy();
}

test('a save whose connection is cut once the server acts is done once, and its repeat is answered', async () => {
  const own = await portal.createCompany();
  const input = { companyId: own, by, changes: { strategic_fit: { seen: null, value: 4 } } };
  const body = { input, requestId: newId() };
  const values = () => portal.valuesOf(own, 'ipp_strategic_fit');

  await sendAndCut('save-scorecard', body, async () => (await values()).length > 0);
  const repeat = await post('save-scorecard', body);

  expect(repeat).toMatchObject({ status: 200 });
  expect(JSON.parse(repeat.text)).toMatchObject({ answer: { conflicts: [], scorecard: { ratings: { strategic_fit: 4 } } } });
  expect(await values()).toEqual(['4']);
}); // prettier-ignore

test('a save whose connection is cut is done once, and another process answers its repeat', async () => {
  const own = await portal.createCompany();
  const input = { companyId: own, by, changes: { strategic_fit: { seen: null, value: 5 } } };
  const body = { input, requestId: newId() };
  const values = () => portal.valuesOf(own, 'ipp_strategic_fit');
  const { store, settings } = server;
  const shared = { hubspotUrl: portal.sandbox.baseUrl, scopes: SCOPES, store, tokenKeys: settings.tokenKeys };
  const other = await serverInTest(shared);

  await sendAndCut('save-scorecard', body, async () => (await values()).length > 0);
  const repeat = await sendRaw(other.address, signedCall('save-scorecard', body));
  const same = await post('save-scorecard', body);
  await other.stop();

  expect(repeat).toMatchObject({ status: 200 });
  expect(JSON.parse(repeat.text)).toMatchObject({ answer: { conflicts: [], scorecard: { ratings: { strategic_fit: 5 } } } });
  expect(same.text).toBe(repeat.text);
  expect(await values()).toEqual(['5']);
}); // prettier-ignore

test('a publication whose connection is cut once the server acts is in the log once', async () => {
  const { policy, settings } = await answerOf('load-policy', {});
  const input = { settings: { ...settings, slots: 9 }, reason: 'Nine', by, policy };
  const body = { input, requestId: newId() };
  const log = () => homeRows(eq(homeEntries.reason, 'Nine'));

  await sendAndCut('publish-settings', body, async () => (await log()).length > 0);
  const repeat = await post('publish-settings', body);

  expect(JSON.parse(repeat.text)).toMatchObject({ answer: { policy: policy + 1, settings: { slots: 9 } } });
  expect(await log()).toHaveLength(1);
});
