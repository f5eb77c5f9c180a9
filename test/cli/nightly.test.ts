import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FAULT_ANSWERS } from '../../sandbox/hubspot/faults/named-faults.ts';
import { DEFAULT_TRANSPORT } from '../../src/crm/client/client.ts';
import { openLimiter } from '../../src/crm/client/limiter.ts';
import { APP_TOKEN, type Portal, editOutside, openPortal } from '../portal.ts';
import { ratedOutside } from '../usecases/nightly/run-nightly.ts';
import { type Given, runIcp } from './run-icp.ts';

const COMPANIES = 120;
/** Enough for the first fifty companies, and not for the next. */
const FEW_CALLS = ['--calls', '25'];

let portal: Portal;
let folder: string;
let file: string;
let companies: string[];
beforeAll(async () => {
  portal = await openPortal({ types: ['technology'] });
  folder = await mkdtemp(join(tmpdir(), 'icp-nightly-'));
  companies = [];
  for (let start = 0; start < COMPANIES; start += 60) {
    const inputs = Array.from({ length: 60 }, () => ({ properties: ratedOutside, associations: [] }));
    const path = '/crm/objects/2026-09/companies/batch/create';
    const made = (await portal.outside.send({ method: 'POST', path, body: { inputs } })) as {
      results: { id: string }[];
    };
    companies.push(...made.results.map(({ id }) => id));
  }
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

let count = 0;
beforeEach(() => {
  count += 1;
  file = join(folder, `progress-${count}.json`);
});
afterEach(() => portal.sandbox.faults.clear());

function runNightly(args: readonly string[], given: Given = {}) {
  const env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
  return runIcp(['nightly', ...args], env, given);
}

/** What the progress file holds; null where there is none. */
async function progress(): Promise<unknown> {
  return access(file).then(
    async () => JSON.parse(await readFile(file, 'utf8')) as unknown,
    () => null,
  );
}

test('a run stops at its bound and says how it goes on; with the progress file later runs come through', async () => {
  const first = await runNightly(['--progress', file, ...FEW_CALLS]);
  const kept = await progress();
  const second = await runNightly(['--progress', file, ...FEW_CALLS]);
  const third = await runNightly(['--progress', file]);
  const again = await runNightly([]);

  expect(first.exit).toBe(3);
  expect(first.stdout).toMatch(
    /^50 companies were looked at, 50 repaired; 0 deals, 0 repaired\. (1\d|2[0-5]) calls\.\n$/,
  );
  expect(first.stderr).toMatch(/^The run ended at its bound of 25 calls: .*--after \d+\.\n$/);
  expect(kept).toEqual({
    ...{ file: 'icp nightly', version: 1, portal: '48000001' },
    ...{ phase: 'verdicts', after: companies[49] },
  });
  expect(second.stdout).toMatch(/^50 companies were looked at, 50 repaired/);
  expect(third).toMatchObject({ exit: 0, stderr: '' });
  expect(third.stdout).toMatch(/^20 companies were looked at, 20 repaired/);
  expect(await progress()).toBeNull();
  expect(again).toMatchObject({ exit: 0, stderr: '' });
  expect(again.stdout).toMatch(/^120 companies were looked at, 0 repaired/);
});

test('--after begins behind a company', async () => {
  const { exit, stdout } = await runNightly(['--after', companies[99] ?? '', '--json']);

  expect(exit).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ companies: 20, companiesRepaired: 0, findings: [], left: null });
});

test('a run that breaks off says why and how far it came, keeps the progress, and goes on when it is run again', async () => {
  // Everything after the second page of fifty fails.
  portal.sandbox.faults.add(FAULT_ANSWERS.dailyLimit, {
    path: '/objects/2026-09/companies/batch/read',
    skip: 2,
    times: 99,
  });

  const broken = await runNightly(['--progress', file, '--json']);
  portal.sandbox.faults.clear();
  const kept = await progress();
  const again = await runNightly(['--progress', file]);

  expect(broken.exit).toBe(3);
  expect(broken.stderr).toMatch(
    /daily limit .* The run broke off: 100 companies were looked at, 0 repaired; .* --after \d+\.\n$/,
  );
  expect(JSON.parse(broken.stdout)).toMatchObject({
    error: { code: 'rate-limited' },
    report: { companies: 100, left: { phase: 'verdicts', after: companies[99] } },
  });
  expect(kept).toMatchObject({ after: companies[99] });
  expect(again.stdout).toMatch(/^20 companies were looked at/);
  expect([again.exit, await progress()]).toEqual([0, null]);
});

