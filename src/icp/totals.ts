import { ratingCap } from './checks.ts';
import type { Range } from './lanes.ts';
import type { CheckDefinition, Profile } from './profile.ts';
import { type Rating, type Ratings, ratingOf } from './ratings.ts';

const NO_CHECKS: readonly CheckDefinition[] = [];

/** The lower of a rating and the cap of the flagged checks on its dimension. */
export function countedRating(rating: Rating, cap: Rating): Rating {
  return rating < cap ? rating : cap;
}

/** Every rating as it counts under the flagged checks; unknown stays unknown. */
export function countedRatings(
  profile: Profile,
  ratings: Ratings,
  flagged: readonly CheckDefinition[],
): Record<string, Rating | null> {
  const counted: Record<string, Rating | null> = {};
  for (const { key } of profile.dimensions) {
    const rating = ratingOf(ratings, key);
    counted[key] = rating === null ? null : countedRating(rating, ratingCap(flagged, key));
  }
  return counted;
}

/**
 * Weighs counted ratings into the range of possible totals: an unknown rating stands for 1 to 5, then capped.
 * Both ends are the same when nothing is unknown.
 *
 * Source: partner ICP guide, "Scoring a candidate against the profile"; its two worked candidates total 430 and 280.
 */
export function countedRange(profile: Profile, ratings: Ratings, flagged: readonly CheckDefinition[]): Range {
  let low = 0;
  let high = 0;
  for (const { key, weight } of profile.dimensions) {
    const rating = ratingOf(ratings, key);
    const cap = flagged.length === 0 ? 5 : ratingCap(flagged, key);
    low += weight * (rating === null ? 1 : countedRating(rating, cap));
    high += weight * (rating === null ? cap : countedRating(rating, cap));
  }
  return { low, high };
}

/** The range of possible totals by ratings alone, whatever the checks say. */
export function ratedRange(profile: Profile, ratings: Ratings): Range {
  return countedRange(profile, ratings, NO_CHECKS);
}
