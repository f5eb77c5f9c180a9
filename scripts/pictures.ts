// npm run pictures: photographs each page of the running workbench for the documents.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { launchBrowser } from '../test/browser/launch.ts';
import { startWorkbench } from '../test/started-workbench.ts';

const FOLDER = join(import.meta.dirname, '..', 'docs', 'pictures');

/** What each page shows once it is ready. */
const PICTURES: readonly {
  file: string;
  path: string;
  ready: string;
  then?: (page: Page) => Promise<void>;
}[] = [
  { file: 'companies', path: '/companies?view=deep', ready: 'Ledgerlane' },
  { file: 'board', path: '/board', ready: 'Sourced' },
  { file: 'automation', path: '/automation', ready: 'Re-enrolment' },
  { file: 'record', path: '', ready: '405 of 500', then: rateOverlap },
  { file: 'timeline', path: '?tab=timeline', ready: 'because' },
];

await mkdir(FOLDER, { recursive: true });
const workbench = await startWorkbench();
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.goto(`${workbench.address}/companies?q=solodesk`);
  await page.getByRole('link', { name: 'Solodesk' }).click();
  await page.getByText('405 of 500', { exact: true }).waitFor();
  const record = page.url().split('?')[0] ?? '';
  for (const { file, path, ready, then } of PICTURES) {
    const isPage = path.startsWith('/');
    await page.goto(isPage ? workbench.address + path : record + path);
    await page.getByText(ready).first().waitFor();
    await page.waitForFunction(() => !document.body.innerText.includes('Loading card'));
    await then?.(page);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: join(FOLDER, `${file}.png`) });
    console.log(`docs/pictures/${file}.png`);
  }
} finally {
  await browser.close();
  await workbench.stop();
}

/** An unsaved change shows what happens during a call. */
async function rateOverlap(page: Page): Promise<void> {
  const group = page.getByRole('radiogroup', { name: 'Rating of customer overlap' });
  await group.getByRole('radio', { name: /^5/ }).click();
  await page.getByText('1 unsaved').first().waitFor();
}
