import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

export interface WatchedPage {
  page: Page;
  /** Everything that went wrong in the page and its worker; stays empty in a passing test. */
  problems: string[];
}

/** Opens an address and notes every error of the console. */
export async function openPage(
  browser: Browser,
  url: string,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<WatchedPage> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  await page.goto(url);
  return { page, problems };
}

/**
 * Opens an address whose page looks at the portal every few seconds.
 *
 * @returns `lookAgain` lets the page's timers run ahead, so that no test waits for the next look
 */
export async function openPollingPage(
  browser: Browser,
  url: string,
): Promise<WatchedPage & { lookAgain: () => Promise<void> }> {
  const opened = await openPage(browser, 'about:blank');
  await opened.page.clock.install();
  await opened.page.goto(url);
  return { ...opened, lookAgain: () => opened.page.clock.fastForward(5_000) };
}

/** What axe finds on the page as it stands, as readable lines. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
