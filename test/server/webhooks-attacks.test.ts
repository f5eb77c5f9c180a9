import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';

import { signatureV2 } from '../../sandbox/hubspot/apps/signature.ts';
import { changedRecords } from '../../src/store/work-tables.ts';
import { type ActionsInTest, PORTAL, openActions } from './actions/actions-in-test.ts';
import { signedV3 } from './actions/signed-action.ts';
import { APP } from './server-in-test.ts';
import { type RawRequest, sendRaw } from './signed-request.ts';

const OTHER_APP = { appId: 4712, clientId: 'client-of-4712', clientSecret: 'secret-of-4712-0123456789' };
const HOOK = '/webhooks';
const MINUTE = 60_000;
const SECRET_VALUE = 'A value that nobody else may read';
const EVENT = {
  ...{ eventId: 1, subscriptionId: 1, portalId: PORTAL, appId: APP.appId, occurredAt: 1 },
  ...{ subscriptionType: 'object.propertyChange', objectTypeId: '0-2', objectId: 17 },
  ...{ propertyName: 'ipp_strategic_fit', propertyValue: SECRET_VALUE, changeSource: 'CRM_UI' },
};
const BODY = JSON.stringify([EVENT]);

let actions: ActionsInTest;
beforeAll(async () => {
  const limits = { user: 10_000, portal: 10_000, atOnce: 100, unsigned: 10_000, authorizations: 100 };
  actions = await openActions({ limits, apps: [APP, OTHER_APP] });
});
afterAll(() => actions.close());

const signed = (body = BODY, signing: Parameters<typeof signedV3>[3] = {}, target = HOOK) =>
  signedV3(actions.server, target, body, signing);
const send = (request: RawRequest) => sendRaw(actions.server.address, request);
const url = (target: string) => `${actions.server.settings.publicUrl}${target}`;
/** The marked records, which are forgotten then. */
async function marked(): Promise<number[]> {
  const rows = await actions.server.store.database.delete(changedRecords).returning();
  return rows.map(({ recordId }) => recordId).sort((one, other) => one - other);
}

test('what HubSpot has signed is taken', async () => {
  expect(await send(signed())).toMatchObject({ status: 204 });
  expect(await marked()).toEqual([17]);
});

test.each<[string, () => RawRequest]>([
  ['no signature', () => ({ ...signed(), signature: '' })],
  ['no time', () => ({ ...signed(), timestamp: '' })],
  ['a wrong signature', () => ({ ...signed(), signature: 'A'.repeat(43) + '=' })],
  ['the secret of nobody', () => signed(BODY, { secret: 'secret-of-nobody' })],
  ['a signature that is older than 5 minutes', () => signed(BODY, { timestamp: Date.now() - 6 * MINUTE })],
  ['a signature of the future', () => signed(BODY, { timestamp: Date.now() + 6 * MINUTE })],
  ['another time than the signed one', () => ({ ...signed(BODY, { timestamp: Date.now() - 6 * MINUTE }), timestamp: String(Date.now()) })],
  ['another body', () => ({ ...signed(), body: Buffer.from(`${BODY} `) })],
  ['another path', () => signed(BODY, { url: url('/api/workflow-actions/judge-partner') })],
  ['another host', () => signed(BODY, { url: `https://evil.example.com${HOOK}` })],
  ['another method', () => signed(BODY, { method: 'PUT' })],
  ['another query', () => signed(BODY, { url: url(HOOK) }, `${HOOK}?portalId=1`)],
  ['version 2, which is for actions alone', () => {
    const signature = signatureV2(APP.clientSecret, { method: 'POST', url: url(HOOK), body: BODY, timestamp: 0 });
    return { ...signed(), signature: '', headers: { 'x-hubspot-signature': signature, 'x-hubspot-signature-version': 'v2' } };
  }],
  ['version 2 in the place of version 3', () => ({ ...signed(), signature: signatureV2(APP.clientSecret, { method: 'POST', url: url(HOOK), body: BODY, timestamp: 0 }) })],
])('%s is refused, and marks nothing', async (_name, request) => {
  expect(await send(request())).toMatchObject({ status: 401, code: 'not-signed' });
  expect(await marked()).toEqual([]);
}); // prettier-ignore

test.each(['//webhooks', '/WEBHOOKS', '/webhooks/', '/%77ebhooks', '/x/../webhooks'])(
  'events are taken under their own address alone, not under %s',
  async (target) => {
    expect([401, 404]).toContain((await send(signed(BODY, {}, target))).status);
    expect(await marked()).toEqual([]);
  },
);

test('by the secret of another app nothing is said about portals of this one, whatever app the events name', async () => {
  const events = JSON.stringify([EVENT, { ...EVENT, appId: OTHER_APP.appId, objectId: 18 }]);

  expect(await send(signed(events, { secret: OTHER_APP.clientSecret }))).toMatchObject({ status: 204 });
  expect(await marked()).toEqual([]);
});

