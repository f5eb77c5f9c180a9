import type { PolicyBody } from '../../../src/contract/policy.ts';
import { propertiesOf } from '../../../src/crm/home-entry.ts';
import { homeInCrm } from '../../../src/crm/policy-home.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import { saveProfileDraft } from '../../../src/usecases/policy/profile-drafts.ts';
import { publishProfile } from '../../../src/usecases/policy/publish.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { aroundCalls } from '../../around-calls.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { HOME, anEntry } from './a-home.ts';
import { anyDraft } from './any-draft.ts';
import { createStored, storedScorecard } from './portfolio.ts';
import { ada, makeCurrent, otherTechnology } from './published.ts';

const type = 'technology' as const;

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ types: [type], home: true });
});
afterEach(() => portal.close());

/** As another process, which knows nothing of the policy yet. */
function another(): Context {
  return { ...portal.context, policy: keepPolicy() };
}

/** The log as a portal has it that has published settings this often. */
async function publishSettingsOften(times: number): Promise<void> {
  const inputs = Array.from({ length: times }, (_, index) => {
    const version = index + 1;
    const settings = { ...DEFAULT_SETTINGS, slots: 1 + (version % 9) };
    const body: PolicyBody = { version, settings, current: {}, act: { kind: 'settings' } };
    const entry = anEntry({ key: `policy@${version}`, body: JSON.stringify(body) });
    return { properties: propertiesOf(entry), associations: [] };
  });
  await portal.outside.send({ method: 'POST', path: `${HOME}/batch/create`, body: { inputs } });
}

test.each([85, 90, 95])('a log of %d entries is read whole at a cold start, and goes on', async (times) => {
  await publishSettingsOften(times);

  const before = await loadPolicy(another());
  const settings = { ...DEFAULT_SETTINGS, slots: 10 };
  const after = await publishSettings(another(), { settings, reason: 'Asked', by: ada, policy: times });

  expect([before.policy, before.log.length, before.damaged]).toEqual([times, times, []]);
  expect(before.settings.slots).toBe(1 + (times % 9));
  expect([after.policy, after.settings.slots]).toEqual([times + 1, 10]);
});

test('a company that was judged by a version published during the load is shown by that version', async () => {
  const [companyId = ''] = await createStored(portal, [storedScorecard()]);
  await loadScorecard(portal.context, { companyId });
  let readings = 0;
  let setRead = () => {};
  const policyRead = new Promise<void>((resolve) => (setRead = resolve));
  const read = aroundCalls(
    portal.app,
    ({ path }) => path === `${HOME}/batch/read`,
    'after',
    (_request, count) => {
      readings = count;
      setRead();
      return Promise.resolve();
    },
  );
  const crm = aroundCalls(
    portal.app,
    ({ path }) => path.endsWith(`/companies/${companyId}`),
    'before',
    async () => {
      await policyRead;
      await makeCurrent(another(), otherTechnology(1, { floors: { deep: 440, fast: 250 } }));
      await editOutside(portal, companyId, { ipp_profile_version: 'technology@1' });
    },
  );
  const home = homeInCrm(read, portal.context.installation);

  const { profileVersion, profile, verdict } = await loadScorecard(
    { ...portal.context, crm, home },
    { companyId },
  );

  expect([profileVersion, profile.version, verdict?.lane]).toEqual(['technology@1', 1, 'fast']);
  // what was known, what is newer, and the body of it
  expect(readings).toBe(3);
});

test('where settings say so, a profile without its prerequisites is not published, and the draft is kept', async () => {
  const settings = { ...DEFAULT_SETTINGS, prerequisites: 'refuse' } as const;
  await publishSettings(portal.context, { settings, reason: 'Asked', by: ada, policy: 0 });
  const whole = anyDraft();
  const draft = { ...whole, prerequisites: { ...whole.prerequisites, thesis: null } };
  const { state } = await saveProfileDraft(portal.context, { type, draft, seen: null, by: ada });
  const publishing = { type, reason: 'Yearly', by: ada, policy: 1 };

  await expect(publishProfile(portal.context, publishing)).rejects.toMatchObject({
    code: 'invalid-input',
    field: 'prerequisites',
    message: expect.stringMatching(/thesis/i) as unknown,
  });

  const kept = await loadPolicy(another());
  const draftOf = ({ types }: typeof kept) => types.find((each) => each.type === type)?.draft;
  expect([kept.policy, draftOf(kept)]).toEqual([1, draftOf(state)]);
  const seen = draftOf(kept)?.at ?? null;
  await saveProfileDraft(portal.context, { type, draft: whole, seen, by: ada });
  expect((await publishProfile(portal.context, publishing)).policy).toBe(2);
});
