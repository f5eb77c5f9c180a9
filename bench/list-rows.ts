import type { Page } from 'playwright-core';

import { launchBrowser } from '../test/browser/launch.ts';
import { type BuiltApp, createCompanies, serveApp } from './bench-app.ts';
import { percentile } from './rounds.ts';
import { type Row, atMostRow } from './row.ts';

const COMPANIES = 2_000;
const REPETITIONS = 20;
const LANES = ['deep', 'fast', 'pass', 'undecided'];

/** The companies view over 2,000 companies: from a click on a saved view to the frame that shows it. */
export async function listRows(app: BuiltApp): Promise<Row[]> {
  const companies = Array.from({ length: COMPANIES }, (_, index) => ({
    name: `Partner ${index}`,
    ipp_lane: LANES[index % LANES.length] ?? '',
    ipp_total: String(100 + (index % 401)),
  }));
  await createCompanies(app, companies);
  const workbench = await serveApp(app, { call: () => Promise.resolve(null) });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${workbench.address}/companies`);
    await page.getByRole('tab', { name: /^All \(\d/ }).waitFor();
    const times: number[] = [];
    for (let turn = 0; turn <= REPETITIONS; turn++)
      times.push(await viewToScreen(page, ['Fast', 'Deep', 'All'][turn % 3] ?? 'All'));
    // The first view warms the page up.
    return [
      { what: 'view of 2,000 companies, p50', figure: percentile(times.slice(1), 0.5), unit: 'ms' },
      atMostRow('view of 2,000 companies, p95', percentile(times.slice(1), 0.95), 'ms', 100),
    ];
  } finally {
    await browser.close();
    workbench.close();
  }
}

/** Milliseconds from the click to the end of its frame, which shows the new list. */
function viewToScreen(page: Page, title: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
        tabs.find((tab) => tab.textContent.startsWith(wanted))?.click();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
      }),
    title,
  );
}
