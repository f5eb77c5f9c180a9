import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { technology } from '../../src/icp/profiles/technology.ts';
import { APP_TOKEN, type Portal, editOutside, openPortal } from '../portal.ts';
import { cellsOf, csv } from '../usecases/csv/csv-files.ts';
import { createDeal, createPipeline, editDeal } from '../usecases/deals/partner-deals.ts';
import { LISTS } from '../usecases/install/installed-state.ts';
import { scoredCompany } from '../usecases/scorecard/scoring.ts';
import { type Given, type Ran, runIcp } from './run-icp.ts';

/** What a name must not do: begin a line, move the cursor, turn text around, or become HTML, a link, a formula. */
const HOSTILE =
  '=cmd|x!A0 \u001b]0;owned\u0007\u001b[2J\u009b31m\r\n! Forged: all is well\u2028! Forged\u0085! Forged\0\u202Egnp.exe\u2066' +
  '<img src=x onerror=alert(1)> | [click](https://evil.example) `code` www.evil.example __proto__';

/** No command line and no CSV file holds NUL. */
const TYPED = HOSTILE.replaceAll('\0', '');

let portal: Portal;
let folder: string;
let company: string;
const file = (name: string) => join(folder, name);
beforeAll(async () => {
  portal = await openPortal({ types: ['technology'] });
  folder = await mkdtemp(join(tmpdir(), 'icp-injection-'));
  company = await scoredCompany(portal);
  const properties = { name: HOSTILE, domain: HOSTILE, ipp_customer_overlap_evidence: HOSTILE };
  await editOutside(portal, company, {
    ...properties,
    ipp_override_by: HOSTILE,
    ipp_override_reason: HOSTILE,
  });
  const broken = {
    ...properties,
    ipp_partner_type: 'technology',
    ipp_strategic_fit: '6',
  };
  await portal.createCompany({ ...broken, ipp_scored_by: HOSTILE, ipp_profile_version: HOSTILE });
  const pipeline = await createPipeline(portal, 'Partnerships');
  for (const id of [company, await portal.createCompany()])
    await nameDeal(await createDeal(portal, pipeline, id));
  await createPipeline(portal, HOSTILE);
  const list = { name: `Partner ICP: ${HOSTILE}`, objectTypeId: '0-2', processingType: 'MANUAL' };
  await portal.outside.send({ method: 'POST', path: LISTS, body: list });
});
afterEach(() => portal.sandbox.faults.clear());
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

const nameDeal = (deal: string) => editDeal(portal, deal, { dealname: HOSTILE });

function icp(args: readonly string[], given: Given = {}): Promise<Ran> {
  const env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
  return runIcp(args, env, given);
}

const CONTROLS = /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Nothing printed acts on the terminal, and no line is one that a name began. */
function expectHarmless(printed: string): void {
  expect(printed).not.toMatch(CONTROLS);
  expect(printed).not.toMatch(/^! Forged/m);
}

const BY = ['--by', 'ines@example.com'];
const RATINGS = ['--ratings', '5,5,3,4,4,4'];

