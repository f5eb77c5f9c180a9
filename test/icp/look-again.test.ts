import fc from 'fast-check';

import { NO_FACTS } from '../../src/icp/facts.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import type { LastChanges } from '../../src/icp/recheck.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { canBeSuspected, changesOfDraft, suspicions } from '../../src/icp/suspicions.ts';
import { TODAY, anyFacts, anyScorecard } from './arbitraries.ts';

const at = (day: string) => ({ at: `${day}T12:00:00Z`, on: day });
const CLEARED = at('2026-06-01');

/** Reach of 4 beside an overlap of 2, with vanity logo cleared on 1 June. */
const vain: Scorecard = {
  ...EMPTY_SCORECARD,
  ratings: { customer_overlap: 2, distribution_reach: 4 },
  checks: { 'vanity-logo': { state: 'clear', note: 'Saw the usage figures' } },
};
const found = (changes: LastChanges, scorecard = vain) =>
  suspicions(scorecard, technology, scorecard.facts, changes, TODAY);

test('a clear check is suspected of nothing while what it looks at is as old', () => {
  expect(found({ check_vanity_logo: CLEARED, customer_overlap: at('2026-05-01') })).toEqual([]);
  expect(found({ check_vanity_logo: CLEARED, customer_overlap: CLEARED })).toEqual([]);
});

test('a rating that is newer than the clear asks to look again, and says since when', () => {
  expect(found({ check_vanity_logo: CLEARED, distribution_reach: at('2026-06-02') })).toEqual([
    {
      check: 'vanity-logo',
      kind: 'look-again',
      reason: 'Reach is rated 4, but customer overlap only 2. This is newer than the check of 1 June 2026.',
    },
  ]);
});

test('a new note on the clear check says that somebody has looked again', () => {
  const changes = { check_vanity_logo: CLEARED, customer_overlap: at('2026-06-02') };

  expect(found({ ...changes, check_vanity_logo_note: at('2026-06-01') })).toHaveLength(1);
  expect(found({ ...changes, check_vanity_logo_note: at('2026-06-03') })).toEqual([]);
});

test('newer ratings that point to nothing, and ratings that the check does not look at, ask nothing', () => {
  const harmless = { ...vain, ratings: { customer_overlap: 3, distribution_reach: 4 } as const };

  expect(found({ check_vanity_logo: CLEARED, customer_overlap: at('2026-06-02') }, harmless)).toEqual([]);
  expect(found({ check_vanity_logo: CLEARED, strategic_fit: at('2026-06-02') })).toEqual([]);
});

test('a clear of which no change is known counts as newer than everything', () => {
  expect(found({ customer_overlap: at('2026-06-02') })).toEqual([]);
});

test.each([
  ['2026-05-26', []],
  ['2026-05-25', ['look-again']],
])(
  'a clear check of artifacts inspected on %s, with nothing newer than it: %p',
  (artifactsCheckedAt, kinds) => {
    const artifacts = ['api-docs', 'sandbox', 'changelog'] as const;
    const scorecard: Scorecard = {
      ...EMPTY_SCORECARD,
      facts: { ...NO_FACTS, artifacts, artifactsCheckedAt },
      checks: { 'dead-api': { state: 'clear', note: '' } },
    };

    const again = found({ check_dead_api: CLEARED, artifacts_checked_at: at('2026-05-01') }, scorecard);

    expect(again.map(({ kind }) => kind)).toEqual(kinds);
  },
);

test('an unsaved rating is newer than a saved clear, and no newer than a clear that is not saved either', () => {
  const changes = { check_vanity_logo: CLEARED, customer_overlap: at('2026-05-01') };
  const stored = { ...vain, ratings: { ...vain.ratings, customer_overlap: 4 } as const };
  const unclear = { ...stored, checks: {} };

  expect(found(changesOfDraft(changes, stored, vain, technology, TODAY))).toMatchObject([
    { kind: 'look-again' },
  ]);
  expect(found(changesOfDraft(changes, unclear, vain, technology, TODAY))).toEqual([]);
});

test('whatever has changed: open checks are suspected, clear ones looked at again, flagged ones left alone', () => {
  const anyMoment = fc.constantFrom(at('2026-01-01'), CLEARED, at('2026-08-01'));
  const names = [
    ...technology.dimensions.map(({ key }) => key),
    ...technology.checks.map(({ key }) => `check_${key.replaceAll('-', '_')}`),
  ];
  fc.assert(
    fc.property(
      anyScorecard(technology),
      anyFacts,
      fc.dictionary(fc.constantFrom(...names), anyMoment),
      (scorecard, facts, changes) => {
        const kindOf = new Map(
          suspicions(scorecard, technology, facts, changes, TODAY).map(({ check, kind }) => [check, kind]),
        );
        const ifOpen = suspicions({ ...scorecard, checks: {} }, technology, facts, {}, TODAY);
        for (const [check, kind] of kindOf) {
          const state = scorecard.checks[check]?.state ?? 'open';
          expect([state, kind]).toEqual(state === 'open' ? ['open', 'suspected'] : ['clear', 'look-again']);
          expect(ifOpen.map((one) => one.check)).toContain(check);
        }
      },
    ),
  );
});

test('the checks that nothing can point to, by type', () => {
  const never = SHIPPED_PROFILES.flatMap((profile) =>
    profile.checks
      .filter(({ key }) => !canBeSuspected(key, profile))
      .map(({ key }) => `${profile.type} ${key}`),
  );

  expect(never.sort()).toEqual([
    'broker-agent vanity-logo',
    'marketing vanity-logo',
    'oem vanity-logo',
    'referral vanity-logo',
    'reseller vanity-logo',
    'technology enthusiastic-contact',
  ]);
});

test('a check is only ever suspected by ratings and facts where it can be', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom(...SHIPPED_PROFILES)
        .chain((profile) => fc.tuple(fc.constant(profile), anyScorecard(profile), anyFacts)),
      ([profile, scorecard, facts]) => {
        const known = { ...facts, contacts: null };
        for (const { check } of suspicions(scorecard, profile, known, {}, TODAY))
          expect(canBeSuspected(check, profile)).toBe(true);
      },
    ),
  );
});
