import type { Browser } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { openPage, type WatchedPage } from './open-page.ts';
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

async function openTalk(): Promise<WatchedPage> {
  const opened = await openPage(browser, `${workbench.url}/companies/${workbench.companies[0]}`);
  await opened.page.getByRole('tab', { name: 'Talk' }).click();
  return opened;
}

test('the card knows its record and who is signed in', async () => {
  const { page } = await openTalk();
  await page.getByText(`Record ${workbench.companies[0]} for Jane (501)`).waitFor();

  await page.getByLabel('Signed in as').selectOption('Omar Sy');
  await page.getByRole('tab', { name: 'Talk' }).click();

  await page.getByText(`Record ${workbench.companies[0]} for Omar (502)`).waitFor();
});

test('hooks of HubSpot read properties and search', async () => {
  const { page, problems } = await openTalk();

  await page.getByText('Contoso Integrations in Lyon').waitFor();
  await page.getByText('Found Contoso Integrations').waitFor();
  expect(problems).toEqual([]);
});

test('a function is called with parameters and the properties that the card lists', async () => {
  const { page, problems } = await openTalk();

  await page.getByRole('button', { name: 'Call function' }).click();
  await page.getByText('Answer {"echoed":{"name":"Contoso Integrations"}}').waitFor();

  expect(workbench.calls.at(-1)).toEqual({
    name: 'echo',
    payload: {
      parameters: { by: 'jane@example.com' },
      propertiesToSend: { name: 'Contoso Integrations' },
      objectId: Number(workbench.companies[0]),
      objectTypeId: '0-2',
      userId: 501,
    },
  });
  expect(problems).toEqual([]);
});

test('a function that fails rejects with its message', async () => {
  const { page } = await openTalk();

  await page.getByRole('button', { name: 'Call broken function' }).click();

  await page.getByText('Answer refused: There is no function broken.').waitFor();
});

test('an edit outside of the card reaches it', async () => {
  const { page } = await openTalk();

  await page.getByRole('tab', { name: 'Properties' }).click();
  await page.getByRole('button', { name: 'Edit City', exact: true }).click();
  await page.getByRole('textbox', { name: 'City' }).fill('Nantes');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('tabpanel', { name: 'Properties' }).getByText('Nantes').waitFor();
  await page.getByRole('tab', { name: 'Sample card' }).click();

  await page.getByText('Contoso Integrations in Nantes').waitFor();
});

test('alerts, clipboard and what is missing are shown', async () => {
  const { page, problems } = await openTalk();

  await page.getByRole('button', { name: 'Alert' }).click();
  await page.getByLabel('Notifications').getByText('All is well.').waitFor();
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('Answer copied').waitFor();
  await page.getByRole('button', { name: 'Frame' }).click();
  await page.getByText('This workbench has no frames for outside pages.').waitFor();

  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('copied text');
  expect(problems).toEqual([]);
});

test('a card has no fetch of its own', async () => {
  const { page } = await openTalk();

  await page.getByText('Fetch is undefined').waitFor();
});

test('an alert goes by itself after a while, and a newer one of the same card takes its place', async () => {
  const { page } = await openPage(browser, 'about:blank');
  await page.clock.install();
  await page.goto(`${workbench.url}/companies/${workbench.companies[0]}`);
  await page.getByRole('tab', { name: 'Talk' }).click();
  const alerts = page.getByLabel('Notifications').getByText(/^(Saved|Not saved)$/);

  await page.getByRole('button', { name: 'Alert' }).press('Enter');
  await alerts.getByText('Saved', { exact: true }).waitFor();
  await page.clock.fastForward(6_000);
  await alerts.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Alert' }).press('Enter');
  await alerts.waitFor();
  await page.getByRole('button', { name: 'Fail' }).press('Enter');
  await page.getByText('It failed.').waitFor();

  expect(await alerts.allInnerTexts()).toEqual(['Not saved']);
});

test('what a card said is gone once somebody goes on in it', async () => {
  const { page } = await openTalk();
  await page.getByRole('button', { name: 'Alert' }).click();
  await page.getByText('All is well.').waitFor();

  await page.getByRole('tab', { name: 'Inputs' }).click();

  await page.getByText('All is well.').waitFor({ state: 'detached' });
});
