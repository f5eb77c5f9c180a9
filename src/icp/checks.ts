import { type Lane, lowerLane } from './lanes.ts';
import type { CheckDefinition, Profile } from './profile.ts';
import type { Rating } from './ratings.ts';
import { type Scorecard, checkAnswer, isBlank } from './scorecard.ts';

type Checks = Pick<Scorecard, 'checks'>;

/** The checks of a profile that need attention, each list in the order of the profile. */
export interface SortedChecks {
  flagged: CheckDefinition[];
  open: CheckDefinition[];
  /** Clear without a note. */
  unexplained: CheckDefinition[];
}

/** Sorts the checks in one pass, because every verdict needs all three lists. */
export function sortChecks(scorecard: Checks, { checks }: Profile): SortedChecks {
  const sorted: SortedChecks = { flagged: [], open: [], unexplained: [] };
  for (const check of checks) {
    const { state, note } = checkAnswer(scorecard, check.key);
    if (state === 'flagged') sorted.flagged.push(check);
    else if (state === 'open') sorted.open.push(check);
    else if (isBlank(note)) sorted.unexplained.push(check);
  }
  return sorted;
}

export function flaggedChecks(scorecard: Checks, profile: Profile): CheckDefinition[] {
  return sortChecks(scorecard, profile).flagged;
}

export function openChecks(scorecard: Checks, profile: Profile): CheckDefinition[] {
  return sortChecks(scorecard, profile).open;
}

/** The lowest rating cap of the flagged checks on the dimension; 5 when there is none. */
export function ratingCap(flagged: readonly CheckDefinition[], dimension: string): Rating {
  let cap: Rating = 5;
  for (const { caps } of flagged)
    if (caps.rating?.dimension === dimension && caps.rating.at < cap) cap = caps.rating.at;
  return cap;
}

/** The lowest lane cap of the flagged checks; deep when there is none. */
export function laneCap(flagged: readonly CheckDefinition[]): Lane {
  let cap: Lane = 'deep';
  for (const { caps } of flagged) if (caps.lane !== undefined) cap = lowerLane(cap, caps.lane);
  return cap;
}
