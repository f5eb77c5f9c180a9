import { Client } from '@hubspot/api-client';
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/companies/index.js';
import type { Browser, Page } from 'playwright-core';

import { openBrowser } from '../browser/open-browser.ts';
import { accessibilityProblems, openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

const KEPT = ['people', 'company_alignment', 'market_access'];
const EMPTIED = ['role_criteria', 'compatibility', 'collaboration_support'];
const NAMES = [
  ...['ipp_partner_type', 'ipp_profile_version', 'ipp_lane', 'ipp_total', 'ipp_customer_overlap'],
  ...[...KEPT, ...EMPTIED].flatMap((key) => [`ipp_${key}`, `ipp_${key}_evidence`]),
  ...['ipp_check_vanity_logo', 'ipp_check_vanity_logo_note', 'ipp_to_confirm'],
];

let workbench: StartedWorkbench;
let browser: Browser;
let crm: Client;

beforeAll(async () => {
  workbench = await startOnKeptDemo();
  browser = await openBrowser();
  crm = new Client({ accessToken: workbench.token, basePath: workbench.crmBaseUrl });
});
afterAll(() => Promise.all([workbench.stop(), browser.close()]));

test('a company never scored becomes a reseller with a lane, and stands among the channel partners', async () => {
  const companyId = await companyWith({ name: 'Casa Verde Advisors' });
  const { page, problems } = await openPage(browser, `${workbench.address}/companies/${companyId}`);
  await page.getByText('Not assessed as a partner').first().waitFor();

  await chooseType(page, 'Channel: Reseller');
  await page.getByText('Sells our product to its own customers').waitFor();
  await page.getByRole('tab', { name: /^Rate/ }).click();
  for (const [key, rating] of Object.entries({ people: 4, market_access: 4 })) await rate(page, key, rating);
  for (const key of ['company_alignment', ...EMPTIED]) await rate(page, key, 3);
  await page.getByText('350 of 500', { exact: true }).waitFor();
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

test('a reseller that becomes a solution partner keeps what fits every type, and nothing else', async () => {
  const companyId = await companyWith({ ipp_partner_type: 'reseller', ipp_clearance: 'cleared' });
  await crm.crm.companies.basicApi.update(companyId, { properties: { ipp_customer_overlap: '4' } });
  const before = await stored(companyId);
  const { page, problems } = await openPage(browser, `${workbench.address}/companies/${companyId}`);

  await chooseType(page, 'Service: Solution partner');
  await page.getByRole('button', { name: 'Keep Reseller' }).waitFor();
  await page.getByRole('button', { name: 'Change to Solution partner' }).click();
  await save(page);

  const after = await stored(companyId);
  expect(after).toMatchObject({
    ...{ ipp_partner_type: 'solution', ipp_profile_version: 'solution@0', ipp_lane: 'undecided' },
    // ratings of a technology partner have properties of their own
    ipp_customer_overlap: '4',
  });
  for (const key of KEPT.flatMap((each) => [`ipp_${each}`, `ipp_${each}_evidence`]))
    expect([key, after[key]]).toEqual([key, before[key]]);
  for (const key of EMPTIED) expect([key, after[`ipp_${key}`] ?? '']).toEqual([key, '']);
  for (const key of [...EMPTIED.map((each) => `ipp_${each}_evidence`), 'ipp_check_vanity_logo_note'])
    expect([key, after[key]]).toEqual([key, before[key]]);
  expect(after).toMatchObject({ ipp_check_vanity_logo: 'open', ipp_to_confirm: 'people' });
  await page.getByRole('tab', { name: /^Checks/ }).click();
  await page
    .getByText(/Written for Reseller/)
    .first()
    .waitFor();
  await page.getByRole('tab', { name: /^Rate/ }).click();
  await page.getByText('Confirm for this type').first().waitFor();
  expect(problems).toEqual([]);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByText('Type changed from Reseller to Solution partner').waitFor();
  await page.getByText('Lane Deep → Needs answers', { exact: false }).waitFor();
});

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
  const group = page.getByRole('radiogroup', { name: `Rating of ${LABELS[dimension] ?? dimension}` });
  await group.getByRole('radio', { name: new RegExp(`^${rating}`) }).click();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await page.getByText('Saved in HubSpot').first().waitFor();
}

async function companyWith(values: Readonly<Record<string, string>>): Promise<string> {
  const filters = Object.entries(values).map(([propertyName, value]) => ({
    ...{ propertyName, operator: FilterOperatorEnum.Eq, value },
  }));
  const { results } = await crm.crm.companies.searchApi.doSearch({
    ...{ filterGroups: [{ filters }], properties: ['name'], limit: 1, sorts: [], after: '0' },
  });
  return results[0]?.id ?? '';
}

/** The product's properties as HubSpot's own client reads them. */
async function stored(companyId: string): Promise<Record<string, string | null>> {
  return (await crm.crm.companies.basicApi.getById(companyId, NAMES)).properties;
}
