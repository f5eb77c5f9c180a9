import type { Browser, Page } from 'playwright-core';

import { openBrowser } from '../browser/open-browser.ts';
import { openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { editOutside, storedOf } from './demo-companies.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

let workbench: StartedWorkbench;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  workbench = await startOnKeptDemo();
  browser = await openBrowser();
  ({ page } = await openPage(browser, `${workbench.address}/companies?q=pipekite`));
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

test('a partner scored to deep shows so in view, board, timeline and log, and a flag takes it out again', async () => {
  await rate('distribution reach', 5);
  await rate('commercial alignment', 4);
  await saveScorecard();
  await expectInDeepView(true);
  await expectOnBoard('Deep');
  await expectLogged('Run the open checks');
  await page.goto(`${recordAddress}?tab=timeline`);
  await page.getByText(/→ Deep · Rated/).waitFor();

  await page.goto(recordAddress);
  await page.getByRole('tab', { name: /^Checks/ }).click();
  await page
    .getByRole('radiogroup', { name: /usage figures/ })
    .getByRole('radio', { name: 'Flagged' })
    .click();
  await saveScorecard();

  await expectInDeepView(false);
  await expectOnBoard('Fast lane');
  await expectLogged('Tell the owner');
});

test('a rating that a bulk edit changed is shown as drift and repaired by the next save', async () => {
  const companyId = recordAddress.split('/').at(-1) ?? '';
  await editOutside(workbench, companyId, { ipp_customer_overlap: '1' });

  await page.goto(recordAddress);
  await page.getByText('HubSpot holds another verdict').waitFor();
  await page.getByRole('button', { name: 'Update', exact: true }).click();
  await page.getByText('Saved', { exact: true }).first().waitFor();

  expect(await storedOf(workbench, companyId, ['ipp_total', 'ipp_lane'])).toMatchObject({
    ipp_total: '290',
    ipp_lane: 'fast',
  });
});

let recordAddress = '';

async function rate(dimension: string, rating: number): Promise<void> {
  if (recordAddress === '') {
    await page.getByRole('link', { name: 'Pipekite' }).click();
    await page.getByText('Customer overlap:').first().waitFor();
    recordAddress = page.url().split('?')[0] ?? '';
  }
  const group = page.getByRole('radiogroup', { name: dimension });
  await group.getByRole('radio', { name: new RegExp(`^${rating}`) }).click();
}

async function saveScorecard(): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await page.getByText('Saved', { exact: true }).first().waitFor();
}

async function expectInDeepView(isThere: boolean): Promise<void> {
  await page.goto(`${workbench.address}/companies?view=deep&q=pipekite`);
  const shown = isThere
    ? page.getByRole('link', { name: 'Pipekite' })
    : page.getByText(/no company|nothing/i);
  await shown.first().waitFor();
}

async function expectOnBoard(lane: string): Promise<void> {
  await page.goto(`${workbench.address}/board`);
  await page.getByRole('listitem').filter({ hasText: 'Pipekite' }).getByText(lane).first().waitFor();
}

async function expectLogged(task: string): Promise<void> {
  await page.goto(`${workbench.address}/automation`);
  await page.getByRole('row').filter({ hasText: 'Pipekite' }).filter({ hasText: task }).first().waitFor();
}
