import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { signatureV1, signatureV2 } from '../../sandbox/hubspot/apps/signature.ts';
import { type Portal, openPortal } from '../portal.ts';
import { APP, PUBLIC_URL, REGISTERED, type ServerInTest, serverInTest } from './server-in-test.ts';
import { type RawRequest, type Signing, sendRaw, signed } from './signed-request.ts';

const SCOPES = ['oauth', 'crm.objects.companies.read', 'crm.objects.companies.write'];
const PORTAL = 62_515;
const EMAIL = 'ada@example.com';
const QUERY = `userId=7&portalId=${PORTAL}&userEmail=ada%40example.com&appId=${APP.appId}`;
const LOAD = `/api/operations/load-scorecard?${QUERY}`;
const EVIDENCE = 'Evidence that nobody else may read';
const OTHER_APP = { appId: 4712, clientId: 'client-of-4712', clientSecret: 'secret-of-4712-0123456789' };

let portal: Portal;
let server: ServerInTest;
let companyId: string;
let body: string;

beforeAll(async () => {
  portal = await openPortal({
    account: { portalId: PORTAL },
    owners: [{ id: '1', userId: 7, email: EMAIL, firstName: 'Ada', lastName: 'Berg' }],
    apps: [{ ...REGISTERED, requiredScopes: SCOPES }],
  });
  const limits = { user: 10_000, portal: 10_000, atOnce: 100, unsigned: 10_000, authorizations: 10_000 };
  const { baseUrl: hubspotUrl } = portal.sandbox;
  server = await serverInTest({ hubspotUrl, scopes: SCOPES, apps: [APP, OTHER_APP], limits });
  await server.connect(7);
  companyId = await portal.createCompany({ name: 'Ledgerlane' });
  body = JSON.stringify({ input: { companyId } });
});

afterAll(async () => {
  await server.close();
  await portal.close();
});

const send = (request: RawRequest) => sendRaw(server.address, request);
const sendSigned = (target: string, text = body, signing: Signing = {}) =>
  send(signed(target, text, signing));
const asking = (operation: string, input: unknown) =>
  sendSigned(`/api/operations/${operation}?${QUERY}`, JSON.stringify({ input }));

test('what HubSpot has signed is answered', async () => {
  expect(await sendSigned(LOAD)).toMatchObject({ status: 200 });
});

const MINUTE = 60_000;
test.each<[string, () => RawRequest]>([
  ['a wrong signature', () => ({ ...signed(LOAD, body), signature: 'A'.repeat(43) + '=' })],
  ['no signature', () => ({ ...signed(LOAD, body), signature: '' })],
  ['no time', () => ({ ...signed(LOAD, body), timestamp: '' })],
  ['a signature older than 5 minutes', () => signed(LOAD, body, { timestamp: Date.now() - 6 * MINUTE })],
  ['a signature of the future', () => signed(LOAD, body, { timestamp: Date.now() + 6 * MINUTE })],
  ['the signature of another path', () => signed(LOAD, body, { url: `${PUBLIC_URL}/api/operations/decide?${QUERY}` })],
  ['the signature of another host', () => signed(LOAD, body, { url: `https://evil.example.com${LOAD}` })],
  ['the signature of another method', () => signed(LOAD, body, { method: 'PUT' })],
  ['the signature of another body', () => signed(LOAD, body, { body: `${body} ` })],
  ['the secret of another app', () => signed(LOAD, body, { secret: OTHER_APP.clientSecret })],
  ['an app that the server does not have', () => signed(LOAD.replace('4711', '4713'), body)],
  ['a query in another order', () => signed(`/api/operations/load-scorecard?${QUERY.split('&').reverse().join('&')}`, body, { url: `${PUBLIC_URL}${LOAD}` })],
  ['a user named twice', () => signed(`${LOAD}&userId=8`, body)],
  ['a user named twice, once escaped', () => signed(`${LOAD}&user%49d=8`, body)],
  ['a portal named twice', () => signed(`${LOAD}&portalId=1`, body)],
  ['an address named twice', () => signed(`${LOAD}&userEmail=eve%40example.com`, body)],
  ['an app named twice', () => signed(`${LOAD}&appId=${OTHER_APP.appId}`, body)],
  ['no user', () => signed(LOAD.replace('userId=7&', ''), body)],
  ['no address', () => signed(LOAD.replace('userEmail=ada%40example.com&', ''), body)],
  ['a portal that is no number', () => signed(LOAD.replace(`portalId=${PORTAL}`, `portalId=0x${PORTAL.toString(16)}`), body)],
  ['a question mark that is escaped', () => ({ ...signed(LOAD, body), target: LOAD.replace('?', '%3F') })],
  ['an address in the first line', () => ({ ...signed(LOAD, body), target: `http://evil.example.com${LOAD}` })],
  ['a signature in another base64', () => {
    const request = signed(LOAD, body);
    return { ...request, signature: request.signature.replace('=', '') };
  }],
])('%s is refused', async (_name, request) => {
  const { status, text } = await send(request());

  expect([401, 404]).toContain(status);
  expect(text).not.toContain('Ledgerlane');
}); // prettier-ignore

