import { sql } from 'drizzle-orm';

import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { REGISTERED, type ServerInTest, serverInTest } from '../server-in-test.ts';
import { type BrowserInTest, openBrowser } from './browser-in-test.ts';
import { SCOPES } from './scopes-of-app.ts';

const PORTAL = 62_515;
const PAGE = `/installing/4711/${PORTAL}`;
const PROPERTIES = { method: 'POST', path: '/crm/properties/2026-09/companies/batch/create' };
const refused: Fault = {
  kind: 'status',
  status: 403,
  body: { status: 'error', message: 'No.', category: 'FORBIDDEN' },
};

let portal: Portal;
let servers: ServerInTest[];

beforeEach(() => {
  servers = [];
});

afterEach(async () => {
  for (const server of servers.toReversed()) await server.close();
  await portal.close();
});

async function open(tier: 'starter' | 'enterprise' = 'enterprise', granted = SCOPES) {
  const account = { portalId: PORTAL, tier };
  portal = await openPortal({
    account,
    installed: false,
    apps: [{ ...REGISTERED, requiredScopes: granted }],
  });
  return start({ scopes: granted });
}

async function start(options: Partial<Parameters<typeof serverInTest>[0]> = {}): Promise<ServerInTest> {
  const transport = {
    ...(await import('../../../src/crm/client/client.ts')).DEFAULT_TRANSPORT,
    ...portal.clock,
  };
  const server = await serverInTest({
    hubspotUrl: portal.sandbox.baseUrl,
    scopes: SCOPES,
    transport,
    ...options,
  });
  servers.push(server);
  return server;
}

/** Asks for the page, as its refresh does, until it is of a kind. */
async function pageWhen(browser: BrowserInTest, title: string): Promise<string> {
  for (;;) {
    const { text } = await browser.get(PAGE);
    if (text.includes(`<h1>${title}</h1>`)) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('after an authorization the properties are made, and the page says what to do next', async () => {
  const browser = openBrowser((await open()).address);

  await browser.connect();
  const text = await pageWhen(browser, 'Partner ICP is connected');

  expect(text).toMatch(/Created: \d+ properties, 1 pipeline/);
  expect(text).toContain('tick &quot;Partner scorecard&quot;');
  expect(text).toContain(`/contacts/${PORTAL}/objects/0-2`);
  expect(text).not.toContain('http-equiv');
});

test('while it runs, the page shows a share and refreshes by itself, without a script', async () => {
  const server = await open();
  const browser = openBrowser(server.address);
  await browser.connect();
  await pageWhen(browser, 'Partner ICP is connected');
  await server.store.database.execute(
    sql`update property_installs set state = 'running', run_until = now() + interval '1 hour', step = 3, steps = 12, sentence = 'Creating 25 properties of companies'`,
  );

  const { text } = await browser.get(PAGE);

  expect(text).toContain('Step 4 of 12: Creating 25 properties of companies.');
  expect(text).toContain('25 %');
  expect(text).toContain('<meta http-equiv="refresh" content="2"/>');
  expect(text).not.toContain('<script');
});

test('a plan without pipelines, labels and lists ends in a report of what was left out', async () => {
  const server = await open('starter');
  portal.sandbox.faults.add(refused, { method: 'POST', path: '/crm/pipelines/', times: 100 });
  portal.sandbox.faults.add(refused, { method: 'POST', path: '/crm/lists/', times: 100 });
  portal.sandbox.faults.add(refused, { method: 'POST', path: '/crm/associations/', times: 100 });
  const browser = openBrowser(server.address);

  await browser.connect();
  const text = await pageWhen(browser, 'Partner ICP is connected');

  expect(text).toContain('Left out: everything else works without');
});

test('a failure is told with its reason, and "Try again" goes on', async () => {
  const server = await open();
  portal.sandbox.faults.add(refused, PROPERTIES);
  const browser = openBrowser(server.address);
  await browser.connect();
  const failed = await pageWhen(browser, 'Partner ICP is connected, but not installed');

  const pressed = await browser.post(PAGE, { token: tokenIn(failed) });
  const text = await pageWhen(browser, 'Partner ICP is connected');

  expect(failed).toContain('role="alert"');
  expect(pressed).toMatchObject({ status: 303, location: PAGE });
  expect(text).toContain('Created: ');
});

function tokenIn(text: string): string {
  return /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

test('the page is for the browser that authorized, and so is its button', async () => {
  const server = await open();
  portal.sandbox.faults.add(refused, PROPERTIES);
  const browser = openBrowser(server.address);
  const stranger = openBrowser(server.address);
  await browser.connect();
  await stranger.begin();
  const token = tokenIn(await pageWhen(browser, 'Partner ICP is connected, but not installed'));

  const statuses = [
    (await stranger.get(PAGE)).status,
    (await stranger.post(PAGE, { token })).status,
    (await browser.post(PAGE, { token: 'forged' })).status,
    (await browser.post(PAGE, {})).status,
    (await openBrowser(server.address).get(PAGE)).status,
    (await browser.get('/installing/4711/1')).status,
    (await browser.get("/installing/4711/1'or'1")).status,
  ];

  expect(statuses).toEqual(Array(7).fill(404));
});

test('what a process that was killed has left is continued by another one', async () => {
  const server = await open();
  const browser = openBrowser(server.address);
  await browser.connect();
  await pageWhen(browser, 'Partner ICP is connected');
  await server.store.database.execute(
    sql`update property_installs set state = 'running', run_by = 'killed', run_until = now() - interval '1 second', report = null`,
  );

  const { settings, store } = server;
  const other = await start({ store, tokenKeys: settings.tokenKeys });
  const text = await pageWhen(openBrowserLike(browser, other.address), 'Partner ICP is connected');

  expect(text).toContain('Created: nothing.');
});

/** The same browser at another process behind the same address. */
function openBrowserLike(browser: BrowserInTest, address: string): BrowserInTest {
  const get = async (path: string) => {
    const response = await fetch(`${address}${path}`, { headers: { cookie: browser.cookie() } });
    return { status: response.status, location: '', text: await response.text() };
  };
  return { ...browser, get };
}

test('a server that is stopped gives its installation back', async () => {
  const server = await open();
  portal.sandbox.faults.add({ kind: 'delay', ms: 200 }, { path: '/crm/', times: 200 });
  const browser = openBrowser(server.address);
  await browser.connect();
  const { settings, store } = server;
  const other = await start({ store, tokenKeys: settings.tokenKeys });

  await server.stop();
  const [row] = await store.database.query.propertyInstalls.findMany();
  portal.sandbox.faults.clear();

  expect(row?.state).toBe('running');
  expect(row?.runBy).toBeNull();
  await other.close();
  const third = await start({ store, tokenKeys: settings.tokenKeys });
  await pageWhen(openBrowserLike(browser, third.address), 'Partner ICP is connected');
});

test('scopes that were not granted are named on the page', async () => {
  const granted = SCOPES.filter((scope) => !scope.startsWith('crm.lists'));
  const server = await open('enterprise', granted);
  const browser = openBrowser(server.address);
  await browser.connect();
  await pageWhen(browser, 'Partner ICP is connected');
  await server.store.database.execute(sql`update property_installs set state = 'waiting', run_until = null`);

  const newer = await start({ store: server.store, tokenKeys: server.settings.tokenKeys });
  const text = await pageWhen(openBrowserLike(browser, newer.address), 'Partner ICP is connected');

  expect(text).toContain('(crm.lists.read, crm.lists.write)');
});
