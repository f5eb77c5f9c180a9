import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { laneAction, outputs } from '../hubspot/actions/lane-action.ts';
import { withReceiver } from '../hubspot/open-receiver.ts';
import { accessibilityProblems, openPage, openPollingPage } from '../workbench/open-page.ts';
import { openPartnerPipeline, type PartnerPipeline } from './open-partner-pipeline.ts';

let browser: Browser;
let portal: PartnerPipeline;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), openPartnerPipeline()]);
});
afterAll(async () => {
  await browser.close();
  await portal.close();
});

async function setLane(company: string, ipp_lane: string): Promise<void> {
  const path = `/crm/objects/2026-09/companies/${String(portal.companies.get(company))}`;
  await portal.call('PATCH', path, { properties: { ipp_lane } });
  await portal.automation.settled();
}

const entry = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('a lane change appears in the log by itself, with what was done', async () => {
  const { page, problems, lookAgain } = await openPollingPage(browser, `${portal.url}/automation`);
  await page.getByText('When Lane of a company becomes Deep, create the task').waitFor();

  await setLane('Grandview', 'deep');
  await lookAgain();

  const row = entry(page, 'Lane: Fast lane → Deep');
  await row.getByText('Created the task “Run the open checks” for the owner.').waitFor();
  await row.getByText('by Partner ICP').waitFor();
  expect(await row.getByRole('link', { name: 'Grandview' }).getAttribute('href')).toBe(
    `/companies/${String(portal.companies.get('Grandview'))}`,
  );
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('a rule that is switched off does nothing, and the log can be narrowed to it', async () => {
  const { page, lookAgain } = await openPollingPage(browser, `${portal.url}/automation`);
  const off = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByText('No longer Deep', { exact: true }).first().waitFor();

  await page.locator('.rule-row').filter({ hasText: 'No longer Deep' }).locator('.ui-toggle').click();
  await off;
  await setLane('Taskbridge', 'fast');
  await lookAgain();

  await entry(page, 'Taskbridge').getByText('The rule is off.').waitFor();
  await page.getByRole('combobox', { name: 'Rule' }).selectOption('No longer Deep');
  expect(new URL(page.url()).search).toBe('?rule=lane-leaves-deep');
  expect(await page.locator('tbody tr').count()).toBe(1);
});

test('a rule is made after its mistakes are named, edited, and deleted after a question', async () => {
  const { page } = await openPage(browser, `${portal.url}/automation`);
  await page.getByRole('button', { name: 'New rule' }).click();

  await page.getByRole('button', { name: 'Save rule' }).click();
  for (const problem of ['Give the rule a name.', 'Choose the property to watch.'])
    await page.getByText(problem).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByLabel('Name').fill('Passed');
  await page.getByLabel('Property', { exact: true }).selectOption('Lane');
  await page.getByLabel('Value', { exact: true }).selectOption('No lane');
  await page.getByLabel('Task', { exact: true }).fill('Say no kindly');
  await page.getByRole('button', { name: 'Save rule' }).click();
  await page.getByRole('button', { name: 'Edit Passed' }).click();
  await page.getByLabel('Task', { exact: true }).fill('Write to the partner');
  await page.getByRole('button', { name: 'Save rule' }).click();
  await page.getByText('becomes No lane, create the task “Write to the partner”.').waitFor();

  await page.getByRole('button', { name: 'Delete Passed' }).click();
  await page.getByRole('button', { name: 'Delete rule' }).click();
  await page.getByRole('button', { name: 'Edit Passed' }).waitFor({ state: 'detached' });
  expect(portal.automation.rules()).toHaveLength(4);
});

test('a rule that any value starts shows and keeps its condition on another property', async () => {
  const { page } = await openPage(browser, `${portal.url}/automation`);
  await page.getByText('of a company changes and Decision is Go deep, create the task').waitFor();
  await page.getByRole('button', { name: 'New rule' }).click();
  await page.getByLabel('Name').fill('Looked at');
  await page.getByLabel('Property', { exact: true }).selectOption('Total');
  await page.getByLabel('Change').selectOption('changes to any value');
  expect(await page.getByLabel('Value', { exact: true }).count()).toBe(0);
  await page.getByLabel('Task', { exact: true }).fill('Look at the total');

  await page.getByRole('checkbox', { name: 'Another property has a value' }).check();
  await page.getByRole('button', { name: 'Save rule' }).click();
  await page.getByText('Choose the property that the condition reads.').waitFor();
  await page.getByLabel('Property of the condition').selectOption('Lane');
  await page.getByLabel('Value of the condition').selectOption('Deep');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save rule' }).click();

  const words = 'When Total of a company changes and Lane is Deep, create the task “Look at the total”.';
  await page.getByText(words).waitFor();
  await page.getByRole('button', { name: 'Edit Looked at' }).click();
  expect(await page.getByLabel('Value of the condition').inputValue()).toBe('deep');
  await page.getByRole('checkbox', { name: 'Another property has a value' }).uncheck();
  await page.getByRole('button', { name: 'Save rule' }).click();
  await page.getByText('When Total of a company changes, create the task').waitFor();
  await page.getByRole('button', { name: 'Delete Looked at' }).click();
  await page.getByRole('button', { name: 'Delete rule' }).click();
  await page.getByRole('button', { name: 'Edit Looked at' }).waitFor({ state: 'detached' });
});

test('a rule calls a custom action once an app has one, and the log shows what the app answered', () =>
  withReceiver(
    () => outputs({ hs_execution_state: 'BLOCK' }),
    async ({ url }) => {
      const { page, problems, lookAgain } = await openPollingPage(browser, `${portal.url}/automation`);
      await page.getByRole('button', { name: 'New rule' }).click();
      await page.getByLabel('Action').selectOption('Call a custom action of an app');
      await page.getByText('No app has a published custom action for this kind of record.').waitFor();
      await portal.call('POST', '/automation/actions/2026-09/4711', laneAction(url));
      await page.reload();

      await page.getByRole('button', { name: 'New rule' }).click();
      await page.getByLabel('Name').fill('Judge');
      await page.getByLabel('Property', { exact: true }).selectOption('Lane');
      await page.getByLabel('Value', { exact: true }).selectOption('No lane');
      await page.getByLabel('Action').selectOption('Call a custom action of an app');
      await page.getByLabel('Custom action').selectOption('Judge the partner');
      await page.getByRole('button', { name: 'Save rule' }).click();
      await page.getByText('Fill in: note.').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.getByLabel('note', { exact: true }).fill('from a rule');
      await page.getByRole('button', { name: 'Save rule' }).click();
      await page.getByText('becomes No lane, call “Judge the partner”.').waitFor();
      await setLane('Ledgerlane', 'pass');
      await lookAgain();

      const row = entry(page, 'Ledgerlane').filter({ hasText: 'Judge' });
      await row.getByText(/“Judge the partner” waits for the app/).waitFor();
      const [{ callbackId } = { callbackId: '' }] = portal.crm.actions.executions();
      await portal.call('POST', `/automation/actions/callbacks/2026-09/${callbackId}/complete`, {
        outputFields: { hs_execution_state: 'SUCCESS', verdict: 'pass' },
      });
      await lookAgain();
      await row.getByText('verdict = pass').waitFor();
      await row.getByText('Done', { exact: true }).waitFor();
      await row.getByText(/^Attempt 1, .*: Status 200$/).waitFor();
      expect(problems).toEqual([]);
    },
  ));
