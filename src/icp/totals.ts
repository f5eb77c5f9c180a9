import { ratingCap } from './checks.ts';
import type { Range } from './lanes.ts';
import type { CheckDefinition, Profile } from './profile.ts';
import { type Rating, type Ratings, ratingOf } from './ratings.ts';

/** The lower of a rating and the cap of the flagged checks on its dimension. */
export function countedRating(rating: Rating, cap: Rating): Rating {
  return rating < cap ? rating : cap;
}

/** What the ratings of a scorecard come to. The two ends of a range are the same when nothing is unknown. */
export interface Weighed {
  ratedCount: number;
  /** The totals that are possible by ratings alone. */
  rated: Range;
  /** Per dimension, as it counts under the flagged checks; unknown stays unknown. */
  counted: Record<string, Rating | null>;
  /** The totals of counted ratings that are possible. */
  range: Range;
}

/**
 * Weighs ratings, in one pass because every verdict needs all of it. An unknown rating stands for 1 to 5, then capped.
 *
 * Source: partner ICP guide, "Scoring a candidate against the profile"; its two worked candidates total 430 and 280.
 */
export function weigh(profile: Profile, ratings: Ratings, flagged: readonly CheckDefinition[]): Weighed {
  const counted: Weighed['counted'] = {};
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
): Weighed['counted'] {
  return weigh(profile, ratings, flagged).counted;
}

export function countedRange(profile: Profile, ratings: Ratings, flagged: readonly CheckDefinition[]): Range {
  return weigh(profile, ratings, flagged).range;
}

export function ratedRange(profile: Profile, ratings: Ratings): Range {
  return weigh(profile, ratings, []).rated;
}
