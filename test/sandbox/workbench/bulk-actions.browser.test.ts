import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { accessibilityProblems, openPage } from './open-page.ts';
import { type OpenWorkbench, openWorkbench } from './open-workbench.ts';
import { PARTNER_PORTAL } from './partner-portal.ts';

const PLACES = [
  { id: 'triage', title: 'Sort the list', location: 'crm.bulkActions' },
  { id: 'confirm', title: 'Ask once', location: 'crm.bulkActions', displayMode: 'MODAL' },
  { id: 'deals', title: 'For deals', location: 'crm.bulkActions', objectTypes: ['deals'] },
] as const;

/** Sixty companies: two pages of the list. */
const SIXTY = {
  ...PARTNER_PORTAL,
  companies: [
    ...PARTNER_PORTAL.companies,
    ...Array.from({ length: 5 }, (_, index) => ({ name: `Prospect ${index + 1}`, ipp_lane: 'fast' })),
  ],
};

let browser: Browser;
let workbench: OpenWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([openBrowser(), openWorkbench(SIXTY, PLACES)]);
});
afterAll(async () => {
  await browser.close();
  await workbench.close();
});

const list = (query = '') => openPage(browser, `${workbench.url}/companies${query}`);
const bar = (page: Page) => page.getByRole('group', { name: 'Selected companies' });

test('all companies of all pages are chosen and handed to a bulk action in a panel', async () => {
  const { page, problems } = await list();
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await bar(page).getByText('50 companies selected').waitFor();
  await bar(page).getByRole('button', { name: 'Select all 60' }).click();
  await bar(page).getByText('60 companies selected').waitFor();
  expect(await bar(page).getByRole('button').allTextContents()).toEqual([
    ...['Sort the list', 'Ask once', 'Clear selection'],
  ]);

  await bar(page).getByRole('button', { name: 'Sort the list' }).click();

  const panel = page.getByRole('dialog', { name: 'Sort the list' });
  const told = await panel.getByText('60 records of 0-2:').textContent();
  const ids = told?.split(': ')[1]?.split(' ') ?? [];
  expect([...ids].sort()).toEqual([...workbench.companies].sort());
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('a bulk action has no actions that need a record, and calls functions without one', async () => {
  const { page } = await list();
  await page.getByRole('checkbox', { name: 'Select Boardmate' }).check();
  await bar(page).getByRole('button', { name: 'Ask once' }).click();

  const modal = page.getByRole('dialog', { name: 'Ask once' });
  await modal
    .getByText('Actions addAlert closeOverlay copyTextToClipboard navigateToPage openIframeModal reloadPage')
    .waitFor();
  const called = page.waitForResponse((response) => response.url().endsWith('/functions/echo'));
  await modal.getByRole('button', { name: 'Call' }).click();
  await called;
  expect(workbench.calls.at(-1)?.payload).toMatchObject({ objectId: null, propertiesToSend: {} });
  await modal.getByRole('button', { name: 'Tell' }).click();
  await page.getByText('Done with the selection').waitFor();
});

test('by keyboard: Space selects, Enter opens, Escape closes and gives the focus back', async () => {
  const { page } = await list();
  await page.getByRole('checkbox', { name: 'Select Boardmate' }).focus();
  await page.keyboard.press('Space');
  await bar(page).getByText('1 company selected').waitFor();
  await bar(page).getByRole('button', { name: 'Sort the list' }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Sort the list' });
  await panel.getByText('1 records of 0-2:').waitFor();

  await page.keyboard.press('Escape');

  await panel.waitFor({ state: 'detached' });
  await page.locator('button:focus', { hasText: 'Sort the list' }).waitFor();
  await bar(page).getByRole('button', { name: 'Clear selection' }).press('Enter');
  await bar(page).waitFor({ state: 'detached' });
  await page.locator('#choose-page:focus').waitFor();
});

test('an open bulk action keeps the companies it was opened with', async () => {
  const { page } = await list();
  await page.getByRole('checkbox', { name: 'Select Boardmate' }).check();
  await bar(page).getByRole('button', { name: 'Sort the list' }).click();
  const panel = page.getByRole('dialog', { name: 'Sort the list' });
  await panel.getByText('1 records').waitFor();

  await page.getByRole('checkbox', { name: 'Select Boardmate' }).uncheck();

  await bar(page).waitFor({ state: 'detached' });
  expect(await panel.getByText('1 records').count()).toBe(1);
});

test('a selection survives paging and sorting, and another view or filter starts without one', async () => {
  const { page } = await list();
  await page.getByRole('checkbox', { name: 'Select Boardmate' }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('checkbox', { name: 'Select Taskbridge' }).check();
  await bar(page).getByText('2 companies selected').waitFor();
  await page.getByRole('columnheader', { name: 'Total' }).getByRole('button').click();
  await bar(page).getByText('2 companies selected').waitFor();
  expect(await page.getByRole('checkbox', { name: 'Select Boardmate' }).isChecked()).toBe(true);

  await page.getByRole('tab', { name: /^Deep \(/ }).click();
  await bar(page).waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: 'Select Taskbridge' }).check();
  await page.getByRole('searchbox').fill('bridge');

  await page.getByText('1 of 60 companies').waitFor();
  await bar(page).waitFor({ state: 'detached' });
});

test('on a phone companies are selected too, and nothing is wider than the screen', async () => {
  const { page } = await list();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('checkbox', { name: 'Select Boardmate' }).check();
  await bar(page).getByRole('button', { name: 'Sort the list' }).click();
  await page.getByRole('dialog', { name: 'Sort the list' }).getByText('1 records').waitFor();

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a list without bulk actions has nothing to select', async () => {
  const plain = await openWorkbench(PARTNER_PORTAL, []);
  const { page } = await openPage(browser, `${plain.url}/companies`);
  await page.getByRole('link', { name: 'Boardmate' }).waitFor();

  expect(await page.getByRole('checkbox').count()).toBe(0);
  await plain.close();
});
