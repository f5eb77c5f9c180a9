import fc from 'fast-check';

import { type Facts, NO_FACTS } from '../../src/icp/facts.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import type { Rating, Ratings } from '../../src/icp/ratings.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { suspicions } from '../../src/icp/suspicions.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { wellKnownLogo, workflowTool } from '../worked-example.ts';
import { TODAY, anyFacts, anyScorecard } from './arbitraries.ts';

interface Given {
  ratings?: Ratings;
  facts?: Partial<Facts>;
  checks?: Scorecard['checks'];
  profile?: Profile;
  asOf?: string;
}

function suspected({
  ratings = {},
  facts = {},
  checks = {},
  profile = technology,
  asOf = TODAY,
}: Given): string[] {
  return suspicions({ ratings, checks }, profile, { ...NO_FACTS, ...facts }, {}, asOf).map(
    ({ check }) => check,
  );
}
const without = (...keys: string[]): Profile => ({
  ...technology,
  dimensions: technology.dimensions.filter(({ key }) => !keys.includes(key)),
});
const rate = (overlap: Rating | null, other: string, rating: Rating | null): Ratings => ({
  customer_overlap: overlap,
  [other]: rating,
});

test('nothing is suspected while nothing is known', () => {
  expect(suspected({})).toEqual([]);
});

test('the well-known logo of the guide is suspected of vanity, the workflow tool of nothing', () => {
  expect(suspected({ ratings: wellKnownLogo })).toEqual(['vanity-logo']);
  expect(suspected({ ratings: workflowTool })).toEqual([]);
});

test.each([
  [2, 4, true],
  [1, 5, true],
  [3, 4, false],
  [2, 3, false],
  [null, 5, false],
  [1, null, false],
] as const)('overlap %p with reach %p: vanity logo suspected is %p', (overlap, reach, expected) => {
  const ratings = rate(overlap, 'distribution_reach', reach);

  expect(suspected({ ratings }).includes('vanity-logo')).toBe(expected);
});

test.each([
  [4, 2, true],
  [5, 2, true],
  [3, 2, false],
  [4, 3, false],
  [null, 2, false],
  [5, null, false],
  [null, 1, true],
  [1, 1, true],
] as const)('overlap %p with complementarity %p: competitor suspected is %p', (overlap, fit, expected) => {
  const ratings = rate(overlap, 'product_complementarity', fit);

  expect(suspected({ ratings }).includes('competitor-in-disguise')).toBe(expected);
});

test.each([
  [3, 1, null, true],
  [3, 1, 4, true],
  [5, 1, 0, true],
  [3, 1, 5, false],
  [2, 1, null, false],
  [null, 1, null, false],
  [5, 0, null, false],
  [5, 2, null, false],
  [5, null, null, false],
] as const)(
  'overlap %p, %p asking, %p shared: single-prospect request suspected is %p',
  (overlap, companiesAsking, sharedCustomers, expected) => {
    const ratings = { customer_overlap: overlap };

    expect(suspected({ ratings, facts: { companiesAsking, sharedCustomers } })).toEqual(
      expected ? ['single-prospect-request'] : [],
    );
  },
);

const inspected = ['api-docs', 'sandbox', 'changelog'] as const;

test.each(inspected)('a dead API is suspected where %s was not seen', (missing) => {
  const artifacts = inspected.filter((key) => key !== missing);

  expect(suspected({ facts: { artifacts } })).toEqual(['dead-api']);
});

test('an inspection that found nothing points to a dead API, no inspection does not', () => {
  expect(suspected({ facts: { artifactsCheckedAt: TODAY } })).toEqual(['dead-api']);
  expect(suspected({ facts: { artifacts: [], artifactsCheckedAt: null } })).toEqual([]);
});

test('docs, sandbox and changelog are enough; portal and path to production are not asked for', () => {
  expect(suspected({ facts: { artifacts: inspected, artifactsCheckedAt: TODAY } })).toEqual([]);
  expect(suspected({ facts: { artifacts: inspected } })).toEqual([]);
});

test.each([
  ['2026-05-26', 180, []],
  ['2026-05-25', 181, ['dead-api']],
  ['2026-11-23', -1, []],
] as const)('artifacts inspected on %s, %i days ago, point to %p', (artifactsCheckedAt, _days, expected) => {
  expect(suspected({ facts: { artifacts: inspected, artifactsCheckedAt } })).toEqual(expected);
});

test.each([
  [1, 0, true],
  [1, 1, false],
  [0, 0, false],
  [2, 0, false],
])('%i contacts, %i sponsors: enthusiastic contact suspected is %p', (count, sponsors, expected) => {
  expect(suspected({ facts: { contacts: { count, sponsors } } })).toEqual(
    expected ? ['enthusiastic-contact'] : [],
  );
});

test.each([
  [1, true],
  [2, true],
  [3, false],
  [null, false],
] as const)('people rated %p: enthusiastic contact suspected is %p', (people, expected) => {
  const [first, ...others] = technology.dimensions;
  if (first === undefined) throw new Error('the technology profile has dimensions');
  const profile = { ...technology, dimensions: [{ ...first, key: 'people' }, ...others] };

  expect(suspected({ ratings: { people }, profile })).toEqual(expected ? ['enthusiastic-contact'] : []);
});

