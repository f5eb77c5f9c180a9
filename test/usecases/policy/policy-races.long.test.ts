import type { PolicyState } from '../../../src/contract/policy.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import { saveProfileDraft } from '../../../src/usecases/policy/profile-drafts.ts';
import { publishProfile, rollBackProfile } from '../../../src/usecases/policy/publish.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { Refused } from '../../../src/usecases/refused.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { anyDraft, weighing } from './any-draft.ts';
import { STAGES, type Stage } from './stages.ts';

const type = 'technology';
const ann = 'ann@example.com';
const bob = 'bob@example.com';

function draftWith(...weights: number[]) {
  return anyDraft(weighing(...weights));
}

/** Every version that is named has a whole body, and each number stands once. */
function expectWhole(state: PolicyState): void {
  expect(state.damaged).toEqual([]);
  expect(state.log.map(({ policy }) => policy)).toEqual(
    Array.from({ length: state.policy }, (_, index) => state.policy - index),
  );
}

function currentOf({ types }: PolicyState) {
  return types.find((each) => each.type === type)?.profile;
}

const SAVES_ANEW = 'publishes a draft that he saves anew';
const BOBS_REASON = 'Bob thinks so.';
const { profile } = draftWith(25, 20, 25);
const bobs = anyDraft({
  dimensions: profile.dimensions.map((each) => ({ ...each, weightReason: BOBS_REASON })),
});

const OTHERS: [string, (context: Context, policy: number) => Promise<PolicyState>][] = [
  [
    'publishes the same draft',
    (context, policy) => publishProfile(context, { type, reason: 'Bob', by: bob, policy }),
  ],
  [
    SAVES_ANEW,
    async (context, policy) => {
      const seen = (await loadPolicy(context)).types.find((each) => each.type === type)?.draft?.at ?? null;
      await saveProfileDraft(context, { type, draft: bobs, seen, by: bob });
      return publishProfile(context, { type, reason: 'Bob', by: bob, policy });
    },
  ],
  [
    'publishes settings',
    async (context, policy) => {
      const { settings } = await loadPolicy(context);
      return publishSettings(context, {
        settings: { ...settings, slots: 7 },
        reason: 'Bob',
        by: bob,
        policy,
      });
    },
  ],
  [
    'goes back',
    (context, policy) => rollBackProfile(context, { type, version: 0, reason: 'Bob', by: bob, policy }),
  ],
];

/** @returns what came of it: the state, or the refusal */
async function tried(work: Promise<PolicyState>): Promise<PolicyState | Refused> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

/** Acts of Ann other than publishing a profile, on what was published. */
const HERS: [string, (context: Context) => Promise<PolicyState>, (state: PolicyState) => void][] = [
  [
    'going back',
    (context) => rollBackProfile(context, { type, version: 0, reason: 'Ann', by: ann, policy: 1 }),
    (state) => expect(currentOf(state)?.version).toBe(0),
  ],
  [
    'publishing settings',
    (context) => publishSettings(context, { settings: slots(5), reason: 'Ann', by: ann, policy: 1 }),
    (state) => expect(state.settings.slots).toBe(5),
  ],
];

class Killed extends Error {}

function slots(number: number) {
  return { ...DEFAULT_SETTINGS, slots: number };
}

