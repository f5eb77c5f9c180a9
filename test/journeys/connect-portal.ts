import type { Page } from 'playwright-core';

import { OPEN_HUBSPOT } from '../../src/messages/connecting.ts';

/** Connects the app in the tab that opens, and comes back to the first one. */
export async function connectPortal(page: Page): Promise<void> {
  const opened = page.waitForEvent('popup');
  // the banner of the workbench; the card has the same link
  await page.getByRole('link', { name: 'Connect Partner ICP' }).first().click();
  const authorization = await opened;
  await authorization.getByRole('button', { name: 'Connect app' }).click();
  await authorization.waitForURL(/\/installing\//);
  await authorization.getByRole('link', { name: OPEN_HUBSPOT }).click();
  await authorization.getByRole('heading', { name: 'Companies' }).waitFor();
  await authorization.close();
}
