// npm run bench: measures everything in one run, prints one table and writes bench/results.json.
import { previewRows } from './preview-rows.ts';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';

import { buildApp } from './bench-app.ts';
import { bulkRows } from './bulk-rows.ts';
import { cardSizeRows, cardTimeRows } from './card-rows.ts';
import { cardScreenRows } from './card-screen-rows.ts';
import { crmCallRows } from './crm-call-rows.ts';
import { factRows } from './fact-rows.ts';
import { functionRows } from './function-rows.ts';
import { listRows } from './list-rows.ts';
import { threeDigits, tableOf } from './row.ts';
import { sandboxRows } from './sandbox-rows.ts';
import { triageRows } from './triage-rows.ts';
import { verdictRows } from './verdict-rows.ts';

const LIMIT_MS = 300_000;

const giveUp = setTimeout(() => {
  console.error(`The bench took longer than ${LIMIT_MS / 1_000} s: the machine is too busy to measure on.`);
  process.exit(1);
}, LIMIT_MS);

// Timed in this process, so before this process serves anything.
const rows = await verdictRows();
const app = await buildApp();
try {
  rows.push(...(await crmCallRows(app)));
  rows.push(...(await functionRows(app)));
  rows.push(...(await cardSizeRows(app)));
  rows.push(...(await cardTimeRows(app)));
  rows.push(...(await listRows(app)));
  rows.push(...(await triageRows(app)));
  // late: it installs every partner type
  rows.push(...(await cardScreenRows(app)));
  // after those, since facts take room on the card
  rows.push(...(await factRows(app)));
} finally {
  await app.crm.close();
}
rows.push(...(await sandboxRows()));
rows.push(...previewRows());
rows.push(...(await bulkRows()));
clearTimeout(giveUp);

console.log(tableOf(rows));
const results = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  cpus: cpus().length,
  rows,
};
const text = JSON.stringify(
  results,
  (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value),
  2,
);
await writeFile(join(import.meta.dirname, 'results.json'), `${text}\n`);

function rounded(value: number): number {
  return Number(threeDigits(value).replaceAll(',', ''));
}
