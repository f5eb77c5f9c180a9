import { sql } from 'drizzle-orm';

import { type SandboxCrm, startSandboxCrm } from '../../../sandbox/hubspot/start-sandbox-crm.ts';
import { LIMIT_FIGURES } from '../../../src/server/limits.ts';
import { oauthStates } from '../../../src/store/schema.ts';
import { APP, PUBLIC_URL, REGISTERED, type ServerInTest, serverInTest } from '../server-in-test.ts';
import { openBrowser } from './browser-in-test.ts';

const SCOPES = ['oauth', 'crm.objects.companies.read', 'crm.objects.companies.write'];
const PORTAL = 62_515;
const OTHER = { appId: 4712, clientId: 'client-of-4712', clientSecret: 'secret-of-4712-0123456789' };
const TOKEN = { path: '/oauth/2026-09/token' };

let sandbox: SandboxCrm;
let server: ServerInTest;

beforeEach(async () => {
  const registered = [REGISTERED, { ...REGISTERED, ...OTHER, id: OTHER.appId, name: 'Partner ICP (test)' }];
  sandbox = await startSandboxCrm({
    tokens: [],
    account: { portalId: PORTAL },
    owners: [{ id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' }],
    apps: registered.map((app) => ({ ...app, requiredScopes: SCOPES })),
  });
  server = await serverInTest({ hubspotUrl: sandbox.baseUrl, scopes: SCOPES, apps: [APP, OTHER] });
});

afterEach(async () => {
  await server.close();
  await sandbox.close();
});

const rows = async () =>
  (await server.store.database.query.installs.findMany()).map(
    ({ appId, portalId, scopes, uninstalledAt }) => ({
      ...{ appId, portalId, scopes, isInstalled: uninstalledAt === null },
    }),
  );

test('an authorization ends on the page of its portal, and the granted scopes are kept', async () => {
  const { status, location } = await openBrowser(server.address).connect();

  expect({ status, location }).toEqual({ status: 303, location: `/installing/4711/${PORTAL}` });
  expect(await rows()).toEqual([
    { appId: 4711, portalId: PORTAL, scopes: SCOPES.join(' '), isInstalled: true },
  ]);
});

test('the cookie is only for this host, over https, without scripts, and for no other site', async () => {
  const { headers } = await fetch(`${server.address}/oauth/install?app=4711`, { redirect: 'manual' });

  expect(headers.get('set-cookie')).toMatch(
    /^__Host-partner-icp=[\w-]{43}; .*Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
  );
});

test('an address that begins too many authorizations is told to wait, and no more of them are kept', async () => {
  const limits = { ...LIMIT_FIGURES, authorizations: 3 };
  const limited = await serverInTest({ hubspotUrl: sandbox.baseUrl, scopes: SCOPES, limits });
  const begin = () => fetch(`${limited.address}/oauth/install`, { redirect: 'manual' });

  const begun = await Promise.all(Array.from({ length: 20 }, begin));
  const refused = await begin();
  const kept = await limited.store.database.$count(oauthStates);
  const page = await refused.text();
  await limited.close();

  expect(begun.filter(({ status }) => status === 302)).toHaveLength(3);
  expect(kept).toBe(3);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(page).toContain('Wait a minute, then connect again');
  expect(page).toContain(`href="${PUBLIC_URL}/oauth/install?app=4711"`);
});

test('a state is good once', async () => {
  const browser = openBrowser(server.address);
  const back = await browser.decide(await browser.begin());
  await browser.get(back);

  const again = await browser.get(back);

  expect(again.status).toBe(400);
  expect(again.text).toContain('was used already');
});

test('a state of another browser is refused: nobody is led into an authorization that somebody else began', async () => {
  const [attacker, victim] = [openBrowser(server.address), openBrowser(server.address)];
  await victim.begin();
  const back = await attacker.decide(await attacker.begin());

  const seen = await victim.get(back);

  expect(seen.status).toBe(400);
  expect(seen.text).toContain('not begun in this browser');
  expect(await rows()).toEqual([]);
});

test.each([
  ['no cookie', ''],
  ['a cookie that somebody fixed to something else', '__Host-partner-icp=fixed'],
  ['a cookie of another name', `partner-icp=${'a'.repeat(43)}`],
])('%s is refused', async (_name, cookie) => {
  const browser = openBrowser(server.address);
  const back = await browser.decide(await browser.begin());

  const response = await fetch(`${server.address}${back}`, { headers: { cookie }, redirect: 'manual' });

  expect(response.status).toBe(400);
  expect(await rows()).toEqual([]);
});

test.each([
  ['another state', (back: string) => back.replace(/state=[^&]+/, 'state=other')],
  ['two states', (back: string) => `${back}&state=other`],
  ['no state', (back: string) => back.replace(/state=[^&]+/, '')],
])('%s is refused', async (_name, change) => {
  const browser = openBrowser(server.address);
  const back = await browser.decide(await browser.begin());

  expect((await browser.get(change(back))).status).toBe(400);
  expect(await rows()).toEqual([]);
});

test('a state is good for 10 minutes by the clock of the database', async () => {
  const browser = openBrowser(server.address);
  const back = await browser.decide(await browser.begin());
  await server.store.database.execute(
    sql`update oauth_states set ends_at = ends_at - interval '10 minutes 1 second'`,
  );

  expect((await browser.get(back)).text).toContain('older than 10 minutes');
});

test('of two callbacks at once with one state one connects, and the other is told', async () => {
  const browser = openBrowser(server.address);
  const back = await browser.decide(await browser.begin());

  const both = await Promise.all([browser.get(back), browser.get(back)]);

  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 400]);
  expect(both.find(({ status }) => status === 400)?.text).toContain('was used already');
});