describe.each(STAGES)('with a home %s', (_where, open) => {
  let stage: Stage;
  /** Nothing was published; Ann has a draft. */
  let drafted: () => Promise<void>;
  /** Ann has published it, and has another draft. */
  let published: () => Promise<void>;
  beforeAll(async () => {
    stage = await open({ types: [type] });
    const { context } = stage;
    await saveProfileDraft(context, { type, draft: draftWith(35, 15), seen: null, by: ann });
    drafted = await stage.keep();
    await publishProfile(context, { type, reason: 'First', by: ann, policy: 0 });
    await saveProfileDraft(context, { type, draft: draftWith(25, 25), seen: null, by: ann });
    published = await stage.keep();
  });
  afterAll(() => stage.close());

  /** As another process sees the portal: nothing of its policy is known yet. */
  const another = (before?: (count: number) => Promise<unknown>) => stage.another(before);

  describe.each(OTHERS)('while Ann publishes, Bob %s', (name, other) => {
    test('right before any of her calls: one wins, the other reads what won', async () => {
      let calls = 1;
      for (let nth = 1; nth <= calls; nth += 1) {
        await published();
        calls = 0;
        let bobsAnswer: PolicyState | Refused | null = null;
        const before = async (count: number) => {
          calls = count;
          if (count === nth) bobsAnswer = await tried(other(another(), 1));
        };

        const anns = await tried(
          publishProfile(another(before), { type, reason: 'Ann', by: ann, policy: 1 }),
        );

        const state = await loadPolicy(another());
        expectWhole(state);
        expect(state.policy).toBe(2);
        const winner = state.log[0]?.by ?? '';
        const [won, lost] = winner === ann ? [anns, bobsAnswer] : [bobsAnswer, anns];
        expect(won).toMatchObject({ policy: 2 });
        if (lost instanceof Refused && lost.code === 'policy-moved') expect(lost.message).toContain(winner);
        else expect(lost).toMatchObject({ code: 'invalid-input' });
        // what Bob saved is published, or still his draft
        if (name === SAVES_ANEW) expect(JSON.stringify(state)).toContain(BOBS_REASON);
      }
      expect(calls).toBeGreaterThan(4);
    });
  });

  describe.each(HERS)('%s', (_name, hers, expectDone) => {
    test('while Bob publishes settings right before any of her calls: one wins, the other reads what won', async () => {
      let calls = 1;
      for (let nth = 1; nth <= calls; nth += 1) {
        await published();
        calls = 0;
        const bobsSettings = { settings: slots(7), reason: 'Bob', by: bob, policy: 1 };
        let bobs: PolicyState | Refused | null = null;
        const before = async (count: number) => {
          calls = count;
          if (count === nth) bobs = await tried(publishSettings(another(), bobsSettings));
        };

        const anns = await tried(hers(another(before)));

        const state = await loadPolicy(another());
        expectWhole(state);
        expect(state.policy).toBe(2);
        const winner = state.log[0]?.by ?? '';
        const [won, lost] = winner === ann ? [anns, bobs] : [bobs, anns];
        expect(won).toMatchObject({ policy: 2 });
        expect(lost).toMatchObject({
          code: 'policy-moved',
          message: expect.stringContaining(winner) as unknown,
        });
        if (winner === ann) expectDone(state);
        else expect([currentOf(state)?.version, state.settings.slots]).toEqual([1, 7]);
      }
      expect(calls).toBeGreaterThan(3);
    });

    test('killed right before any call and run again: done once, never half', async () => {
      const calls = await killedAtEach(published, hers, (between, state) => {
        expect([1, 2]).toContain(between.policy);
        if (between.policy === 2) expectDone(between);
        expect(state.policy).toBe(2);
        expectDone(state);
      });
      expect(calls).toBeGreaterThan(3);
    });
  });

  test('killed right before any call and run again: published once, never half', async () => {
    const publishing = { type, reason: 'Once a year', by: ann, policy: 0 } as const;
    const publish = (context: Context) => publishProfile(context, publishing);

    const calls = await killedAtEach(drafted, publish, (between, state) => {
      expect(currentOf(between)?.version).toBe(between.policy);
      expect(state.policy).toBe(1);
      expect(currentOf(state)).toMatchObject({ version: 1, ...weighing(35, 15) });
      expect(state.types.find((each) => each.type === type)?.draft).toBeNull();
    });
    expect(calls).toBeGreaterThan(4);
  });

  /**
   * Ends a process right before each of its calls in turn, then runs it again. Right after a call is right before the next.
   *
   * @param check gets what stands in between, and at the end
   * @returns how many calls it takes, and one
   */
  async function killedAtEach(
    saved: () => Promise<void>,
    act: (context: Context) => Promise<PolicyState>,
    check: (between: PolicyState, state: PolicyState) => void,
  ): Promise<number> {
    for (let nth = 1; ; nth += 1) {
      await saved();
      const dying = (count: number) => (count >= nth ? Promise.reject(new Killed()) : Promise.resolve());

      const isKilled = await act(another(dying)).then(
        () => false,
        (error: unknown) => error instanceof Killed,
      );
      const between = await loadPolicy(another());
      const state = await act(another());

      expectWhole(between);
      expectWhole(state);
      check(between, state);
      if (!isKilled) return nth;
    }
  }
});
