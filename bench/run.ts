// npm run bench: measures everything but the server in one run, prints one table and writes bench/results.json.
// npm run bench server: the server of the OAuth edition, on the PostgreSQL at 127.0.0.1:5432.
// npm run bench jobs: its work in the background, on a virtual clock.
import { readFile, writeFile } from 'node:fs/promises';
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
import { previewRows } from './preview-rows.ts';
import { rejudgingRows } from './rejudging-rows.ts';
import { type Row, threeDigits, tableOf } from './row.ts';
import { sandboxRows } from './sandbox-rows.ts';
import { serverRows } from './server-rows.ts';
import { triageRows } from './triage-rows.ts';
import { verdictRows } from './verdict-rows.ts';

/** Parts that take long are measured by themselves. Their rows begin with a word of their own. */
const PARTS = {
  rest: { limitMs: 300_000, begin: '', rows: allButServer },
  server: { limitMs: 900_000, begin: 'server, ', rows: serverRows },
  jobs: { limitMs: 900_000, begin: 'job, ', rows: rejudgingRows },
};
const asked = process.argv[2] ?? 'rest';
if (!(asked in PARTS)) throw new Error(`There is no bench of ${asked}.`);
const part = PARTS[asked as keyof typeof PARTS];

const giveUp = setTimeout(() => {
  console.error(
    `The bench took longer than ${part.limitMs / 1_000} s: the machine is too busy to measure on.`,
  );
  process.exit(1);
}, part.limitMs);

const rows = await part.rows();
clearTimeout(giveUp);

/** Everything that runs without PostgreSQL. */
async function allButServer(): Promise<Row[]> {
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
  return rows;
}

console.log(tableOf(rows));
const file = join(import.meta.dirname, 'results.json');
const { rows: before } = JSON.parse(await readFile(file, 'utf8')) as { rows: Row[] };
const beginOf = ({ what }: Row) => /^(server|job), /.exec(what)?.[0] ?? '';
const others = before.filter((row) => beginOf(row) !== part.begin);
const results = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  cpus: cpus().length,
  rows: part.begin === '' ? [...rows, ...others] : [...others, ...rows],
};
const text = JSON.stringify(
  results,
  (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value),
  2,
);
await writeFile(file, `${text}\n`);

function rounded(value: number): number {
  return Number(threeDigits(value).replaceAll(',', ''));
}
