import type { Browser } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { accessibilityProblems, openPage } from './open-page.ts';
import { openWorkbench, type OpenWorkbench } from './open-workbench.ts';

let browser: Browser;
let workbench: OpenWorkbench;
beforeAll(async () => {
  const tour = [
    { title: 'Look at Contoso', hint: 'It is deep.', at: { company: 'Contoso Integrations' } },
    {
      title: 'Score Northwind',
      hint: 'Nobody did.',
      at: { company: 'Northwind Traders' },
      done: { property: 'ipp_lane', isNot: [''] },
    },
    { title: 'See the board', hint: 'Deals.', at: { path: '/board' } },
  ];
  [browser, workbench] = await Promise.all([openBrowser(), openWorkbench(undefined, undefined, tour)]);
});
afterAll(async () => {
  await browser.close();
  await workbench.close();
});

test.each(['light', 'dark'] as const)(
  'each first step leads somewhere and is ticked once it is done; a reset asks, then starts over (%s)',
  async (scheme) => {
    const { page, problems } = await openPage(browser, workbench.url, scheme);
    const banner = page.getByRole('region', { name: 'Start here' });
    await banner.getByRole('link', { name: 'Look at Contoso' }).click();
    await page.getByRole('heading', { name: 'Contoso Integrations', level: 1 }).waitFor();
    const path = `/crm/objects/2026-09/companies/${workbench.companies[2]}`;
    await workbench.sendAs('11')('PATCH', path, { properties: { ipp_lane: 'fast' } });
    await page.goto(workbench.url);
    await banner.getByRole('listitem').nth(2).waitFor();

    const done = await banner.getByRole('listitem').allInnerTexts();
    expect(done.map((text) => text.includes('(done)'))).toEqual([true, true, false]);
    expect(await accessibilityProblems(page)).toEqual([]);
    await banner.getByRole('button', { name: 'Reset the demo' }).click();
    const question = page.getByRole('dialog', { name: 'Reset the demo?' });
    expect(await accessibilityProblems(page)).toEqual([]);
    await question.getByRole('button', { name: 'Reset', exact: true }).click();
    await question.waitFor({ state: 'detached' });
    await banner.getByRole('listitem').nth(2).waitFor();

    expect(await banner.getByText('(done)').count()).toBe(0);
    expect(await page.getByRole('row').filter({ hasText: 'Northwind' }).getByText('Lane fast').count()).toBe(
      0,
    );
    expect(problems).toEqual([]);
  },
);

test('the steps are put away until they are asked for again, and lanes are explained', async () => {
  const { page } = await openPage(browser, workbench.url);
  await page.getByRole('button', { name: 'Put the first steps away' }).click();
  await page.reload();

  await page.getByText('What the lanes mean').click();
  await page.getByText('Worth a closer look.').waitFor();
  await page.getByRole('button', { name: 'Show the first steps' }).click();

  await page.getByRole('link', { name: 'See the board' }).waitFor();
});
