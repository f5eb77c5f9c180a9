import { pointsOf } from './causes.ts';
import { flaggedChecks } from './checks.ts';
import type { Dimension, Profile } from './profile.ts';
import type { Scorecard } from './scorecard.ts';
import { countedRange } from './totals.ts';

/** The points of one dimension: `150`, or `30 to 150` while it is unknown. */
export function dimensionPoints(dimension: Dimension, scorecard: Scorecard, profile: Profile): string {
  const alone = { ...profile, dimensions: [dimension] };
  return pointsOf(countedRange(alone, scorecard.ratings, flaggedChecks(scorecard, profile)));
}
