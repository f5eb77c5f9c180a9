import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { openPartnerPipeline, type PartnerPipeline } from '../automation/open-partner-pipeline.ts';
import { accessibilityProblems, openPage, openPollingPage } from './open-page.ts';

let browser: Browser;
let portal: PartnerPipeline;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), openPartnerPipeline()]);
});
beforeEach(() => {
  portal.crm.faults.clear();
});
afterAll(async () => {
  await browser.close();
  await portal.close();
});

const COMPANIES = '/crm/objects/2026-09/companies';
const state = (page: Page) => page.getByRole('status', { name: 'Faults set' });

test('a fault meets the next call that fits, and the state says so', async () => {
  const { page, lookAgain, problems } = await openPollingPage(browser, `${portal.url}/faults`);

  await page.getByLabel('Fault', { exact: true }).selectOption('423, the record is locked');
  await page.getByLabel('Method').selectOption('POST');
  await page.getByRole('button', { name: 'Set fault' }).click();
  await state(page).getByText('One fault waits for a call that fits.').waitFor();
  await portal.call('GET', COMPANIES);
  await expect(portal.call('POST', COMPANIES, { properties: { name: 'Larch' } })).rejects.toThrow(/locked/);
  await lookAgain();

  await state(page).getByText('No fault waits for a call.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('random faults and limits are set, said in words, and all of it is taken back at once', async () => {
  const { page } = await openPage(browser, `${portal.url}/faults`);

  await page.getByLabel('Of 100 calls').fill('101');
  await page.getByText('A whole number from 0 to 100.').waitFor();
  await page.getByLabel('Of 100 calls').fill('20');
  await page.getByLabel('Seed').fill('7');
  await page.getByRole('button', { name: 'Start' }).click();
  await state(page)
    .getByText(/20 of 100 calls meet a fault at random \(seed 7\)/)
    .waitFor();
  await page.getByLabel('Limits of the plan').selectOption('As for Professional');
  await state(page)
    .getByText(/Limits are on as for Professional: 190 calls/)
    .waitFor();
  expect(portal.crm.faults.randomPlan()).toMatchObject({ percent: 20, seed: 7 });
  await page.getByRole('button', { name: 'Clear all faults' }).click();

  await state(page).getByText('Nothing fails at random. Limits are off.').waitFor();
  expect(portal.crm.faults.randomPlan()).toBeUndefined();
});
