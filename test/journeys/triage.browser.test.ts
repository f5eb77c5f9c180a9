import type { Browser, Locator, Page } from 'playwright-core';

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

test('all selected partners are ranked, filtered, put side by side and copied, and nothing is written', async () => {
  const { page, problems } = await openPage(browser, `${workbench.address}/companies`);
  await selectAll(page);
  const selected = Number(
    /^\d+/.exec((await page.getByText(/^\d+ companies selected$/).textContent()) ?? ''),
  );
  expect(selected).toBeGreaterThan(60);
  await page.evaluate(() => fetch('/sandbox-api/journal', { method: 'DELETE' }));
  const panel = await openPanel(page);
  await panel.getByText(new RegExp(`^\\d+ of ${selected} ranked\\.`)).waitFor();
  // with a paged list behind a paged ranking
  expect(await accessibilityProblems(page)).toEqual([]);

  expect(await panel.getByRole('row').nth(1).innerText()).toContain('Cleared');
  await panel
    .getByText(/^Cleared, 440 points/)
    .first()
    .waitFor();

  await panel.getByLabel('Decision', { exact: true }).selectOption('Go deep');
  await panel.getByText(/^5 of \d+ partners shown$/).waitFor();
  await panel.getByRole('row').nth(5).waitFor();
  await panel.getByRole('row').nth(6).waitFor({ state: 'detached' });
  expect(await accessibilityProblems(page)).toEqual([]);
  await panel.getByLabel('Decision', { exact: true }).selectOption('Not decided');
  await panel.getByLabel('Group', { exact: true }).selectOption('Cleared');
  await panel.getByRole('checkbox', { name: 'Compare Ledgerlane' }).check();
  await panel
    .getByRole('checkbox', { name: /^Compare (?!Ledgerlane)/ })
    .first()
    .check();
  await panel
    .getByText(/stands first\./)
    .first()
    .waitFor();
  await panel
    .getByRole('button', { name: /^Side by side with / })
    .first()
    .click();
  const beside = page.getByRole('dialog', { name: / beside / });
  const points = beside.getByRole('cell', { name: /^\d \(\d+ points\)$/ });
  await points.nth(11).waitFor(); // six of each
  await page.keyboard.press('Escape');
  await beside.waitFor({ state: 'detached' });

  await panel.getByRole('button', { name: 'Copy as a table' }).click();
  await panel.getByText('Copied: paste it into a sheet').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [head, ...lines] = copied.trim().split('\n');
  expect(head?.split('\t').slice(0, 2)).toEqual(['Rank', 'Company']);
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(copied).toContain('Ledgerlane');
  expect(problems).toEqual([]);
  expect(await writesInJournal(page)).toEqual([]);
});

test('customers that nobody scored are counted and not ranked', async () => {
  const { page } = await openPage(browser, `${workbench.address}/companies?q=harbor`);
  await page.getByRole('checkbox', { name: 'Select Harbor Foods' }).check();
  const panel = await openPanel(page);

  await panel.getByText('None of the selected companies is scored').waitFor();
});

async function selectAll(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('button', { name: /^Select all \d+$/ }).click();
}

async function openPanel(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Compare as partners' }).click();
  const panel = page.getByRole('dialog', { name: 'Compare as partners' });
  await panel.waitFor();
  return panel;
}

/** Calls that may have changed the portal since the journal was cleared. */
async function writesInJournal(page: Page): Promise<string[]> {
  const calls = await page.evaluate(async () => {
    const response = await fetch('/sandbox-api/journal?limit=5000');
    const { entries } = (await response.json()) as { entries: { method: string; path: string }[] };
    return entries.map(({ method, path }) => `${method} ${path}`);
  });
  expect(calls.length).toBeGreaterThan(0);
  return calls.filter((call) => !/^GET |^POST \S+\/(search|batch\/read)\b/.test(call));
}
