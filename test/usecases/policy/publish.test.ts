import type { Portal } from '../../portal.ts';
import type { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import { saveProfileDraft } from '../../../src/usecases/policy/profile-drafts.ts';
import { publishProfile, rollBackProfile } from '../../../src/usecases/policy/publish.ts';
import { anyDraft, weighing } from './any-draft.ts';
import { HOMES } from './both-homes.ts';

const by = 'ann@example.com';
const type = 'technology';
describe.each(HOMES)('with a home %s', (_where, open) => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  function technologyOf({ types }: Awaited<ReturnType<typeof loadPolicy>>) {
    const found = types.find((each) => each.type === type);
    if (found === undefined) throw new Error('no technology');
    return found;
  }

  test('a draft is published as the next version, and becomes the current one', async () => {
    const draft = anyDraft(weighing(25, 25));
    await saveProfileDraft(portal.context, { type, draft, seen: null, by });

    const state = await publishProfile(portal.context, { type, reason: 'Reach counts more', by, policy: 0 });

    expect(state.policy).toBe(1);
    const { profile, versions, draft: left } = technologyOf(state);
    expect(profile.version).toBe(1);
    expect(left).toBeNull();
    expect(versions.map(({ key, isCurrent }) => ({ key, isCurrent }))).toEqual([
      { key: 'technology@1', isCurrent: true },
      { key: 'technology@0', isCurrent: false },
    ]);
    expect(versions[0]?.published).toMatchObject({ by, reason: 'Reach counts more' });
  });

  test('rolling back makes the shipped profile current again, and the next version still counts on', async () => {
    await saveProfileDraft(portal.context, { type, draft: anyDraft(), seen: null, by });
    await publishProfile(portal.context, { type, reason: 'A first one', by, policy: 0 });

    const back = await rollBackProfile(portal.context, {
      type,
      version: 0,
      reason: 'Too early',
      by,
      policy: 1,
    });
    await saveProfileDraft(portal.context, { type, draft: anyDraft(), seen: null, by });
    const again = await publishProfile(portal.context, { type, reason: 'Now', by, policy: 2 });

    expect(technologyOf(back).profile.version).toBe(0);
    expect(technologyOf(again).profile.version).toBe(2);
  });

  test('whoever publishes on an older state of the policy reads what was published', async () => {
    await saveProfileDraft(portal.context, { type, draft: anyDraft(), seen: null, by });
    await publishProfile(portal.context, { type, reason: 'A first one', by, policy: 0 });
    await saveProfileDraft(portal.context, { type, draft: anyDraft(), seen: null, by: 'bob@example.com' });

    const late = publishProfile(portal.context, { type, reason: 'Mine', by: 'bob@example.com', policy: 0 });

    await expect(late).rejects.toMatchObject({ code: 'policy-moved' });
    await expect(late).rejects.toThrow(
      /^ann@example.com published the profile for Technology partner \(v1\) on .*"A first one"/,
    );
  });
});
