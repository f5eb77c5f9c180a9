import { type BrowserServer, chromium } from 'playwright-core';

import { launchOptions } from './launch.ts';

let server: BrowserServer | undefined;

/**
 * Starts the one browser that all test files share. Jest runs it once, before the first browser test; tests find the
 * browser by the environment variable TEST_BROWSER.
 */
export default async function startBrowserServer(): Promise<void> {
  server = await chromium.launchServer(await launchOptions());
  process.env['TEST_BROWSER'] = server.wsEndpoint();
}

export async function stopBrowserServer(): Promise<void> {
  await server?.close();
}