test('signatures of versions 1 and 2 are refused where version 3 is due', async () => {
  const of = { method: 'POST', url: `${PUBLIC_URL}${LOAD}`, body, timestamp: Date.now() };
  const second = signatureV2(APP.clientSecret, of);
  const inThird = await send({ ...signed(LOAD, body), signature: second });
  const inOwn = await send({
    ...signed(LOAD, body),
    ...{ signature: '', headers: { 'x-hubspot-signature': second, 'x-hubspot-signature-version': 'v2' } },
  });
  const first = await send({ ...signed(LOAD, body), signature: signatureV1(APP.clientSecret, of) });

  expect([inThird.code, inOwn.code, first.code]).toEqual(['not-signed', 'not-signed', 'not-signed']);
});

test('escapes that HubSpot decodes before it signs are decoded, others are not', async () => {
  const target = `${LOAD}&view=${encodeURIComponent("a:b/c?d@e!f$g'h(i)j*k,l;m")}%27`;
  const url = `${PUBLIC_URL}${LOAD}&view=a:b/c?d@e!f$g'h(i)j*k,l;m'`.replace('%40', '@');

  expect(await send(signed(target, body, { url }))).toMatchObject({ status: 200 });
  expect(await send(signed(`${LOAD}&view=%41`, body, { url: `${PUBLIC_URL}${LOAD}&view=A` }))).toMatchObject({
    status: 401,
  });
});

test('a call is judged by the configured address, whatever its headers say of host, protocol and sender', async () => {
  const headers = {
    ...{
      host: 'evil.example.com',
      forwarded: 'host=evil.example.com;proto=http',
      'x-forwarded-proto': 'http',
    },
    ...{ 'x-forwarded-host': 'evil.example.com', 'x-forwarded-for': '10.0.0.1', 'x-original-url': '/admin' },
  };
  const honest = await send({ ...signed(LOAD, body), headers });
  const forged = await send({ ...signed(LOAD, body, { url: `http://evil.example.com${LOAD}` }), headers });

  expect(honest.status).toBe(200);
  expect(forged.code).toBe('not-signed');
  expect(JSON.stringify(honest)).not.toContain('evil');
});

test.each(['//api', '/API', '/api/', '/%61pi', '/api%2F', '/./api', '/x/../api', '/%2e/api'])(
  'an operation is reached under its own address alone, not under %s',
  async (start) => {
    const answered = await sendSigned(LOAD.replace('/api', start));

    expect([400, 404]).toContain(answered.status);
  },
);

test('a slash behind the name, or an address that cannot be decoded, is no operation', async () => {
  expect((await sendSigned(LOAD.replace('?', '/?'))).status).toBe(404);
  expect((await sendSigned(LOAD.replace('load-scorecard', '%E0%A4%A'))).status).toBe(400);
  expect((await sendSigned(LOAD.replace('load-scorecard', 'load%2Dscorecard'))).status).toBe(200);
});

test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s asks no operation', async (method) => {
  const request = signed(LOAD, '', { method });
  const answered = await send({ ...request, method });

  expect(answered).toMatchObject({ status: 405, headers: { allow: 'POST' } });
});

test('a portal cannot ask for the company of another portal, though the number is the same', async () => {
  const other = LOAD.replace(String(PORTAL), '99999');

  const answered = await sendSigned(other);

  expect(answered).toMatchObject({ status: 403, code: 'not-connected' });
  expect(answered.text).not.toContain('Ledgerlane');
});

test.each([
  ['by', 'save-scorecard', () => ({ companyId, changes: {}, by: 'eve@example.com' })],
  ['user', 'load-scorecard', () => ({ companyId, user: '8' })],
  ['user as a number', 'load-scorecard', () => ({ companyId, user: 8 })],
  ['drafts.user', 'clear-scorecard', () => ({ companyId, by: EMAIL, drafts: { user: '8', session: 's1', sequence: 1, took: [], edited: [] } })],
])('a person forged in %s is refused', async (_field, operation, input) => {
  const answered = await asking(operation, input());

  expect(answered).toMatchObject({ status: 403, code: 'not-allowed' });
}); // prettier-ignore

