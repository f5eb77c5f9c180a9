import type { Profile } from './profile.ts';
import { ratingOf } from './ratings.ts';
import { type Scorecard, evidenceFor, isBlank } from './scorecard.ts';

/**
 * The dimensions rated 4 or 5 without the evidence that the profile requires there. They count, and are shown as unsupported.
 *
 * @returns dimension keys, in the order of the profile
 */
export function evidenceGaps(scorecard: Pick<Scorecard, 'ratings' | 'evidence'>, profile: Profile): string[] {
  const gaps: string[] = [];
  for (const { key, evidenceRequired } of profile.dimensions)
    if (
      evidenceRequired &&
      (ratingOf(scorecard.ratings, key) ?? 0) >= 4 &&
      isBlank(evidenceFor(scorecard, key))
    )
      gaps.push(key);
  return gaps;
}
