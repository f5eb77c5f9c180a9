import type { Browser } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { accessibilityProblems, openPage } from './open-page.ts';
import { openWorkbench, type OpenWorkbench } from './open-workbench.ts';
import { PARTNER_PORTAL } from './partner-portal.ts';

let browser: Browser;
let workbench: OpenWorkbench;
let companyId: string;

/** A first score, an outside edit, the save that answers to it, and a change of type. */
async function live(): Promise<void> {
  companyId = workbench.companies[10] ?? '';
  const path = `/crm/objects/2026-09/companies/${companyId}`;
  const write = (who: 'app' | '12', properties: Record<string, string>) =>
    workbench.sendAs(who)('PATCH', path, { properties });
  await write('app', {
    ...{ ipp_customer_overlap: '3', ipp_check_dead_api: 'clear', ipp_customer_overlap_evidence: 'Counted' },
    ...{ ipp_partner_type: 'technology', ipp_lane: 'fast', ipp_total: '280' },
    ipp_lane_change_cause: 'rated',
    ...{ ipp_scored_by: 'jane@example.com' },
  });
  await write('12', { ipp_customer_overlap: '4' });
  await write('app', { ipp_customer_overlap: '5', ipp_lane: 'deep', ipp_total: '430' });
  await write('app', { ipp_partner_type: 'solution', ipp_lane: 'undecided', ipp_total: '' });
}

beforeAll(async () => {
  [browser, workbench] = await Promise.all([openBrowser(), openWorkbench(PARTNER_PORTAL)]);
  await live();
});
afterAll(() => Promise.all([browser.close(), workbench.close()]));

test.each(['light', 'dark'] as const)(
  'the timeline tells who moved the lane and the noted cause (%s)',
  async (scheme) => {
    const { page, problems } = await openPage(browser, `${workbench.url}/companies/${companyId}`, scheme);

    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.getByText('4 of 4 entries').waitFor();

    const [type, save, edit, first] = await page.getByRole('listitem').filter({ has: page.locator('time') }).allInnerTexts(); // prettier-ignore
    expect(type).toMatch(/^Type changed from Technology partner to Solution partner, by Jane Doe, /);
    expect(type).toContain('Lane Deep → Needs answers');
    expect(save).toMatch(
      /^Fast lane → Deep · Rated, by Jane Doe, through Partner ICP, \d+ \w+ \d{4}, \d\d:\d\d/,
    );
    expect(save).toContain(
      'In the same save: Customer overlap 4 → 5, Customer overlap 3 → 4 (outside, by Omar Sy)',
    );
    expect(edit).toMatch(/^Customer overlap 3 → 4, by Omar Sy, outside the app, through CRM page, /);
    expect(first).toMatch(/^Not scored → Fast lane · Rated, by Jane Doe/);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
  },
);

test('changes of the lane can be shown alone, and the address says so', async () => {
  const { page } = await openPage(browser, `${workbench.url}/companies/${companyId}?tab=timeline`);

  await page.getByRole('checkbox', { name: 'Lane changes only' }).check();
  await page.getByText('3 of 4 entries').waitFor();
  await page.reload();

  await page.getByText('3 of 4 entries').waitFor();
});

test('what hides behind a long entry opens', async () => {
  const { page } = await openPage(browser, `${workbench.url}/companies/${companyId}?tab=timeline`);

  await page.getByText('All 4 changes').click();

  await page.getByText('Customer overlap: evidence added', { exact: true }).waitFor();
});

test('a company that was never scored has nothing to tell', async () => {
  const { page } = await openPage(
    browser,
    `${workbench.url}/companies/${workbench.companies[20]}?tab=timeline`,
  );

  await page.getByText('Nothing has happened yet').waitFor();
});
