import type { Browser, Page } from 'playwright-core';

import { type Context, openContext } from '../../src/usecases/context.ts';
import { answerCall } from '../../src/usecases/answer-call.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { accessibilityProblems, openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { choose, chooseQuarter, decideNow } from './decide-on-card.ts';
import { companyWhere, companyWith, type Stored, storedOf } from './demo-companies.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

let workbench: StartedWorkbench;
let browser: Browser;
/** As another person, beside the card. */
let beside: Context;

beforeAll(async () => {
  workbench = await startOnKeptDemo();
  browser = await openBrowser();
  beside = openContext(() => ({ accessToken: workbench.token, baseUrl: workbench.crmBaseUrl }));
});
afterAll(() => Promise.all([workbench.stop(), browser.close()]));

const CHECK = 'check_enthusiastic_contact';
const BUILD = 'Plan the start';

test('rated, cleared and decided, a partner gets one task of the build until it is decided once more', async () => {
  const companyId = await companyWith(workbench, { name: 'Ledgerlane' });
  await save(companyId, { strategic_fit: [3, null], [CHECK]: ['clear', 'open'] });
  const { page, problems } = await openRecord(companyId);

  await page.getByRole('radiogroup', { name: 'strategic fit' }).getByRole('radio', { name: /^3/ }).click();
  await page.getByRole('tab', { name: /^Checks/ }).click();
  await page
    .getByRole('radiogroup', { name: /enthusiastic|owner/i })
    .getByRole('radio', { name: 'Clear' })
    .click();
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await page.getByText('Saved', { exact: true }).first().waitFor();
  await page.getByRole('tab', { name: 'Decide', exact: true }).click();
  await page.getByText(/A new decision rests on: 440, Deep, Cleared/).waitFor();
  await choose(page, 'Go deep');
  await chooseQuarter(page, 2);
  await decideNow(page);
  await page.getByRole('heading', { name: /^Go deep in/ }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await expectTasks(page, BUILD, 1);

  await save(companyId, { [CHECK]: ['clear', 'flagged'] });
  await save(companyId, { [CHECK]: ['flagged', 'clear'] });
  await expectTasks(page, 'Run the open checks', 1);
  await asSomebody('rejudge-scorecard', { companyId, to: 'technology@2' });
  expect(await stored(companyId)).toMatchObject({
    ipp_clearance: 'cleared',
    ipp_decision: 'go-deep',
    ipp_decision_basis: expect.stringMatching(/^440, Deep, Cleared, profile of .* \(v1\)$/) as unknown,
  });

  await page.goto(`${workbench.address}/companies/${companyId}`);
  await page.getByRole('tab', { name: /^Go deep/ }).click();
  await page.getByText('This is not what the stored decision rests on.').waitFor();
  await choose(page, 'Go deep');
  await decideNow(page);
  // of the three changes in between none made one
  await expectTasks(page, BUILD, 2);
  expect(problems).toEqual([]);
});

test('a full quarter names who holds its slots and offers to wait', async () => {
  const companyId = await undecided();
  const { page } = await openDecide(companyId);

  await choose(page, 'Go deep');
  await page.getByText(/^No deep slot of \d{4}-Q\d is left/).waitFor();
  await page.getByText(/2 of 2 used: .+, .+/).waitFor();
  await page.getByRole('button', { name: 'Choose Wait instead' }).click();
  await decideNow(page);
  await page
    .locator('section[data-card]')
    .getByText(/^Decided: Wait in/)
    .waitFor();

  expect(await stored(companyId)).toMatchObject({ ipp_decision: 'wait' });
});

test('a partner that is not cleared goes deep with a reason alone, and that stays to be seen', async () => {
  const companyId = await companyWith(workbench, { name: 'Taskbridge' });
  const { page } = await openDecide(companyId);
  const decide = page.getByRole('button', { name: 'Decide', exact: true });

  await choose(page, 'Go deep');
  await chooseQuarter(page, 3);
  await page.getByText(/this partner is not cleared/).waitFor();
  expect(await decide.isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'Reason' }).fill('Four renewals hang on it');
  await decideNow(page);
  await page.getByRole('heading', { name: /^Go deep in .*, against the checks$/ }).waitFor();
  await page.reload();
  await page.getByRole('tab', { name: /^Go deep/ }).click();
  await page.getByText('Four renewals hang on it').first().waitFor();

  expect(await stored(companyId)).toMatchObject({
    ipp_decision_reason: 'Four renewals hang on it',
    ipp_decision_basis: expect.stringContaining('Not yet cleared') as unknown,
  });
});

function openRecord(companyId: string) {
  return openPage(browser, `${workbench.address}/companies/${companyId}`);
}

async function openDecide(companyId: string) {
  const opened = await openRecord(companyId);
  await opened.page.getByRole('tab', { name: 'Decide', exact: true }).click();
  return opened;
}

/** Waits until rules have made so many tasks for Ledgerlane, and looks that it is not one more. */
async function expectTasks(page: Page, task: string, count: number): Promise<void> {
  await page.goto(`${workbench.address}/automation`);
  const rows = page.getByRole('row').filter({ hasText: 'Ledgerlane' }).filter({ hasText: task });
  await rows.nth(count - 1).waitFor();
  expect(await rows.count()).toBe(count);
}

async function save(
  companyId: string,
  fields: Readonly<Record<string, readonly [seen: unknown, value: unknown]>>,
): Promise<void> {
  const changes = Object.fromEntries(
    Object.entries(fields).map(([field, [seen, value]]) => [field, { seen, value }]),
  );
  await asSomebody('save-scorecard', { companyId, changes });
}

async function asSomebody(operation: string, input: object): Promise<void> {
  const called = await answerCall(() => beside, {
    operation,
    input: { ...input, by: 'mateo.ruiz@example.com' },
  });
  expect(called).not.toHaveProperty('error');
}

/** A partner that is Deep and Cleared, and about whom nobody decided. */
function undecided(): Promise<string> {
  return companyWhere(
    workbench,
    ['name', 'ipp_clearance', 'ipp_decision'],
    ({ name, ipp_clearance: clearance, ipp_decision: decision }) =>
      clearance === 'cleared' && (decision ?? '') === '' && name !== 'Ledgerlane',
  );
}

function stored(companyId: string): Promise<Stored> {
  const properties = ['ipp_clearance', 'ipp_decision', 'ipp_decision_reason', 'ipp_decision_basis'];
  return storedOf(workbench, companyId, properties);
}
