import type { Browser, Locator, Page } from 'playwright-core';

import { type Context, openContext } from '../../src/usecases/context.ts';
import { answerCall } from '../../src/usecases/answer-call.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { accessibilityProblems, openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { companyWith } from './demo-companies.ts';
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

test('a save that moved the lane is found among the lane changes, undone, and brought back', async () => {
  const { card, page, problems } = await openCard('Solodesk');
  const before = await verdict(card);
  await rate(card, 'customer overlap', 1);
  await rate(card, 'product complementarity', 1);
  await card.getByRole('button', { name: 'Save', exact: true }).click();
  await card.getByText('Saved', { exact: true }).waitFor();
  const after = await verdict(card);

  await card.getByRole('tab', { name: 'History', exact: true }).click();
  await card.getByRole('button', { name: 'Undo this save' }).waitFor();
  await card.getByRole('button', { name: /^What was done/ }).click();
  await card.getByRole('checkbox', { name: /^Rated \(\d+\)$/ }).check();
  await page.keyboard.press('Escape');
  await card.getByRole('checkbox', { name: /^Lane changes only/ }).check();
  await card.getByRole('button', { name: 'Undo this save' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await card.getByRole('button', { name: 'Undo this save' }).click();
  await card.getByText(/^Undo the save by .+\?$/).waitFor();
  await card.getByRole('button', { name: 'Undo it' }).click();
  await card.getByText('Undone', { exact: true }).waitFor();
  expect(after).not.toBe(before);
  await card.getByText(before, { exact: true }).first().waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await card.getByRole('button', { name: 'Undo this save' }).click();
  await card.getByRole('button', { name: 'Undo it' }).click();
  await card.getByText(after, { exact: true }).waitFor();
  await page.reload();
  await card.getByText(after, { exact: true }).waitFor();
  expect(problems).toEqual([]);
});

test('by keyboard alone the history is opened, filtered, and the last save undone', async () => {
  const { card, page } = await openCard('Taskbridge', { strategic_fit: [4, 3] });
  const press = async (name: string | RegExp, role: 'button' | 'checkbox' | 'tab', key: string) => {
    await card.getByRole(role, { name }).focus();
    await page.keyboard.press(key);
  };

  await card.getByRole('tab', { name: /^Rate/ }).focus();
  for (const next of [/^Checks/, 'Why', 'Decide', 'History']) {
    await page.keyboard.press('ArrowRight');
    await card.getByRole('tab', { name: next, selected: true }).waitFor();
  }
  await card.getByText('Strategic fit: 4 -> 3').waitFor();
  await press(/^Lane changes only/, 'checkbox', 'Space');
  await card.getByText('Strategic fit: 4 -> 3').waitFor({ state: 'detached' });
  await press(/^Lane changes only/, 'checkbox', 'Space');
  await press('Undo this save', 'button', 'Enter');
  await card.getByRole('button', { name: 'Undo it' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await card.getByText('Undone', { exact: true }).waitFor();
  await card.getByText('Strategic fit: 3 -> 4').waitFor();
});

test('another save that came first is said, and the new history stands', async () => {
  const { card, companyId } = await openCard('Pipekite', { strategic_fit: [3, 2] });
  await card.getByRole('tab', { name: 'History', exact: true }).click();
  await card.getByRole('button', { name: 'Undo this save' }).click();
  await save(companyId, { customer_overlap: [4, 5] });

  await card.getByRole('button', { name: 'Undo it' }).click();

  await card.getByText('Not undone', { exact: true }).waitFor();
  await card.getByText('Customer overlap: 4 -> 5').waitFor();
  await card.getByRole('button', { name: 'Undo this save' }).waitFor();
});

/** Opens the scorecard of a company on its record, after somebody saved these. */
async function openCard(
  name: string,
  saved: Readonly<Record<string, readonly [seen: number, value: number]>> = {},
): Promise<{ card: Locator; companyId: string; page: Page; problems: string[] }> {
  const companyId = await companyWith(workbench, { name });
  if (Object.keys(saved).length > 0) await save(companyId, saved);
  const opened = await openPage(browser, `${workbench.address}/companies/${companyId}`);
  const tab = opened.page.getByRole('tab', { name: 'History', exact: true });
  const card = opened.page.locator('section[data-card]').filter({ has: tab });
  await tab.waitFor();
  return { ...opened, card, companyId };
}

async function rate(card: Locator, dimension: string, rating: number): Promise<void> {
  await card
    .getByRole('radiogroup', { name: dimension })
    .getByRole('radio', { name: new RegExp(`^${rating}`) })
    .click();
}

/** Lane and points as the header of the card says them, which stands first. */
async function verdict(card: Locator): Promise<string> {
  return (
    await card
      .getByText(/\d{3} of 500$/)
      .first()
      .innerText()
  ).trim();
}

async function save(
  companyId: string,
  fields: Readonly<Record<string, readonly [seen: number, value: number]>>,
): Promise<void> {
  const changes = Object.fromEntries(
    Object.entries(fields).map(([field, [seen, value]]) => [field, { seen, value }]),
  );
  const input = { companyId, changes, by: 'lena.brandt@example.com' };
  expect(await answerCall(() => beside, { operation: 'save-scorecard', input })).toMatchObject({
    answer: { conflicts: [], notWritten: [] },
  });
}