test('whoever cancels on the page of HubSpot is told how to go on, and nothing is connected', async () => {
  const browser = openBrowser(server.address);
  const { status, text } = await browser.get(await browser.decide(await browser.begin(), 'deny'));

  expect(status).toBe(400);
  expect(text).toContain('access was not granted');
  expect(text).toContain(`href="${PUBLIC_URL}/oauth/install?app=4711"`);
  expect(await rows()).toEqual([]);
});

test('a code that HubSpot refuses connects nothing', async () => {
  const browser = openBrowser(server.address);
  const back = await browser.decide(await browser.begin());

  const { status, text } = await browser.get(back.replace(/code=[^&]+/, 'code=forged'));

  expect(status).toBe(400);
  expect(text).toContain('did not accept the authorization');
  expect(await rows()).toEqual([]);
});

test('HubSpot out of reach connects nothing, and is told as what it is', async () => {
  const browser = openBrowser(server.address);
  const back = await browser.decide(await browser.begin());
  sandbox.faults.add({ kind: 'status', status: 503, body: {} }, TOKEN);

  const { status, text } = await browser.get(back);

  expect(status).toBe(502);
  expect(text).toContain('did not answer in time');
});

test('tokens of another app are not kept', async () => {
  const browser = openBrowser(server.address);
  const back = await browser.decide(await browser.begin());
  const body = { active: true, hub_id: PORTAL, app_id: 999, user_id: 7, scopes: [] };
  sandbox.faults.add({ kind: 'status', status: 200, body }, { path: '/oauth/2026-09/token/introspect' });

  expect((await browser.get(back)).status).toBe(400);
  expect(await rows()).toEqual([]);
});

test('the portal is the one of the token, whatever the address says', async () => {
  const browser = openBrowser(server.address);
  const back = await browser.decide(await browser.begin());

  const { location } = await browser.get(`${back}&portalId=1&hub_id=1&redirect_uri=https://evil.example`);

  expect(location).toBe(`/installing/4711/${PORTAL}`);
});