test('a save carries the address as HubSpot signed it, whatever the spelling in the call', async () => {
  const changes = {
    strategic_fit_evidence: { seen: '', value: EVIDENCE },
    strategic_fit: { seen: null, value: 3 },
  };
  const answered = await asking('save-scorecard', { companyId, changes, by: 'ADA@example.com' });

  expect(answered.status).toBe(200);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_scored_by: EMAIL });
});

test('where HubSpot names nobody, an operation that needs a person is refused', async () => {
  const query = QUERY.replace('ada%40example.com', '');
  const target = `/api/operations/save-scorecard?${query}`;
  const answered = await sendSigned(target, JSON.stringify({ input: { companyId, changes: {}, by: EMAIL } }));

  expect(answered).toMatchObject({ status: 403, code: 'not-allowed' });
});

test.each<[string, () => Buffer, number]>([
  ['nothing', () => Buffer.alloc(0), 422],
  ['no JSON', () => Buffer.from('{"input"'), 422],
  ['a list', () => Buffer.from('[]'), 422],
  ['more than input and id', () => Buffer.from('{"input":{},"user":"8"}'), 422],
  ['an id of another form', () => Buffer.from('{"input":{},"requestId":"a b"}'), 422],
  ['__proto__', () => Buffer.from('{"input":{"a":[{"__proto__":{"isAdmin":true}}]}}'), 422],
  ['__proto__ in escapes', () => Buffer.from('{"input":{"\\u005f_proto__":{}}}'), 422],
  ['41 levels', () => Buffer.from(`{"input":${'['.repeat(40)}${']'.repeat(40)}}`), 422],
  ['half a million levels', () => Buffer.from('['.repeat(500_000)), 422],
  ['more than 1 MB', () => Buffer.alloc(1_048_577, 'a'), 413],
])('a body of %s is refused in words', async (_name, text, status) => {
  const bytes = text();
  const answered = await send({ ...signed(LOAD, bytes.toString()), body: bytes });

  expect(answered.status).toBe(status);
  expect(JSON.parse(answered.text)).toMatchObject({ error: { message: expect.any(String) as unknown } });
});

test('brackets within texts are no levels', async () => {
  const input = { companyId, user: '[{"\\'.repeat(30) };
  const answered = await asking('load-scorecard', input);

  expect(answered.text).not.toContain('nested');
});

test('a compressed body is refused, whatever it unpacks to', async () => {
  const answered = await send({ ...signed(LOAD, body), headers: { 'content-encoding': 'gzip' } });

  expect(answered).toMatchObject({ status: 422, code: 'invalid-input' });
});

test('an unknown operation is refused with the names of those that there are', async () => {
  const answered = await asking('constructor', {});

  expect(answered).toMatchObject({ status: 422, code: 'invalid-input' });
  expect(answered.text).toContain('load-scorecard');
});

test('no address leads to a page outside of HubSpot and the server', async () => {
  for (const query of ['redirect=https://evil.example.com', 'returnUrl=//evil.example.com', 'redirect_uri=https://evil.example.com']) {
    const response = await fetch(`${server.address}/oauth/install?app=${APP.appId}&${query}`, { redirect: 'manual' });
    const target = new URL(response.headers.get('location') ?? '');

    expect(target.origin).toBe(portal.sandbox.baseUrl);
    expect(target.searchParams.get('redirect_uri')).toBe(`${PUBLIC_URL}/oauth/callback`);
  }
}); // prettier-ignore

test('the metrics name no portal and no person, and ask for the admin secret', async () => {
  const without = await fetch(`${server.address}/metrics`);
  const text = await (
    await fetch(`${server.address}/metrics`, { headers: { authorization: `Bearer ${'a'.repeat(40)}` } })
  ).text();

  expect(without.status).toBe(401);
  expect(text).toContain('partner_icp_operation_seconds_count{operation="load-scorecard",code="done"}');
  expect(text).not.toMatch(/62515|ada|operation="constructor"/);
});

test('signatures are compared in constant time', async () => {
  const source = await readFile(join(__dirname, '../../src/server/signature.ts'), 'utf8');

  expect(source).toContain('timingSafeEqual(hashOf(due), hashOf(given))');
  expect(source).not.toMatch(/(due|given|digest\([^)]*\))\s*[!=]==/);
});

test('of all these calls nothing secret was logged', () => {
  const logged = server.logged();

  expect(logged).toContain('"operation":"load-scorecard"');
  for (const secret of [APP.clientSecret, OTHER_APP.clientSecret, 'a'.repeat(40), EMAIL, 'ada%40example.com', 'eve@', EVIDENCE, 'evil', 'userEmail', 'Bearer', 'Ledgerlane'])
    expect(logged).not.toContain(secret);
}); // prettier-ignore
