import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FAULT_ANSWERS } from '../../sandbox/hubspot/faults/named-faults.ts';
import { DEFAULT_TRANSPORT } from '../../src/crm/client/client.ts';
import { openLimiter } from '../../src/crm/client/limiter.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { type Pipeline, createDeal, createPipeline, valueOfDeal } from '../usecases/deals/partner-deals.ts';
import { csv } from '../usecases/csv/csv-files.ts';
import { type Given, runIcp } from './run-icp.ts';

const ROWS = 250;

let portal: Portal;
let folder: string;
let file: string;
let companies: string[];
let pipeline: Pipeline;
let deal: string;
beforeAll(async () => {
  portal = await openPortal({ types: ['technology'] });
  folder = await mkdtemp(join(tmpdir(), 'icp-broken-off-'));
  companies = [];
  for (let start = 0; start < ROWS; start += 50) {
    const inputs = Array.from({ length: 50 }, () => ({ properties: { name: 'Partner' }, associations: [] }));
    const path = '/crm/objects/2026-09/companies/batch/create';
    const made = (await portal.outside.send({ method: 'POST', path, body: { inputs } })) as {
      results: { id: string }[];
    };
    companies.push(...made.results.map(({ id }) => id));
  }
  pipeline = await createPipeline(portal, 'Partnerships');
  file = join(folder, 'partners.csv');
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

/** Each test imports other ratings, so that every row changes, and has a new deal, which shows no lane yet. */
let rating = 1;
beforeEach(async () => {
  rating += 1;
  deal = await createDeal(portal, pipeline, companies[0] ?? '');
  await writeFile(file, csv(['record_id', 'strategic_fit'], ...companies.map((id) => [id, rating % 5 || 5])));
});
afterEach(() => portal.sandbox.faults.clear());

function importing(given: Given = {}, ...more: string[]) {
  const env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
  return runIcp(['import', file, '--apply', '--by', 'ines@example.com', ...more], env, given);
}

const laneOfDeal = () => valueOfDeal(portal, deal, 'ipp_lane');

const GOES_ON =
  /The import broke off: 100 of 250 rows are known to be written\. .* Run the same command again/;

test.each([
  ['the token is rotated', FAULT_ANSWERS.tokenRefused, /^HubSpot does not accept the access token/],
  ['the daily limit is used up', FAULT_ANSWERS.dailyLimit, /daily limit of API calls is used up/],
  ['the network is gone', { kind: 'reset', write: 'before' } as const, /^HubSpot could not be reached/],
])(
  'an import during which %s says how far it came, and goes on when it is run again',
  async (_, fault, reason) => {
    // The first hundred rows are read and written in one call each, and read back in two; what comes after fails.
    portal.sandbox.faults.add(fault, { path: '/companies/batch/update', skip: 1, times: 999 });
    if (fault.kind === 'reset')
      portal.sandbox.faults.add(fault, {
        path: '/objects/2026-09/companies/batch/read',
        skip: 3,
        times: 999,
      });

    const broken = await importing();
    portal.sandbox.faults.clear();
    const again = await importing();

    expect(broken.exit).toBe(3);
    expect(broken.stdout).toMatch(/^250 rows: 100 written, 0 unchanged, 0 with errors\./);
    expect(broken.stderr).toMatch(reason);
    expect(broken.stderr).toMatch(GOES_ON);
    expect(again).toMatchObject({ exit: 0, stderr: '' });
    expect(again.stdout).toMatch(/^250 rows: 150 written, 100 unchanged, 0 with errors\./);
    expect(await laneOfDeal()).toBe('undecided');
  },
);

test('JSON of an import that broke off has the failure and what was done', async () => {
  portal.sandbox.faults.add(FAULT_ANSWERS.tokenRefused, { path: '/batch/update', skip: 2, times: 999 });

  const { exit, stdout } = await importing({}, '--json');

  expect(exit).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    error: { code: 'wrong-token', message: expect.stringMatching(/200 of 250 rows/) as string },
    report: { changed: 200, rows: 250, columns: { strategic_fit: 200 } },
  });
});

test('Ctrl-C ends an import between two batches, read back and counted', async () => {
  let interrupt: (() => void) | undefined;
  let isReleased = false;
  const onInterrupt = (listener: () => void) => {
    interrupt = listener;
    return () => void (isReleased = true);
  };
  const limiter = openLimiter({ now: () => 0, sleep: () => Promise.resolve() });
  const before = portal.sandbox.journal.entries().length;
  const isWritten = ({ path }: { path: string }) => path.endsWith('/companies/batch/update');
  const take: typeof limiter.take = (...asked) => {
    if (portal.sandbox.journal.entries().slice(before).some(isWritten)) interrupt?.();
    return limiter.take(...asked);
  };
  const transport = {
    ...DEFAULT_TRANSPORT,
    limiter: { take, learn: () => undefined, refused: () => undefined },
  };

  const { exit, stderr } = await importing({ onInterrupt, transport });

  expect([exit, isReleased]).toEqual([130, true]);
  expect(stderr).toMatch(/^The work was cancelled\./);
  expect(stderr).toMatch(GOES_ON);
});

test('deals that an import did not reach are repaired by the next run, which has no row to write', async () => {
  portal.sandbox.faults.add(FAULT_ANSWERS.tokenRefused, { path: '/deals/search', times: 999 });

  const broken = await importing();
  const before = await laneOfDeal();
  portal.sandbox.faults.clear();
  const again = await importing();

  expect(broken.exit).toBe(3);
  expect(broken.stdout).toMatch(/^250 rows: 250 written/);
  expect(broken.stdout).toMatch(/The deals do not show the new verdicts yet\./);
  expect(before).not.toBe('undecided');
  expect(again.stdout).toMatch(/^250 rows: 0 written, 250 unchanged/);
  expect(await laneOfDeal()).toBe('undecided');
});
