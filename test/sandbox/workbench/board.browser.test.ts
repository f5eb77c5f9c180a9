import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { openPartnerPipeline, type PartnerPipeline } from '../automation/open-partner-pipeline.ts';
import { accessibilityProblems, openPage } from './open-page.ts';

let browser: Browser;
let pipeline: PartnerPipeline;
beforeAll(async () => {
  [browser, pipeline] = await Promise.all([openBrowser(), openPartnerPipeline()]);
});
afterAll(async () => {
  await browser.close();
  await pipeline.close();
});

const column = (page: Page, stage: string): Locator => page.getByRole('region', { name: stage, exact: true });
const handle = (page: Page, deal: string): Locator => page.getByRole('button', { name: deal, exact: true });

async function stageLabel(dealname: string): Promise<string> {
  const deals = (await pipeline.call(
    'GET',
    '/crm/objects/2026-09/deals?limit=100&properties=dealname,dealstage',
  )) as { results: { properties: { dealname: string; dealstage: string } }[] };
  const { options } = (await pipeline.call('GET', '/crm/properties/2026-09/deals/dealstage')) as {
    options: { label: string; value: string }[];
  };
  const deal = deals.results.find(({ properties }) => properties.dealname === dealname);
  return options.find(({ value }) => value === deal?.properties.dealstage)?.label ?? '';
}

