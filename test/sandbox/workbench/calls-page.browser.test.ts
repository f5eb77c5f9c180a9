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
  portal.crm.journal.clear();
  portal.crm.faults.clear();
});
afterAll(async () => {
  await browser.close();
  await portal.close();
});

const COMPANIES = '/crm/objects/2026-09/companies';
const rows = (page: Page) => page.locator('tbody tr');

test('a call appears by itself, with who made it, the scope that it used, status and time', async () => {
  const { page, problems, lookAgain } = await openPollingPage(browser, `${portal.url}/calls`);
  await page.getByText('No calls yet').waitFor();

  await portal.call('GET', `${COMPANIES}?limit=1&properties=name`);
  await lookAgain();

  const row = rows(page).filter({ hasText: COMPANIES });
  for (const text of ['GET', 'Partner ICP', 'crm.objects.companies.read', '200'])
    await row.getByText(text, { exact: true }).waitFor();
  await row.getByText(/^\d+ ms$/).waitFor();
  await row.locator('summary').press('Enter');
  await row.getByText('properties=name', { exact: true }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('filters stand in the address and leave the calls that fit', async () => {
  await portal.call('GET', '/crm/owners/2026-09');
  await portal.call('GET', `${COMPANIES}/1`).catch(() => undefined);
  await fetch(`${portal.crm.baseUrl}${COMPANIES}`, { headers: { authorization: 'Bearer nobody' } });
  const { page } = await openPage(browser, `${portal.url}/calls?who=app`);
  await page.getByText('2 calls that fit, of 3').waitFor();

  await page.getByLabel('Status').selectOption('Failed');
  await page.getByText('1 call that fits, of 3').waitFor();
  await page.getByLabel('Search calls').fill('owners');

  await page.getByText('No call fits').waitFor();
  expect(new URL(page.url()).search).toBe('?who=app&status=failed&q=owners');
});

test('paused, nothing new appears until the calls are followed again; clearing empties the list', async () => {
  const { page, lookAgain } = await openPollingPage(browser, `${portal.url}/calls`);
  await page.getByText('No calls yet').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();

  await portal.call('GET', '/crm/owners/2026-09');
  await lookAgain();
  // an answer to a look of the page would be here before this one
  await page.evaluate(async () => (await fetch('/sandbox-api/journal')).text());
  expect(await rows(page).count()).toBe(0);
  await page.getByRole('button', { name: 'Follow' }).click();
  await rows(page).filter({ hasText: '/crm/owners/2026-09' }).waitFor();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();

  await page.getByText('No calls yet').waitFor();
  expect(portal.crm.journal.entries()).toEqual([]);
});

test('of many calls the newest hundred are drawn, and more on demand', async () => {
  for (let index = 0; index < 130; index++) await portal.call('GET', '/crm/owners/2026-09');
  const { page } = await openPage(browser, `${portal.url}/calls`);
  await page.getByText('Newest 100 of 130 calls').waitFor();

  await page.getByRole('button', { name: 'Show 100 more' }).click();

  expect(await rows(page).count()).toBe(130);
});

test('a journal that cannot be read is said, and shown once it can', async () => {
  const { page } = await openPage(browser, 'about:blank');
  await page.clock.install();
  await page.route('**/sandbox-api/journal*', (route) =>
    route.fulfill({ status: 502, json: { error: { message: 'Gone.' } } }),
  );
  await page.goto(`${portal.url}/calls`);
  await page.getByText('The calls could not be read').waitFor();

  await page.unroute('**/sandbox-api/journal*');
  await page.clock.fastForward(5_000);

  await page.getByText('No calls yet').waitFor();
});

test('the page reaches nothing of the sandbox beyond calls, faults and limits', async () => {
  const answer = await fetch(`${portal.url}/sandbox-api/actions`, { method: 'POST', body: '{}' });

  expect(answer.status).toBe(404);
});
