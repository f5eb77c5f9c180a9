import type { Locator, Page } from 'playwright-core';

import { accessibilityProblems } from '../sandbox/workbench/open-page.ts';

/** Looks at the customers whom the CRM counts for Ledgerlane, takes them over as evidence, and saves. */
export async function useCustomersAsEvidence(page: Page): Promise<void> {
  await text(page, /^\d+ customers use both \(property Tools in use, .+\) · typed: 34 on /).waitFor();
  await button(page, 'Customers').click();
  const list = page.getByRole('dialog', { name: 'Customers who use both products' });
  await list.getByRole('link').nth(24).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await list.getByRole('button', { name: 'Close' }).click();

  await button(page, 'Use as evidence').first().click();
  await button(page, 'Used as evidence').waitFor();
  await text(
    page,
    /^\d+ customers use both products, counted in HubSpot by the property Tools in use on /,
  ).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await card(page).getByText('Saved', { exact: true }).waitFor();
}

/** The scorecard on a record page. */
export function card(page: Page): Locator {
  return page.locator('section[data-card]').filter({ has: page.getByRole('tab', { name: 'Why' }) });
}

/** Not of a tooltip, which says the same sentence. */
export function text(page: Page, pattern: RegExp): Locator {
  return card(page).locator('.ui-text').filter({ hasText: pattern }).first();
}

export function button(page: Page, name: string): Locator {
  return card(page).getByRole('button', { name, exact: true });
}
