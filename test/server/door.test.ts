import { FAULT_ANSWERS } from '../../sandbox/hubspot/faults/named-faults.ts';
import { type Portal, openPortal } from '../portal.ts';
import { type ServerInTest, REGISTERED, serverInTest } from './server-in-test.ts';
import { APP } from './server-in-test.ts';
import { sendRaw, signed } from './signed-request.ts';

const SCOPES = ['oauth', 'crm.objects.companies.read', 'crm.objects.companies.write'];
const PORTAL = 62_515;
const EMAIL = 'ada@example.com';
const QUERY = `userId=7&portalId=${PORTAL}&userEmail=ada%40example.com&appId=${APP.appId}`;
const ADMIN = { authorization: `Bearer ${'a'.repeat(40)}` };
const COMPANIES = '/crm/objects/2026-09/companies';

/** A stopwatch whose time ends when a test says so. */
function stopwatch() {
  let rings: (() => void)[] = [];
  return {
    now: () => performance.now(),
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.min(ms, 10))),
    timer: (_ms: number, ring: () => void) => {
      rings.push(ring);
      return () => void (rings = rings.filter((each) => each !== ring));
    },
    ring: () => rings.forEach((ring) => ring()),
    waiting: () => rings.length,
  };
}

let portal: Portal;
let server: ServerInTest;
let watch: ReturnType<typeof stopwatch>;

beforeEach(async () => {
  watch = stopwatch();
  portal = await openPortal({
    account: { portalId: PORTAL },
    owners: [{ id: '1', userId: 7, email: EMAIL, firstName: 'Ada', lastName: 'Berg' }],
    apps: [{ ...REGISTERED, requiredScopes: SCOPES }],
  });
  const limits = { user: 6, portal: 10, atOnce: 3, unsigned: 4, authorizations: 4 };
  server = await serverInTest({
    hubspotUrl: portal.sandbox.baseUrl,
    ...{ scopes: SCOPES, limits, stopwatch: watch },
  });
  await server.connect(7);
});

afterEach(async () => {
  await server.close();
  await portal.close();
});

const post = (operation: string, body: unknown, query = QUERY, headers: Record<string, string> = {}) =>
  sendRaw(server.address, {
    ...signed(`/api/operations/${operation}?${query}`, JSON.stringify(body)),
    headers,
  });
const rate = (companyId: string, value: number, seen: number | null = null) => ({
  input: { companyId, changes: { strategic_fit: { seen, value } }, by: EMAIL },
  requestId: 'request-0001',
});
const ratings = (companyId: string) => portal.valuesOf(companyId, 'ipp_strategic_fit');

test('a call that HubSpot repeats after it was done is answered the same, and writes nothing', async () => {
  const companyId = await portal.createCompany({ name: 'Ledgerlane' });
  const first = await post('save-scorecard', rate(companyId, 4));
  let second = first;
  const calls = await portal.callsDuring(async () => {
    second = await post('save-scorecard', rate(companyId, 4));
  });

  expect(first.status).toBe(200);
  expect(second.text).toBe(first.text);
  expect(calls).toEqual([]);
});

test('two calls with one id at once are carried out once', async () => {
  const companyId = await portal.createCompany({ name: 'Ledgerlane' });
  const both = await Promise.all([
    post('save-scorecard', rate(companyId, 4)),
    post('save-scorecard', rate(companyId, 4)),
  ]);

  expect(both[1]).toMatchObject({ status: 200, text: both[0].text });
  expect(await ratings(companyId)).toEqual(['4']);
});

test('an id that was used for other content is refused', async () => {
  const companyId = await portal.createCompany({ name: 'Ledgerlane' });
  await post('save-scorecard', rate(companyId, 4));
  const other = await post('save-scorecard', rate(companyId, 2));

  expect(other).toMatchObject({ status: 422, code: 'invalid-input' });
  expect(await ratings(companyId)).toEqual(['4']);
});