test('a rule is silent where the profile lacks its dimension, even if the scorecard kept a rating', () => {
  const ratings = { ...wellKnownLogo, product_complementarity: 1, people: 1 } as const;
  const facts = { companiesAsking: 1 };
  const high = { ...ratings, customer_overlap: 5 } as const;

  expect(suspected({ ratings, profile: without('customer_overlap', 'product_complementarity') })).toEqual([]);
  expect(suspected({ ratings, profile: without('distribution_reach', 'product_complementarity') })).toEqual(
    [],
  );
  expect(
    suspected({ ratings: high, facts, profile: without('customer_overlap', 'product_complementarity') }),
  ).toEqual([]);
});

const everything: Given = {
  ratings: { customer_overlap: 2, product_complementarity: 1, distribution_reach: 4 },
  facts: { artifactsCheckedAt: TODAY, contacts: { count: 1, sponsors: 0 } },
};

test.each(['clear', 'flagged'] as const)('a suspicion goes silent once its check is %s', (state) => {
  const checks = { 'vanity-logo': { state, note: '' }, 'dead-api': { state, note: '' } };

  expect(suspected({ ...everything, checks })).toEqual(['competitor-in-disguise', 'enthusiastic-contact']);
});

test('a note alone silences nothing', () => {
  const checks = { 'vanity-logo': { state: 'open', note: 'asked for figures' } } as const;

  expect(suspected({ ...everything, checks })).toContain('vanity-logo');
});

test('a check that the profile does not have is never suspected', () => {
  const profile = { ...technology, checks: technology.checks.filter(({ key }) => key === 'dead-api') };

  expect(suspected({ ...everything, profile })).toEqual(['dead-api']);
});

test('suspicions look at ratings as given, whatever a flag makes them count', () => {
  const ratings = { customer_overlap: 4, product_complementarity: 2 } as const;
  const checks = { 'single-prospect-request': { state: 'flagged', note: '' } } as const;

  expect(suspected({ ratings, checks })).toEqual(['competitor-in-disguise']);
});

test('each suspicion gives the figures that it rests on', () => {
  const reasons = (ratings: Ratings, facts: Partial<Facts>): string =>
    suspicions({ ratings, checks: {} }, technology, { ...NO_FACTS, ...facts }, {}, TODAY)
      .map(({ reason }) => reason)
      .join(' ');

  expect(reasons(wellKnownLogo, {})).toMatch(/4.*2/);
  expect(reasons({ product_complementarity: 1 }, {})).toMatch(/1/);
  expect(reasons({ customer_overlap: 5, product_complementarity: 2 }, {})).toMatch(/5.*2/);
  expect(reasons({ customer_overlap: 3 }, { companiesAsking: 1, sharedCustomers: 4 })).toMatch(/3.*one.*4/);
  expect(reasons({ customer_overlap: 3 }, { companiesAsking: 1 })).toMatch(/3.*one.*not counted/);
  expect(reasons({}, { artifacts: ['api-docs'] })).toBe('Not seen: sandbox, changelog.');
  expect(reasons({}, { artifacts: inspected, artifactsCheckedAt: '2026-01-01' })).toMatch(
    /on 1 January 2026, .*180/,
  );
});

test('suspicions are about checks of the profile that are not flagged, each at most once and in its order', () => {
  fc.assert(
    fc.property(anyScorecard(technology), anyFacts, (scorecard, facts) => {
      const found = suspicions(scorecard, technology, facts, {}, TODAY).map(({ check }) => check);
      const keys = technology.checks.map(({ key }) => key);

      expect(found).toEqual(keys.filter((key) => found.includes(key)));
      expect(found.filter((key) => scorecard.checks[key]?.state === 'flagged')).toEqual([]);
    }),
  );
});

test('a check called constructor is suspected of nothing', () => {
  const [first] = technology.checks;
  if (first === undefined) throw new Error('the technology profile has checks');
  const profile = { ...technology, checks: [{ ...first, key: 'constructor' }] };
  const checks = { constructor: { state: 'open', note: '' } } as const;

  expect(suspicions({ ...EMPTY_SCORECARD, checks }, profile, NO_FACTS, {}, TODAY)).toEqual([]);
});

test.each(SHIPPED_PROFILES.filter(({ dimensions }) => dimensions.some(({ key }) => key === 'people')))(
  'poor people beside the best of everything is suspected as an enthusiastic contact: $type',
  (profile) => {
    const best = Object.fromEntries(profile.dimensions.map(({ key }) => [key, 5 as const]));
    const scorecard = { ...EMPTY_SCORECARD, ratings: { ...best, people: 1 as const } };

    expect(suspicions(scorecard, profile, NO_FACTS, {}, TODAY)).toEqual([
      { check: 'enthusiastic-contact', reason: 'People is rated 1.', kind: 'suspected' },
    ]);
    const { lane, causes } = verdict(scorecard, profile, TODAY);
    expect(lane).toBe('fast');
    expect(causes.map(({ code }) => code)).toEqual(['ratings', 'minimum']);
  },
);
