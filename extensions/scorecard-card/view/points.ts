import { effectsOf, pointsOf } from '../../../src/icp/causes.ts';
import { flaggedChecks } from '../../../src/icp/checks.ts';
import type { CheckDefinition, Dimension, Profile } from '../../../src/icp/profile.ts';
import { type Scorecard, checkAnswer } from '../../../src/icp/scorecard.ts';
import { countedRange, countedRatings } from '../../../src/icp/totals.ts';

/** The points of one dimension: `150`, or `30 to 150` while it is unknown. */
export function dimensionPoints(dimension: Dimension, scorecard: Scorecard, profile: Profile): string {
  const alone = { ...profile, dimensions: [dimension] };
  return pointsOf(countedRange(alone, scorecard.ratings, flaggedChecks(scorecard, profile)));
}

/** `5 → 150`, `5 counts as 2 → 60`, `Unknown → 30 to 150`. */
export function ratingToPoints(rating: number | null, counted: number | null, points: string | null): string {
  if (points === null) return rating === null ? 'Unknown' : `${rating}`;
  if (rating === null) return `Unknown → ${points}`;
  return rating === counted
    ? `${rating} → ${points}`
    : `${rating} counts as ${counted ?? 'less'} → ${points}`;
}

/** What a flag on the check changes, or would change: `Customer overlap 5 counts as 2 · 430 → 340`. */
export function flagEffect(check: CheckDefinition, scorecard: Scorecard, profile: Profile): string {
  const others = flaggedChecks(scorecard, profile).filter(({ key }) => key !== check.key);
  const flagged = [...others, check];
  const before = countedRange(profile, scorecard.ratings, others);
  const after = countedRange(profile, scorecard.ratings, flagged);
  const counted = countedRatings(profile, scorecard.ratings, flagged);
  const effects = effectsOf(check, { ...after, counted }, scorecard, profile);
  const moved = pointsOf(before) === pointsOf(after) ? [] : [`${pointsOf(before)} → ${pointsOf(after)}`];
  const effect = [...effects, ...moved].join(' · ');
  if (checkAnswer(scorecard, check.key).state === 'flagged')
    return effect === ''
      ? 'The flag changes neither points nor lane.'
      : `${effect.charAt(0).toUpperCase()}${effect.slice(1)}.`;
  return effect === '' ? 'A flag would change neither points nor lane.' : `If flagged: ${effect}.`;
}
