import type { Browser, Page } from 'playwright-core';

import { PARTNER_TYPES } from '../../src/icp/partner-types.ts';
import { type Context, openContext } from '../../src/usecases/context.ts';
import { install } from '../../src/usecases/install/install.ts';
import { loadPolicy } from '../../src/usecases/policy/load-policy.ts';
import { publishSettings } from '../../src/usecases/policy/settings.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { accessibilityProblems, openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

let workbench: StartedWorkbench;
let browser: Browser;
/** As whoever holds the token of the app. */
let terminal: Context;

beforeAll(async () => {
  workbench = await startOnKeptDemo();
  browser = await openBrowser();
  const access = () => ({ accessToken: workbench.token, baseUrl: workbench.crmBaseUrl });
  terminal = openContext(access, { publishes: 'always' });
  await install(terminal, { types: PARTNER_TYPES.map(({ key }) => key), extent: 'portal' });
  await allowThePage();
});
afterAll(() => Promise.all([workbench.stop(), browser.close()]));

test('the retention preset is previewed, published with a reason, and rolled back', async () => {
  const { page, problems } = await openSettings();
  await page.getByRole('button', { name: 'Technology partner' }).click();
  await beginDraft(page);
  await page.getByRole('button', { name: 'Read scorecards' }).click();
  await page.getByRole('button', { name: 'Show who' }).waitFor();
  await page.getByLabel('Lowest total of Deep').fill('430');
  await page
    .getByText(/change lane: /)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Show who' }).click();
  await page.getByRole('columnheader', { name: 'By the draft' }).first().waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByRole('tab', { name: 'Publish' }).click();
  await page.getByLabel('Reason').fill('Churn rose in spring');
  await page.getByRole('button', { name: 'Save and publish' }).click();
  await page.getByText(/is the current profile now/).waitFor();
  const published = await technology();
  expect(published.profile.dimensions[0]?.weight).toBe(35);
  expect(published.versions[0]?.published?.reason).toBe('Churn rose in spring');

  await page.getByRole('tab', { name: /^Versions/ }).click();
  await page
    .getByRole('row', { name: /Shipped profile/ })
    .getByRole('button')
    .click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Too early');
  await page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
  await page.getByText('Shipped profile is the current profile now').waitFor();
  expect((await technology()).profile.version).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('a draft is begun, changed and saved by keyboard alone', async () => {
  const { page, problems } = await openSettings();
  await page.getByText('Reseller', { exact: true }).waitFor();

  await tabTo(page, 'Reseller');
  await page.keyboard.press('Enter');
  await page.getByText('There is no draft').waitFor();
  await tabTo(page, 'Start a draft');
  await page.keyboard.press('Enter');
  await page.getByText('Not saved yet').waitFor();
  await tabTo(page, 'Lowest total of Deep');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('401');
  await tabTo(page, 'Save draft', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Saved', { exact: true }).waitFor();

  const { types } = await loadPolicy(terminal);
  expect(types.find(({ type }) => type === 'reseller')?.draft?.profile.floors.deep).toBe(401);
  expect(problems).toEqual([]);
});

test.each([680, 390])('at %d px nothing is wider than the window', async (width) => {
  const { page } = await openSettings();
  await page.setViewportSize({ width, height: 900 });
  await page.getByRole('button', { name: 'OEM partner' }).click();
  await page.getByRole('button', { name: 'Start a draft' }).click();
  await page.getByLabel('Lowest total of Deep').waitFor();

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});

async function openSettings() {
  const opened = await openPage(browser, `${workbench.address}/settings`);
  await opened.page.getByRole('button', { name: 'Technology partner' }).waitFor();
  return opened;
}

async function beginDraft(page: Page): Promise<void> {
  const start = page.getByLabel(/^(Start from|Put in the weights of a preset)$/);
  await start.selectOption({ label: 'Retention' });
  await page.getByRole('button', { name: /^(Start a draft|Use these weights)$/ }).click();
}

async function technology() {
  const [first] = (await loadPolicy(terminal)).types;
  if (first === undefined) throw new Error('there is no type');
  return first;
}

async function allowThePage(): Promise<void> {
  const { settings, policy } = await loadPolicy(terminal);
  const by = 'admin@example.com';
  const page = { ...settings, publishing: 'page' } as const;
  await publishSettings(terminal, { settings: page, reason: 'We trust our own people', by, policy });
}

/** Moves the focus until it stands on something of that name. */
async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      return (label ?? element?.textContent ?? '').trim();
    });
    if (focused === name) return;
  }
  throw new Error(`the focus never reached "${name}"`);
}
