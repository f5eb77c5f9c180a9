// npm run pictures: photographs each page of the running workbench for the documents.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { launchBrowser } from '../test/browser/launch.ts';
import { startWorkbench } from '../test/started-workbench.ts';

const FOLDER = join(import.meta.dirname, '..', 'docs', 'pictures');

/** What each page shows once it is ready. `of` is the company of a record page. */
const PICTURES: readonly {
  file: string;
  of?: string;
  path: string;
  ready: string;
  then?: (page: Page) => Promise<void>;
}[] = [
  { file: 'companies', path: '/companies?view=deep', ready: 'Ledgerlane' },
  { file: 'start', path: '/companies', ready: 'Score Harbor Foods' },
  { file: 'board', path: '/board', ready: 'Sourced' },
  { file: 'automation', path: '/automation', ready: 'Re-enrolment' },
  { file: 'record', of: 'Solodesk', path: '', ready: 'About this company', then: rateFirst },
  { file: 'policy-profiles', path: '/settings', ready: 'Held until' },
  { file: 'policy-draft', path: '/settings', ready: 'Held until', then: openDraft },
  { file: 'policy-preview', path: '/settings', ready: 'Held until', then: readPreview },
  { file: 'policy-publish', path: '/settings', ready: 'Held until', then: openTab('Publish') },
  { file: 'policy-card', of: 'Ledgerlane', path: '', ready: 'Take it over' },
  { file: 'meeting-list', path: '/companies?view=to-decide', ready: 'Ledgerlane', then: selectAll },
  { file: 'meeting-ranking', path: '/companies?view=to-decide', ready: 'Ledgerlane', then: rank },
  { file: 'meeting-two', path: '/companies?view=to-decide', ready: 'Ledgerlane', then: putTwoSideBySide },
  { file: 'meeting-decide', of: 'Ledgerlane', path: '', ready: 'About this company', then: goDeep },
  { file: 'facts-card', of: 'Solodesk', path: '', ready: 'use both' },
  { file: 'facts-deals', of: 'Ledgerlane', path: '', ready: 'use both', then: openDeals },
  { file: 'facts-people', of: 'Ledgerlane', path: '', ready: 'use both', then: openPeople },
  { file: 'facts-sources', path: '/settings', ready: 'Held until', then: testSources },
  { file: 'history', of: 'Ledgerlane', path: '', ready: 'use both', then: openHistory },
  { file: 'timeline', of: 'Boardmate', path: '?tab=timeline', ready: '· Rated' },
];

await mkdir(FOLDER, { recursive: true });
const workbench = await startWorkbench();
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const wanted = process.argv.slice(2);
  for (const { file, of, path, ready, then } of PICTURES) {
    if (wanted.length > 0 && !wanted.includes(file)) continue;
    await page.goto((of === undefined ? workbench.address : await recordOf(page, of)) + path);
    await page.getByText(ready).first().waitFor();
    await page.waitForFunction(() => !document.body.innerText.includes('Loading'));
    await then?.(page);
    await page.mouse.move(0, 0);
    if (then !== testSources) await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: join(FOLDER, `${file}.png`) });
    console.log(`docs/pictures/${file}.png`);
  }
} finally {
  await browser.close();
  await workbench.stop();
}

/** The address of a company's record. */
async function recordOf(page: Page, company: string): Promise<string> {
  await page.goto(`${workbench.address}/companies?q=${company}`);
  await page.getByRole('link', { name: company, exact: true }).click();
  await page.getByRole('heading', { name: company, level: 1 }).waitFor();
  return page.url().split('?')[0] ?? '';
}

/** The draft of the technology profile. */
async function openDraft(page: Page): Promise<void> {
  await page
    .getByRole('row', { name: /Technology partner/ })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('tab', { name: 'Versions (3)' }).waitFor();
}

function openTab(name: string): (page: Page) => Promise<void> {
  return async (page) => {
    await openDraft(page);
    await page.getByRole('tab', { name, exact: true }).click();
    await page.waitForFunction(() => !/Reading|Loading/.test(document.body.innerText));
  };
}

async function readPreview(page: Page): Promise<void> {
  await openTab('Preview')(page);
  await page.getByRole('button', { name: 'Read scorecards' }).click();
  await page
    .getByRole('heading', { name: 'Nearest to a floor' })
    .or(page.getByText('Nearest to a floor'))
    .first()
    .waitFor();
}

/** An unsaved change shows what happens during a call. */
async function rateFirst(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^5/ }).first().click();
  await page.getByText('1 unsaved').first().waitFor();
}

async function selectAll(page: Page): Promise<void> {
  const away = page.getByRole('button', { name: 'Put the first steps away' });
  if (await away.isVisible()) await away.click();
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByText(/companies selected$/).waitFor();
}

async function rank(page: Page): Promise<void> {
  await selectAll(page);
  await page.getByRole('button', { name: 'Compare as partners' }).click();
  await page.getByText(/ ranked\./).waitFor();
}

async function putTwoSideBySide(page: Page): Promise<void> {
  await rank(page);
  const boxes = page.getByRole('dialog').getByRole('checkbox', { name: /^Compare / });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page
    .getByRole('button', { name: /^Side by side with / })
    .first()
    .click();
  await page
    .getByText(/\(\d+ points\)/)
    .first()
    .waitFor();
}

/** Both slots of the quarter are used. */
async function goDeep(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Decide', exact: true }).click();
  await page.getByRole('radio', { name: 'Go deep', exact: true }).click();
  await page.getByText(/^No deep slot of/).waitFor();
}

/** The deals behind a figure, counted to the end. */
async function openDeals(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Deals', exact: true }).first().click();
  await page.getByRole('dialog').getByRole('row').nth(1).waitFor();
  await page.waitForFunction(() => !document.body.innerText.includes('Reading all'));
}

async function openPeople(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Checks/ }).click();
  await page.getByRole('button', { name: 'People', exact: true }).first().click();
  await page.getByRole('dialog').getByText('Executive sponsor').first().waitFor();
}

async function testSources(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByText('use both').first().waitFor();
  await page.getByRole('heading', { name: 'Facts from the CRM' }).evaluate((heading) => {
    heading.scrollIntoView();
  });
}

async function openHistory(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'History', exact: true }).click();
  await page.getByText('Lane changes only').first().waitFor();
}
