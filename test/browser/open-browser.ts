import { type Browser, chromium } from 'playwright-core';

/** Connects to the browser that jest started. Pages opened here are alone; closing ends them and not the browser. */
export async function openBrowser(): Promise<Browser> {
  return chromium.connect(process.env['TEST_BROWSER'] ?? '');
}
