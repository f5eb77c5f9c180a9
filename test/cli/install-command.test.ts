import { companyProperties, dealProperties } from '../../src/crm/properties.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { LISTS, installedState, writesDuring } from '../usecases/install/installed-state.ts';
import { createPipeline } from '../usecases/deals/partner-deals.ts';
import { type Ran, runIcp } from './run-icp.ts';

/** The record is a property of companies too. */
const ON_COMPANIES = companyProperties([technology]).length + 1;
const ON_DEALS = dealProperties([technology]).length;

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ installed: false });
});
afterEach(() => portal.close());

function icp(...args: string[]): Promise<Ran> {
  return runIcp(args, { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl });
}

test('a dry run prints a document that says what will be made, left alone and left out, and writes nothing', async () => {
  const list = { name: 'Partner ICP: Deep', objectTypeId: '0-2', processingType: 'MANUAL' };
  await portal.outside.send({ method: 'POST', path: LISTS, body: list });
  await createPipeline(portal, 'Line\nbreak | bar');
  let ran: Ran | undefined;

  const writes = await writesDuring(portal, async () => {
    ran = await icp('install', '--dry-run', '--pipeline', 'line\nbreak | bar');
  });

  expect(writes).toEqual([]);
  expect(ran).toMatchObject({ exit: 0, stderr: '' });
  const document = ran?.stdout ?? '';
  expect(document.split('\n').filter((line) => /^#{1,2} /.test(line))).toEqual([
    '# Partner ICP: what an installation would do in this portal',
    '## Will be made',
    '## Will be repaired',
    '## Needs a decision, and stays as it is',
    '## Is left out, and why',
    '## Is there already',
    '## What it costs',
    '## How it is taken away',
  ]);
  expect(document).toMatch(/portal 48000001 \(Sandbox account\)/);
  expect(document).toMatch(/\| Lane \(ipp_lane\) \| Set by Partner ICP from the scorecard\./);
  expect(document).toMatch(/- List Partner ICP: Deep\. There is a list .* stays as it is/);
  expect(document).toMatch(/- Deal pipeline: Line break \| bar\. Partners are worked on in/);
  expect(document).toMatch(/- 21 API calls that write/);
  expect(document).toMatch(`companies: 0 used now, ${ON_COMPANIES} of 10000 afterwards`);
});

test('who watches is told each step', async () => {
  const env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };

  const { exit, stderr } = await runIcp(['install'], env, { isTTY: true });

  const steps = stderr.trimEnd().split('\n');
  const counts = steps.map((_, index) => `${index + 1} of ${steps.length}`);
  expect(exit).toBe(0);
  expect(steps.map((line) => /^(\d+ of \d+): \S/.exec(line)?.[1])).toEqual(counts);
  expect(steps.length).toBeGreaterThan(10);
});

test('a dry run as JSON holds the steps with what is done about each', async () => {
  const { stdout } = await icp('install', '--dry-run', '--json');

  const { steps } = JSON.parse(stdout) as { steps: { name: string; action: string }[] };
  expect(steps).toContainEqual(expect.objectContaining({ name: 'ipp_lane', action: 'create' }));
});

test('what is left out and what clashes is printed with what to do', async () => {
  const list = { name: 'Partner ICP: Deep', objectTypeId: '0-2', processingType: 'MANUAL' };
  await portal.outside.send({ method: 'POST', path: LISTS, body: list });
  const body = { status: 'error', message: 'Not in this plan.', category: 'BANNED' };
  const fault = { kind: 'status', status: 403, body } as const;
  portal.sandbox.faults.add(fault, { method: 'POST', path: '/contacts/labels' });

  const { stdout, exit } = await icp('install');

  expect(exit).toBe(0);
  expect(stdout).toMatch(
    new RegExp(
      `^Created: ${ON_COMPANIES + ON_DEALS} properties, 1 pipeline, 13 lists, 1 object\\. Repaired: nothing\\. Unchanged: nothing\\.$`,
      'm',
    ),
  );
  expect(stdout).toMatch(/^- label: Champion is left out\. Association labels need a Professional plan/m);
  expect(stdout).toMatch(/^! There is a list "Partner ICP: Deep" .* Rename or delete it/m);
});

test.each([
  [
    ['install', '--pipeline', 'Nowhere'],
    2,
    /^--pipeline: no deal pipeline is called "Nowhere"\. There are .*\n$/,
  ],
  [
    ['install', '--edition', 'deluxe'],
    2,
    /^--edition: "deluxe" is no edition\. Choose private or oauth\.\n$/,
  ],
  [['uninstall', '--edition', 'deluxe'], 2, /^--edition: "deluxe" is no edition/],
])('%j ends with %d, one sentence, and nothing written', async (args, exit, sentence) => {
  const writes = await writesDuring(portal, async () => {
    expect(await icp(...args)).toMatchObject({
      exit,
      stdout: '',
      stderr: expect.stringMatching(sentence) as unknown,
    });
  });

  expect(writes).toEqual([]);
});

test('a portal of the other edition is refused with 3 by install, its dry run and uninstall', async () => {
  await icp('install', '--edition', 'oauth');

  const ran = await Promise.all([icp('install'), icp('install', '--dry-run'), icp('uninstall', '--yes')]);

  for (const { exit, stdout, stderr } of ran) {
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
    expect(stderr).toMatch(/^The oauth edition of Partner ICP is installed/);
  }
});

test('uninstall says what would go and waits for --yes; with it, it goes', async () => {
  await icp('install');
  const before = await installedState(portal);

  const asked = await icp('uninstall', '--delete-values');
  const unchanged = await installedState(portal);
  const done = await icp('uninstall', '--yes');
  const again = await icp('uninstall', '--yes', '--json');

  expect(asked).toMatchObject({ exit: 2, stdout: '' });
  expect(asked.stderr).toMatch(
    /^--yes: this takes away the pipeline Partnerships; the labels Champion, .*; the lists Partner ICP: Deep, .*; \d+ properties of companies; .*restore them for 90 days\. Add --yes to do it\.\n$/,
  );
  expect(unchanged).toEqual(before);
  expect(done.stdout).toMatch(
    /^Taken away: .*\n- The custom object .*\n- \d+ properties of companies stay with what people filled in/,
  );
  expect(JSON.parse(again.stdout)).toMatchObject({ removed: [] });
});

test('uninstall of a portal without the app has nothing to ask for', async () => {
  expect(await icp('uninstall')).toMatchObject({ exit: 0, stdout: 'Nothing was taken away.\n' });
});
