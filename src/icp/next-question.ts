import { laneCap, ratingCap } from './checks.ts';
import { type Lane, type LaneOrUndecided, laneOfRange } from './lanes.ts';
import type { CheckDefinition, Dimension, Profile } from './profile.ts';
import { RATINGS, type Rating, type Ratings, ratingOf } from './ratings.ts';
import { countedRange, countedRating } from './totals.ts';

/** The unknown rating that tells most about the lane. */
export interface NextQuestion {
  dimension: string;
  /** Expected drop of the entropy of the lane, when the answers are uniform. People never see it. */
  bits: number;
}

/** Questions closer than this are equally good; the heavier one is asked first, then the earlier one. */
const TIE = 1e-9;

/** A dimension that nobody rated yet. */
interface Unknown extends Dimension {
  cap: Rating;
}

/**
 * The question to ask next: exact over all completions of the unknown ratings, raw answers uniform, then capped.
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
  const unknowns: Unknown[] = [];
  let known = 0;
  for (const dimension of profile.dimensions) {
    const cap = ratingCap(flagged, dimension.key);
    const rating = ratingOf(ratings, dimension.key);
    if (rating === null) unknowns.push({ ...dimension, cap });
    else known += dimension.weight * countedRating(rating, cap);
  }
  let best: (NextQuestion & { weight: number }) | null = null;
  for (const asked of unknowns) {
    const { key: dimension, weight } = asked;
    const bits = expectedDrop(
      asked,
      accumulate(waysToTotal(known, unknowns, asked)),
      profile,
      laneCap(flagged),
    );
    if (best === null || bits > best.bits + TIE || (bits >= best.bits - TIE && weight > best.weight))
      best = { dimension, bits, weight };
  }
  return best && { dimension: best.dimension, bits: best.bits };
}

/** In how many ways the unknown ratings but one reach each total; the index is points. At most 5^7 ways in all. */
function waysToTotal(known: number, unknowns: readonly Unknown[], except: Unknown): Float64Array {
  let ways = new Float64Array(known + 1);
  ways[known] = 1;
  for (const { key, weight, cap } of unknowns) {
    if (key === except.key) continue;
    const next = new Float64Array(ways.length + weight * cap);
    for (const answer of RATINGS) {
      const points = weight * countedRating(answer, cap);
      for (let total = known; total < ways.length; total++)
        next[total + points] = (next[total + points] ?? 0) + (ways[total] ?? 0);
    }
    ways = next;
  }
  return ways;
}

/** Turns ways to reach a total into ways to reach at least it, in place. */
function accumulate(ways: Float64Array): Float64Array {
  for (let total = ways.length - 2; total >= 0; total--)
    ways[total] = (ways[total] ?? 0) + (ways[total + 1] ?? 0);
  return ways;
}

function expectedDrop(asked: Unknown, atLeast: Float64Array, { floors }: Profile, best: Lane): number {
  const all = atLeast[0] ?? 0;
  const waysFrom = (points: number) => atLeast[Math.max(0, points)] ?? 0;
  const overall = { deep: 0, fast: 0, pass: 0 };
  let after = 0;
  for (const answer of RATINGS) {
    const points = asked.weight * countedRating(answer, asked.cap);
    const fastOrBetter = best === 'pass' ? 0 : waysFrom(floors.fast - points);
    const deep = best === 'deep' ? waysFrom(floors.deep - points) : 0;
    const lanes = { deep, fast: fastOrBetter - deep, pass: all - fastOrBetter };
    after += entropy(lanes) / RATINGS.length;
    overall.deep += lanes.deep;
    overall.fast += lanes.fast;
    overall.pass += lanes.pass;
  }
  return entropy(overall) - after;
}

/** In bits. */
function entropy({ deep, fast, pass }: { deep: number; fast: number; pass: number }): number {
  const ways = deep + fast + pass;
  return surprise(deep / ways) + surprise(fast / ways) + surprise(pass / ways);
}

function surprise(share: number): number {
  return share === 0 ? 0 : -share * Math.log2(share);
}

/** The lane that each answer, 1 to 5, would leave: what makes a question worth asking. */
export function lanesByAnswer(
  ratings: Ratings,
  profile: Profile,
  flagged: readonly CheckDefinition[],
  dimension: string,
): LaneOrUndecided[] {
  const best = laneCap(flagged);
  return RATINGS.map((answer) =>
    laneOfRange(countedRange(profile, { ...ratings, [dimension]: answer }, flagged), profile.floors, best),
  );
}
