import fc from 'fast-check';

import { ARTIFACTS, FACT_NAMES, type Facts } from '../../src/icp/facts.ts';
import { PARTNER_TYPES } from '../../src/icp/partner-types.ts';
import type { Caps, CheckDefinition, Dimension, Profile } from '../../src/icp/profile.ts';
import { RATINGS, type Rating } from '../../src/icp/ratings.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import type { CheckAnswer, Override, Scorecard } from '../../src/icp/scorecard.ts';

/** The day of the judgement of every arbitrary scorecard. Overrides end on it, a day before or a day after. */
export const TODAY = '2026-11-22';

/** A profile and a scorecard under it. */
export interface Case {
  profile: Profile;
  scorecard: Scorecard;
}

export const anyRating: fc.Arbitrary<Rating> = fc.constantFrom(...RATINGS);
const anyProse = fc.constantFrom('', '  ', 'seen', 'https://example.com/list');
export const anyDay = fc.constantFrom('2025-01-31', '2026-05-25', '2026-05-26', '2026-11-21', TODAY);
const anyCount = fc.option(fc.integer({ min: 0, max: 9 }));

/** Whole weights of at least 1 that sum to 100: the distances between sorted cuts of 0..100. */
function anyWeights(count: number): fc.Arbitrary<number[]> {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), {
    minLength: count - 1,
    maxLength: count - 1,
  });
  return cuts.map((unsorted) => {
    const ends = [...unsorted.sort((one, other) => one - other), 100];
    return ends.map((end, index) => end - (ends[index - 1] ?? 0));
  });
}

function dimension(index: number, weight: number, evidenceRequired: boolean): Dimension {
  const key = `question_${index}`;
  const levels = ['one', 'two', 'three', 'four', 'five'] as const;
  return {
    key,
    label: `Question ${index}`,
    question: `What about ${index}?`,
    weight,
    weightReason: 'Drawn at random.',
    anchors: levels,
    rubric: levels,
    evidenceRequired,
    evidencePrompts: [],
  };
}

const anyDimensions: fc.Arbitrary<Dimension[]> = fc
  .integer({ min: 3, max: 8 })
  .chain((count) =>
    fc
      .tuple(anyWeights(count), fc.array(fc.boolean(), { minLength: count, maxLength: count }))
      .map(([weights, required]) =>
        weights.map((weight, index) => dimension(index, weight, required[index] === true)),
      ),
  );

const anyFloors = fc.oneof(
  fc.constant({ deep: 380, fast: 250 }),
  fc
    .uniqueArray(fc.integer({ min: 100, max: 500 }), { minLength: 2, maxLength: 2 })
    .map((two) => ({ deep: Math.max(...two), fast: Math.min(...two) })),
);

function anyCaps(keys: readonly string[]): fc.Arbitrary<Caps> {
  const lane = fc.constantFrom('fast' as const, 'pass' as const);
  const rating = fc.record({ dimension: fc.constantFrom(...keys), at: anyRating });
  return fc.oneof(fc.record({ lane }), fc.record({ rating }), fc.record({ lane, rating }));
}

function anyChecks(keys: readonly string[]): fc.Arbitrary<CheckDefinition[]> {
  return fc.array(anyCaps(keys), { maxLength: 4 }).map((all) =>
    all.map((caps, index) => ({
      key: `trap-${index}`,
      label: `Trap ${index}`,
      looksLike: 'Good.',
      whyItFails: 'It is not.',
      asks: ['Look.'],
      caps,
    })),
  );
}

/** Minimums of some dimensions, more often none. */
function anyMinimums(keys: readonly string[]): fc.Arbitrary<Record<string, Rating>> {
  const minimum = fc.constantFrom(2 as const, 3 as const, 4 as const, 5 as const);
  return fc.oneof(fc.constant({}), someOf(keys, minimum));
}

