import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { technology } from '../../src/icp/profiles/technology.ts';
import { DEFAULT_SETTINGS } from '../../src/icp/settings.ts';
import { loadPolicy } from '../../src/usecases/policy/load-policy.ts';
import { discardProfileDraft, saveProfileDraft } from '../../src/usecases/policy/profile-drafts.ts';
import { publishProfile } from '../../src/usecases/policy/publish.ts';
import { publishSettings, saveSettingsDraft } from '../../src/usecases/policy/settings.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { anyDraft, weighing } from '../usecases/policy/any-draft.ts';
import { runIcp } from './run-icp.ts';

const type = 'technology';
const jane = 'jane@example.com';

let portal: Portal;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-refused-'));
  portal = await openPortal({ home: true, types: [type] });
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

const icp = (...args: string[]) =>
  runIcp(args, { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl });

/** The shipped profile with these weights of its first dimensions, which sum to 50. */
const weights = (first: unknown, second: unknown) => ({
  ...technology,
  dimensions: technology.dimensions.map((dimension, index) => ({
    ...dimension,
    weight: [first, second][index] ?? dimension.weight,
  })),
});

test.each([
  ['a weight of 0', weights(0, 50), /dimensions\[0\]\.weight: .*(at least 1|from 1 to 100)/],
  ['a negative weight', weights(-5, 55), /dimensions\[0\]\.weight: .*(at least 1|from 1 to 100)/],
  ['a fractional weight', weights(29.5, 20.5), /dimensions\[0\]\.weight: .*whole number/],
  ['weights that sum to 99', weights(29, 20), /dimensions: the weights must sum to 100, these sum to 99/],
  ['weights that are texts', weights('30', 20), /dimensions\[0\]\.weight: /],
  [
    'a version that does not follow',
    { ...technology, version: 7 },
    /version: version 7 does not follow the newest, which is 0: the next one is 1/,
  ],
  ['a version that is no whole number', { ...technology, version: 0.5 }, /version/],
])('%s in a file is named by field, and neither command publishes it', async (_, profile, said) => {
  const path = join(folder, 'p.json');
  await writeFile(path, JSON.stringify(profile));

  const file = await icp(
    'profile',
    'publish',
    type,
    '--file',
    path,
    '--by',
    jane,
    '--reason',
    'Why',
    '--yes',
  );
  const drafted = await icp('profile', 'draft', type, '--file', path, '--by', jane);
  const published = await icp('profile', 'publish', type, '--by', jane, '--reason', 'Why', '--yes');

  expect(file).toMatchObject({ exit: 2, stderr: expect.stringMatching(said) as unknown });
  expect(drafted).toMatchObject({ exit: 2, stderr: expect.stringMatching(said) as unknown });
  expect(published.exit).toBe(2);
  const { policy, types } = await loadPolicy(portal.context);
  expect(policy).toBe(0);
  const seen = types.find((one) => one.type === type)?.draft?.at;
  if (seen !== undefined) await discardProfileDraft(portal.context, { type, seen, by: jane });
});

test('names, reasons and links of the portal cannot act on the terminal', async () => {
  const hostile = 'Ann\u001b]0;owned\u0007\u001b[2J\u009b31m\r\n! Forged: all is well\u2028! Forged\u202Egnp';
  const link = { url: 'https://example.com/\u001b[2J\u009b31m\u202E', owner: hostile, on: '2026-01-31' };
  const draft = anyDraft(weighing(25, 25));
  const prerequisites = { ...draft.prerequisites, hypothesis: link, customerIcp: link };
  const texts = { title: hostile, origin: hostile };
  const { context } = portal;
  const first = { ...draft, prerequisites, profile: { ...draft.profile, ...texts } };
  await saveProfileDraft(context, { type, draft: first, seen: null, by: hostile });
  await publishProfile(context, { type, by: hostile, reason: hostile, policy: 0 });
  const settings = {
    ...DEFAULT_SETTINGS,
    factSources: {
      sharedCustomers: { by: 'label', label: hostile, lifecycleStages: [] } as const,
      companiesAsking: null,
    },
  };
  await publishSettings(context, { settings, by: hostile, reason: hostile, policy: 1 });
  const other = { ...anyDraft(), prerequisites: { ...prerequisites, thesis: link } };
  const kept = await saveProfileDraft(context, { type, draft: other, seen: null, by: hostile });
  expect(kept.conflict).toBeNull();
  await saveSettingsDraft(context, { settings: { ...settings, slots: 8 }, seen: null, by: hostile });
  const template = join(folder, 't.json');
  const who = ['--by', jane, '--reason', 'Why'];

  for (const args of [
    ['profile', 'list'],
    ['profile', 'show', type],
    ['profile', 'show', type, '--draft'],
    ['profile', 'compare', type, '1', 'draft'],
    ['profile', 'compare', type, '0', '1'],
    ['profile', 'preview', type],
    ['profile', 'publish', type, ...who],
    ['profile', 'rollback', type, '--to', '0', ...who],
    ['profile', 'draft', type, '--from', '0', '--by', jane],
    ['profile', 'export', '--out', template],
    ['profile', 'import', template],
    ['settings', 'show'],
    ['settings', 'set', 'slots=3', '--by', jane],
    ['settings', 'publish', ...who],
  ])
    for (const json of [[], ['--json']]) {
      const { stdout, stderr } = await icp(...args, ...json);
      expect(`${args.join(' ')}\n${stdout}${stderr}`).not.toMatch(
        // eslint-disable-next-line no-control-regex
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]|^! Forged/m,
      );
    }
});
