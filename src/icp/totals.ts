import { ratingCap } from './checks.ts';
import type { Range } from './lanes.ts';
import type { CheckDefinition, Profile } from './profile.ts';
import { type Rating, type Ratings, countedRating, ratingOf } from './ratings.ts';

/** The totals of a scorecard, in points. Both ends of a range are equal when no rating is unknown. */
export interface Totals {
  ratedCount: number;
  /** The possible totals of the ratings as given. */
  rated: Range;
  /** Per dimension, the counted rating. Unknown stays unknown. */
  counted: Record<string, Rating | null>;
  /** The possible totals of the counted ratings. */
  range: Range;
}

/**
 * Weighs the ratings in one pass, because every verdict needs all of the totals. An unknown rating stands for 1 at the low
 * end and 5 at the high end, then capped.
 *
 * Source: partner ICP guide, "Scoring a candidate against the profile"; its two worked candidates total 430 and 280.
 */
export function totalsOf(profile: Profile, ratings: Ratings, flagged: readonly CheckDefinition[]): Totals {
  const counted: Totals['counted'] = {};
  const rated = { low: 0, high: 0 };
  const range = { low: 0, high: 0 };
  let ratedCount = 0;
  for (const { key, weight } of profile.dimensions) {
    const rating = ratingOf(ratings, key);
    const cap = ratingCap(flagged, key);
    if (rating !== null) ratedCount += 1;
    counted[key] = rating === null ? null : countedRating(rating, cap);
    rated.low += weight * (rating ?? 1);
    rated.high += weight * (rating ?? 5);
    range.low += weight * countedRating(rating ?? 1, cap);
    range.high += weight * countedRating(rating ?? 5, cap);
  }
  return { ratedCount, rated, counted, range };
}

export function countedRatings(
  profile: Profile,
  ratings: Ratings,
  flagged: readonly CheckDefinition[],
): Totals['counted'] {
  return totalsOf(profile, ratings, flagged).counted;
}

export function countedRange(profile: Profile, ratings: Ratings, flagged: readonly CheckDefinition[]): Range {
  return totalsOf(profile, ratings, flagged).range;
}

export function ratedRange(profile: Profile, ratings: Ratings): Range {
  return totalsOf(profile, ratings, []).rated;
}
