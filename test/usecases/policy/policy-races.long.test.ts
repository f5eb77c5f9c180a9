import type { PolicyState } from '../../../src/contract/policy.ts';
import type { Crm } from '../../../src/crm/client/request.ts';
import { homeInCrm } from '../../../src/crm/policy-home.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import { saveProfileDraft } from '../../../src/usecases/policy/profile-drafts.ts';
import { publishProfile, rollBackProfile } from '../../../src/usecases/policy/publish.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { Refused } from '../../../src/usecases/refused.ts';
import { aroundCalls } from '../../around-calls.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { anyDraft, weighing } from './any-draft.ts';

const type = 'technology';
const ann = 'ann@example.com';
const bob = 'bob@example.com';
const everyCall = () => true;

/** As another process sees the portal: nothing of its policy is known yet. */
function another(portal: Portal, crm: Crm = portal.app): Context {
  const { context } = portal;
  return { ...context, crm, policy: keepPolicy(), home: homeInCrm(crm, context.installation) };
}

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

describe.each(OTHERS)('while Ann publishes, Bob %s', (name, other) => {
  test.each(['before', 'after'] as const)(
    'right %s any of her calls: one wins, the other reads what won',
    async (at) => {
      let calls = 1;
      for (let nth = 1; nth <= calls; nth += 1) {
        const portal = await openPortal({ home: true });
        try {
          await saveProfileDraft(portal.context, { type, draft: draftWith(35, 15), seen: null, by: ann });
          await publishProfile(portal.context, { type, reason: 'First', by: ann, policy: 0 });
          await saveProfileDraft(portal.context, { type, draft: draftWith(25, 25), seen: null, by: ann });
          calls = 0;
          let bobsAnswer: PolicyState | Refused | null = null;
          const crm = aroundCalls(portal.app, everyCall, at, async (_request, count) => {
            calls = count;
            if (count === nth) bobsAnswer = await tried(other(another(portal), 1));
          });

          const anns = await tried(
            publishProfile(another(portal, crm), { type, reason: 'Ann', by: ann, policy: 1 }),
          );

          const state = await loadPolicy(another(portal));
          expectWhole(state);
          expect(state.policy).toBe(2);
          const winner = state.log[0]?.by ?? '';
          const [won, lost] = winner === ann ? [anns, bobsAnswer] : [bobsAnswer, anns];
          expect(won).toMatchObject({ policy: 2 });
          if (lost instanceof Refused && lost.code === 'policy-moved') expect(lost.message).toContain(winner);
          else expect(lost).toMatchObject({ code: 'invalid-input' });
          // what Bob saved is published, or still his draft
          if (name === SAVES_ANEW) expect(JSON.stringify(state)).toContain(BOBS_REASON);
        } finally {
          await portal.close();
        }
      }
      expect(calls).toBeGreaterThan(4);
    },
  );
});

class Killed extends Error {}

test.each(['before', 'after'] as const)(
  'killed right %s any call and run again: published once, never half',
  async (at) => {
    let isKilled = true;
    let nth = 0;
    while (isKilled) {
      nth += 1;
      const portal = await openPortal({ home: true });
      try {
        await saveProfileDraft(portal.context, { type, draft: draftWith(25, 25), seen: null, by: ann });
        const dying = aroundCalls(portal.app, everyCall, at, (_request, count) =>
          count >= nth ? Promise.reject(new Killed()) : Promise.resolve(),
        );
        const publishing = { type, reason: 'Once a year', by: ann, policy: 0 } as const;

        isKilled = await publishProfile(another(portal, dying), publishing).then(
          () => false,
          (error: unknown) => error instanceof Killed,
        );
        const between = await loadPolicy(another(portal));
        const state = await publishProfile(another(portal), publishing);

        expectWhole(between);
        expect(currentOf(between)?.version).toBe(between.policy);
        expectWhole(state);
        expect(state.policy).toBe(1);
        expect(currentOf(state)).toMatchObject({ version: 1, ...weighing(25, 25) });
        expect(state.types.find((each) => each.type === type)?.draft).toBeNull();
      } finally {
        await portal.close();
      }
    }
    expect(nth).toBeGreaterThan(4);
  },
);
