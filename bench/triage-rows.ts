import { join } from 'node:path';

import { buildWorkerCards } from '../sandbox/build/build-worker-cards.ts';
import { launchBrowser } from '../test/browser/launch.ts';
import { BUILD, type BuiltApp, createCompanies, serveApp } from './bench-app.ts';
import { percentile } from './rounds.ts';
import { type Row, atMostRow } from './row.ts';

const SELECTED = 100;
const REPETITIONS = 5;
/** How long each call to the CRM takes longer than here, in milliseconds. */
const CALL_MS = 100;

/** From the click on "Compare as partners" over 100 companies to the ranking, while each call to HubSpot takes 100 ms. */
export async function triageRows(app: BuiltApp): Promise<Row[]> {
  const companies = Array.from({ length: SELECTED }, (_, index) => ({
    name: `Triage ${index}`,
    ...{ ipp_partner_type: 'technology', ipp_profile_version: 'technology@0' },
    ...{ ipp_lane: 'deep', ipp_clearance: 'cleared', ipp_strategic_fit: String(1 + (index % 5)) },
    ...Object.fromEntries(
      ['total', 'total_low', 'total_high'].map((field) => [`ipp_${field}`, `${400 + index}`]),
    ),
  }));
  await createCompanies(app, companies);
  const panel = app.edition.extensions.filter((file) => file.endsWith('ListTriage.js'));
  const [file = ''] = await buildWorkerCards(panel, join(BUILD, 'triage'));
  const workbench = await serveApp(app, { call: () => Promise.resolve(null) }, [
    {
      id: 'list-triage',
      title: 'Compare as partners',
      file,
      location: 'crm.bulkActions',
      displayMode: 'PANEL',
    },
  ]);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.route('**/crm-api/**', (route) => {
      setTimeout(() => void route.continue(), CALL_MS);
    });
    await page.goto(`${workbench.address}/companies?q=Triage`);
    await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
    await page.getByRole('button', { name: `Select all ${SELECTED}` }).click();
    const times: number[] = [];
    for (let turn = 0; turn <= REPETITIONS; turn++) {
      const start = performance.now();
      await page.getByRole('button', { name: 'Compare as partners' }).click();
      await page.getByText(`${SELECTED} of ${SELECTED} ranked.`).waitFor();
      times.push(performance.now() - start);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    return [
      atMostRow(
        `triage of ${SELECTED} selected companies at ${CALL_MS} ms a call, p95`,
        percentile(times.slice(1), 0.95),
        'ms',
        2_000,
      ),
    ];
  } finally {
    await browser.close();
    workbench.close();
  }
}
