import type { Browser, Page } from 'playwright-core';
import { technology } from '../src/icp/profiles/technology.ts';
import { bundleSizes } from '../sandbox/build/bundle.ts';
import { launchBrowser } from '../test/browser/launch.ts';
import { type BuiltApp, serveApp } from './bench-app.ts';
import { scoreCompany } from './crm-call-rows.ts';
import { startFunction } from './function-rows.ts';
import { percentile } from './rounds.ts';
import { type Row, atMostRow } from './row.ts';

const REPETITIONS = 24;

/** Sizes of the card's bundle: built by HubSpot's builder, and unminified, as it is uploaded. */
export async function cardSizeRows({ edition, workerCards }: BuiltApp): Promise<Row[]> {
  const kilobytes = async (files: readonly string[]) =>
    (await bundleSizes(files)).reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1_000;
  const uploaded = await kilobytes(edition.cards);
  const loaded = await kilobytes(workerCards);
  return [
    {
      ...atMostRow('card, gzipped', loaded, 'kB', 30),
      comparison: { what: 'as uploaded, not minified', figure: uploaded },
      ratio: uploaded / loaded,
    },
  ];
}

/** The card on the record page in a browser. The function runs in its own process. */
export async function cardTimeRows(app: BuiltApp): Promise<Row[]> {
  const companyId = await scoreCompany(app, 'Seen in a browser');
  const executor = await startFunction(app);
  const workbench = await serveApp(app, executor);
  const browser = await launchBrowser();
  try {
    const record = `${workbench.address}/companies/${companyId}`;
    // The first page also starts the browser's processes, so it is not timed.
    await timeToVisible(browser, record);
    const visible: number[] = [];
    for (let opening = 0; opening < REPETITIONS; opening++)
      visible.push(await timeToVisible(browser, record));
    const input = await inputToScreen(browser, record);
    return [
      ...spreadRows('card, navigation to visible', visible, { p50: 250 }),
      ...spreadRows(
        'card, input to DOM change',
        input.map(({ changed }) => changed),
        { p95: 16 },
      ),
      ...spreadRows(
        'card, input to screen',
        input.map(({ drawn }) => drawn),
      ),
    ];
  } finally {
    await browser.close();
    workbench.close();
    await executor.close();
  }
}

function spreadRows(
  what: string,
  times: readonly number[],
  aims: Partial<Record<'p50' | 'p95', number>> = {},
): Row[] {
  return (['p50', 'p95'] as const).map((which) => {
    const figure = percentile(times, which === 'p50' ? 0.5 : 0.95);
    const aim = aims[which];
    return aim === undefined
      ? { what: `${what}, ${which}`, figure, unit: 'ms' }
      : atMostRow(`${what}, ${which}`, figure, 'ms', aim);
  });
}

/** Milliseconds, by the page's clock, until the frame that shows the total. Each time with an empty browser cache. */
async function timeToVisible(browser: Browser, record: string): Promise<number> {
  const context = await browser.newContext();
  try {
    await context.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body.textContent.includes('430 of 500')) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => performance.mark('card visible')));
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    const page = await context.newPage();
    await page.goto(record);
    await page.waitForFunction(() => performance.getEntriesByName('card visible').length > 0);
    return await page.evaluate(() => performance.getEntriesByName('card visible')[0]?.startTime ?? NaN);
  } finally {
    await context.close();
  }
}

/** From the browser's time stamp of a click, in milliseconds. */
interface Answered {
  /** Until the page's DOM shows what follows from it. */
  changed: number;
  /** Until the frame after that. */
  drawn: number;
}

/** Rates the heaviest dimension 3 and 5 in turn, so that total and lane change with each click. */
async function inputToScreen(browser: Browser, record: string): Promise<Answered[]> {
  const page = await browser.newPage();
  await page.goto(record);
  const [heaviest] = technology.dimensions;
  const group = page.getByRole('radiogroup', { name: new RegExp(`^${heaviest?.label ?? ''}: `) });
  const times: Answered[] = [];
  for (let click = 0; click <= REPETITIONS; click++) {
    const [rating, total] = click % 2 === 0 ? [3, '370 of 500'] : [5, '430 of 500'];
    const option = group.getByRole('radio').nth(rating);
    await option.waitFor();
    const shown = clickToText(page, total);
    await option.click();
    times.push(await shown);
  }
  // The first click warms the card up.
  return times.slice(1);
}

function clickToText(page: Page, text: string): Promise<Answered> {
  return page.evaluate(
    (wanted) =>
      new Promise<Answered>((resolve) => {
        addEventListener(
          'click',
          ({ timeStamp }) => {
            new MutationObserver((_, observer) => {
              if (!document.body.textContent.includes(wanted)) return;
              observer.disconnect();
              const changed = performance.now() - timeStamp;
              requestAnimationFrame(() =>
                setTimeout(() => resolve({ changed, drawn: performance.now() - timeStamp })),
              );
            }).observe(document, { childList: true, subtree: true, characterData: true });
          },
          { capture: true, once: true },
        );
      }),
    text,
  );
}
