import { type SortedChecks, ratingCap } from './checks.ts';
import { type Lane, type LaneOrUndecided, type Reach, laneOfRange, lowerLane } from './lanes.ts';
import { type CheckDefinition, type Profile, minimumOf } from './profile.ts';
import { type Rating, type Ratings, ratingOf } from './ratings.ts';

/** A check that changes the lane when it alone becomes clear, or is flagged. */
export interface CheckMove {
  check: string;
  to: 'clear' | 'flagged';
  lane: LaneOrUndecided;
}

/** The checks that change the lane when one alone is flagged, or is no longer, flagged ones first. `range` is of the counted ratings. */
export function checkMargin(
  ratings: Ratings,
  profile: Profile,
  { flagged, open }: Pick<SortedChecks, 'flagged' | 'open'>,
  range: Reach,
  lane: LaneOrUndecided,
): CheckMove[] {
  const moves: CheckMove[] = [];
  for (const check of flagged) addMove(moves, check, 'clear', ratings, profile, flagged, range, lane);
  for (const check of open) addMove(moves, check, 'flagged', ratings, profile, flagged, range, lane);
  return moves;
}

function addMove(
  moves: CheckMove[],
  check: CheckDefinition,
  to: CheckMove['to'],
  ratings: Ratings,
  profile: Profile,
  flagged: readonly CheckDefinition[],
  range: Reach,
  lane: LaneOrUndecided,
): void {
  const best = laneCapWith(flagged, check, to);
  const reach =
    check.caps.rating === undefined ? range : reachWith(flagged, check, to, ratings, profile, range);
  const moved = laneOfRange(reach, profile.floors, best);
  if (moved !== lane) moves.push({ check: check.key, to, lane: moved });
}

/** The lane cap of the flagged checks with this check added, or removed. */
function laneCapWith(flagged: readonly CheckDefinition[], check: CheckDefinition, to: CheckMove['to']): Lane {
  let cap: Lane = to === 'flagged' ? (check.caps.lane ?? 'deep') : 'deep';
  for (const { key, caps } of flagged)
    if (key !== check.key && caps.lane !== undefined) cap = lowerLane(cap, caps.lane);
  return cap;
}

/** The range with this check flagged, or no longer flagged: its rating cap may apply or end. */
function reachWith(
  flagged: readonly CheckDefinition[],
  check: CheckDefinition,
  to: CheckMove['to'],
  ratings: Ratings,
  profile: Profile,
  range: Reach,
): Reach {
  const dimension = check.caps.rating?.dimension ?? '';
  const before = ratingCap(flagged, dimension);
  let after: Rating = to === 'flagged' ? (check.caps.rating?.at ?? 5) : 5;
  for (const { key, caps } of flagged)
    if (key !== check.key && caps.rating?.dimension === dimension && caps.rating.at < after)
      after = caps.rating.at;
  if (before === after) return range;
  const rating = ratingOf(ratings, dimension);
  const lowest = rating ?? 1;
  const highest = rating ?? 5;
  const weight = weightOf(profile, dimension);
  const minimum = minimumOf(profile, dimension);
  return {
    low: range.low + weight * (Math.min(lowest, after) - Math.min(lowest, before)),
    high: range.high + weight * (Math.min(highest, after) - Math.min(highest, before)),
    unmetLow: range.unmetLow + newlyUnmet(lowest, before, after, minimum),
    unmetHigh: range.unmetHigh + newlyUnmet(highest, before, after, minimum),
  };
}

/** 1 where only the rating under the new cap misses the minimum, -1 where only the one under the old cap does, else 0. */
function newlyUnmet(rating: Rating, before: Rating, after: Rating, minimum: Rating): number {
  return Number(Math.min(rating, after) < minimum) - Number(Math.min(rating, before) < minimum);
}

function weightOf({ dimensions }: Profile, dimension: string): number {
  for (const { key, weight } of dimensions) if (key === dimension) return weight;
  return 0;
}
