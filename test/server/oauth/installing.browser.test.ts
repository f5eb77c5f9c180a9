import { createServer } from 'node:net';

import type { Browser, Page } from 'playwright-core';

import { openBrowser } from '../../browser/open-browser.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { REGISTERED, type ServerInTest, serverInTest } from '../server-in-test.ts';
import { SCOPES } from './scopes-of-app.ts';

const WIDTHS = [390, 1_280];
const PICTURES = process.env['PICTURES'];

let browser: Browser;
let portal: Portal;
let server: ServerInTest;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  portal = await openPortal({
    account: { portalId: 62_515 },
    owners: [{ id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' }],
    installed: false,
    apps: [{ ...REGISTERED, redirectUrls: [`${publicUrl}/oauth/callback`], requiredScopes: SCOPES }],
  });
  server = await serverInTest({ hubspotUrl: portal.sandbox.baseUrl, scopes: SCOPES, publicUrl });
});

afterEach(async () => {
  await server.close();
  await portal.close();
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function connect(width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(`${server.address}/oauth/install`);
  await page.getByRole('button', { name: 'Connect app' }).click();
  return page;
}

async function look(page: Page, name: string, width: number): Promise<void> {
  if (PICTURES !== undefined)
    await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

test.each(WIDTHS)('an admin connects the portal and sees what is made, at %i px', async (width) => {
  portal.sandbox.faults.add({ kind: 'delay', ms: 1_500 }, { path: '/crm/properties/', skip: 4, times: 3 });
  const page = await connect(width);
  await page.getByText(/Step \d+ of \d+/).waitFor();
  await look(page, 'running', width);

  await page.getByRole('heading', { name: 'Partner ICP is connected' }).waitFor();

  await look(page, 'done', width);
  expect(await page.getByRole('link', { name: 'Open the companies in HubSpot' }).count()).toBe(1);
  await page.close();
});

test.each(WIDTHS)('a failure is tried again with a button, at %i px', async (width) => {
  const body = { status: 'error', message: 'You do not have permission.', category: 'FORBIDDEN' };
  portal.sandbox.faults.add(
    { kind: 'status', status: 403, body },
    { method: 'POST', path: '/crm/properties/' },
  );
  const page = await connect(width);
  await page.getByRole('alert').waitFor();
  await look(page, 'failed', width);

  await page.getByRole('button', { name: 'Try again' }).click();

  await page.getByRole('heading', { name: 'Partner ICP is connected', exact: true }).waitFor();
  await page.close();
});

test.each(WIDTHS)('whoever cancels is led to begin again, at %i px', async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(`${server.address}/oauth/install`);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await look(page, 'denied', width);

  await page.getByRole('link', { name: 'Connect again' }).click();

  await page.getByRole('button', { name: 'Connect app' }).waitFor();
  await page.close();
});
