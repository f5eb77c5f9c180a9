import type { Browser } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { targetOf } from '../../../sandbox/workbench/components/events.ts';
import { openPartnerPipeline, type PartnerPipeline } from '../automation/open-partner-pipeline.ts';
import { accessibilityProblems, openPage } from './open-page.ts';

let browser: Browser;
let pipeline: PartnerPipeline;
let contactUrl: string;

beforeAll(async () => {
  [browser, pipeline] = await Promise.all([openBrowser(), openPartnerPipeline()]);
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 1 }];
  const { url } = await pipeline.call('POST', '/crm/objects/2026-09/contacts', {
    properties: { firstname: 'Ada', lastname: 'Byron', jobtitle: 'Head of partnerships' },
    associations: [{ to: { id: String(pipeline.companies.get('Ledgerlane')) }, types }],
  });
  contactUrl = String(url);
});
afterAll(async () => {
  await browser.close();
  await pipeline.close();
});

test('a link to a record in HubSpot leads to what the workbench has of it, other links stay', () => {
  const page = (type: string) => `https://app.hubspot.com/contacts/48000001/record/${type}/30000000007`;

  expect(targetOf(page('0-2')).url).toBe('/companies/30000000007');
  expect(targetOf(page('0-1')).url).toBe('/records/0-1/30000000007');
  expect(targetOf({ url: page('0-3'), external: true })).toEqual({
    url: '/records/0-3/30000000007',
    external: true,
  });
  for (const url of [`${page('0-2')}/view/1`, 'https://hubspot.com.example/contacts/1/record/0-2/7'])
    expect(targetOf(url).url).toBe(url);
});

test('the page of a contact shows its values and leads to its company', async () => {
  const { page, problems } = await openPage(browser, pipeline.url + targetOf(contactUrl).url);

  await page.getByRole('heading', { name: 'Ada Byron' }).waitFor();
  expect(await page.getByRole('region', { name: 'Values' }).innerText()).toMatch(
    /Job Title\s+Head of partnerships/,
  );
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('link', { name: 'Ledgerlane' }).click();
  await page.getByRole('heading', { name: 'Ledgerlane' }).first().waitFor();
  expect(problems).toEqual([]);
});
