import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FAULT_ANSWERS } from '../../sandbox/hubspot/faults/named-faults.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { createStored, storedScorecard } from '../usecases/policy/portfolio.ts';
import { ada, makeCurrent, otherTechnology } from '../usecases/policy/published.ts';
import { runIcp } from './run-icp.ts';

let portal: Portal;
let folder: string;
let ids: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-rejudge-'));
  portal = await openPortal({ types: ['technology'], home: true });
  const passed = storedScorecard({
    ipp_customer_overlap: '1',
    ipp_product_complementarity: '1',
    ipp_distribution_reach: '1',
  });
  ids = await createStored(portal, [storedScorecard(), storedScorecard({ name: '=HYPERLINK("x")' }), passed]);
  await makeCurrent(portal.context, otherTechnology(1, { floors: { deep: 440, fast: 250 } }));
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});
afterEach(() => portal.sandbox.faults.clear());

function icp(...args: string[]) {
  return runIcp(args, { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl });
}

test('a dry run writes what would change to a file, and nothing to the portal', async () => {
  const out = join(folder, 'changes.csv');

  const { exit, stdout } = await icp('rejudge', '--type', 'technology', '--dry-run', '--out', out);
  const rows = (await readFile(out, 'utf8')).split('\r\n');

  expect(exit).toBe(0);
  expect(stdout).toMatch(/^3 scorecards: 3 would be re-judged by .*, 0 judged by it already, 0 left out\.\n/);
  expect(stdout).toContain('  Deep -> Fast lane: 2\n');
  expect(rows[1]).toContain(`${ids[0]},Partner 0,technology@0,technology@1,Deep,Fast lane,430,430,`);
  expect(rows[2]).toContain(`"'=HYPERLINK(""x"")"`);
  expect((await portal.stored(ids[0] ?? ''))['ipp_profile_version']).toBe('technology@0');
});

test('reviews of Deep and Fast lane fall due within four weeks, others stay as they are', async () => {
  const dry = await icp('reviews', 'spread', 'technology');
  const { exit, stdout } = await icp(
    'reviews',
    'spread',
    'technology',
    '--apply',
    '--by',
    ada,
    '--reason',
    'Mid-market.',
  );
  const again = await icp(
    'reviews',
    'spread',
    'technology',
    '--apply',
    '--by',
    ada,
    '--reason',
    'Mid-market.',
  );

  expect(dry.stdout).toMatch(
    /2 would be made due.*\n.*Companies without an owner: 2 companies, by week 1, 1, 0, 0/,
  );
  expect([exit, stdout.split('\n')[0]]).toEqual([
    ...[0, '2 scorecards in Deep or Fast lane: 2 made due within four weeks, 0 unchanged.'],
  ]);
  expect(again.stdout).toMatch(/: 0 made due within four weeks, 2 unchanged\./);
  expect((await portal.stored(ids[2] ?? ''))['ipp_review_due']).toBeUndefined();
});

test('a run that breaks off keeps its progress, and goes on when it is run again', async () => {
  const progress = join(folder, 'progress.json');
  const list = join(folder, 'ids.txt');
  await writeFile(list, ids.join('\n'));
  const args = [
    'rejudge',
    '--type',
    'technology',
    '--apply',
    '--by',
    ada,
    '--companies',
    list,
    '--progress',
    progress,
  ];
  portal.sandbox.faults.add(FAULT_ANSWERS.dailyLimit, {
    path: '/objects/2026-09/companies/batch/update',
    times: 99,
  });

  const broken = await icp(...args);
  portal.sandbox.faults.clear();
  const kept: unknown = JSON.parse(await readFile(progress, 'utf8'));
  const again = await icp(...args);

  expect([broken.exit, again.exit]).toEqual([3, 0]);
  expect(broken.stderr).toContain('The run broke off: 0 companies were re-judged.');
  expect(kept).toMatchObject({ file: 'icp rejudge', to: 'technology@1', after: null });
  expect(again.stdout).toMatch(/^3 scorecards: 3 re-judged by/);
  await expect(readFile(progress, 'utf8')).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a progress file of another version is refused, and so is writing without a person', async () => {
  const progress = join(folder, 'other.json');
  const position = { to: 'technology@9', after: null };
  await writeFile(
    progress,
    JSON.stringify({ file: 'icp rejudge', version: 1, portal: '48000001', ...position }),
  );

  const moved = await icp('rejudge', '--type', 'technology', '--apply', '--by', ada, '--progress', progress);
  const nobody = await icp('rejudge', '--type', 'technology', '--apply');
  const dry = await icp('rejudge', '--type', 'technology', '--progress', progress);

  expect(moved.stderr).toMatch(/began with .*v9.*does not go on under another one\. Nothing was written\./);
  expect([moved.exit, nobody.exit, dry.exit]).toEqual([3, 2, 2]);
});
