import fc from 'fast-check';

import type { CheckDefinition } from '../../src/icp/profile.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { countedRange, countedRatings, ratedRange } from '../../src/icp/totals.ts';
import { workflowTool } from '../worked-example.ts';
import { anyCase } from './arbitraries.ts';

const caps = (...keys: string[]): CheckDefinition[] =>
  technology.checks.filter(({ key }) => keys.includes(key));

test('every known rating counts as itself or as the lowest cap on its dimension', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard: { ratings, checks } }) => {
      const flagged = profile.checks.filter(({ key }) => checks[key]?.state === 'flagged');
      const expected = profile.dimensions.map(({ key }) => {
        const limits = flagged.flatMap(({ caps: { rating } }) =>
          rating?.dimension === key ? [rating.at] : [],
        );
        const rating = ratings[key] ?? null;
        return [key, rating === null ? null : Math.min(rating, ...limits)];
      });

      expect(Object.entries(countedRatings(profile, ratings, flagged))).toEqual(expected);
    }),
  );
});

test('an unknown rating stays unknown under a cap', () => {
  const counted = countedRatings(technology, { customer_overlap: null }, caps('single-prospect-request'));

  expect(Object.values(counted)).toEqual([null, null, null, null, null, null]);
});

test('an unknown rating under a cap of 2 ranges from 1 to 2', () => {
  const ratings = { ...workflowTool, customer_overlap: null };

  expect(ratedRange(technology, ratings)).toMatchObject({ low: 310, high: 430 });
  expect(countedRange(technology, ratings, caps('single-prospect-request'))).toMatchObject({
    low: 310,
    high: 340,
  });
});

test('two rating caps act together', () => {
  const flagged = caps('single-prospect-request', 'dead-api');

  expect(countedRange(technology, workflowTool, flagged)).toMatchObject({ low: 310, high: 310 });
});

test('raising one rating by one adds exactly the weight of its dimension', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 2 }), ({ profile, scorecard }) => {
      const now = ratedRange(profile, scorecard.ratings);
      for (const { key, weight } of profile.dimensions) {
        const rating = scorecard.ratings[key] ?? null;
        if (rating === null || rating === 5) continue;
        const raised = ratedRange(profile, { ...scorecard.ratings, [key]: (rating + 1) as 5 });

        expect(raised).toMatchObject({ low: now.low + weight, high: now.high + weight });
      }
    }),
  );
});