test('Ctrl-C ends a run before its next companies, with the progress kept', async () => {
  let interrupt: (() => void) | undefined;
  const onInterrupt = (listener: () => void) => {
    interrupt = listener;
    return () => undefined;
  };
  const limiter = openLimiter({ now: () => 0, sleep: () => Promise.resolve() });
  const before = portal.sandbox.journal.entries().length;
  const isRead = ({ path }: { path: string }) => path.endsWith('/objects/2026-09/companies/batch/read');
  const take: typeof limiter.take = (...asked) => {
    if (portal.sandbox.journal.entries().slice(before).some(isRead)) interrupt?.();
    return limiter.take(...asked);
  };
  const transport = {
    ...DEFAULT_TRANSPORT,
    limiter: { take, learn: () => undefined, refused: () => undefined },
  };

  const { exit, stderr: said } = await runNightly(['--progress', file], { onInterrupt, transport });

  expect(exit).toBe(130);
  expect(said).toMatch(/The work was cancelled\. .*The run broke off: 50 companies were looked at/);
  expect(await progress()).toMatchObject({ after: companies[49] });
});

test('what needs a person is said on the error output, and the exit code is 2', async () => {
  const [first = ''] = companies;
  await editOutside(portal, first, { ipp_profile_version: 'technology@9' });

  const { exit, stdout, stderr } = await runNightly([]);
  await editOutside(portal, first, { ipp_profile_version: 'technology@0' });

  expect(exit).toBe(2);
  expect(stdout).toMatch(/^120 companies were looked at, 0 repaired; .*\n$/);
  expect(stderr).toMatch(/^! 1 company was not judged, and nothing was written\. .* \[not-judged\]\n/);
  expect(stderr).toMatch(new RegExp(`\\n    record ${first}: .*Technology partner, v9`));
});

test.each([
  ['is cut off', '{"file":"icp night'],
  ['is empty', ''],
  ['is something else', '{"name":"partners"}'],
  ['names no id', '{"file":"icp nightly","version":1,"portal":"48000001","phase":"verdicts","after":"x"}'],
  ['is of a later version', '{"file":"icp nightly","version":2,"portal":"48000001"}'],
])('a progress file that %s is refused by name, and stays as it is', async (_, text) => {
  await writeFile(file, text);

  const calls = await portal.callsDuring(async () => {
    const { exit, stderr } = await runNightly(['--progress', file]);

    expect([exit, stderr]).toEqual([
      2,
      expect.stringContaining(`--progress: ${file} is no progress file of icp nightly, or it is damaged.`),
    ]);
  });

  expect(calls).toEqual([]);
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('a progress file of another portal is refused, and so are wrong options', async () => {
  const other = { file: 'icp nightly', version: 1, portal: '77', phase: 'verdicts', after: '5' };
  await writeFile(file, JSON.stringify(other));

  const foreign = await runNightly(['--progress', file]);
  const folderGone = await runNightly(['--progress', join(folder, 'gone', 'progress.json')]);
  const noCalls = await runNightly(['--calls', '0']);
  const noId = await runNightly(['--after', '1;2']);
  const both = await runNightly(['--after', '1', '--progress', file]);

  expect(foreign.stderr).toContain(`${file} is about portal 77, and the access token is for portal 48000001`);
  expect(folderGone.stderr).toMatch(/^--progress: .*gone.*cannot be used/);
  expect([foreign, folderGone, noCalls, noId, both].map(({ exit }) => exit)).toEqual([2, 2, 2, 2, 2]);
  expect(await progress()).toEqual(other);
});
