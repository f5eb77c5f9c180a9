import type { Browser } from 'playwright-core';
import { openBrowser } from '../../browser.ts';
import { accessibilityProblems, openPage } from './open-page.ts';
import { openWorkbench, type OpenWorkbench } from './open-workbench.ts';

let browser: Browser;
let workbench: OpenWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([openBrowser(), openWorkbench()]);
});
afterAll(async () => {
  await browser.close();
  await workbench.close();
});

test('the list shows lane and total of every company', async () => {
  const { page, problems } = await openPage(browser, workbench.url);

  await page.getByRole('link', { name: 'Fabrikam' }).waitFor();

  const rows = await page.locator('tbody tr').all();
  const texts = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  expect(texts).toEqual([
    ['Contoso Integrations', 'contoso.example', 'deep', '430', ''],
    ['Fabrikam', 'fabrikam.example', 'fast', '280', ''],
    ['Northwind Traders', 'northwind.example', '', '', ''],
  ]);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('searching by name leaves what matches, and back from the record leads to the same search', async () => {
  const { page, problems } = await openPage(browser, workbench.url);

  await page.getByRole('searchbox', { name: 'Search companies by name' }).fill('north');
  await page.getByText('1 of 3 companies').waitFor();
  await page.getByRole('link', { name: 'Northwind Traders' }).click();
  await page.getByRole('heading', { name: 'Northwind Traders', level: 1 }).waitFor();
  await page.goBack();

  await page.getByText('1 of 3 companies').waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('north');
  expect(problems).toEqual([]);
});

test('a search without result says so', async () => {
  const { page } = await openPage(browser, `${workbench.url}/companies?q=zzz`);

  await page.getByText('No company has “zzz” in its name.').waitFor();
});

test('a record that does not exist says so and leads back', async () => {
  const { page } = await openPage(browser, `${workbench.url}/companies/999`);

  await page.getByRole('alert').getByText('The record could not be read').waitFor();
  await page.getByRole('link', { name: 'Companies' }).click();

  await page.getByRole('heading', { name: 'Companies' }).waitFor();
});
