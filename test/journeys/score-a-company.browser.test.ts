import { Client } from '@hubspot/api-client';
import type { Browser, Page } from 'playwright-core';

import { openBrowser } from '../browser/open-browser.ts';
import { accessibilityProblems, openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { wellKnownLogo } from '../worked-example.ts';
import { companyWith, editOutside } from './demo-companies.ts';
import { LABELS, scoreByClicks } from './score-by-clicks.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

let workbench: StartedWorkbench;
let browser: Browser;

beforeAll(async () => {
  workbench = await startOnKeptDemo();
  browser = await openBrowser();
});
afterAll(() => Promise.all([workbench.stop(), browser.close()]));

test('a company never scored becomes deep in at most 13 clicks, and the CRM says so', async () => {
  const companyId = await companyWith(workbench, { name: 'Harbor Foods' });
  const { page, problems } = await openRecord(companyId);
  await page.getByText('Not assessed as a partner').first().waitFor();

  const clicks = await scoreByClicks(page);

  expect(clicks).toBeLessThanOrEqual(13);
  expect(await stored(companyId)).toMatchObject({
    ipp_partner_type: 'technology',
    ipp_customer_overlap: '5',
    ipp_check_dead_api: 'clear',
    ipp_lane: 'deep',
    ipp_total: '430',
    ipp_clearance: 'pending',
    ipp_scored_by: 'jane.okafor@example.com',
  });
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('what was saved stands in the list and among the properties of the record', async () => {
  const companyId = await companyWith(workbench, { name: 'Taskbridge' });
  const { page } = await openPage(browser, `${workbench.address}/companies?q=taskbridge`);

  await page
    .getByRole('row', { name: /Taskbridge/ })
    .getByText('Deep', { exact: true })
    .waitFor();
  await page.getByRole('link', { name: 'Taskbridge', exact: true }).click();
  await page.getByRole('tab', { name: 'Properties' }).click();

  expect(page.url()).toContain(companyId);
  await page
    .getByRole('tabpanel', { name: 'Properties' })
    .getByText('Deep · Full build · 430 of 500')
    .first()
    .waitFor();
});

test('the whole main job is done by keyboard alone', async () => {
  const companyId = await companyWith(workbench, { name: 'Mapleton Schools' });
  const { page, problems } = await openRecord(companyId);
  await page.getByText('Not assessed as a partner').first().waitFor();

  for (const [key, rating] of Object.entries(wellKnownLogo)) {
    await tabTo(page, LABELS[key as keyof typeof LABELS]);
    for (let step = 0; step < rating; step++) await page.keyboard.press('ArrowDown');
  }
  await page.getByText('280 of 500').first().waitFor();
  await tabTo(page, 'Save', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Saved', { exact: true }).first().waitFor();

  expect(await stored(companyId)).toMatchObject({
    ipp_lane: 'fast',
    ipp_total: '280',
    ipp_clearance: 'not-required',
  });
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('a second person who changed a rating meanwhile is shown beside mine, and I pick', async () => {
  const companyId = await companyWith(workbench, { name: 'Grandview Cloud' });
  const { page } = await openRecord(companyId);
  const reach = page.getByRole('radiogroup', { name: 'Distribution reach:' });
  await reach.getByRole('radio', { name: /^5/ }).click();
  await editOutside(workbench, companyId, { ipp_distribution_reach: '1' });

  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await page
    .getByRole('button', { name: /keep mine/i })
    .first()
    .click();
  await page.getByText('Saved', { exact: true }).first().waitFor();

  expect(await stored(companyId)).toMatchObject({ ipp_distribution_reach: '5', ipp_total: '300' });
});

test('hostile names and evidence are text on every page, and nothing becomes wider than the window', async () => {
  const hostile = `<img src=x onerror="document.title='owned'"> \u202Egnp.exe ${'wide'.repeat(400)}`;
  const companyId = await companyWith(workbench, { name: 'Grandview Cloud' });
  await editOutside(workbench, companyId, {
    name: hostile,
    ipp_customer_overlap_evidence: hostile,
    ipp_strategic_fit_evidence: hostile,
  });
  const { page, problems } = await openRecord(companyId);
  const images = () => page.locator('img[src="x"]').count();
  const overflow = () => page.evaluate(() => document.body.scrollWidth - window.innerWidth);

  const card = page.getByRole('tabpanel', { name: 'Partner scorecard' });
  await card.getByText('onerror=').first().waitFor();
  const shown = await page.evaluate(() => {
    const written = [...document.querySelectorAll('textarea')].map(({ value }) => value);
    return [document.body.innerText, ...written].join(' ').split('gnp.exe').length - 1;
  });
  const wide = [await images(), await overflow()];
  await page.setViewportSize({ width: 390, height: 844 });
  const narrow = [await images(), await overflow()];
  await page.getByRole('tab', { name: /^Checks/ }).click();
  await page.getByRole('heading', { name: 'Vanity logo' }).waitFor();
  const narrowChecks = [await images(), await overflow()];
  await page.goto(`${workbench.address}/companies?q=onerror`);
  await page.getByText('onerror=').first().waitFor();
  const list = [await images(), await overflow()];

  expect({ wide, narrow, narrowChecks, list }).toEqual({
    ...{ wide: [0, 0], narrow: [0, 0] },
    ...{ narrowChecks: [0, 0], list: [0, 0] },
  });
  expect(shown).toBeGreaterThan(1);
  expect(await page.title()).not.toBe('owned');
  expect(problems).toEqual([]);
});

function openRecord(companyId: string) {
  return openPage(browser, `${workbench.address}/companies/${companyId}`);
}

/** Presses Tab until the focus is on a button of that name or inside a group of that name. */
async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    const isThere = await page.evaluate((wanted) => {
      const focused = document.activeElement;
      const legend = focused?.closest('fieldset')?.querySelector('legend')?.textContent ?? '';
      const label = focused?.tagName === 'BUTTON' ? focused.textContent : '';
      return legend.toLowerCase().startsWith(`${wanted}:`) || label.trim() === wanted;
    }, name);
    if (isThere) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${name}`);
}

/** The product's properties as HubSpot's own client reads them. */
async function stored(companyId: string) {
  const hubspot = new Client({ accessToken: workbench.personToken, basePath: workbench.crmBaseUrl });
  const names = [
    'ipp_partner_type',
    'ipp_customer_overlap',
    'ipp_distribution_reach',
    'ipp_check_dead_api',
    'ipp_lane',
    'ipp_total',
    'ipp_clearance',
    'ipp_scored_by',
  ];
  return (await hubspot.crm.companies.basicApi.getById(companyId, names)).properties;
}
