import type { Profile } from './profile.ts';
import { ratingOf } from './ratings.ts';
import { type Scorecard, isBlank } from './scorecard.ts';

/** The evidence of a dimension; empty where there is none. */
export function evidenceFor({ evidence }: Pick<Scorecard, 'evidence'>, dimension: string): string {
  return (Object.hasOwn(evidence, dimension) ? evidence[dimension] : undefined) ?? '';
}

/**
 * The dimensions rated 4 or 5 without the evidence that the profile requires. They count in full, are shown as unsupported,
 * and keep clearance pending.
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
