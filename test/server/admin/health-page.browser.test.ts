import type { Browser } from 'playwright-core';

import { openBrowser } from '../../browser/open-browser.ts';
import { accessibilityProblems } from '../../sandbox/workbench/open-page.ts';
import { type ServerInTest, serverInTest } from '../server-in-test.ts';
import { PORTALS, fillPortals } from './filled-portals.ts';
import { SCOPES } from './fleet-in-test.ts';

let browser: Browser;
let server: ServerInTest;

beforeAll(async () => {
  browser = await openBrowser();
  server = await serverInTest({ hubspotUrl: 'http://127.0.0.1:9', scopes: SCOPES });
  await fillPortals(server.store.database, PORTALS);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each([
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)(
  'at %i pixels, %s, all portals are readable, without findings of axe',
  async (width, colorScheme) => {
    const httpCredentials = { username: 'admin', password: server.settings.adminSecret };
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, httpCredentials }); // prettier-ignore
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));

    await page.goto(`${server.address}/admin`);

    expect(await page.getByRole('row').count()).toBe(PORTALS.length + 1);
    expect(await page.getByRole('rowheader', { name: 'failed.example' }).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel('Domain, portal or app').fill('slow');
    await page.getByRole('button', { name: 'Filter' }).click();
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual([
      expect.stringContaining('slow.example'),
    ]);
    // the browser itself says so of the first answer, which asks for the password
    expect(problems.filter((text) => !text.includes('401'))).toEqual([]);
    await context.close();
  },
);
