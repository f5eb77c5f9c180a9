import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { accessibilityProblems, openPage, type WatchedPage } from './open-page.ts';
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

async function openListed(company: number): Promise<WatchedPage> {
  const opened = await openPage(browser, `${workbench.url}/companies/${workbench.companies[company]}`);
  await opened.page.getByRole('tab', { name: 'Listed' }).click();
  return opened;
}

const list = (page: Page) => page.getByRole('tabpanel', { name: 'Listed' });

test('a chosen option is saved at once as whoever is signed in, and the card hears of it', async () => {
  const { page, problems } = await openListed(0);

  await page.getByRole('button', { name: 'Edit Lane: Lane deep' }).click();
  await page.getByLabel('Lane', { exact: true }).selectOption('Lane pass');

  await page.getByText('Hook reads Lyon, pass, no day; action heard pass').waitFor();
  await page.getByRole('button', { name: 'Edit Lane: Lane pass' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Properties' }).click();
  await page.getByRole('button', { name: 'History of Lane' }).click();
  const newest = page.getByRole('table', { name: 'History of Lane' }).locator('tbody tr').first();
  expect(await newest.innerText()).toMatch(/^Lane pass\tJane Doe\t.*\tCRM page \(userId:501\)$/);
  expect(problems).toEqual([]);
});

test('a text is saved when its input is left, a day with Enter, and Escape gives up', async () => {
  const { page, problems } = await openListed(1);

  await list(page).getByRole('button', { name: 'Edit City: empty' }).click();
  await page.getByRole('textbox', { name: 'City' }).fill('Nantes');
  await page.getByRole('button', { name: 'Edit Due: empty' }).click();
  await page.getByLabel('Due', { exact: true }).fill('2027-03-31');
  await page.keyboard.press('Enter');
  await page.getByText(/^Hook reads Nantes, fast, 2027-03-31/).waitFor();
  await list(page).getByRole('button', { name: 'Edit City: Nantes' }).click();
  await page.getByRole('textbox', { name: 'City' }).fill('Brest');
  await page.keyboard.press('Escape');

  await list(page).getByRole('button', { name: 'Edit City: Nantes' }).waitFor();
  await page.getByRole('button', { name: 'Edit Due: 31 Mar 2027' }).waitFor();
  expect(problems).toEqual([]);
});

test('a refusal stands beside the property, and the value stays', async () => {
  const { page } = await openListed(0);

  await page.getByRole('button', { name: 'Edit Total: 430' }).click();
  await page.getByRole('textbox', { name: 'Total' }).fill('many');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('many').waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Edit Total: 430' }).waitFor();
});

test('a property that this person may not edit is read only and says so, here and under Properties', async () => {
  const { page } = await openListed(0);

  await page.getByLabel('Signed in as').selectOption('Omar Sy');
  await page.getByRole('tab', { name: 'Listed' }).click();

  await list(page).getByText('Lyon You may not edit this property').waitFor();
  expect(await page.getByRole('button', { name: /^Edit City/ }).count()).toBe(0);
  await page.getByText('This portal has no property ipp_gone.').waitFor();
  await page.getByText('CrmPropertyList takes at most 24 properties.').waitFor();
  await page.getByRole('tab', { name: 'Properties' }).click();
  await page.getByRole('button', { name: 'History of City' }).waitFor();
  expect(await page.getByRole('button', { name: 'Edit City', exact: true }).count()).toBe(0);
});
