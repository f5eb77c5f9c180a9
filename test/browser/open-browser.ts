import type * as Playwright from 'playwright-core';

// Not through jest, which would load the 34 MB of this package anew for each test file.
const { createRequire } = process.getBuiltinModule('node:module');
const { chromium } = createRequire(__filename)('playwright-core') as typeof Playwright;

/** Connects to the browser that jest started. Pages opened here are alone; closing ends them and not the browser. */
export async function openBrowser(): Promise<Playwright.Browser> {
  return chromium.connect(process.env['TEST_BROWSER'] ?? '');
}
