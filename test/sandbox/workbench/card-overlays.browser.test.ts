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

async function openOverlays(): Promise<WatchedPage> {
  const opened = await openPage(browser, `${workbench.url}/companies/${workbench.companies[0]}`);
  await opened.page.getByRole('tab', { name: 'Overlays' }).click();
  return opened;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

test('a modal opens from its button, Escape closes it and the focus returns', async () => {
  const { page, problems } = await openOverlays();

  await page.getByRole('button', { name: 'Clear', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Clear the scorecard?' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  expect(await focused(page)).toBe('Clear');
  expect(problems).toEqual([]);
});

test('a modal keeps the keyboard inside', async () => {
  const { page } = await openOverlays();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('dialog').waitFor();

  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => {
      const at = document.activeElement;
      return at === document.body || at?.closest('dialog') !== null;
    });
    expect(inside).toBe(true);
  }
});

test('a button in a modal acts and closes it through the card', async () => {
  const { page, problems } = await openOverlays();

  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('button', { name: 'Clear it' }).click();
  await page.getByText('Cleared 1 times').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  expect(problems).toEqual([]);
});

test.each(['Rubric', 'Modal rubric'])('the panel %s is typed into and closes with Escape', async (button) => {
  const { page, problems } = await openOverlays();

  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('seen');
  await page.getByText('Noted seen').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  expect(await focused(page)).toBe(button);
  expect(problems).toEqual([]);
});

test('a dropdown opens as a menu, moves with arrows and tells what was chosen', async () => {
  const { page } = await openOverlays();

  await page.getByRole('button', { name: 'More actions' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Copy' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  await page.getByText('chose print').waitFor();
  expect(await focused(page)).toBe('More actions');
});

test('a tooltip shows on focus by keyboard and describes its button', async () => {
  const { page } = await openOverlays();

  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'With tooltip' }).focus();

  await page
    .getByRole('tooltip', { name: 'Explains itself' })
    .or(page.getByText('Explains itself'))
    .waitFor();
  const describedBy = await page
    .getByRole('button', { name: 'With tooltip' })
    .getAttribute('aria-describedby');
  expect(await page.locator(`[id="${describedBy}"]`).innerText()).toBe('Explains itself');
});

test('a loading button stays focused while it cannot be pressed', async () => {
  const { page } = await openOverlays();

  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.locator('button[aria-busy=true]').waitFor();
  expect(await focused(page)).toBe('Save');

  await page.locator('button[aria-busy=true]').waitFor({ state: 'detached' });
});

test('an unknown component names itself in place', async () => {
  const { page } = await openOverlays();

  await page.getByText('The workbench has no component named ExpandableText.').waitFor();
});
