import type { Profile } from './profile.ts';
import { ratingOf } from './ratings.ts';
import { type Scorecard, isBlank } from './scorecard.ts';

/** The evidence of a dimension; empty where there is none. */
export function evidenceFor({ evidence }: Pick<Scorecard, 'evidence'>, dimension: string): string {
  return (Object.hasOwn(evidence, dimension) ? evidence[dimension] : undefined) ?? '';
}

/**
 * The dimensions rated 4 or 5 without the evidence that the profile requires. They count in full, show "Evidence missing",
 * and keep clearance pending. Under an override to deep the evidence is required whatever the rating.
 *
 * @returns dimension keys, in the order of the profile
 */
export function evidenceGaps(
  scorecard: Pick<Scorecard, 'ratings' | 'evidence'>,
  profile: Profile,
  isDeepByOverride: boolean,
): string[] {
  const gaps: string[] = [];
  for (const { key, evidenceRequired } of profile.dimensions)
    if (
      evidenceRequired &&
      (isDeepByOverride || (ratingOf(scorecard.ratings, key) ?? 0) >= 4) &&
      isBlank(evidenceFor(scorecard, key))
    )
      gaps.push(key);
  return gaps;
}
