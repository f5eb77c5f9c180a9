import type { Browser } from 'playwright-core';

import { openBrowser } from '../browser/open-browser.ts';
import { accessibilityProblems, openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

let workbench: StartedWorkbench;
let browser: Browser;
beforeAll(async () => {
  workbench = await startOnKeptDemo();
  browser = await openBrowser();
});
afterAll(() => Promise.all([workbench.stop(), browser.close()]));

test.each([896, 600, 390])(
  'at %d px sources are found, taken over and tried on three partners by keyboard',
  async (width) => {
    const { page, problems } = await openPage(browser, `${workbench.address}/settings`);
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole('tab', { name: /^Settings/ }).click();
    for (const fact of ['Shared customers', 'Companies asking'])
      await page.getByLabel(`${fact} are counted by`).selectOption({ label: 'Hand' });

    await page.getByRole('button', { name: 'Look for sources' }).press('Enter');
    await page.getByText(/^Tools in use: the name of this property speaks of tools/).waitFor();
    await page.getByRole('button', { name: 'Use this' }).press('Enter');
    await page.getByLabel('Property with their tools').waitFor();
    await page.getByRole('button', { name: 'Test' }).press('Enter');
    await page
      .getByText(/customers use both \(property Tools in use/)
      .first()
      .waitFor();

    await page
      .getByText(/companies asked: /)
      .first()
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(problems).toEqual([]);
  },
);
