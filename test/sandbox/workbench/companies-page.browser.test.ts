import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { accessibilityProblems, openPage } from './open-page.ts';
import { openWorkbench, type OpenWorkbench } from './open-workbench.ts';
import { PARTNER_PORTAL } from './partner-portal.ts';

let browser: Browser;
let workbench: OpenWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([openBrowser(), openWorkbench(PARTNER_PORTAL)]);
});
afterAll(() => Promise.all([browser.close(), workbench.close()]));

const list = (query = '') => openPage(browser, `${workbench.url}/companies${query}`);
const names = (page: Page) => page.locator('tbody th').allInnerTexts();
const count = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();

test('a row shows labels of options, names of owners and dates', async () => {
  const { page, problems } = await list('?q=bridge');

  await count(page, '1 of 55 companies');

  const cells = await page.locator('tbody tr').first().locator('th, td').allInnerTexts();
  expect(cells).toEqual([
    ...['Taskbridge', 'Technology partner', 'Deep', '430', 'Not yet cleared'],
    ...['31 Jan 2020, due', '–'],
  ]);
  await page.goto(`${workbench.url}/companies?view=cleared`);
  await page.getByRole('row', { name: /Ledgerlane/ }).getByText('Omar Sy').waitFor(); // prettier-ignore
  expect(problems).toEqual([]);
});

test.each(['light', 'dark'] as const)('views tell how many they have, without findings of axe (%s)', async (scheme) => {
  const { page } = await openPage(browser, workbench.url, scheme);

  await page.getByRole('tab', { name: 'All (55)', selected: true }).waitFor();

  expect(await page.getByRole('tab').allInnerTexts()).toEqual([
    ...['All (55)', 'Deep (2)', 'Cleared (1)', 'Fast lane (1)', 'Not yet cleared (1)', 'Blocked (1)'],
    ...['Needs answers (1)', 'Deep and Cleared, no decision (1)', 'Go deep this quarter (0)'],
    ...['Waiting (0)', 'Ask again due (0)'],
    ...['Review due (1)', 'Older profile (0)', 'Product partners (4)'],
    ...['Channel partners (1)', 'Service partners (0)', 'Marketing partners (0)'],
  ]);
  await page.getByRole('button', { name: 'Lane' }).first().click();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Columns' }).click();
  expect(await accessibilityProblems(page)).toEqual([]);
}); // prettier-ignore

test('a view is opened by keyboard, and back leads to the view before', async () => {
  const { page } = await list();

  await page.getByRole('tab', { name: /^All/ }).focus();
  await page.keyboard.press('ArrowRight');
  await count(page, '2 of 55 companies');
  expect(await names(page)).toEqual(['Ledgerlane', 'Taskbridge']);
  await page.goBack();

  await count(page, '55 of 55 companies');
});

