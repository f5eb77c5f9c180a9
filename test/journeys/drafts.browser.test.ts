import type { Browser, Page } from 'playwright-core';

import { openBrowser } from '../browser/open-browser.ts';
import { openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { companyWith } from './demo-companies.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

let workbench: StartedWorkbench;
let browser: Browser;

beforeAll(async () => {
  workbench = await startOnKeptDemo();
  browser = await openBrowser();
});
afterAll(() => Promise.all([workbench.stop(), browser.close()]));

test('ratings that were not saved survive another tab, a reload and another page', async () => {
  const company = await companyWith(workbench, { name: 'Harbor Foods' });
  const { page, problems } = await openPage(browser, `${workbench.address}/companies/${company}`);
  await page.evaluate(() => sessionStorage.setItem('workbench-record-tabs', 'mounted-anew'));
  await rate(page, 'customer overlap', '4');

  await page.getByRole('tab', { name: 'Properties' }).click();
  await page.getByRole('tablist', { name: 'Record' }).getByRole('tab').first().click();
  await page.getByText('1 unsaved change from today').waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await rated(page, 'customer overlap', '4').waitFor();

  await rate(page, 'strategic fit', '3');
  await page.reload();
  await page.getByText('2 unsaved changes from today').waitFor();
  await page.goto(`${workbench.address}/companies`);
  await page.goto(`${workbench.address}/companies/${company}`);
  await page.getByText('2 unsaved changes from today').waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await rated(page, 'strategic fit', '3').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await page.getByText('Saved', { exact: true }).first().waitFor();

  await page.reload();
  await rated(page, 'strategic fit', '3').waitFor();
  expect(await page.getByText('unsaved change').count()).toBe(0);
  expect(problems).toEqual([]);
});

test('two people have each a draft of one company, and hear of the other one', async () => {
  const company = await companyWith(workbench, { name: 'Mapleton Schools' });
  const { page, problems } = await openPage(browser, `${workbench.address}/companies/${company}`);
  await rate(page, 'customer overlap', '4');
  const people = await page.getByLabel('Signed in as').locator('option').allTextContents();
  const [first = '', second = ''] = people;

  await page.getByLabel('Signed in as').selectOption({ label: second });
  await page.getByText(`${first} has unsaved changes since today`).waitFor();
  expect(await page.getByRole('button', { name: 'Continue' }).count()).toBe(0);
  await rate(page, 'customer overlap', '2');

  await page.getByLabel('Signed in as').selectOption({ label: first });
  await page.getByText('1 unsaved change from today').waitFor();
  await page.getByText(`${second} has unsaved changes since today`).waitFor();
  const discarded = answered(page, 'discard-draft');
  await page.getByRole('button', { name: 'Discard them' }).click();
  await discarded;
  await page.reload();
  await page.getByText(`${second} has unsaved changes since today`).waitFor();
  expect(await page.getByText('unsaved change from').count()).toBe(0);
  expect(problems).toEqual([]);
});

/** Resolves with the answer to the next call of an operation. */
function answered(page: Page, operation: string): Promise<unknown> {
  return page.waitForResponse((response) => (response.request().postData() ?? '').includes(operation));
}

/** Rates, and waits until the home has it. */
async function rate(page: Page, question: string, rating: string): Promise<void> {
  const kept = answered(page, 'keep-draft');
  await page
    .getByRole('radiogroup', { name: question })
    .getByRole('radio', { name: new RegExp(`^${rating}`) })
    .click();
  await kept;
}

function rated(page: Page, question: string, rating: string) {
  return page
    .getByRole('radiogroup', { name: question })
    .getByRole('radio', { name: new RegExp(`^${rating}`), checked: true });
}
