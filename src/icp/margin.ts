import { laneCap, ratingCap } from './checks.ts';
import {
  type Lane,
  type LaneFloors,
  type LaneOrUndecided,
  type Range,
  laneOf,
  laneOfRange,
  lowerLane,
} from './lanes.ts';
import type { CheckDefinition, Profile } from './profile.ts';
import { type Rating, type Ratings, isRating, ratingOf } from './ratings.ts';

/** How little would have to change for another lane. */
export interface Margin {
  /** A rating moved by one. Empty while the lane is undecided. */
  ratings: readonly { dimension: string; from: Rating; to: Rating; lane: LaneOrUndecided }[];
  /** The nearest weight `at`, 0..100, above and below `weight`. Empty while a rating is unknown. */
  weights: readonly { dimension: string; weight: number; at: number; lane: Lane }[];
}

interface Judged {
  counted: Readonly<Record<string, Rating | null>>;
  /** Totals of counted ratings. */
  range: Range;
  lane: LaneOrUndecided;
  complete: boolean;
}

/** How far a computed lane is from its neighbours, by ratings and by weights. */
export function marginOf(
  ratings: Ratings,
  profile: Profile,
  flagged: readonly CheckDefinition[],
  { counted, range, lane, complete }: Judged,
): Margin {
  if (lane === 'undecided') return { ratings: [], weights: [] };
  const best = laneCap(flagged);
  return {
    ratings: ratingMargin(ratings, profile, flagged, range, lane, best),
    weights: complete ? weightMargin(counted, profile, range.low, lane, best) : [],
  };
}

function ratingMargin(
  ratings: Ratings,
  { dimensions, floors }: Profile,
  flagged: readonly CheckDefinition[],
  range: Range,
  lane: Lane,
  best: Lane,
): Margin['ratings'] {
  const moves: Margin['ratings'][number][] = [];
  for (const { key: dimension, weight } of dimensions) {
    const from = ratingOf(ratings, dimension);
    if (from === null) continue;
    const cap = ratingCap(flagged, dimension);
    for (const to of [from - 1, from + 1]) {
      const points = weight * (Math.min(to, cap) - Math.min(from, cap));
      const moved = laneOfRange({ low: range.low + points, high: range.high + points }, floors, best);
      if (moved !== lane && isRating(to)) moves.push({ dimension, from, to, lane: moved });
    }
  }
  return moves;
}

/**
 * Changes one weight and scales the others in proportion. With weight w of rating r and the others' points o, a weight
 * of x gives r * x + o * (100 - x) / (100 - w) points. Both sides are multiplied by 100 - w, so that whole numbers are
 * compared and nothing is rounded.
 */
function weightMargin(
  counted: Judged['counted'],
  { dimensions, floors }: Profile,
  total: number,
  lane: Lane,
  best: Lane,
): Margin['weights'] {
  const moves: Margin['weights'][number][] = [];
  for (const { key: dimension, weight } of dimensions) {
    const rating = counted[dimension] ?? 1;
    const rest = 100 - weight;
    const others = total - rating * weight;
    const scaled: LaneFloors = { deep: floors.deep * rest, fast: floors.fast * rest };
    for (const direction of [-1, 1]) {
      const slope = direction * (rating * rest - others);
      const at = weight + direction * stepsToAnotherLane(total * rest, slope, lane, scaled, best);
      if (at < 0 || at > 100) continue;
      const points = rating * at * rest + others * (100 - at);
      moves.push({ dimension, weight, at, lane: lowerLane(laneOf(points, scaled), best) });
    }
  }
  return moves;
}

/** Whole steps until points that change by `slope` a step enter another lane; Infinity when they never do. */
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
