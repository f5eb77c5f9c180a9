import { ratingCap } from './checks.ts';
import type { Reach } from './lanes.ts';
import { type CheckDefinition, type Profile, minimumOf } from './profile.ts';
import { type Rating, type Ratings, countedRating, ratingOf } from './ratings.ts';

/** The totals of a scorecard, in points. Both ends of a range are equal when no rating is unknown. */
export interface Totals {
  ratedCount: number;
  /** The possible totals of the ratings as given, with the minimums that these do not meet. */
  rated: Reach;
  /** Per dimension, the counted rating. Unknown stays unknown. */
  counted: Record<string, Rating | null>;
  /** The possible totals of the counted ratings, with the minimums that these do not meet. */
  range: Reach;
}

/**
 * Weighs the ratings in one pass, because every verdict needs all of the totals. An unknown rating stands for 1 at the low
 * end and 5 at the high end, then capped.
 *
 * Source: partner ICP guide, "Scoring a candidate against the profile"; its two worked candidates total 430 and 280.
 */
export function totalsOf(profile: Profile, ratings: Ratings, flagged: readonly CheckDefinition[]): Totals {
  const counted: Totals['counted'] = {};
  const rated = { low: 0, high: 0, unmetLow: 0, unmetHigh: 0 };
  const range = { low: 0, high: 0, unmetLow: 0, unmetHigh: 0 };
  let ratedCount = 0;
  for (const { key, weight } of profile.dimensions) {
    const rating = ratingOf(ratings, key);
    const cap = ratingCap(flagged, key);
    const minimum = minimumOf(profile, key);
    if (rating !== null) ratedCount += 1;
    counted[key] = rating === null ? null : countedRating(rating, cap);
    add(rated, weight, rating ?? 1, rating ?? 5, minimum);
    add(range, weight, countedRating(rating ?? 1, cap), countedRating(rating ?? 5, cap), minimum);
  }
  return { ratedCount, rated, counted, range };
}

function add(reach: Reach, weight: number, lowest: Rating, highest: Rating, minimum: Rating): void {
  reach.low += weight * lowest;
  reach.high += weight * highest;
  if (lowest < minimum) reach.unmetLow += 1;
  if (highest < minimum) reach.unmetHigh += 1;
}

export function countedRatings(
  profile: Profile,
  ratings: Ratings,
  flagged: readonly CheckDefinition[],
): Totals['counted'] {
  return totalsOf(profile, ratings, flagged).counted;
}

export function countedRange(profile: Profile, ratings: Ratings, flagged: readonly CheckDefinition[]): Reach {
  return totalsOf(profile, ratings, flagged).range;
}

export function ratedRange(profile: Profile, ratings: Ratings): Reach {
  return totalsOf(profile, ratings, []).rated;
}
