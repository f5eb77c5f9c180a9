import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { accessibilityProblems, openPage } from './open-page.ts';
import { openWorkbench, type OpenWorkbench } from './open-workbench.ts';

let browser: Browser;
let workbench: OpenWorkbench;
let company: string;
let deal: string;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([
    openBrowser(),
    openWorkbench(undefined, [
      { id: 'beside', title: 'Beside', location: 'crm.record.sidebar', objectTypes: ['companies'] },
      { id: 'glance', title: 'Glance', location: 'crm.preview', objectTypes: ['companies', 'deals'] },
    ]),
  ]);
  company = workbench.companies[0] ?? '';
  const properties = {
    dealname: 'Contoso connector',
    pipeline: 'default',
    dealstage: 'appointmentscheduled',
  };
  const created = await workbench.sendAs('app')('POST', '/crm/objects/2026-09/deals', { properties });
  deal = (created as { id: string }).id;
});
afterAll(async () => {
  await browser.close();
  await workbench.close();
});

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };
const panel = (page: Page, name: string) => page.getByRole('dialog', { name });

test('three columns stand side by side, the middle as wide as in HubSpot; on a phone the summary comes first', async () => {
  const { page, problems } = await openPage(browser, `${workbench.url}/companies/${company}`);
  const sidebar = page.getByRole('complementary', { name: 'Sidebar' });
  await sidebar.getByText(`crm.record.sidebar of 0-2 ${company}`).waitFor();
  const parts = [
    sidebar,
    page.getByRole('tabpanel', { name: 'Timeline' }),
    page.getByRole('complementary', { name: 'Associations' }),
  ];
  const boxes = async () => Promise.all(parts.map(async (part) => (await part.boundingBox()) ?? NOWHERE));

  const wide = await boxes();
  await page.setViewportSize({ width: 1920, height: 900 });
  const widest = await boxes();
  await page.setViewportSize({ width: 390, height: 844 });
  const narrow = await boxes();

  for (const [left, middle, right] of [wide, widest]) {
    expect(middle?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
    expect(right?.x).toBeGreaterThan((middle?.x ?? 0) + (middle?.width ?? 0));
    // The card's frame takes 42 px of it.
    expect(middle?.width).toBeGreaterThanOrEqual(642);
    expect(middle?.width).toBeLessThanOrEqual(792);
  }
  expect(narrow.map(({ x }) => x)).toEqual([12, 12, 12]);
  expect(narrow.map(({ y }) => y)).toEqual(narrow.map(({ y }) => y).sort((a, b) => a - b));
  expect(await page.getByRole('tab', { name: 'Beside' }).count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('an edit of the record reaches the card in the sidebar', async () => {
  const { page } = await openPage(browser, `${workbench.url}/companies/${workbench.companies[2]}`);
  const sidebar = page.getByRole('complementary', { name: 'Sidebar' });
  await sidebar.getByText('Called Northwind Traders').waitFor();

  await page.getByRole('tab', { name: 'Properties' }).click();
  await page.getByRole('button', { name: 'Edit Company name' }).click();
  await page.getByRole('textbox', { name: 'Company name' }).fill('Northwind');
  await page.getByRole('button', { name: 'Save' }).click();

  await sidebar.getByText('Called Northwind', { exact: true }).waitFor();
});

test('a company is previewed from the list, and Escape leads back to where it was opened', async () => {
  const { page, problems } = await openPage(browser, `${workbench.url}/companies`);
  const button = page.getByRole('button', { name: 'Preview Contoso Integrations' });

  await button.press('Enter');
  await panel(page, 'Contoso Integrations').getByText(`crm.preview of 0-2 ${company}`).waitFor();
  await panel(page, 'Contoso Integrations').getByText('Called Contoso Integrations').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await panel(page, 'Contoso Integrations').waitFor({ state: 'detached' });
  expect(await button.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  expect(problems).toEqual([]);
});

test('a preview of a deal knows the deal, reads it, and hands its values to a function', async () => {
  const { page } = await openPage(browser, `${workbench.url}/board`);

  await page.getByRole('button', { name: 'Preview Contoso connector' }).click();
  const preview = panel(page, 'Contoso connector');
  await preview.getByText(`crm.preview of 0-3 ${deal}`).waitFor();
  await preview.getByText('Called Contoso connector').waitFor();
  await preview.getByRole('button', { name: 'Read all' }).click();
  await preview.getByText('Read Contoso connector').waitFor();
  const called = page.waitForResponse((response) => response.url().endsWith('/functions/echo'));
  await preview.getByRole('button', { name: 'Call', exact: true }).click();
  await called;

  expect(workbench.calls.at(-1)?.payload).toMatchObject({
    objectTypeId: '0-3',
    propertiesToSend: { dealname: 'Contoso connector' },
  });
});

test('a preview closes when another page is shown', async () => {
  const { page } = await openPage(browser, `${workbench.url}/companies`);
  await page.getByRole('button', { name: 'Preview Fabrikam' }).click();

  await panel(page, 'Fabrikam').getByRole('link', { name: 'Open the record' }).click();

  await page.getByRole('heading', { name: 'Fabrikam', level: 1 }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a record that cannot be read is said in its preview, with a way to try again', async () => {
  const { page } = await openPage(browser, `${workbench.url}/companies`);
  await page.route('**/crm-api/crm/objects/2026-09/companies/*', (route) =>
    route.fulfill({ status: 500, json: { message: 'Broken.' } }),
  );
  await page.getByRole('button', { name: 'Preview Fabrikam' }).click();
  await page.getByText('The record could not be read').waitFor();

  await page.unroute('**/crm-api/crm/objects/2026-09/companies/*');
  await page.getByRole('button', { name: 'Try again' }).click();

  await panel(page, 'Fabrikam').getByText('Called Fabrikam').waitFor();
});