test.each(['https://evil.example', '//evil.example', '4711%0d%0aLocation:%20https://evil.example', '9999'])(
  'the app %s is none, and leads nowhere',
  async (app) => {
    const { status, location, text } = await openBrowser(server.address).get(
      `/oauth/install?app=${app}&redirect=https://evil.example&next=//evil.example`,
    );

    expect({ status, location }).toEqual({ status: 404, location: '' });
    expect(text).not.toContain('evil');
  },
);

test('a server with several apps shows them where none is named', async () => {
  const { status, text } = await openBrowser(server.address).get('/oauth/install');

  expect(status).toBe(200);
  for (const app of [4711, 4712]) expect(text).toContain(`href="${PUBLIC_URL}/oauth/install?app=${app}"`);
});

test('a new authorization replaces tokens and scopes, and keeps the home', async () => {
  const browser = openBrowser(server.address);
  await browser.connect();
  await server.store.database.execute(
    sql`insert into home_entries (portal_id, key, kind, body, checksum, by, at, reason) values (${PORTAL}, 'policy@1', 'policy', '{}', '', 'ada', '', '')`,
  );

  await browser.connect();

  expect(await rows()).toHaveLength(1);
  expect(await server.store.database.query.homeEntries.findMany()).toHaveLength(1);
});

test('a second app of the server is refused in a portal that has one, and taken out of HubSpot again', async () => {
  const browser = openBrowser(server.address);
  await browser.connect(4711);

  const { status, text } = await browser.connect(4712);

  expect(status).toBe(409);
  expect(text).toContain('another app (4711)');
  expect(await rows()).toMatchObject([{ appId: 4711, isInstalled: true }]);
  const deleted = sandbox.journal.entries().filter(({ method }) => method === 'DELETE');
  expect(deleted).toMatchObject([{ actor: '4712', status: 204 }]);
});

test('another app of the server is connected where the portal has uninstalled the first one', async () => {
  const browser = openBrowser(server.address);
  await browser.connect(4711);
  const body = { error: 'invalid_grant', status: 'BAD_REFRESH_TOKEN', message: 'gone' };
  const page = await browser.begin(4712);
  const back = await browser.decide(page);
  sandbox.faults.add({ kind: 'status', status: 400, body }, { ...TOKEN, skip: 2 });

  const { status } = await browser.get(back);

  expect(status).toBe(303);
  expect(await rows()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ appId: 4711, isInstalled: false }),
      expect.objectContaining({ appId: 4712, isInstalled: true }),
    ]) as unknown,
  );
});

test('no code, state, cookie, token or secret is logged or shown', async () => {
  const browser = openBrowser(server.address);
  const pages = [];
  const secrets = [
    APP.clientSecret,
    OTHER.clientSecret,
    ...server.settings.tokenKeys.map(({ key }) => key.toString('base64')),
  ];
  for (const change of [
    (back: string) => back,
    (back: string) => back.replace(/code=[^&]+/, 'code=forged-code'),
  ]) {
    const back = await browser.decide(await browser.begin());
    const query = new URLSearchParams(back.split('?')[1]);
    secrets.push(query.get('state') ?? '', query.get('code') ?? '', browser.cookie().split('=')[1] ?? '');
    pages.push(await browser.get(change(back)), await browser.get(back));
  }
  sandbox.faults.add({ kind: 'reset', write: 'before' }, TOKEN);
  pages.push(await browser.connect());
  secrets.push('forged-code', 'sandbox-access-', 'sandbox-refresh-');

  const said = server.logged() + pages.map(({ text, location }) => text + location).join('');
  expect(said.length).toBeGreaterThan(1_000);
  for (const secret of secrets) expect(said).not.toContain(secret);
});

test('a statement that the database refuses is logged without what it was to store', async () => {
  await server.store.database.execute(sql`alter table installs add constraint never check (portal_id < 0)`);

  const { status } = await openBrowser(server.address).connect();

  // the next test file may get the same database
  await server.store.database.execute(sql`alter table installs drop constraint never`);
  expect(status).toBe(500);
  expect(server.logged()).toContain('insert into');
  for (const value of ['ada@example.com', 'Failing row']) expect(server.logged()).not.toContain(value);
});
