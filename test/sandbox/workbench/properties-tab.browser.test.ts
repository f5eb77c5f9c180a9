import type { Browser } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
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

test('an edit of a property is recorded as the edit of whoever is signed in', async () => {
  const address = `${workbench.url}/companies/${workbench.companies[0]}?tab=properties`;
  const { page, problems } = await openPage(browser, address);

  await page.getByLabel('Signed in as').selectOption('Omar Sy');
  await page.getByRole('button', { name: 'Edit Total' }).click();
  await page.getByRole('textbox', { name: 'Total' }).fill('280');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'History of Total' }).click();

  const rows = page.getByRole('table', { name: 'History of Total' }).locator('tbody tr');
  await rows.nth(1).waitFor();
  const [newest, oldest] = await rows.allInnerTexts();
  expect(newest).toMatch(/^280\tOmar Sy\t.*\tCRM page \(userId:502\)$/);
  expect(oldest).toMatch(/^430\t–\t.*\tPartner ICP \(1234\)$/);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('what the CRM refuses is said beside the field, and the value stays', async () => {
  const { page } = await openPage(
    browser,
    `${workbench.url}/companies/${workbench.companies[1]}?tab=properties`,
  );

  await page.getByRole('button', { name: 'Edit Total' }).click();
  await page.getByRole('textbox', { name: 'Total' }).fill('many');
  await page.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('alert').getByText('many').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Edit Total' }).waitFor();
  await page.getByRole('tabpanel', { name: 'Properties' }).getByText('280', { exact: true }).waitFor();
});

test('the back button leads from tab to tab', async () => {
  const { page } = await openPage(browser, `${workbench.url}/companies/${workbench.companies[0]}`);

  await page.getByRole('tab', { name: 'Properties' }).click();
  await page.getByRole('tab', { name: 'About this page' }).click();
  await page.goBack();

  await page.getByRole('tab', { name: 'Properties', selected: true }).waitFor();
});

test('a read-only property cannot be edited', async () => {
  const { page } = await openPage(
    browser,
    `${workbench.url}/companies/${workbench.companies[0]}?tab=properties`,
  );

  await page.getByRole('button', { name: 'History of Create Date' }).waitFor();

  expect(await page.getByRole('button', { name: 'Edit Create Date' }).count()).toBe(0);
});
