import type { Browser, Page } from 'playwright-core';

import { openBrowser } from '../browser/open-browser.ts';
import { accessibilityProblems, openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { choose, decideNow } from './decide-on-card.ts';
import { connectPortal } from './connect-portal.ts';
import { companyWith, storedOf } from './demo-companies.ts';
import { useCustomersAsEvidence } from './facts-on-card.ts';
import { save, scoreByClicks } from './score-by-clicks.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

let workbench: StartedWorkbench;
let browser: Browser;

beforeAll(async () => {
  workbench = await startOnKeptDemo('oauth');
  browser = await openBrowser();
});
afterAll(() => Promise.all([workbench.stop(), browser.close()]));

test('an admin connects the portal on HubSpot’s page, and the open card scores a company at once', async () => {
  const companyId = await companyWith(workbench, { name: 'Harbor Foods' });
  const { page, problems } = await openRecord(companyId);
  await page.getByText(/Partner ICP has no access to this portal/).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await connectPortal(page);
  await page.getByText('Not assessed as a partner').nth(1).waitFor();
  await scoreByClicks(page);

  const properties = ['ipp_lane', 'ipp_total', 'ipp_clearance', 'ipp_scored_by'];
  expect(await storedOf(workbench, companyId, properties)).toMatchObject({
    ...{ ipp_lane: 'deep', ipp_total: '430', ipp_clearance: 'pending' },
    ipp_scored_by: 'jane.okafor@example.com',
  });
  expect(problems).toEqual([]);
});

test('what the CRM counts becomes evidence', async () => {
  const companyId = await companyWith(workbench, { name: 'Ledgerlane' });
  const { page, problems } = await openRecord(companyId);

  await useCustomersAsEvidence(page);

  const property = 'ipp_customer_overlap_evidence';
  const { [property]: evidence } = await storedOf(workbench, companyId, [property]);
  expect(evidence).toMatch(/\n\d+ customers use both products, counted in HubSpot/);
  expect(problems).toEqual([]);
});

test('a full quarter names who holds its slots, and the partner waits', async () => {
  const companyId = await companyWith(workbench, { name: 'Ledgerlane' });
  const { page, problems } = await openRecord(companyId);

  await page.getByRole('tab', { name: 'Decide', exact: true }).click();
  await choose(page, 'Go deep');
  await page.getByText(/2 of 2 used: .+, .+/).waitFor();
  await page.getByRole('button', { name: 'Choose Wait instead' }).click();
  await decideNow(page);

  expect(await storedOf(workbench, companyId, ['ipp_decision'])).toEqual(
    expect.objectContaining({ ipp_decision: 'wait' }),
  );
  expect(problems).toEqual([]);
});

test('whoever installed the app publishes a profile from its settings, without a terminal', async () => {
  const { page, problems } = await openPage(browser, `${workbench.address}/settings`);
  await page
    .getByRole('row', { name: /Technology partner/ })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('tab', { name: 'Publish', exact: true }).click();

  await page.getByRole('textbox', { name: 'Reason' }).fill('Retention is what our year is about');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  // the text field of the reason holds the same words: this line is there once it is published
  await page.getByText(/^Profile of .* \(v2\) · by /).waitFor();

  await page.goto(`${workbench.address}/companies/${await companyWith(workbench, { name: 'Taskbridge' })}`);
  await page.getByText(/^Judged by the profile of .* \(v2\)/).waitFor();
  expect(problems).toEqual([]);
});

test('a save goes through when the access token has ended meanwhile', async () => {
  const companyId = await companyWith(workbench, { name: 'Mapleton Schools' });
  const { page, problems } = await openRecord(companyId);
  await rate(page, 'customer overlap', 4);
  await workbench.outside('PUT', '/_sandbox/faults/clock-skew', { ms: 31 * 60_000 });

  await save(page);

  await workbench.outside('PUT', '/_sandbox/faults/clock-skew', { ms: 0 });
  expect(await storedOf(workbench, companyId, OVERLAP)).toMatchObject({ ipp_customer_overlap: '4' });
  expect(problems).toEqual([]);
});

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'edits outlive the server: after %s a save says what happened, or is done',
  async (signal) => {
    const companyId = await companyWith(workbench, { name: 'Mapleton Schools' });
    const rating = signal === 'SIGTERM' ? 2 : 5;
    const { page } = await openRecord(companyId);
    await rate(page, 'customer overlap', rating);

    process.kill(workbench.serverProcess(), signal);
    const button = page.getByRole('button', { name: 'Save', exact: true }).first();
    await button.click();
    const saved = page.getByText('Saved', { exact: true }).first();
    const failed = page.getByText(/server of this app|starting or stopping/).first();
    await saved.or(failed).waitFor();
    while (!(await saved.isVisible())) {
      await page.getByRole('radiogroup', { name: 'customer overlap' }).waitFor();
      await button.click({ timeout: 1_000 }).catch(() => undefined);
    }

    expect(await storedOf(workbench, companyId, OVERLAP)).toMatchObject({
      ipp_customer_overlap: String(rating),
    });
  },
);

test('once an admin disconnects the app, cards say so, and a new connection brings them back', async () => {
  const companyId = await companyWith(workbench, { name: 'Mapleton Schools' });
  const { page } = await openPage(browser, `${workbench.address}/settings`);
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('link', { name: 'Connect Partner ICP' }).waitFor();
  await page.goto(`${workbench.address}/companies/${companyId}`);
  await page.getByText(/Partner ICP has no access to this portal/).waitFor();

  await connectPortal(page);

  await page.getByRole('radio', { name: /^5/, checked: true }).first().waitFor();
});

const OVERLAP = ['ipp_customer_overlap'];

function openRecord(companyId: string) {
  return openPage(browser, `${workbench.address}/companies/${companyId}`);
}

async function rate(page: Page, question: string, rating: number): Promise<void> {
  await page
    .getByRole('radiogroup', { name: question })
    .getByRole('radio', { name: new RegExp(`^${rating}`) })
    .click();
  await page.getByText('1 unsaved').first().waitFor();
}