test('what was refused before anything was done may be sent again under its id', async () => {
  const companyId = await portal.createCompany({ name: 'Ledgerlane' });
  const body = { input: { companyId: '999', by: EMAIL, changes: {} }, requestId: 'request-0002' };
  const refused = await post('save-scorecard', body);
  const again = await post('save-scorecard', body);

  expect(refused.status).toBe(404);
  expect(again.text).toBe(refused.text);
  expect(await portal.stored(companyId)).toEqual({});
});

test('a call that takes too long is told so, and its repeat gets the answer', async () => {
  const companyId = await portal.createCompany({ name: 'Ledgerlane' });
  const first = post('save-scorecard', rate(companyId, 4));
  while (watch.waiting() === 0) await watch.sleep(1);
  watch.ring();
  const late = await first;
  const repeat = await post('save-scorecard', rate(companyId, 4));

  expect(late).toMatchObject({ status: 424, code: 'unknown-outcome' });
  expect(repeat.status).toBe(200);
  expect(await ratings(companyId)).toEqual(['4']);
});

test('a user who calls too often waits, and others of the portal do not', async () => {
  const answers = [];
  for (let count = 0; count < 7; count++) answers.push(await post('load-policy', { input: {} }));
  const other = await post('load-policy', { input: {} }, QUERY.replace('userId=7', 'userId=8'));

  expect(answers.slice(0, 6).every(({ status }) => status === 200)).toBe(true);
  expect(answers[6]).toMatchObject({
    ...{ status: 429, code: 'too-many-calls' },
    headers: { 'retry-after': expect.stringMatching(/^\d+$/) as unknown },
  });
  expect(other.status).toBe(200);
});

test('a flood of unsigned calls is answered shortly, fills no log, and keeps no signed call away', async () => {
  const target = `/api/operations/load-policy?${QUERY}`;
  const unsigned = [];
  for (let count = 0; count < 10; count++)
    unsigned.push(await sendRaw(server.address, { ...signed(target, '{}'), signature: 'x' }));
  const honest = await post('load-policy', { input: {} });

  expect(unsigned.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429, 429, 429, 429, 429, 429]);
  expect(server.logged().split('call refused')).toHaveLength(5);
  expect(honest.status).toBe(200);
});

test('the id of the proxy is answered and logged where it is a plain word, else another one', async () => {
  const plain = await post('load-policy', { input: {} }, QUERY, { 'x-request-id': 'proxy-12345678' });
  const odd = await post('load-policy', { input: {} }, QUERY, { 'x-request-id': '"<script> 12345678' });

  expect(plain.headers['x-request-id']).toBe('proxy-12345678');
  expect(odd.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  expect(server.logged()).toContain('"requestId":"proxy-12345678"');
});

test('a database that is down is no bug: the call is not repeated at once, and the server is not ready', async () => {
  await server.store.breakDown();
  const answered = await post('load-policy', { input: {} });
  const ready = await fetch(`${server.address}/ready`);
  const health = await fetch(`${server.address}/health`);

  expect(answered.status).not.toBe(500);
  expect([ready.status, health.status]).toEqual([503, 200]);
});

test('a server that is told to end finishes the call that runs', async () => {
  const companyId = await portal.createCompany({ name: 'Ledgerlane' });
  const running = post('save-scorecard', rate(companyId, 4));
  while (watch.waiting() === 0) await watch.sleep(1);
  await server.stop();

  expect((await running).status).toBe(200);
  await expect(post('load-policy', { input: {} })).rejects.toThrow(/ECONNREFUSED/);
});

test('pages load nothing from elsewhere and are shown in no frame; the server does not name its software', async () => {
  const { headers } = await fetch(`${server.address}/oauth/callback`);

  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(headers.get('x-powered-by')).toBeNull();
  expect(await (await fetch(`${server.address}/metrics`, { headers: ADMIN })).text()).toContain(
    'partner_icp_database',
  );
});

test('HubSpot being away is no 5xx', async () => {
  portal.sandbox.faults.add(FAULT_ANSWERS.unavailable, { path: COMPANIES, times: 999 });
  const answered = await post('load-scorecard', { input: { companyId: '1' } });

  expect(answered.status).toBeLessThan(500);
  expect(answered.status).toBeGreaterThanOrEqual(400);
});
