import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DEFAULT_TRANSPORT } from '../../src/crm/client/client.ts';
import { openLimiter } from '../../src/crm/client/limiter.ts';
import { homeInCrm } from '../../src/crm/policy-home.ts';
import { DEFAULT_SETTINGS } from '../../src/icp/settings.ts';
import type { Context } from '../../src/usecases/context.ts';
import { keepPolicy } from '../../src/usecases/policy/known-policy.ts';
import { loadPolicy } from '../../src/usecases/policy/load-policy.ts';
import { saveProfileDraft } from '../../src/usecases/policy/profile-drafts.ts';
import { publishSettings } from '../../src/usecases/policy/settings.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { skippingClock } from '../skipping-clock.ts';
import { editEntry } from '../usecases/policy/a-home.ts';
import { anyDraft, weighing } from '../usecases/policy/any-draft.ts';
import { publish } from '../usecases/policy/two-portals.ts';
import { type Ran, runIcp } from './run-icp.ts';

const type = 'technology';
const ann = 'ann@example.com';
const DECIDED = ['--by', 'jane@example.com', '--reason', 'Yearly review', '--yes'];

let portal: Portal;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-moved-'));
});
beforeEach(async () => {
  portal = await openPortal({ home: true, types: [type] });
});
afterEach(() => portal.close());
afterAll(() => rm(folder, { recursive: true }));

const icp = (...args: string[]) => runIcp(args, environment());
const environment = () => ({ HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl });

/** Somebody else, whose process knows nothing of ours. */
function another(): Context {
  const { context, app } = portal;
  return { ...context, policy: keepPolicy(), home: homeInCrm(app, context.installation) };
}

/** Runs a command while somebody else does something, right after its first call to a path has been answered. */
async function icpWhile(path: RegExp, happens: () => Promise<unknown>, ...args: string[]): Promise<Ran> {
  const before = portal.sandbox.journal.entries().length;
  const { now, sleep, timer } = skippingClock();
  const limiter = openLimiter({ now, sleep });
  let isDone = false;
  const take: typeof limiter.take = async (...asked) => {
    const calls = portal.sandbox.journal.entries().slice(before);
    if (!isDone && calls.some((call) => path.test(call.path))) {
      isDone = true;
      await happens();
    }
    return limiter.take(...asked);
  };
  const transport = { ...DEFAULT_TRANSPORT, now, sleep, timer, limiter: { ...limiter, take } };
  return runIcp(args, environment(), { transport });
}

const otherSettings = async () =>
  publishSettings(another(), {
    ...{ settings: { ...DEFAULT_SETTINGS, slots: 9 }, by: ann, reason: 'Nine' },
    policy: (await loadPolicy(another())).policy,
  });

test.each([[[]], [['--json']]])(
  'whoever publishes after somebody else reads who, what and why; nothing is published and the draft is kept %p',
  async (options) => {
    await saveProfileDraft(portal.context, { type, draft: anyDraft(weighing(40, 10)), seen: null, by: ann });

    const ran = await icpWhile(
      /objects\/[^/]+\/companies/,
      otherSettings,
      'profile',
      'publish',
      type,
      ...DECIDED,
      ...options,
    );

    expect(ran).toMatchObject({
      exit: 3,
      stderr: expect.stringMatching(
        /ann@example\.com published settings on .*"Nine"\. Nothing of yours was published, and nothing that you edited is lost/,
      ) as unknown,
    });
    if (options.length > 0) expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: 'policy-moved' } });
    const { policy, types } = await loadPolicy(another());
    expect(policy).toBe(1);
    expect(types.find((one) => one.type === type)).toMatchObject({
      profile: { version: 0 },
      draft: { by: ann, faults: [] },
    });
  },
);

test('rolling back after somebody else is refused in the same way', async () => {
  await publish(portal.context, type, anyDraft(weighing(25, 25)));

  const args = ['profile', 'rollback', type, '--to', '0', ...DECIDED];
  const ran = await icpWhile(/objects\/[^/]+\/companies/, otherSettings, ...args);

  expect(ran).toMatchObject({
    exit: 3,
    stderr: expect.stringMatching(/ann@example\.com published settings/) as unknown,
  });
  expect((await loadPolicy(another())).policy).toBe(2);
});

test('a draft that somebody saved meanwhile is not written over', async () => {
  const save = () =>
    saveProfileDraft(another(), { type, draft: anyDraft(weighing(40, 10)), seen: null, by: ann });

  const args = ['profile', 'draft', type, '--preset', 'growth', '--by', 'jane@example.com'];
  const ran = await icpWhile(/partner_icp_home/, save, ...args);

  expect(ran).toMatchObject({ exit: 2, stderr: expect.stringMatching(/by ann@example\.com/) as unknown });
  const { types } = await loadPolicy(another());
  expect(types.find((one) => one.type === type)?.draft?.by).toBe(ann);
});

test('a profile that was edited in HubSpot is named and not shown as the shipped one; a new one can be published', async () => {
  await publish(portal.context, type, anyDraft(weighing(25, 25)));
  await editEntry(portal, 'technology@1', { ipp_body: '{"profile":{}}' });

  const listed = await icp('profile', 'list');
  const shown = await icp('profile', 'show', type);
  const exported = await icp('profile', 'export', '--out', join(folder, 't.json'));
  await icp('profile', 'draft', type, '--preset', 'retention', '--by', 'jane@example.com');
  const published = await icp('profile', 'publish', type, ...DECIDED);

  expect(listed.stdout).toMatch(/^technology +cannot be read, run: icp doctor\b/m);
  expect(listed.stdout).toMatch(/! Edited or deleted in HubSpot: .*Technology partner.*v1.*\./);
  expect(shown.stdout).toMatch(/cannot be read/);
  expect(exported).toMatchObject({
    exit: 3,
    stderr: expect.stringMatching(/Technology partner.* was edited or deleted/) as unknown,
  });
  await expect(readFile(join(folder, 't.json'))).rejects.toThrow(/ENOENT/);
  expect(published.stdout).toMatch(
    /cannot be read; .* -> draft of[\s\S]*Current from now on: Profile of .* \(v2\)/,
  );
});

test('a draft that was saved after the plan was shown is not published with --draft', async () => {
  const keep = (overlap: number, seen: string | null) =>
    saveProfileDraft(another(), { type, draft: anyDraft(weighing(overlap, 50 - overlap)), seen, by: ann });
  const shown = (await keep(30, null)).state.types.find((each) => each.type === type)?.draft?.at ?? '';
  const planned = await icp('profile', 'publish', type, ...DECIDED.slice(0, -1));
  await keep(40, shown);

  const refused = await icp('profile', 'publish', type, ...DECIDED, '--draft', shown);

  expect(planned.stderr).toContain(`--draft ${shown} --yes`);
  expect(refused).toMatchObject({
    exit: 2,
    stderr: expect.stringMatching(
      /^--draft: somebody saved another draft since, at .*Nothing was published/,
    ) as unknown,
  });
  expect((await loadPolicy(another())).policy).toBe(0);
});
