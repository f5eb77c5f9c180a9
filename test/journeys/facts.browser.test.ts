import type { Browser, Page } from 'playwright-core';

import { openBrowser } from '../browser/open-browser.ts';
import { accessibilityProblems, openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { companyWhere, companyWith, storedOf } from './demo-companies.ts';
import { button, card, text, useCustomersAsEvidence } from './facts-on-card.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

let workbench: StartedWorkbench;
let browser: Browser;

beforeAll(async () => {
  workbench = await startOnKeptDemo();
  browser = await openBrowser();
});
afterAll(() => Promise.all([workbench.stop(), browser.close()]));

test('a counted fact is listed, becomes evidence and is saved, with the mouse', async () => {
  const { page, problems } = await openRecord('Ledgerlane');

  await useCustomersAsEvidence(page);

  expect(await evidenceOf('Ledgerlane')).toMatch(/\n\d+ customers use both products, counted in HubSpot/);
  expect(problems).toEqual([]);
});

test('requests are listed as deals, and become evidence, by keyboard alone', async () => {
  const { page } = await openRecord('Taskbridge');

  await text(page, /^\d+ compan(y|ies) asked/).waitFor();
  await button(page, 'Deals').focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: 'Deals that ask for the partner' });
  await list.getByRole('columnheader', { name: 'Amount' }).waitFor();
  await list.getByText(/Renewals and churn talks are not counted/).waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('Deals');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Use as evidence');
  await page.keyboard.press('Enter');
  await button(page, 'Used as evidence').waitFor();

  // the next stop is not the top of the page
  await page.keyboard.press('Tab');
  expect(await focusIsInCard(page)).toBe(true);
});

test('a role is set and taken away by keyboard, stands in the CRM at once and changes what the line says', async () => {
  const { page } = await openRecord('Taskbridge');
  await page.getByRole('tab', { name: /^Checks/ }).click();

  await text(page, /executive sponsor: /).waitFor();
  await button(page, 'People').focus();
  await page.keyboard.press('Enter');
  const people = page.getByRole('dialog', { name: 'People' });
  // those with a role stand first
  const roles = people.getByRole('group', { name: /^Roles of / }).last();
  const name = (await roles.locator('legend').innerText()).replace('Roles of ', '');
  const sponsor = roles.getByRole('checkbox', { name: 'Executive sponsor' });
  const [then, back] = (await sponsor.isChecked())
    ? (['detached', 'visible'] as const)
    : (['visible', 'detached'] as const);
  await sponsor.focus();
  await page.keyboard.press('Space');
  const isSponsor = new RegExp(`executive sponsor: [^;]*${name}`);
  await text(page, isSponsor).waitFor({ state: then });
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('tab', { name: /^Checks/ }).click();
  await text(page, /executive sponsor: /).waitFor();
  await text(page, isSponsor).waitFor({ state: then });
  await button(page, 'People').click();
  expect(await accessibilityProblems(page)).toEqual([]);
  const again = people.getByRole('group', { name: `Roles of ${name}` });
  await again.getByRole('checkbox', { name: 'Executive sponsor' }).click();

  await text(page, isSponsor).waitFor({ state: back });
});

test('a company never scored is looked at by a button: a question, sentences and no rating', async () => {
  const property = 'ipp_partner_type';
  const id = await companyWhere(workbench, [property], (stored) => (stored[property] ?? '') === '');
  const { page, problems } = await openPage(browser, `${workbench.address}/companies/${id}`);

  const look = page.getByRole('button', { name: 'Look at what the CRM knows' });
  await look.waitFor();
  expect(await card(page).getByText('Ask about').count()).toBe(0);
  await look.focus();
  await page.keyboard.press('Enter');
  await card(page)
    .getByText(/^Ask about .+ first: /)
    .waitFor();

  await card(page)
    .getByText(/^For .+: /)
    .first()
    .waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await card(page).getByRole('button', { name: 'Use as evidence' }).first().click();
  await card(page).getByText('1 unsaved', { exact: true }).waitFor();
  await card(page).getByText('Rate 0/6').waitFor();
  expect(problems).toEqual([]);
});

async function openRecord(name: string) {
  const id = await companyWith(workbench, { name });
  return openPage(browser, `${workbench.address}/companies/${id}`);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

function focusIsInCard(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.closest('section[data-card]') !== null);
}

async function evidenceOf(name: string): Promise<string> {
  const property = 'ipp_customer_overlap_evidence';
  return (await storedOf(workbench, await companyWith(workbench, { name }), [property]))[property] ?? '';
}
