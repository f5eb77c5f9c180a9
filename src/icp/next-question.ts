import { laneCap, ratingCap } from './checks.ts';
import {
  type Lane,
  type LaneFloors,
  type LaneOrUndecided,
  type Reach,
  laneOfRange,
  lowerLane,
} from './lanes.ts';
import { type CheckDefinition, type Dimension, type Profile, minimumOf } from './profile.ts';
import { RATINGS, type Rating, type Ratings, countedRating, ratingOf } from './ratings.ts';

/** The unknown rating whose answer is expected to narrow the lane most. */
export interface NextQuestion {
  dimension: string;
  /** Expected drop of the entropy of the lane when answers are uniform. Never shown. */
  bits: number;
}

/** Questions within this many bits are equally good. The heavier one is asked, then the earlier one. */
const TIE = 1e-9;

interface UnratedDimension extends Pick<Dimension, 'key' | 'weight'> {
  cap: Rating;
  /** The counted rating that deep needs. */
  minimum: Rating;
}

/**
 * The question to ask next. Exact over all completions of the unknown ratings: answers are uniform, then capped.
 *
 * @returns null when the lane is decided
 */
export function nextQuestionOf(
  ratings: Ratings,
  profile: Profile,
  flagged: readonly CheckDefinition[],
  lane: LaneOrUndecided,
): NextQuestion | null {
  if (lane !== 'undecided') return null;
  const unknowns: UnratedDimension[] = [];
  let known = 0;
  let bestLane = laneCap(flagged);
  for (const { key, weight } of profile.dimensions) {
    const cap = ratingCap(flagged, key);
    const minimum = minimumOf(profile, key);
    const rating = ratingOf(ratings, key);
    if (rating === null) unknowns.push({ key, weight, cap, minimum });
    else {
      known += weight * countedRating(rating, cap);
      if (countedRating(rating, cap) < minimum) bestLane = lowerLane(bestLane, 'fast');
    }
  }
  const { deep, fast } = profile.floors;
  const missing = { deep: deep - known, fast: fast - known };
  let best: (NextQuestion & { weight: number }) | null = null;
  for (const asked of unknowns) {
    const { key: dimension, weight } = asked;
    const others = unknowns.filter(({ key }) => key !== dimension);
    const ways = waysToReach(others);
    const hasMinimum = others.some(({ minimum }) => minimum > 1);
    const waysToDeep = hasMinimum ? waysToReach(others, true) : ways;
    const bits = expectedDrop(asked, { ways, waysToDeep }, missing, bestLane);
    if (best === null || bits > best.bits + TIE || (bits >= best.bits - TIE && weight > best.weight))
      best = { dimension, bits, weight };
  }
  return best && { dimension: best.dimension, bits: best.bits };
}

/**
 * At index p: the number of completions with p or more points. There are at most 5^7 completions.
 *
 * @param isDeep counts those alone that meet every minimum
 */
function waysToReach(unknowns: readonly UnratedDimension[], isDeep = false): number[] {
  const most = unknowns.reduce((points, { weight, cap }) => points + weight * cap, 0);
  const ways = new Array<number>(most + 1).fill(0);
  ways[0] = 1;
  let reached = 0;
  for (const { weight, cap, minimum } of unknowns) {
    // From the top down, so that an entry is not moved twice in one round.
    for (let points = reached; points >= 0; points--) {
      const moving = ways[points] ?? 0;
      if (moving === 0) continue;
      ways[points] = 0;
      for (const answer of RATINGS) {
        if (isDeep && countedRating(answer, cap) < minimum) continue;
        const to = points + weight * countedRating(answer, cap);
        ways[to] = (ways[to] ?? 0) + moving;
      }
    }
    reached += weight * cap;
  }
  for (let points = most - 1; points >= 0; points--)
    ways[points] = (ways[points] ?? 0) + (ways[points + 1] ?? 0);
  return ways;
}

/** @param missing the points still needed to reach each floor */
function expectedDrop(
  asked: UnratedDimension,
  { ways, waysToDeep }: { ways: readonly number[]; waysToDeep: readonly number[] },
  missing: LaneFloors,
  best: Lane,
): number {
  const all = ways[0] ?? 0;
  const overall = { deep: 0, fast: 0, pass: 0 };
  let after = 0;
  for (const answer of RATINGS) {
    const points = asked.weight * countedRating(answer, asked.cap);
    const fastOrBetter = best === 'pass' ? 0 : waysFrom(ways, missing.fast - points);
    const meetsMinimum = countedRating(answer, asked.cap) >= asked.minimum;
    const deep = best === 'deep' && meetsMinimum ? waysFrom(waysToDeep, missing.deep - points) : 0;
    const lanes = { deep, fast: fastOrBetter - deep, pass: all - fastOrBetter };
    after += entropy(lanes) / RATINGS.length;
    overall.deep += lanes.deep;
    overall.fast += lanes.fast;
    overall.pass += lanes.pass;
  }
  return entropy(overall) - after;
}

function waysFrom(ways: readonly number[], points: number): number {
  return ways[Math.max(0, points)] ?? 0;
}

/** In bits. */
function entropy({ deep, fast, pass }: { deep: number; fast: number; pass: number }): number {
  const ways = deep + fast + pass;
  return surprise(deep / ways) + surprise(fast / ways) + surprise(pass / ways);
}

function surprise(share: number): number {
  return share === 0 ? 0 : -share * Math.log2(share);
}

/** The lane after each answer from 1 to 5 to an unknown dimension. `range` is of the counted ratings without it. */
export function lanesByAnswer(
  range: Reach,
  profile: Profile,
  flagged: readonly CheckDefinition[],
  dimension: string,
): LaneOrUndecided[] {
  const best = laneCap(flagged);
  const cap = ratingCap(flagged, dimension);
  const minimum = minimumOf(profile, dimension);
  const weight = profile.dimensions.find(({ key }) => key === dimension)?.weight ?? 0;
  const lowest = countedRating(1, cap);
  const highest = countedRating(5, cap);
  const lanes: LaneOrUndecided[] = [];
  for (const answer of RATINGS) {
    const counted = countedRating(answer, cap);
    const unmet = Number(counted < minimum);
    const reach: Reach = {
      low: range.low + weight * (counted - lowest),
      high: range.high + weight * (counted - highest),
      unmetLow: range.unmetLow + unmet - Number(lowest < minimum),
      unmetHigh: range.unmetHigh + unmet - Number(highest < minimum),
    };
    lanes.push(laneOfRange(reach, profile.floors, best));
  }
  return lanes;
}