const drawnProfile: fc.Arbitrary<Profile> = fc
  .tuple(anyDimensions, anyFloors, fc.integer({ min: 0, max: 9 }), fc.subarray([...FACT_NAMES]))
  .chain(([dimensions, floors, version, facts]) =>
    fc
      .tuple(anyChecks(dimensions.map(({ key }) => key)), anyMinimums(dimensions.map(({ key }) => key)))
      .map(([checks, deepNeeds]) => ({
        type: 'technology' as const,
        version,
        title: 'Any profile',
        origin: 'Drawn at random.',
        asksSaas: false,
        dimensions,
        floors,
        deepNeeds,
        minimumReasons: Object.fromEntries(Object.keys(deepNeeds).map((key) => [key, 'Drawn too.'])),
        lanes: {
          deep: { label: 'Deep', next: 'Build.' },
          fast: { label: 'Fast', next: 'List.' },
          pass: { label: 'Pass', next: 'Part.' },
        },
        checks,
        facts,
      })),
  );

/**
 * Any valid profile: 3 to 8 dimensions, any weights, floors and minimums, checks with any caps, any facts; or a shipped one.
 */
export const anyProfile: fc.Arbitrary<Profile> = fc.oneof(
  { weight: 3, arbitrary: drawnProfile },
  { weight: 1, arbitrary: fc.constantFrom(...SHIPPED_PROFILES) },
);

export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  artifacts: fc.subarray(ARTIFACTS.map(({ key }) => key)),
  artifactsCheckedAt: fc.option(anyDay),
  sharedCustomers: anyCount,
  companiesAsking: anyCount,
  overlapAsOf: fc.option(anyDay),
  contacts: fc.option(
    fc.record({ count: fc.integer({ min: 0, max: 3 }), sponsors: fc.integer({ min: 0, max: 1 }) }),
  ),
});

const anyOverride: fc.Arbitrary<Override> = fc.record({
  lane: fc.constantFrom('deep' as const, 'fast' as const, 'pass' as const),
  reason: fc.constantFrom('', 'Agreed with the board'),
  by: fc.constant('Kim'),
  until: fc.constantFrom('2026-11-21', TODAY, '2026-11-23'),
});

const anyCheckAnswer: fc.Arbitrary<CheckAnswer> = fc.record({
  state: fc.constantFrom('open' as const, 'clear' as const, 'flagged' as const),
  note: anyProse,
});

/** An object with any of the keys. The other keys are absent. */
function someOf<Value>(
  keys: readonly string[],
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Record<string, Value>> {
  return fc
    .tuple(fc.subarray([...keys]), fc.array(value, { minLength: keys.length, maxLength: keys.length }))
    .map(([kept, values]) =>
      Object.fromEntries(
        keys.flatMap((key, index) => {
          const given = values[index];
          return kept.includes(key) && given !== undefined ? [[key, given] as const] : [];
        }),
      ),
    );
}

/** Ratings with at most `maxUnknown` unknown ones, which are all null or all absent. */
function anyRatings(
  keys: readonly string[],
  maxUnknown: number,
): fc.Arbitrary<Record<string, Rating | null>> {
  return fc
    .tuple(
      fc.array(anyRating, { minLength: keys.length, maxLength: keys.length }),
      fc.subarray([...keys], { maxLength: Math.min(maxUnknown, keys.length) }),
      fc.boolean(),
    )
    .map(([given, unknown, absent]) =>
      Object.fromEntries(
        keys.flatMap((key, index) => {
          if (!unknown.includes(key)) return [[key, given[index] ?? null] as const];
          return absent ? [] : [[key, null] as const];
        }),
      ),
    );
}

/** Any scorecard under the profile. */
export function anyScorecard(
  { dimensions, checks }: Profile,
  { maxUnknown = 4 }: { maxUnknown?: number } = {},
): fc.Arbitrary<Scorecard> {
  const keys = dimensions.map(({ key }) => key);
  const types = PARTNER_TYPES.map(({ key }) => key);
  return fc.record({
    type: fc.option(fc.constantFrom(...types)),
    otherTypes: fc.subarray(types),
    ratings: anyRatings(keys, maxUnknown),
    evidence: someOf(keys, anyProse),
    checks: someOf(
      checks.map(({ key }) => key),
      anyCheckAnswer,
    ),
    facts: anyFacts,
    toConfirm: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...keys, 'elsewhere'])),
    override: fc.option(anyOverride),
  });
}

/** Any profile with any scorecard under it, with at most four unknown ratings unless told otherwise. */
export function anyCase(limits: { maxUnknown?: number } = {}): fc.Arbitrary<Case> {
  return anyProfile.chain((profile) =>
    anyScorecard(profile, limits).map((scorecard) => ({ profile, scorecard })),
  );
}
