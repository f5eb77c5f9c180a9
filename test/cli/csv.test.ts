import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';

import { FAULT_ANSWERS } from '../../sandbox/hubspot/faults/named-faults.ts';
import { DEFAULT_TRANSPORT } from '../../src/crm/client/client.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { csv, recordsOf } from '../usecases/csv/csv-files.ts';
import { saveField, scoredCompany } from '../usecases/scorecard/scoring.ts';
import { type Ran, type Given, runIcp } from './run-icp.ts';

let portal: Portal;
let folder: string;
beforeAll(async () => {
  portal = await openPortal();
  folder = await mkdtemp(join(tmpdir(), 'icp-csv-'));
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

const BY = ['--by', 'ines@example.com'];

function icp(...args: string[]) {
  return icpOn({}, args);
}

function icpOn(given: Given, args: readonly string[]): Promise<Ran> {
  return runIcp(args, { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl }, given);
}

test('a portal goes into a file, is edited there, tried, and written', async () => {
  const company = await scoredCompany(portal);
  await saveField(portal.context, company, 'customer_overlap_evidence', ['', '=1+1, said Jané']);
  const file = join(folder, 'partners.csv');

  const out = await icp('export', '--out', file);
  const text = await readFile(file, 'utf8');
  const same = await icp('import', file, '--apply', ...BY);
  await writeFile(file, csv(['record_id', 'strategic_fit'], [company, 1]));
  const dry = await icp('import', file);
  const untouched = await portal.stored(company);
  const applied = await icp('import', file, '--apply', ...BY, '--json');

  expect(out).toMatchObject({ exit: 0, stderr: '', stdout: `1 company written to ${file}.\n` });
  expect(recordsOf(text)[0]).toMatchObject({ customer_overlap_evidence: "'=1+1, said Jané" });
  expect(same.stdout).toMatch(/^1 row: 0 written, 1 unchanged, 0 with errors\.\nRead only, so not imported:/);
  expect(dry).toMatchObject({ exit: 0, stderr: '' });
  expect(dry.stdout).toBe(
    '1 row: 1 would change, 0 unchanged, 0 with errors.\n  strategic_fit: 1\n' +
      'Nothing was written. To write: --apply --by name@example.com\n',
  );
  expect(untouched).toMatchObject({ ipp_strategic_fit: '4', ipp_scored_by: 'jane@example.com' });
  expect(JSON.parse(applied.stdout)).toMatchObject({ applied: true, changed: 1, faults: [] });
  expect(await portal.stored(company)).toMatchObject({ ipp_strategic_fit: '1', ipp_total: '415' });
});

test('rows with errors are printed by line and column and end with 2; the others are written', async () => {
  const company = await scoredCompany(portal);
  const file = join(folder, 'bad.csv');
  await writeFile(file, csv(['record_id', 'strategic_fit'], [company, 2], ['99999', 2], ['x', 9]));

  const { exit, stdout } = await icp('import', file, '--apply', ...BY);

  expect(exit).toBe(2);
  expect(stdout).toMatch(/^3 rows: 1 written, 0 unchanged, 2 with errors\./);
  expect(stdout).toMatch(/\nline 3: there is no company 99999\..*\nline 4, record_id: "x" is no record id/);
  expect(await portal.stored(company)).toMatchObject({ ipp_strategic_fit: '2' });
});

test('bad input ends with 2 and a sentence', async () => {
  const empty = join(folder, 'empty.csv');
  await writeFile(empty, '');

  const ran = await Promise.all([
    icp('import', join(folder, 'nowhere.csv')),
    icp('import', empty),
    icp('import', empty, '--apply'),
    icp('export', '--json'),
    icp('export', '--out', join(folder, 'no', 'such', 'folder.csv')),
    icp('export', '--out', folder),
  ]);

  expect(ran.map(({ exit }) => exit)).toEqual([2, 2, 2, 2, 2, 2]);
  const sentences = [
    ...[/^file: .* cannot be read/, /^The file cannot be imported: it is empty/, /^--by: say who/],
    ...[/^--json: prints a summary/, /^--out: .* cannot be written/, /^--out: .* cannot be written/],
  ];
  for (const [index, sentence] of sentences.entries()) expect(ran[index]?.stderr).toMatch(sentence);
});

test('an export that breaks off leaves an earlier file as it was, and nothing beside it', async () => {
  const file = join(folder, 'kept.csv');
  await writeFile(file, 'as it was');
  portal.sandbox.faults.add(FAULT_ANSWERS.dailyLimit, { path: '/search', times: 9 });

  const { exit, stderr } = await icp('export', '--out', file);
  portal.sandbox.faults.clear();

  expect([exit, stderr]).toEqual([3, expect.stringMatching(/daily limit of API calls is used up/) as string]);
  expect(await readFile(file, 'utf8')).toBe('as it was');
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('without --out the file is printed, and nothing else; the byte order mark can be left out', async () => {
  const { stdout, stderr, exit } = await icp('export');
  const plain = await icp('export', '--no-bom');

  expect([exit, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^\uFEFFrecord_id,domain,name,partner_type,/);
  expect(plain.stdout).toBe(stdout.slice(1));
  expect(recordsOf(stdout).length).toBeGreaterThan(0);
});

test('an export whose reader has gone away ends quietly, and one to a full disk says so', async () => {
  const failing = (code: string) =>
    new Writable({
      write: (_text, _encoding, done) => done(Object.assign(new Error(`write ${code}`), { code })),
    });
  const [gone, full] = [failing('EPIPE'), failing('ENOSPC')];
  for (const stream of [gone, full]) stream.on('error', () => undefined);

  const head = await icpOn({ stdout: gone }, ['export']);
  const disk = await icpOn({ stdout: full }, ['export']);

  expect(head).toMatchObject({ exit: 0, stderr: '' });
  expect(disk).toMatchObject({
    exit: 2,
    stderr: '--out: the standard output cannot be written: write ENOSPC.\n',
  });
});

test('both commands explain themselves', async () => {
  for (const { exit, stdout } of await Promise.all([icp('export', '--help'), icp('import', '--help')])) {
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^Usage: icp (ex|im)port/);
  }
});

test('who watches sees the progress in one line, which is gone at the end', async () => {
  const company = await scoredCompany(portal);
  const file = join(folder, 'watched.csv');
  await writeFile(file, csv(['record_id', 'strategic_fit'], [company, 2]));

  const { exit, stderr } = await icpOn({ isTTY: true }, ['import', file]);

  expect(exit).toBe(0);
  expect(stderr).toMatch(/^\r1 of 1 rows.*\r +\r$/);
});

test('a fault of ours ends with 1, a sentence and its stack', async () => {
  const take = () => Promise.reject(new TypeError('not foreseen'));
  const transport = {
    ...DEFAULT_TRANSPORT,
    limiter: { take, learn: () => undefined, refused: () => undefined },
  };

  const { exit, stdout, stderr } = await icpOn({ transport }, ['load', '1']);

  expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
  expect(stderr).toMatch(/^Something broke on our side\. .*\nTypeError: not foreseen\n +at /);
});
