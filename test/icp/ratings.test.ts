import fc from 'fast-check';

import { countedRating, isRating, ratingOf } from '../../src/icp/ratings.ts';
import { anyRating } from './arbitraries.ts';

test.each([1, 2, 3, 4, 5])('%i is a rating', (value) => {
  expect(isRating(value)).toBe(true);
});

test.each([0, 6, 2.5, -1, '3', null, undefined, NaN, [3]])('%p is no rating', (value) => {
  expect(isRating(value)).toBe(false);
});

test('a rating that a scorecard does not carry is unknown', () => {
  expect([
    ratingOf({}, 'reach'),
    ratingOf({ reach: null }, 'reach'),
    ratingOf({ reach: 4 }, 'reach'),
  ]).toEqual([null, null, 4]);
});

test('a counted rating is the lower of rating and cap', () => {
  fc.assert(
    fc.property(anyRating, anyRating, (rating, cap) => {
      expect(countedRating(rating, cap)).toBe(Math.min(rating, cap));
    }),
  );
});