test('filters narrow together, values of one filter widen, and the address keeps them', async () => {
  const { page, problems } = await list();

  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Lane' }).click();
  await page.getByRole('checkbox', { name: 'Deep' }).check();
  await page.getByRole('checkbox', { name: 'No lane' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Total' }).click();
  await page.getByRole('spinbutton', { name: 'From' }).fill('400');
  await page.getByRole('spinbutton', { name: 'To' }).fill('430');
  await count(page, '2 of 55 companies');
  const bookmark = page.url();
  const other = await openPage(browser, bookmark);

  await count(other.page, '2 of 55 companies');
  expect(await names(other.page)).toEqual(['Boardmate', 'Taskbridge']);
  await other.page.getByRole('button', { name: 'Lane: Deep, No lane' }).waitFor();
  expect(problems).toEqual([]);
});

test('category and type are chosen by keyboard, each value with its count, and stand in the address', async () => {
  const { page, problems } = await list();
  const filters = page.getByRole('group', { name: 'Filters' });

  await filters.getByRole('button', { name: 'Category', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Channel (1)' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  for (const key of ['Tab', 'Tab', 'Space', 'Escape']) await page.keyboard.press(key);
  await count(page, '1 of 55 companies');
  expect(await names(page)).toEqual(['Grandview Cloud']);
  await filters.getByRole('button', { name: 'Category: Channel' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Category: Channel');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('group', { name: 'Partner type' }).innerText()).toContain(
    'Technology partner\n(0)',
  );
  await page.getByRole('checkbox', { name: 'Reseller (1)' }).check();

  expect(new URL(page.url()).search).toBe('?category=channel&type=reseller');
  await page.reload();
  await count(page, '1 of 55 companies');
  expect(problems).toEqual([]);
});

test('a view of a category without partners says so and leads to all companies', async () => {
  const { page } = await list('?view=marketing-partners');

  await page.getByText('No company is in Marketing partners').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show all companies' }).click();

  await count(page, '55 of 55 companies');
});

test('companies without a value can be asked for, and filters are cleared at once', async () => {
  const { page } = await list();

  await page
    .getByRole('group', { name: 'Filters' })
    .getByRole('button', { name: 'Clearance for Deep' })
    .click();
  await page.getByRole('checkbox', { name: 'Has no value' }).check();
  await count(page, '51 of 55 companies');
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await count(page, '55 of 55 companies');
});

test('a heading sorts, says so, and companies without a value stay last', async () => {
  const { page } = await list();
  const heading = page.getByRole('columnheader', { name: 'Total' });

  await heading.getByRole('button').click();
  expect(await heading.getAttribute('aria-sort')).toBe('ascending');
  expect((await names(page)).slice(0, 5)).toEqual([
    ...['Grandview Cloud', 'Boardmate', 'Taskbridge', 'Ledgerlane', 'Customer 1'],
  ]);
  await heading.getByRole('button').click();

  expect(await heading.getAttribute('aria-sort')).toBe('descending');
  expect((await names(page)).slice(0, 2)).toEqual(['Ledgerlane', 'Taskbridge']);
});

test('columns are added, moved and removed', async () => {
  const { page } = await list('?view=deep');
  const headings = () => page.getByRole('columnheader').allInnerTexts();

  await page.getByRole('button', { name: 'Columns' }).click();
  for (const label of ['Clearance for Deep', 'Review due', 'Company owner', 'Partner type'])
    await page.getByRole('button', { name: `Remove ${label}` }).click();
  await page.getByRole('searchbox', { name: 'Search properties to add' }).fill('overlap');
  await page.getByRole('button', { name: 'Customer overlap', exact: true }).click();
  await page.getByRole('button', { name: 'Move Customer overlap up' }).click();
  expect(await headings()).toEqual(['Company name', 'Lane', 'Customer overlap', 'Total']);
  await page.getByRole('button', { name: 'Usual columns' }).click();

  expect(await headings()).toHaveLength(7);
});

test('back from a record leads to the same page, row and focus of the list', async () => {
  const { page } = await list('?sort=-name');
  await page.getByRole('button', { name: 'Next page' }).click();
  await count(page, '51 to 55 shown');
  await page.getByRole('button', { name: 'Previous page' }).click();
  const link = page.getByRole('link', { name: 'Customer 12', exact: true });
  await link.focus();
  const scrolled = await page.evaluate(() => window.scrollY);
  await link.click();
  await page.getByRole('heading', { name: 'Customer 12', level: 1 }).waitFor();

  await page.goBack();
  await count(page, '1 to 50 shown');
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  await link.click();
  await page.getByRole('navigation', { name: 'Back' }).getByRole('link').click();
  await count(page, '1 to 50 shown');

  expect(scrolled).toBeGreaterThan(200);
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Customer 12');
});

test('what changed on the record shows in the list that one comes back to', async () => {
  const { page } = await list('?q=Customer+50');
  await page.getByRole('link', { name: 'Customer 50' }).click();
  await page.getByRole('heading', { name: 'Customer 50', level: 1 }).waitFor();
  const path = `/crm/objects/2026-09/companies/${workbench.companies[54]}`;
  await workbench.sendAs('app')('PATCH', path, { properties: { ipp_lane: 'fast' } });

  await page.goBack();

  await page.getByRole('row', { name: /Customer 50/ }).getByText('Fast lane').waitFor(); // prettier-ignore
  await workbench.sendAs('app')('PATCH', path, { properties: { ipp_lane: '' } });
});

test('a search without result says so and offers the way out', async () => {
  const { page } = await list('?q=zzz');

  await page.getByText('No company has “zzz” in its name.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Clear filters' }).last().click();

  await count(page, '55 of 55 companies');
});

test('a CRM that cannot be read is said, and trying again reads it', async () => {
  const { page } = await list('?view=deep');
  await count(page, '2 of 55 companies');
  await page.route('**/crm-api/**', (route) =>
    route.fulfill({ status: 503, json: { message: 'The CRM is away.' } }),
  );

  await page.reload();
  await page.getByRole('alert').getByText('The CRM is away.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.unroute('**/crm-api/**');
  await page.getByRole('button', { name: 'Try again' }).click();

  await count(page, '2 of 55 companies');
});

test('on a narrow screen each value carries its label, and sorting has a list', async () => {
  const { page } = await list('?view=deep');
  await page.setViewportSize({ width: 390, height: 844 });

  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Total, falling');

  expect(await names(page)).toEqual(['Ledgerlane', 'Taskbridge']);
  const overflow = await page.evaluate(() => document.body.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('a record that does not exist says so and leads back', async () => {
  const { page } = await openPage(browser, `${workbench.url}/companies/999`);

  await page.getByRole('alert').getByText('The record could not be read').waitFor();
  await page.getByRole('navigation', { name: 'Back' }).getByRole('link').click();

  await page.getByRole('heading', { name: 'Companies' }).waitFor();
});

test('a view of a list shows who is in it', async () => {
  const operation = { operationType: 'MULTISTRING', operator: 'IS_EQUAL_TO', values: ['Taskbridge'] };
  const filter = { filterType: 'PROPERTY', property: 'name', operation };
  const and = { filterBranchType: 'AND', filterBranches: [], filters: [filter] };
  await workbench.sendAs('11')('POST', '/crm/lists/2026-09', {
    ...{ name: 'Partner ICP: Older profile', objectTypeId: '0-2', processingType: 'DYNAMIC' },
    filterBranch: { filterBranchType: 'OR', filterBranches: [and], filters: [] },
  });

  const { page, problems } = await list('?view=older-profile');

  await page.getByRole('tab', { name: 'Older profile (1)', selected: true }).waitFor();
  expect(await names(page)).toEqual(['Taskbridge']);
  expect(problems).toEqual([]);
});
