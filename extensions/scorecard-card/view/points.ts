import { effectsOf, pointsOf } from '../../../src/icp/causes.ts';
import { flaggedChecks } from '../../../src/icp/checks.ts';
import { dimensionPoints } from '../../../src/icp/dimension-points.ts';
import type { CheckDefinition, Dimension, Profile } from '../../../src/icp/profile.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';
import { type Scorecard, checkAnswer } from '../../../src/icp/scorecard.ts';
import { countedRange, countedRatings } from '../../../src/icp/totals.ts';

import type { CardView } from './card-view.ts';

/**
 * What the rating of a dimension gives: `5 × 30 = 150`, `5 counts as 2 × 30 = 60`, `unknown × 30`. Short enough that the
 * ratings below it stay where they are when one is given.
 */
export function pointsGiven(
  dimension: Dimension,
  { draft, profile, verdict }: Pick<CardView, 'draft' | 'profile' | 'verdict'>,
): string {
  const { key, weight } = dimension;
  const rating = ratingOf(draft.ratings, key);
  if (rating === null || verdict === null) return `${rating ?? 'unknown'} × ${weight}`;
  const counted = verdict.counted[key] ?? rating;
  const lowered = rating === counted ? '' : ` counts as ${counted}`;
  return `${rating}${lowered} × ${weight} = ${dimensionPoints(dimension, draft, profile)}`;
}

/** What a flag on the check changes, or would change: `Customer overlap 5 counts as 2 · 430 becomes 340`. */
export function flagEffect(check: CheckDefinition, scorecard: Scorecard, profile: Profile): string {
  const others = flaggedChecks(scorecard, profile).filter(({ key }) => key !== check.key);
  const flagged = [...others, check];
  const before = countedRange(profile, scorecard.ratings, others);
  const after = countedRange(profile, scorecard.ratings, flagged);
  const counted = countedRatings(profile, scorecard.ratings, flagged);
  const effects = effectsOf(check, { ...after, counted }, scorecard, profile);
  const moved =
    pointsOf(before) === pointsOf(after) ? [] : [`${pointsOf(before)} becomes ${pointsOf(after)}`];
  const effect = [...effects, ...moved].join(' · ');
  if (checkAnswer(scorecard, check.key).state === 'flagged')
    return effect === ''
      ? 'The flag changes neither points nor lane.'
      : `${effect.charAt(0).toUpperCase()}${effect.slice(1)}.`;
  return effect === '' ? 'A flag would change neither points nor lane.' : `If flagged: ${effect}.`;
}
