import type { Page } from 'playwright-core';

import { inSentence } from '../../src/icp/profile.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { workflowTool } from '../worked-example.ts';

export const LABELS = {
  customer_overlap: 'customer overlap',
  product_complementarity: 'product complementarity',
  distribution_reach: 'distribution reach',
  technical_readiness: 'technical readiness',
  commercial_alignment: 'commercial alignment',
  strategic_fit: 'strategic fit',
};
/** What each check asks; one that asks several things is called by its own name. */
const CHECKS = technology.checks.map(({ label, asks }) =>
  asks.length === 1 ? String(asks[0]) : `Result of ${inSentence(label)}`,
);

/** Rates the guide's workflow tool, clears every check and saves. @returns how many clicks that took */
export async function scoreByClicks(page: Page): Promise<number> {
  let clicks = 0;
  const click = async (group: string, option: RegExp) => {
    clicks += 1;
    await page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: option }).click();
  };
  for (const [key, rating] of Object.entries(workflowTool))
    await click(LABELS[key as keyof typeof LABELS], new RegExp(`^${rating}`));
  await page.getByText('430 of 500').first().waitFor();
  clicks += 1;
  await page.getByRole('tab', { name: /^Checks/ }).click();
  for (const check of CHECKS) await click(check, /^Clear/);
  clicks += 1;
  await save(page);
  return clicks;
}

/** Saves what was edited on the card. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await page.getByText('Saved', { exact: true }).first().waitFor();
}
