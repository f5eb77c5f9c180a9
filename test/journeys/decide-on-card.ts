import type { Page } from 'playwright-core';

/** Picks a decision. */
export function choose(page: Page, decision: string): Promise<void> {
  return page
    .getByRole('radiogroup', { name: 'Decision' })
    .getByRole('radio', { name: decision, exact: true })
    .click();
}

/** @param nth of those offered, from 0 */
export async function chooseQuarter(page: Page, nth: number): Promise<void> {
  await page.getByLabel('Quarter', { exact: true }).selectOption({ index: nth });
}

/** Decides, and waits until the card says so. */
export async function decideNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  // the timeline beside the card says "for" the quarter
  await page
    .locator('section[data-card]')
    .getByText(/^Decided: .+ in \d{4}-Q\d$/)
    .waitFor();
}