test('events of a portal that is not connected are passed over', async () => {
  expect(await send(signed(JSON.stringify([{ ...EVENT, portalId: 77 }])))).toMatchObject({ status: 204 });
  expect(await marked()).toEqual([]);
});

test.each<[string, () => Buffer, number]>([
  ['nothing', () => Buffer.alloc(0), 400],
  ['no JSON', () => Buffer.from('[{"portalId"'), 400],
  ['no list', () => Buffer.from(JSON.stringify({ events: [EVENT] })), 400],
  ['10,000 events', () => Buffer.from(`[${Array(10_000).fill('{"portalId":1}').join(',')}]`), 400],
  ['half a million levels', () => Buffer.from('['.repeat(500_000)), 400],
  ['41 levels beside a good event', () => Buffer.from(`[${JSON.stringify(EVENT)},${'['.repeat(41)}${']'.repeat(41)}]`), 400],
  ['__proto__', () => Buffer.from(`[${JSON.stringify(EVENT)},{"__proto__":{"portalId":${PORTAL}}}]`), 400],
  ['bytes that are no text', () => Buffer.from([0x5b, 0xff, 0xfe, 0x5d]), 400],
  ['more than 1 MB', () => Buffer.alloc(1_048_577, ' '), 413],
])('a signed body of %s is refused, and marks nothing', async (_name, body, status) => {
  const bytes = body();
  const answered = await send({ ...signed(bytes.toString()), body: bytes });
  const isBinary = bytes.includes(0xff);

  expect(answered.status).toBe(isBinary ? 401 : status);
  expect(await marked()).toEqual([]);
}); // prettier-ignore

test('a compressed body is refused, whatever it unpacks to', async () => {
  expect(await send({ ...signed(), headers: { 'content-encoding': 'gzip' } })).toMatchObject({ status: 400 });
});

test.each<[string, unknown]>([
  ['below zero', { objectId: -17 }],
  ['zero', { objectId: 0 }],
  ['a fraction', { objectId: 17.5 }],
  ['too large', { objectId: 2 ** 60 }],
  ['a text', { objectId: '17' }],
  ['SQL', { objectId: "17'); drop table changed_records; --" }],
  ['a list', { objectId: [17] }],
  ['not there', { objectId: undefined }],
  ['of a portal below zero', { portalId: -PORTAL }],
  ['of a portal as a text', { portalId: String(PORTAL) }],
  ['of another app', { appId: 99 }],
  ['of an app as a text', { appId: String(APP.appId) }],
  ['of an object that is named like a part of every object', { objectTypeId: 'constructor' }],
  ['of contacts', { objectTypeId: '0-1' }],
  ['of a kind as a number', { subscriptionType: 5 }],
])('an event whose id is %s is passed over, and takes no other with it', async (_name, odd) => {
  const events = [
    { ...EVENT, ...(odd as object) },
    { ...EVENT, objectId: 41 },
  ];

  expect(await send(signed(JSON.stringify(events)))).toMatchObject({ status: 204 });
  expect(await marked()).toEqual([41]);
});

test.each([HOOK, '/api/workflow-actions/explain-lane'])(
  'who calls %s without a signature is answered before a byte of the body came',
  async (target) => {
    const { hostname, port } = new URL(actions.server.address);
    const socket = connect(Number(port), hostname);
    socket.write(
      [
        ...[`POST ${target} HTTP/1.1`, 'host: partner-icp.example.com', 'connection: close'],
        ...['content-type: application/json', 'content-length: 1000000', '', ''],
      ].join('\r\n'),
    );

    expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 401 /);
  },
);

test('a flood of requests without a signature is answered shortly, and signed ones are taken still', async () => {
  const few = await openActions({
    limits: { user: 10, portal: 10, atOnce: 10, unsigned: 3, authorizations: 10 },
  });
  const request = signedV3(few.server, HOOK, BODY);
  const statuses: number[] = [];
  for (let count = 0; count < 6; count++)
    statuses.push((await sendRaw(few.server.address, { ...request, signature: 'x' })).status);
  const honest = await sendRaw(few.server.address, request);
  await few.close();

  expect(statuses).toEqual([401, 401, 401, 429, 429, 429]);
  expect(honest.status).toBe(204);
});

test('of all these requests nothing secret was logged, and every one was counted', async () => {
  const logged = actions.server.logged();
  const metrics = await fetch(`${actions.server.address}/metrics`, {
    headers: { authorization: `Bearer ${'a'.repeat(40)}` },
  });
  const figures = await metrics.text();

  expect(logged).toContain('events refused');
  for (const secret of [APP.clientSecret, OTHER_APP.clientSecret, SECRET_VALUE, 'evil', 'drop table'])
    expect(logged).not.toContain(secret);
  expect(figures).toMatch(/partner_icp_events_total\{outcome="marked"\} \d+/);
  expect(figures).toMatch(/partner_icp_events_total\{outcome="skipped"\} 1[5-9]/);
  expect(figures).toMatch(/partner_icp_events_total\{outcome="not-connected"\} \d/);
  expect(figures).not.toMatch(/62515|4711/);
});