test('a card shows the deal, its primary company, lane, total and clearance, and columns their sums', async () => {
  const { page, problems } = await openPage(browser, `${pipeline.url}/board`);

  const sourced = column(page, 'Sourced');
  await sourced.getByText('2 deals · 42,500').waitFor();

  const card = sourced.getByRole('listitem').first();
  for (const text of ['Deep', '440 points', 'Cleared', 'Omar Sy', '30,500'])
    await card.getByText(text, { exact: true }).waitFor();
  const link = card.getByRole('link', { name: 'Ledgerlane' });
  expect(await link.getAttribute('href')).toBe(`/companies/${String(pipeline.companies.get('Ledgerlane'))}`);
  await column(page, 'Declined').getByText('No primary company').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('a card shows what was decided and for when, and the board can be narrowed to it', async () => {
  const { results } = (await pipeline.call('GET', '/crm/objects/2026-09/deals?properties=dealname')) as {
    results: { id: string; properties: { dealname: string } }[];
  };
  const deal = results.find(({ properties }) => properties.dealname === 'Loose idea');
  const properties = { ipp_decision: 'wait', ipp_decision_quarter: '2027-Q1' };
  await pipeline.call('PATCH', `/crm/objects/2026-09/deals/${deal?.id}`, { properties });
  const { page } = await openPage(browser, `${pipeline.url}/board`);

  const card = column(page, 'Declined').getByRole('listitem').first();
  for (const text of ['Wait', '2027-Q1']) await card.getByText(text, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Quarter', exact: true }).click();
  await page.getByRole('checkbox', { name: '2027-Q1' }).check();

  await page.getByText('1 of 4 deals').waitFor();
  expect(new URL(page.url()).search).toBe('?quarter=2027-Q1');
  await page.goto(`${pipeline.url}/board?decision=go-deep`);
  await page.getByText('0 of 4 deals').waitFor();
});

test('a card names the partner type and a range, and the board is read anew when it is looked at again', async () => {
  const { page } = await openPage(browser, `${pipeline.url}/board?type=broker-agent`);
  await page.getByText('0 of 4 deals').waitFor();
  const company = `/crm/objects/2026-09/companies/${String(pipeline.companies.get('Grandview'))}`;
  await pipeline.call('PATCH', company, { properties: { ipp_partner_type: 'broker-agent' } });
  const { results } = (await pipeline.call('GET', '/crm/objects/2026-09/deals?properties=dealname')) as {
    results: { id: string; properties: { dealname: string } }[];
  };
  const deal = results.find(({ properties }) => properties.dealname === 'Grandview listing');
  const range = { ipp_lane: 'undecided', ipp_total: '', ipp_total_low: '250', ipp_total_high: '390' };
  await pipeline.call('PATCH', `/crm/objects/2026-09/deals/${deal?.id}`, { properties: range });

  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

  await page.getByText('1 of 4 deals').waitFor();
  const card = column(page, 'Scored').getByRole('listitem');
  for (const text of ['Broker or agent', 'Needs answers', '250 to 390 points'])
    await card.getByText(text, { exact: true }).waitFor();
});

test('a long board scrolls inside itself under its stage heads, and the page does not', async () => {
  const { page } = await openPage(browser, `${pipeline.url}/board`);
  await page.setViewportSize({ width: 800, height: 480 });
  const board = page.getByRole('region', { name: 'Deals by stage' });
  const head = page.getByRole('heading', { name: 'Sourced' });
  await head.waitFor();
  const before = await head.boundingBox();

  await board.evaluate((element) => element.scrollBy(0, 200));

  expect(await board.evaluate((element) => element.scrollTop)).toBeGreaterThan(50);
  expect((await head.boundingBox())?.y).toBe(before?.y);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(800);
});

test('filters stand in the address and leave the deals that fit', async () => {
  const { page } = await openPage(browser, `${pipeline.url}/board?lane=deep`);
  await page.getByText('2 of 4 deals').waitFor();

  await page.getByRole('button', { name: 'Clearance for Deep', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Not yet cleared' }).check();

  await page.getByText('1 of 4 deals').waitFor();
  expect(new URL(page.url()).search).toBe('?lane=deep&clearance=pending');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText('4 of 4 deals').waitFor();
});

test('a deal is dragged to another stage with the mouse', async () => {
  const { page, problems } = await openPage(browser, `${pipeline.url}/board`);

  const written = page.waitForResponse((response) => response.request().method() === 'PATCH');

  await handle(page, 'Taskbridge connector').dragTo(column(page, 'Checks'));

  await column(page, 'Checks').getByText('1 deal · 12,000').waitFor();
  await written;
  expect(await stageLabel('Taskbridge connector')).toBe('Checks');
  expect(problems).toEqual([]);
});

test('a deal is moved by keyboard, keeps the focus, and every step is said', async () => {
  const { page } = await openPage(browser, `${pipeline.url}/board`);
  const deal = handle(page, 'Grandview listing');
  const said = page.getByRole('status', { name: 'Moves' });

  await deal.press('Space');
  await said.getByText('Picked up Grandview listing, in Scored.').waitFor();
  await deal.press('ArrowRight');
  await said.getByText('Over Checks, column 3 of 7.').waitFor();
  await deal.press('Escape');
  await said.getByText('Cancelled. Grandview listing stays where it was.').waitFor();
  for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Enter']) await deal.press(key);

  await said.getByText('Grandview listing moved from Scored to Scoped.').waitFor();
  expect(await deal.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await column(page, 'Scoped').getByRole('button', { name: 'Grandview listing', exact: true }).waitFor();
});

test('a move that the CRM refuses is undone and said', async () => {
  const { page } = await openPage(browser, `${pipeline.url}/board`);
  await page.route('**/crm-api/crm/objects/2026-09/deals/*', (route) =>
    route.fulfill({ status: 403, json: { message: 'This deal is locked.' } }),
  );

  await page.getByLabel('Move Loose idea to').selectOption('Sourced');

  await page.getByRole('alert').getByText('This deal is locked.').waitFor();
  await column(page, 'Declined').getByRole('button', { name: 'Loose idea', exact: true }).waitFor();
  expect(await stageLabel('Loose idea')).toBe('Declined');
});

test('deals that cannot be read are said, with a way to try again', async () => {
  const { page } = await openPage(browser, 'about:blank');
  await page.route('**/crm-api/**', (route) => route.fulfill({ status: 500, json: { message: 'Broken.' } }));
  await page.goto(`${pipeline.url}/board`);
  await page.getByText('The deals could not be read').waitFor();

  await page.unroute('**/crm-api/**');
  await page.getByRole('button', { name: 'Try again' }).click();

  await page.getByText('4 of 4 deals').waitFor();
});
