import fc from 'fast-check';

import type { Margin } from '../../src/icp/margin.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { RATINGS } from '../../src/icp/ratings.ts';
import { EMPTY_SCORECARD } from '../../src/icp/scorecard.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { wellKnownLogo, workflowTool } from '../worked-example.ts';
import { TODAY, anyCase } from './arbitraries.ts';
import { checkMarginByHand, weightMarginByHand } from './by-hand.ts';

test('the margin of ratings is what trying every rating one lower and one higher finds', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 2 }), ({ profile, scorecard }) => {
      const now = verdict(scorecard, profile, TODAY);
      const found: Margin['ratings'][number][] = [];
      for (const { key } of profile.dimensions)
        for (const to of RATINGS) {
          const from = scorecard.ratings[key] ?? null;
          if (from === null || Math.abs(to - from) !== 1 || now.computedLane === 'undecided') continue;
          const moved = { ...scorecard, ratings: { ...scorecard.ratings, [key]: to } };
          const { computedLane } = verdict(moved, profile, TODAY);
          if (computedLane !== now.computedLane) found.push({ dimension: key, from, to, lane: computedLane });
        }

      expect(now.margin.ratings).toEqual(found);
    }),
    { numRuns: 250 },
  );
});

test('the margin of weights is what a scan of every whole weight finds, in exact fractions', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 0 }), ({ profile, scorecard }) => {
      expect(verdict(scorecard, profile, TODAY).margin.weights).toEqual(
        weightMarginByHand(scorecard, profile),
      );
    }),
    { numRuns: 120 },
  );
});

test('the margin of checks is what trying every open or flagged check finds', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 3 }), ({ profile, scorecard }) => {
      expect(verdict(scorecard, profile, TODAY).margin.checks).toEqual(checkMarginByHand(scorecard, profile));
    }),
    { numRuns: 100 },
  );
});

// 98 points of 3, and two single ones: each step moves the total by half a point
test.each([
  [{ deep: 300, fast: 100 }, [3, 3, 2], { weight: 98, at: 100, lane: 'deep' }],
  [{ deep: 301, fast: 100 }, [3, 3, 4], { weight: 98, at: 99, lane: 'fast' }],
] as const)(
  'with floors of %j and ratings of %j the heaviest weight tips the lane at %j',
  (floors, rated, tip) => {
    const dimensions = technology.dimensions.slice(0, 3).map((dimension, index) => ({
      ...dimension,
      weight: index === 0 ? 98 : 1,
    }));
    const ratings = Object.fromEntries(dimensions.map(({ key }, index) => [key, rated[index] ?? null]));

    const { margin } = verdict(
      { ...EMPTY_SCORECARD, ratings },
      { ...technology, dimensions, floors, checks: [] },
      TODAY,
    );

    expect(margin.weights.filter(({ dimension }) => dimension === 'customer_overlap')).toEqual([
      { dimension: 'customer_overlap', ...tip },
    ]);
  },
);

test('while a rating is unknown there is no margin of weights', () => {
  const ratings = { ...workflowTool, strategic_fit: null };

  const { computedLane, margin } = verdict({ ...EMPTY_SCORECARD, ratings }, technology, TODAY);

  expect(computedLane).toBe('deep');
  expect(margin.weights).toEqual([]);
});

test('while the lane is undecided there is no margin of ratings and weights', () => {
  expect(verdict(EMPTY_SCORECARD, technology, TODAY).margin).toMatchObject({ ratings: [], weights: [] });
});

test('the lane of the workflow tool rests on no single rating, and on the weight of reach alone', () => {
  const { margin } = verdict({ ...EMPTY_SCORECARD, ratings: workflowTool }, technology, TODAY);

  // reach of 3 at x points, the others 370 of 80: 3x + 370 (100 - x) / 80 < 380 from x = 51 on
  expect(margin).toMatchObject({
    ratings: [],
    weights: [{ dimension: 'distribution_reach', weight: 20, at: 51, lane: 'fast' }],
  });
});

test('the well-known logo stays fast with one less overlap: 250 points are on the floor', () => {
  const lower = { ...wellKnownLogo, customer_overlap: 1 } as const;

  const { margin } = verdict({ ...EMPTY_SCORECARD, ratings: wellKnownLogo }, technology, TODAY);

  expect(margin.ratings).toEqual([]);
  expect(verdict({ ...EMPTY_SCORECARD, ratings: lower }, technology, TODAY).total).toBe(250);
});

test('a rating at its cap has no margin upwards', () => {
  const ratings = {
    ...wellKnownLogo,
    customer_overlap: 2,
    commercial_alignment: 5,
    strategic_fit: 5,
  } as const;
  const checks = { 'single-prospect-request': { state: 'flagged', note: '' } } as const;

  const { margin } = verdict({ ...EMPTY_SCORECARD, ratings, checks }, technology, TODAY);

  expect(margin.ratings.filter(({ dimension }) => dimension === 'customer_overlap')).toEqual([]);
});

test('moving a rating can make a lane undecided', () => {
  // 385 to 405 is deep whatever strategic fit is; one less for alignment makes it 375 to 395
  const ratings = {
    ...workflowTool,
    product_complementarity: 4,
    commercial_alignment: 3,
    strategic_fit: null,
  } as const;

  const { low, high, margin } = verdict({ ...EMPTY_SCORECARD, ratings }, technology, TODAY);

  expect({ low, high }).toEqual({ low: 385, high: 405 });
  expect(margin.ratings).toContainEqual({
    dimension: 'commercial_alignment',
    from: 3,
    to: 2,
    lane: 'undecided',
  });
});
