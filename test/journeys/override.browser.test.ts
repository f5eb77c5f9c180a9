import type { Browser, Page } from 'playwright-core';

import { openBrowser } from '../browser/open-browser.ts';
import { accessibilityProblems, openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

let workbench: StartedWorkbench;
let browser: Browser;

beforeAll(async () => {
  workbench = await startOnKeptDemo();
  browser = await openBrowser();
});
afterAll(() => Promise.all([workbench.stop(), browser.close()]));

async function openType(company: string) {
  const opened = await openPage(browser, `${workbench.address}/companies?q=${company.toLowerCase()}`);
  await opened.page.getByRole('link', { name: company, exact: true }).click();
  await opened.page.getByRole('tab', { name: 'Partner type' }).click();
  return opened;
}

/** Writes one property of the list in the card, as the signed-in person. */
async function set(page: Page, property: string, write: (page: Page) => Promise<unknown>): Promise<void> {
  const list = page.getByRole('tabpanel', { name: 'Partner type' });
  await list.getByRole('button', { name: new RegExp(`^Edit ${property}`) }).click();
  await write(page);
  await list.getByRole('button', { name: new RegExp(`^Edit ${property}`) }).waitFor();
}

test('a person overrides a lane in the list, and the card follows with one update', async () => {
  const { page, problems } = await openType('Taskbridge');

  await set(page, 'Override: lane', () =>
    page.getByLabel('Override: lane', { exact: true }).selectOption('Fast lane'),
  );
  await page.getByText('begun without a last day').first().waitFor();
  await set(page, 'Override: last day', async () => {
    await page.getByLabel('Override: last day', { exact: true }).fill('2099-03-31');
    await page.keyboard.press('Enter');
  });

  await page.getByText('Lane set by hand until 31 March 2099').first().waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByText(/→ Fast lane · Override/).waitFor();
  expect(problems).toEqual([]);
});

test('whoever may not edit an override reads why, and what it says', async () => {
  const { page } = await openType('Taskbridge');

  await page.getByLabel('Signed in as').selectOption('Lena Brandt');
  await page.getByRole('tab', { name: 'Partner type' }).click();

  await page.getByText('You may not edit this property').first().waitFor();
  expect(await page.getByRole('button', { name: /^Edit Override/ }).count()).toBe(0);
  await page.getByText('Lane set by hand until 31 March 2099').first().waitFor();
});

test('a partner that a flag blocks reads what would unblock it', async () => {
  const { page } = await openPage(browser, `${workbench.address}/companies?view=blocked`);

  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Why' }).click();

  await page.getByRole('heading', { name: 'What would unblock it' }).waitFor();
  await page.getByText(/is flagged\. Mark it clear, with a note, once this is answered: /).waitFor();
});
