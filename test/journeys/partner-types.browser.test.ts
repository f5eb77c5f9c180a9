import type { Browser, Page } from 'playwright-core';

import { openBrowser } from '../browser/open-browser.ts';
import { accessibilityProblems, openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { companyWith, editOutside, storedOf } from './demo-companies.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

const KEPT = ['people', 'company_alignment', 'market_access'];
const EMPTIED = ['role_criteria', 'compatibility', 'collaboration_support'];
const NAMES = [
  ...['ipp_partner_type', 'ipp_profile_version', 'ipp_lane', 'ipp_total', 'ipp_customer_overlap'],
  ...[...KEPT, ...EMPTIED].flatMap((key) => [`ipp_${key}`, `ipp_${key}_evidence`]),
  ...['ipp_check_vanity_logo', 'ipp_check_vanity_logo_note', 'ipp_to_confirm', 'ipp_clearance'],
];

let workbench: StartedWorkbench;
let browser: Browser;

beforeAll(async () => {
  workbench = await startOnKeptDemo();
  browser = await openBrowser();
});
afterAll(() => Promise.all([workbench.stop(), browser.close()]));

test('a company never scored becomes a reseller with a lane, and stands among the channel partners', async () => {
  const companyId = await companyWith(workbench, { name: 'Casa Verde Advisors' });
  const { page, problems } = await openPage(browser, `${workbench.address}/companies/${companyId}`);
  await page.getByText('Not assessed as a partner').first().waitFor();

  await chooseType(page, 'Channel: Reseller');
  await page.getByText('Sells our product to its own customers').waitFor();
  await page.getByRole('tab', { name: /^Rate/ }).click();
  for (const [key, rating] of Object.entries({ people: 4, market_access: 4 })) await rate(page, key, rating);
  for (const key of ['company_alignment', ...EMPTIED]) await rate(page, key, 3);
  await page.getByText('350 of 500').first().waitFor();
  await save(page);

  expect(await stored(companyId)).toMatchObject({
    ...{ ipp_partner_type: 'reseller', ipp_profile_version: 'reseller@0', ipp_people: '4' },
    ...{ ipp_lane: 'fast', ipp_total: '350' },
  });
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await page.goto(`${workbench.address}/companies?view=channel-partners&type=reseller&q=casa`);
  await page
    .getByRole('row', { name: /Casa Verde Advisors/ })
    .getByText('Fast lane')
    .waitFor();
});

test('a cleared reseller that becomes a solution partner is cleared by nobody until it is checked anew', async () => {
  const companyId = await companyWith(workbench, { ipp_partner_type: 'reseller', ipp_clearance: 'cleared' });
  await editOutside(workbench, companyId, { ipp_customer_overlap: '4' });
  const before = await stored(companyId);
  const { page, problems } = await openPage(browser, `${workbench.address}/companies/${companyId}`);

  await chooseType(page, 'Service: Solution partner');
  await page.getByText('Open again, because they were checked for another type: Vanity logo').waitFor();
  await page.getByRole('button', { name: 'Keep Reseller' }).waitFor();
  await page.getByRole('button', { name: 'Change to Solution partner' }).click();
  await save(page);

  const after = await stored(companyId);
  expect(after).toMatchObject({
    ...{ ipp_partner_type: 'solution', ipp_profile_version: 'solution@0', ipp_lane: 'undecided' },
    ...{ ipp_to_confirm: 'people', ipp_check_vanity_logo: 'open' },
    // ratings of a technology partner have properties of their own
    ipp_customer_overlap: '4',
  });
  for (const key of [...KEPT, ...EMPTIED]) {
    const evidence = `ipp_${key}_evidence`;
    expect([key, after[evidence] ?? '']).toEqual([key, before[evidence] ?? '']);
    const rating = `ipp_${key}`;
    expect([key, after[rating] ?? '']).toEqual([key, KEPT.includes(key) ? before[rating] : '']);
  }
  expect(after['ipp_check_vanity_logo_note']).toBe(before['ipp_check_vanity_logo_note']);
  await page.getByRole('tab', { name: /^Rate/ }).click();
  for (const key of EMPTIED) await rate(page, key, 5);
  await save(page);
  expect(await stored(companyId)).toMatchObject({ ipp_clearance: 'pending' });
  await page.getByRole('button', { name: 'Still holds' }).click();
  await save(page);
  expect((await stored(companyId))['ipp_to_confirm'] ?? '').toBe('');
  await page.getByRole('tab', { name: /^Checks/ }).click();
  await page.getByText('Written for Reseller').first().waitFor();
  expect(problems).toEqual([]);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByText('Type changed from Reseller to Solution partner').waitFor();
  await page.getByText('Lane Deep → Needs answers', { exact: false }).first().waitFor();
});

test('a note that was typed and undone does not come back with the next letters', async () => {
  const companyId = await companyWith(workbench, { ipp_partner_type: 'oem' });
  const { page } = await openPage(browser, `${workbench.address}/companies/${companyId}`);
  await page.getByRole('tab', { name: /^Checks/ }).click();
  await page
    .getByRole('button', { name: /^(Add|Edit) note$/ })
    .first()
    .click();
  const note = page.getByRole('textbox', { name: /^Note on / }).first();
  const text = await note.inputValue();

  for (const act of ['Undo', 'Discard']) {
    await note.press('End');
    await note.pressSequentially('AAA', { delay: 1 });
    await page.getByRole('button', { name: act, exact: true }).first().click();
    await shows(page, text);
    await note.press('End');
    await note.pressSequentially('BBB', { delay: 1 });
    await shows(page, `${text}BBB`);
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await shows(page, text);
  }
});

async function shows(page: Page, text: string): Promise<void> {
  const isShown = (wanted: string) =>
    document.querySelector<HTMLTextAreaElement>('[name$=_note]')?.value === wanted;
  await page.waitForFunction(isShown, text);
}

/** @param type as it is offered: "Channel: Reseller" */
async function chooseType(page: Page, type: string): Promise<void> {
  await page.getByRole('tab', { name: 'Partner type' }).click();
  await page.getByRole('combobox', { name: 'Partner type' }).selectOption(type);
}

const LABELS: Readonly<Record<string, string>> = {
  people: 'people',
  company_alignment: 'company alignment',
  market_access: 'market access',
  role_criteria: 'role criteria',
  compatibility: 'compatibility',
  collaboration_support: 'collaboration and support',
};

async function rate(page: Page, dimension: string, rating: number): Promise<void> {
  const group = page.getByRole('radiogroup', { name: LABELS[dimension] ?? dimension });
  await group.getByRole('radio', { name: new RegExp(`^${rating}`) }).click();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await page.getByText('Saved', { exact: true }).first().waitFor();
}

function stored(companyId: string) {
  return storedOf(workbench, companyId, NAMES);
}
