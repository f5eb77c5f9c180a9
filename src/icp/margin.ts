import { type CheckMove, checkMargin } from './check-margin.ts';
import { type SortedChecks, laneCap, ratingCap } from './checks.ts';
import {
  type Lane,
  type LaneFloors,
  type LaneOrUndecided,
  type Reach,
  laneOf,
  laneOfMoved,
  lowerLane,
} from './lanes.ts';
import { type CheckDefinition, type Profile, minimumOf } from './profile.ts';
import { type Rating, type Ratings, isRating, ratingOf } from './ratings.ts';

/** The smallest changes that lead to another lane. */
export interface Margin {
  /** Ratings that change the lane when they move by one. Empty while the lane is undecided. */
  ratings: readonly { dimension: string; from: Rating; to: Rating; lane: LaneOrUndecided }[];
  /** The nearest weight `at`, 0..100, above and below `weight` that changes the lane. Empty while a rating is unknown. */
  weights: readonly { dimension: string; weight: number; at: number; lane: Lane }[];
  /** Checks that change the lane when they alone become clear, or are flagged. */
  checks: readonly CheckMove[];
}

interface MarginInput {
  counted: Readonly<Record<string, Rating | null>>;
  /** Totals of counted ratings, with the minimums that these do not meet. */
  range: Reach;
  lane: LaneOrUndecided;
  complete: boolean;
}

/** The changes of one rating, one weight or one check that lead from the computed lane to another one. */
export function marginOf(
  ratings: Ratings,
  profile: Profile,
  sorted: Pick<SortedChecks, 'flagged' | 'open'>,
  { counted, range, lane, complete }: MarginInput,
): Margin {
  const { flagged } = sorted;
  const checks = checkMargin(ratings, profile, sorted, range, lane);
  if (lane === 'undecided') return { ratings: [], weights: [], checks };
  const best = laneCap(flagged);
  return {
    ratings: ratingMargin(ratings, profile, flagged, range, lane, best),
    weights: complete ? weightMargin(counted, profile, range, lane, best) : [],
    checks,
  };
}

function ratingMargin(
  ratings: Ratings,
  profile: Profile,
  flagged: readonly CheckDefinition[],
  range: Reach,
  lane: Lane,
  best: Lane,
): Margin['ratings'] {
  const moves: Margin['ratings'][number][] = [];
  for (const { key: dimension, weight } of profile.dimensions) {
    const from = ratingOf(ratings, dimension);
    if (from === null) continue;
    const cap = ratingCap(flagged, dimension);
    const minimum = minimumOf(profile, dimension);
    for (let to = from - 1; to <= from + 1; to += 2) {
      if (!isRating(to)) continue;
      const before = Math.min(from, cap);
      const after = Math.min(to, cap);
      if (before === after) continue;
      const unmet = Number(after < minimum) - Number(before < minimum);
      const moved = laneOfMoved(range, weight * (after - before), unmet, profile.floors, best);
      if (moved !== lane) moves.push({ dimension, from, to, lane: moved });
    }
  }
  return moves;
}

/** No weight makes up for a minimum that is not met. */
function bestByWeights({ unmetLow }: Reach, best: Lane): Lane {
  return unmetLow > 0 ? lowerLane(best, 'fast') : best;
}

/**
 * The nearest weights that change the lane of a complete scorecard.
 *
 * Changes one weight and scales the others in proportion. For a dimension of weight w and rating r, where the other
 * dimensions give o points, a weight of x gives r * x + o * (100 - x) / (100 - w) points. Points and floors are both
 * multiplied by 100 - w, so that whole numbers are compared and nothing is rounded.
 *
 * @param laneCap the best lane that the flagged checks allow
 */
export function weightMargin(
  counted: MarginInput['counted'],
  { dimensions, floors }: Profile,
  range: Reach,
  lane: Lane,
  laneCap: Lane,
): Margin['weights'] {
  const total = range.low;
  const best = bestByWeights(range, laneCap);
  const moves: Margin['weights'][number][] = [];
  for (const { key: dimension, weight } of dimensions) {
    const rating = counted[dimension] ?? 1;
    const rest = 100 - weight;
    const others = total - rating * weight;
    const scaled: LaneFloors = { deep: floors.deep * rest, fast: floors.fast * rest };
    for (let direction = -1; direction <= 1; direction += 2) {
      const slope = direction * (rating * rest - others);
      const at = weight + direction * stepsToAnotherLane(total * rest, slope, lane, scaled, best);
      if (at < 0 || at > 100) continue;
      const points = rating * at * rest + others * (100 - at);
      moves.push({ dimension, weight, at, lane: lowerLane(laneOf(points, scaled), best) });
    }
  }
  return moves;
}

/** The whole steps, each changing the points by `slope`, until they enter another lane; Infinity when they never do. */
function stepsToAnotherLane(
  points: number,
  slope: number,
  lane: Lane,
  floors: LaneFloors,
  best: Lane,
): number {
  if (slope > 0 && lane !== best && lane !== 'deep')
    return Math.ceil((floors[lane === 'pass' ? 'fast' : 'deep'] - points) / slope);
  if (slope < 0 && lane !== 'pass') return Math.floor((points - floors[lane]) / -slope) + 1;
  return Infinity;
}
