import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { type Ran, runIcp } from './run-icp.ts';

let portal: Portal;
let env: Record<string, string>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-profile-'));
  portal = await openPortal({ home: true, types: ['technology'] });
  env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

const BY = ['--by', 'jane@example.com'];
const WHY = ['--reason', 'Yearly review'];

const icp = (...args: string[]): Promise<Ran> => runIcp(args, env);
const file = (name: string) => join(folder, name);
const json = ({ stdout }: Ran) => JSON.parse(stdout) as Record<string, unknown>;

test('a preset is drafted, shown before it is published, published with --yes, and rolled back', async () => {
  const drafted = await icp('profile', 'draft', 'technology', '--preset', 'retention', ...BY);
  const asked = await icp('profile', 'publish', 'technology', ...BY, ...WHY);
  const before = await icp('profile', 'list');
  const published = await icp('profile', 'publish', 'technology', ...BY, ...WHY, '--yes');
  const listed = await icp('profile', 'list', '--json');
  const back = await icp('profile', 'rollback', 'technology', '--to', '0', ...BY, ...WHY, '--yes');

  expect(drafted).toMatchObject({ exit: 0, stderr: '' });
  expect(asked).toMatchObject({ exit: 2, stderr: expect.stringMatching(/--yes/) as unknown });
  expect(asked.stdout).toMatch(/Weights: customer overlap 30 -> 35/);
  expect(before.stdout).toMatch(/^technology +Shipped profile +draft of .* by jane@example\.com$/m);
  expect(published.exit).toBe(0);
  expect(published.stdout).toMatch(
    /Current from now on: Profile of .* \(v1\)\.[\s\S]*icp rejudge --type technology/,
  );
  expect(json(listed)).toMatchObject({
    policy: 1,
    types: expect.arrayContaining([
      expect.objectContaining({ type: 'technology', draft: null, isReviewDue: false }),
    ]) as unknown,
  });
  expect(back.stdout).toMatch(/Current from now on: Shipped profile\./);
});

test('a draft with faults is kept, named by field, and neither previewed nor published', async () => {
  const args = ['profile', 'draft', 'reseller', '--weight', 'people=24', '--floor', 'deep=200', ...BY];
  const drafted = await icp(...args);
  const refused = await icp('profile', 'publish', 'reseller', ...BY, ...WHY, '--yes');
  const shown = await icp('profile', 'show', 'reseller', '--draft');

  expect(drafted.exit).toBe(2);
  expect(drafted.stderr).toMatch(/- dimensions: the weights must sum to 100, these sum to 99/);
  expect(drafted.stderr).toMatch(/- floors\.deep: the floor of deep must be above the floor of fast/);
  expect(refused).toMatchObject({ exit: 2, stderr: expect.stringMatching(/sum to 99/) as unknown });
  expect(shown.stdout).toMatch(/It cannot be published yet:/);
});

test("somebody else's draft is not written over unasked", async () => {
  await icp('profile', 'draft', 'oem', '--floor', 'deep=400', ...BY);
  const args = ['profile', 'draft', 'oem', '--from', '0', '--by', 'lena@example.com'];
  const refused = await icp(...args);
  const replaced = await icp(...args, '--replace');

  expect(refused).toMatchObject({
    exit: 2,
    stderr: expect.stringMatching(/by jane@example\.com/) as unknown,
  });
  expect(replaced.exit).toBe(0);
});

test('a file is written to be edited and read back; a doubled key, 2 MB and another type are refused', async () => {
  await icp('profile', 'show', 'marketing', '--out', file('m.json'));
  const text = await readFile(file('m.json'), 'utf8');
  await writeFile(file('twice.json'), text.replace('"floors": {', '"floors": { "deep": 1,'));
  await writeFile(file('big.json'), `${' '.repeat(2_000_000)}{}`);
  const draft = (type: string, name: string) => icp('profile', 'draft', type, '--file', file(name), ...BY);

  const read = await draft('marketing', 'm.json');
  const twice = await draft('marketing', 'twice.json');
  const big = await draft('marketing', 'big.json');
  const other = await draft('solution', 'm.json');

  expect(read).toMatchObject({ exit: 0, stderr: '' });
  expect(twice).toMatchObject({
    exit: 2,
    stderr: expect.stringMatching(/floors\.deep stands twice/) as unknown,
  });
  expect(big).toMatchObject({ exit: 2, stderr: expect.stringMatching(/2\.0 MB.*1 MB at most/) as unknown });
  expect(other).toMatchObject({
    exit: 2,
    stderr: expect.stringMatching(/a profile of marketing/) as unknown,
  });
});

test('names and reasons cannot act on the terminal', async () => {
  await icp('profile', 'show', 'referral', '--out', file('r.json'));
  const text = await readFile(file('r.json'), 'utf8');
  await writeFile(file('h.json'), text.replace('"label": "', '"label": "\\u001b[2Jowned'));
  const drafted = await icp('profile', 'draft', 'referral', '--file', file('h.json'), ...BY);
  const reason = await icp('profile', 'publish', 'referral', ...BY, '--reason', 'a\u001b[2J');

  // eslint-disable-next-line no-control-regex
  expect(drafted.stdout + drafted.stderr).not.toMatch(/\u001b/);
  expect(reason).toMatchObject({ exit: 2, stderr: expect.stringMatching(/^--reason: /) as unknown });
});

test('settings are drafted, published, and carried over with the profiles; a second import finds nothing', async () => {
  const wrong = await icp('settings', 'set', 'slots=-1', ...BY);
  await icp('settings', 'set', 'slots=3', ...BY);
  const published = await icp('settings', 'publish', ...BY, ...WHY, '--yes');
  await icp('profile', 'export', '--out', file('t.json'));
  const template = JSON.parse(await readFile(file('t.json'), 'utf8')) as { settings: object };
  const changed = { ...template, settings: { ...template.settings, slots: 5 } };
  await writeFile(file('t2.json'), JSON.stringify(changed));
  const plan = await icp('profile', 'import', file('t2.json'));
  const applied = await icp('profile', 'import', file('t2.json'), '--apply', ...BY, ...WHY);
  const again = await icp('profile', 'import', file('t2.json'), '--apply', ...BY, ...WHY);

  expect(wrong).toMatchObject({ exit: 2, stderr: expect.stringMatching(/^slots: /) as unknown });
  expect(published.exit).toBe(0);
  expect(plan.stdout).toMatch(/Partners to go deep with in a quarter: 3 -> 5[\s\S]*Nothing was published/);
  expect(applied.stdout).toMatch(/Published: settings\./);
  expect(again.stdout).toMatch(/Nothing was published\./);
});