test('no command prints a control of a name or text, whether it comes from the portal or was typed', async () => {
  await writeFile(file('profile.json'), JSON.stringify(hostileProfile()));
  const bad = [
    [TYPED, '', TYPED, '1', ''],
    ['', TYPED, '3', TYPED, ''],
    [company, '', TYPED, TYPED, TYPED],
  ];
  const header = [
    'record_id',
    'domain',
    'strategic_fit',
    'overlap_as_of',
    'check_dead_api',
    TYPED,
    '__proto__',
  ];
  await writeFile(file('bad.csv'), csv(header, ...bad.map((cells) => [...cells, '', ''])));
  const commands: [args: string[], shows: RegExp][] = [
    [['load', company], /gnp\.exe/],
    [['load', company, '--json'], /gnp\.exe/],
    [
      ['save', company, '--set', 'strategic_fit=2', '--evidence', `strategic_fit=${TYPED}`, ...BY],
      /gnp\.exe/,
    ],
    [['save', company, '--set', `${HOSTILE}=2`, ...BY], /^--set: /],
    [['save', company, '--set', 'constructor=2', ...BY], /--set: "constructor" is not known/],
    [['save', company, '--set', '__proto__=2', ...BY], /--set: "__proto__" is not known/],
    [['deals'], /gnp\.exe/],
    [['deals', '--json'], /gnp\.exe/],
    [['doctor'], /gnp\.exe/],
    [['doctor', '--json'], /gnp\.exe/],
    [['nightly'], /gnp\.exe/],
    [['doctor', '--repair'], /gnp\.exe/],
    [['import', file('bad.csv')], /Unknown, so not imported: =cmd.*__proto__/],
    [['import', file('bad.csv'), '--json'], /cmd/],
    [['import', file(`${TYPED.replaceAll('/', '')}.csv`)], /cannot be read/],
    [['install', '--dry-run', '--pipeline', HOSTILE], /gnp\.exe/],
    [['install', '--pipeline', `no ${HOSTILE}`], /gnp\.exe/],
    [['install', '--types', HOSTILE], /is no partner type/],
    [['uninstall'], /this takes away/],
    [['profile', 'list', '--shipped'], /technology/],
    [['profile', 'show', HOSTILE], /is no partner type/],
    [['verdict', ...RATINGS, '--profile', file('profile.json')], /gnp\.exe/],
    [['verdict', ...RATINGS, '--flag', HOSTILE], /gnp\.exe/],
    [['verdict', ...RATINGS, `--${HOSTILE}`], /unknown option/],
    [[HOSTILE], /unknown command/],
  ];

  for (const [args, shows] of commands) {
    const { stdout, stderr } = await icp(args);
    expectHarmless(stdout + stderr);
    expect(stdout + stderr).toMatch(shows);
    if (args.includes('--json')) expect(JSON.parse(stdout)).toBeDefined();
  }
});

test("HubSpot's own sentences are printed as text, also in progress and in a bug", async () => {
  const body = { status: 'error', message: HOSTILE, category: 'VALIDATION_ERROR' };
  portal.sandbox.faults.add({ kind: 'status', status: 400, body }, { method: 'PATCH', times: 9 });
  const take = () => Promise.reject(new TypeError(HOSTILE));
  const transport = { limiter: { take, learn: () => undefined } } as never;

  const refused = await icp(['save', company, '--set', 'strategic_fit=1', ...BY]);
  const inJson = await icp(['save', company, '--set', 'strategic_fit=1', ...BY, '--json']);
  const watched = await icp(['uninstall', '--yes'], { isTTY: true });
  const bug = await icp(['load', company], { transport });

  for (const { stdout, stderr } of [refused, inJson, watched, bug]) expectHarmless(stdout + stderr);
  expect(refused.stderr).toMatch(/gnp\.exe/);
  expect(bug.exit).toBe(1);
});

test('a file holds the texts with their line breaks, without other controls, and no cell is a formula', async () => {
  await icp(['export', '--out', file('out.csv')]);
  const text = await readFile(file('out.csv'), 'utf8');
  const again = await icp(['import', file('out.csv'), '--apply', ...BY]);

  expect(text.replaceAll('\r\n', '\n')).not.toMatch(CONTROLS);
  const cells = cellsOf(text).flat();
  expect(cells.filter((cell) => /^[\s]*[=+\-@]/.test(cell))).toEqual([]);
  expect(cells.some((cell) => cell.startsWith("'=cmd|x!A0 ]0;owned[2J31m\n! Forged"))).toBe(true);
  expect(again.stdout).toMatch(/^\d rows?: 0 written, \d unchanged, 0 with errors/);
});

test('the plan is a document in which names are text: no HTML, no link, no code, no column of their own', async () => {
  const { stdout } = await icp(['install', '--dry-run', '--pipeline', HOSTILE]);

  expectHarmless(stdout);
  expect(stdout).not.toMatch(/<\w|(?<!\\)\[click(?<!\\)\]|https:\/\/|www\.|(?<!\\)`code/);
  const rows = stdout.split('\n').filter((line) => line.startsWith('| '));
  expect(rows.filter((line) => line.split(/(?<!\\)\|/).length !== 4)).toEqual([]);
  expect(stdout).toMatch(/gnp\.exe/);
});

function hostileProfile() {
  const [first, ...others] = technology.dimensions;
  return {
    ...technology,
    ...{ title: HOSTILE, origin: HOSTILE },
    dimensions: [{ ...first, label: HOSTILE, question: HOSTILE }, ...others],
    lanes: { ...technology.lanes, deep: { label: HOSTILE, next: HOSTILE } },
  };
}
