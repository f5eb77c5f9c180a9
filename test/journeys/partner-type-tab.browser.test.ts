import type { Browser, Page } from 'playwright-core';

import { DEFAULT_TRANSPORT } from '../../src/crm/client/client.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { runIcp } from '../cli/run-icp.ts';
import { accessibilityProblems, openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { companyWhere, storedOf } from './demo-companies.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

let workbench: StartedWorkbench;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  workbench = await startOnKeptDemo();
  browser = await openBrowser();
  ({ page } = await openPage(browser, `${workbench.address}/companies`));
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

const today = new Date().toISOString().slice(0, 10);

/** A company whose day of that kind has passed. @param more values that it has as well */
function overdueBy(property: string, more: Record<string, string> = {}): Promise<string> {
  return companyWhere(workbench, [property, ...Object.keys(more)], (stored) => {
    const day = stored[property] ?? '';
    return day !== '' && day < today && Object.entries(more).every(([name, value]) => stored[name] === value);
  });
}

/** Opens the record of a company once it shows a task. */
async function openWithTask(companyId: string, task: RegExp): Promise<void> {
  await page.goto(`${workbench.address}/companies/${companyId}`);
  await page.getByText(task).first().waitFor();
}

function runNightly() {
  const env = { HUBSPOT_ACCESS_TOKEN: workbench.token, HUBSPOT_BASE_URL: workbench.crmBaseUrl };
  // the workbench keeps HubSpot's limits by real time
  return runIcp(['nightly', '--json'], env, { transport: DEFAULT_TRANSPORT });
}

test('the nightly run makes a task for an overdue review; the person reviews on the card, and the day moves a year', async () => {
  const companyId = await overdueBy('ipp_review_due');

  const [first, second] = [await runNightly(), await runNightly()];
  await openWithTask(companyId, /^Yearly partner review, due/);
  await page.getByRole('tab', { name: 'Partner type' }).click();
  await page.getByText('Overdue', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Reviewed, nothing changed' }).click();
  await page.getByText(/The yearly review of .* is noted\. The next one is due/).waitFor();

  expect((JSON.parse(first.stdout) as { tasks: number }).tasks).toBeGreaterThan(2);
  expect(JSON.parse(second.stdout)).toMatchObject({ tasks: 0 });
  await page.getByText('Overdue', { exact: true }).first().waitFor({ state: 'detached' });
  const stored = await storedOf(workbench, companyId, ['ipp_review_due', 'ipp_reviewed_by']);
  expect(stored['ipp_review_due']).toBe(`${Number(today.slice(0, 4)) + 1}${today.slice(4)}`);
  expect(stored['ipp_reviewed_by']).toMatch(/@/);
});

test('evidence that has grown old is named on the card, and neither lane nor clearance moves', async () => {
  const companyId = await overdueBy('ipp_recheck_due', { ipp_check_enthusiastic_contact: 'clear' });
  const before = await storedOf(workbench, companyId, ['ipp_lane', 'ipp_clearance']);

  await openWithTask(companyId, /^(Yearly partner review|Look at the partner's evidence again), due/);
  await page.getByRole('tab', { name: /^Checks/ }).click();
  await page.getByText('Look again').first().waitFor();

  expect(await storedOf(workbench, companyId, ['ipp_lane', 'ipp_clearance'])).toEqual(before);
});

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

test('a person who may not edit an override reads why, and what it says', async () => {
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
