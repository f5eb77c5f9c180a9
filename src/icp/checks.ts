import { type Lane, lowerLane } from './lanes.ts';
import type { CheckDefinition, Profile } from './profile.ts';
import type { Rating } from './ratings.ts';
import { type Scorecard, checkAnswer } from './scorecard.ts';

type Checks = Pick<Scorecard, 'checks'>;

export function flaggedChecks(scorecard: Checks, profile: Profile): CheckDefinition[] {
  return profile.checks.filter(({ key }) => checkAnswer(scorecard, key).state === 'flagged');
}

export function openChecks(scorecard: Checks, profile: Profile): CheckDefinition[] {
  return profile.checks.filter(({ key }) => checkAnswer(scorecard, key).state === 'open');
}

/** The most that a rating of the dimension counts under the flagged checks: 5 where none caps it. */
export function ratingCap(flagged: readonly CheckDefinition[], dimension: string): Rating {
  let cap: Rating = 5;
  for (const { caps } of flagged)
    if (caps.rating?.dimension === dimension && caps.rating.at < cap) cap = caps.rating.at;
  return cap;
}

/** The best lane that the flagged checks leave. */
export function laneCap(flagged: readonly CheckDefinition[]): Lane {
  let cap: Lane = 'deep';
  for (const { caps } of flagged) if (caps.lane !== undefined) cap = lowerLane(cap, caps.lane);
  return cap;
}
