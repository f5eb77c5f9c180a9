import type { Browser, Locator, Page } from 'playwright-core';

import { openBrowser } from '../browser/open-browser.ts';
import { accessibilityProblems, openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { companyWith, storedOf } from './demo-companies.ts';
import { connectPortal } from './connect-portal.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

let workbench: StartedWorkbench;
let browser: Browser;

beforeAll(async () => {
  workbench = await startOnKeptDemo('oauth');
  browser = await openBrowser();
});
afterAll(() => Promise.all([workbench.stop(), browser.close()]));

test('by keyboard two companies get a type, under the name of who is signed in, and their cards can undo it', async () => {
  const { page, problems } = await openPage(browser, `${workbench.address}/companies`);
  await connectPortal(page);
  await page.goto(`${workbench.address}/companies`);
  const panel = await openChanging(page, ['Harbor Foods', 'Casa Verde Advisors']);

  await panel.getByLabel('Partner type', { exact: true }).selectOption('Referral partner');
  await panel.getByRole('button', { name: 'Preview' }).focus();
  await page.keyboard.press('Enter');
  await panel.getByText('2 would change.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await panel.getByText('2 of 2 done').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  const companyId = await companyWith(workbench, { name: 'Harbor Foods' });
  expect(await storedOf(workbench, companyId, ['ipp_partner_type', 'ipp_scored_by'])).toMatchObject({
    ...{ ipp_partner_type: 'referral', ipp_scored_by: 'jane.okafor@example.com' },
  });
  await page.goto(`${workbench.address}/companies/${companyId}`);
  await page.getByRole('tab', { name: 'History', exact: true }).click();
  await page.getByRole('button', { name: /Undo/ }).first().waitFor();
  expect(problems).toEqual([]);
});

async function openChanging(page: Page, names: readonly string[]): Promise<Locator> {
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('button', { name: 'Compare as partners' }).click();
  const panel = page.getByRole('dialog', { name: 'Compare as partners' });
  // none of them is scored, so that the panel opens where they can be changed
  await panel.getByRole('radiogroup', { name: 'What to do' }).waitFor();
  return panel;
}
