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

async function openCard(tab: string, colorScheme: 'light' | 'dark' = 'light'): Promise<WatchedPage> {
  const opened = await openPage(browser, `${workbench.url}/companies/${workbench.companies[0]}`, colorScheme);
  await opened.page.getByRole('tab', { name: tab }).click();
  return opened;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

test.each(['light', 'dark'] as const)('axe finds nothing in any component, %s', async (scheme) => {
  const { page, problems } = await openCard('Layout', scheme);

  for (const tab of ['Layout', 'Inputs', 'Choices', 'Figures', 'Overlays', 'Talk']) {
    await page.getByRole('tab', { name: tab }).click();
    expect([tab, await accessibilityProblems(page)]).toEqual([tab, []]);
  }
  expect(problems).toEqual([]);
});

test('typing tells onInput at once and onChange on leaving', async () => {
  const { page, problems } = await openCard('Inputs');

  await page.getByRole('textbox', { name: 'Name' }).fill('Acme');
  await page.getByText('Committed Contoso, typed Acme').waitFor();
  await page.keyboard.press('Tab');
  await page.getByText('Committed Acme, typed Acme').waitFor();
  await page.getByRole('button', { name: 'Undo name' }).click();

  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[name=name]')?.value === 'Contoso',
  );
  expect(problems).toEqual([]);
});

test('fast typing loses no character', async () => {
  const { page } = await openCard('Inputs');
  const sentence = 'Forty customers use both products and copy the orders by hand every day.';

  await page.getByLabel('Evidence').pressSequentially(sentence, { delay: 1 });

  await page.getByText(`note has ${sentence.length} characters`).waitFor();
  expect(await page.getByLabel('Evidence').inputValue()).toBe(sentence);
});

test('numbers and dates arrive in the types of HubSpot', async () => {
  const { page, problems } = await openCard('Inputs');

  await page.getByRole('textbox', { name: 'Shared customers' }).fill('7');
  await page.getByLabel('Checked on').fill('2027-01-31');

  await page.getByText('Shared 7, day 2027/0/31').waitFor();
  expect(problems).toEqual([]);
});

test('Enter in a search tells the card', async () => {
  const { page } = await openCard('Inputs');

  await page.getByLabel('Find').fill('fabrikam');
  await page.getByLabel('Find').press('Enter');

  await page.getByText('Sought fabrikam').waitFor();
});

test('arrow keys move through radios and tabs, past what is disabled', async () => {
  const { page, problems } = await openCard('Choices');

  await page.getByRole('radio', { name: '3' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('Rating 5,').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByText('Rating unknown,').waitFor();
  await page.getByRole('tab', { name: 'Choices' }).focus();
  await page.keyboard.press('ArrowRight');

  await page.getByRole('tab', { name: 'Figures', selected: true }).waitFor();
  expect(await focused(page)).toBe('Figures');
  expect(problems).toEqual([]);
});

test('checkboxes, selects and toggles tell the card', async () => {
  const { page, problems } = await openCard('Choices');

  await page.getByRole('checkbox', { name: 'Sandbox' }).click();
  await page.getByRole('combobox', { name: 'Partner type' }).selectOption('Reseller');
  await page.getByRole('button', { name: 'Other types' }).click();
  await page.getByRole('checkbox', { name: 'Referral' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Reviewed' }).click();
  await page.getByRole('switch', { name: 'Live' }).press('Space');

  await page
    .getByText('Rating 3, artifacts docs+sandbox, type reseller, others referral, agreed true, live false')
    .waitFor();
  expect(await page.getByRole('checkbox', { name: 'Referral' }).count()).toBe(0);
  expect(problems).toEqual([]);
});

test('a table sorts and turns its pages, an accordion unfolds', async () => {
  const { page } = await openCard('Figures');

  await page.getByRole('button', { name: 'Points' }).click();
  await page
    .getByRole('columnheader', { name: 'Points' })
    .and(page.locator('[aria-sort=ascending]'))
    .waitFor();
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByText('Total on page 2').waitFor();
  await page.getByRole('tab', { name: 'Layout' }).click();
  await page.getByRole('button', { name: 'More about this partner' }).click();

  await page.getByText('Unfolded 1 times.').waitFor();
});

test('hidden tabs of a card are taken off the page, unless the workbench is told to keep them', async () => {
  const { page } = await openPage(browser, `${workbench.url}/companies/${workbench.companies[0]}`);
  const more = page.getByRole('button', { name: 'More about this partner' });
  const isOpenAfterVisit = async () => {
    await more.click();
    await page.getByRole('tab', { name: 'Inputs' }).click();
    await page.getByRole('tab', { name: 'Layout' }).click();
    return more.getAttribute('aria-expanded');
  };

  expect(await isOpenAfterVisit()).toBe('false');
  await page.getByRole('link', { name: 'Faults' }).click();
  await page.getByLabel('Hidden tabs').selectOption('Kept');
  await page.goBack();
  expect(await isOpenAfterVisit()).toBe('true');
});
