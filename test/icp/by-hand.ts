import type { Clearance } from '../../src/icp/clearance.ts';
import type { Lane } from '../../src/icp/lanes.ts';
import type { Margin } from '../../src/icp/margin.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { RATINGS, type Rating } from '../../src/icp/ratings.ts';
import type { Scorecard } from '../../src/icp/scorecard.ts';

/*
 * A second, slow implementation of the rules: it tries every completion and every weight. It calls nothing of the source,
 * so that mistakes there show up as differences.
 */

const BY_RANK = ['pass', 'fast', 'deep'] as const satisfies readonly Lane[];

/** 0 for pass, 1 for fast, 2 for deep: for comparisons. */
export function rankOf(lane: Lane): number {
  return BY_RANK.indexOf(lane);
}

function capsOf(scorecard: Scorecard, profile: Profile) {
  return profile.checks
    .filter(({ key }) => scorecard.checks[key]?.state === 'flagged')
    .map(({ caps }) => caps);
}

/** Points of complete answers, in the order of the dimensions, after the caps of flagged checks. */
export function totalByHand(answers: readonly number[], scorecard: Scorecard, profile: Profile): number {
  const caps = capsOf(scorecard, profile);
  return profile.dimensions.reduce((points, { key, weight }, index) => {
    const limits = caps.flatMap(({ rating }) => (rating?.dimension === key ? [rating.at] : []));
    return points + weight * Math.min(answers[index] ?? NaN, ...limits);
  }, 0);
}

/** The lane of points, by the floors, the minimums that the answers do not meet, and the lane caps of flagged checks. */
function laneByHand(
  points: number,
  answers: readonly number[],
  scorecard: Scorecard,
  profile: Profile,
): Lane {
  const byFloors = points >= profile.floors.deep ? 2 : points >= profile.floors.fast ? 1 : 0;
  const isKept = profile.dimensions.some(({ key }, index) => {
    const caps = capsOf(scorecard, profile).flatMap(({ rating }) =>
      rating?.dimension === key ? [rating.at] : [],
    );
    return Math.min(answers[index] ?? NaN, ...caps) < (profile.deepNeeds[key] ?? 1);
  });
  const minimums = isKept ? [1] : [];
  const limits = capsOf(scorecard, profile).flatMap(({ lane }) => (lane === undefined ? [] : [rankOf(lane)]));
  return BY_RANK[Math.min(byFloors, ...minimums, ...limits)] ?? 'pass';
}

/** The same scorecard with every check open. */
export function withoutChecks(scorecard: Scorecard): Scorecard {
  return { ...scorecard, checks: {} };
}

/** Visits every completion of the unknown ratings, 5^n in all. The list is reused between visits. */
export function eachCompletion(
  { ratings }: Pick<Scorecard, 'ratings'>,
  { dimensions }: Profile,
  visit: (answers: readonly Rating[]) => void,
): void {
  const answers: Rating[] = [];
  const answerFrom = (index: number): void => {
    const asked = dimensions[index];
    if (asked === undefined) {
      visit(answers);
      return;
    }
    const known = ratings[asked.key] ?? null;
    for (const answer of known === null ? RATINGS : [known]) {
      answers[index] = answer;
      answerFrom(index + 1);
    }
  };
  answerFrom(0);
}

/** The lowest and the highest lane that some completion reaches, by rank. */
export function lanesAtEnds(scorecard: Scorecard, profile: Profile): { low: number; high: number } {
  const ranks = [...possible(scorecard, profile).lanes].map(rankOf);
  return { low: Math.min(...ranks), high: Math.max(...ranks) };
}

/** Every total and every lane that some completion reaches. */
export function possible(scorecard: Scorecard, profile: Profile): { totals: Set<number>; lanes: Set<Lane> } {
  const totals = new Set<number>();
  const lanes = new Set<Lane>();
  eachCompletion(scorecard, profile, (answers) => {
    const points = totalByHand(answers, scorecard, profile);
    totals.add(points);
    lanes.add(laneByHand(points, answers, scorecard, profile));
  });
  return { totals, lanes };
}

/** Entropy of a tally, in bits: log2 n - (sum of c log2 c) / n. */
function entropyOf(tally: readonly number[]): number {
  const all = tally.reduce((sum, count) => sum + count, 0);
  const spread = tally.reduce((sum, count) => sum + (count === 0 ? 0 : count * Math.log2(count)), 0);
  return Math.log2(all) - spread / all;
}

/** The next question, from one tally of lanes per dimension and answer over all completions. */
export function nextQuestionByHand(scorecard: Scorecard, profile: Profile) {
  const overall = [0, 0, 0];
  const tallies = profile.dimensions.map(() => RATINGS.map(() => [0, 0, 0]));
  eachCompletion(scorecard, profile, (answers) => {
    const lane = rankOf(laneByHand(totalByHand(answers, scorecard, profile), answers, scorecard, profile));
    overall[lane] = (overall[lane] ?? 0) + 1;
    for (const [index, answer] of answers.entries()) {
      const tally = tallies[index]?.[answer - 1];
      if (tally !== undefined) tally[lane] = (tally[lane] ?? 0) + 1;
    }
  });
  const candidates = profile.dimensions.flatMap(({ key, weight }, index) => {
    if ((scorecard.ratings[key] ?? null) !== null) return [];
    const remaining = (tallies[index] ?? []).map(entropyOf);
    const average = remaining.reduce((sum, bits) => sum + bits, 0) / 5;
    return [{ dimension: key, weight, bits: entropyOf(overall) - average }];
  });
  if (overall.filter((count) => count > 0).length < 2) return null;
  const most = Math.max(...candidates.map(({ bits }) => bits));
  const equal = candidates.filter(({ bits }) => most - bits <= 1e-9);
  const heaviest = Math.max(...equal.map(({ weight }) => weight));
  return equal.find(({ weight }) => weight === heaviest) ?? null;
}

/** Tries every whole weight, down and then up, in exact fractions. Needs a complete scorecard. */
export function weightMarginByHand(scorecard: Scorecard, profile: Profile): Margin['weights'] {
  const { dimensions, floors } = profile;
  const ratings = dimensions.map(({ key }) => scorecard.ratings[key] ?? NaN);
  const counted = ratings.map((_, index) => {
    const alone = ratings.map((rating, other) => (other === index ? rating : 0));
    return BigInt(totalByHand(alone, scorecard, profile) / (dimensions[index]?.weight ?? NaN));
  });
  const laneWith = (moved: number, at: number): Lane => {
    const rest = BigInt(100 - (dimensions[moved]?.weight ?? NaN));
    const points = dimensions.reduce((sum, { weight }, index) => {
      const scaled = index === moved ? BigInt(at) * rest : BigInt(weight) * BigInt(100 - at);
      return sum + scaled * (counted[index] ?? 0n);
    }, 0n);
    const deep = points >= BigInt(floors.deep) * rest;
    const fast = points >= BigInt(floors.fast) * rest;
    // 500 and the floor of fast itself stand for "any deep total" and "any fast total"
    const stand = deep ? 500 : fast ? floors.fast : floors.fast - 1;
    return laneByHand(stand, ratings, scorecard, profile);
  };
  return dimensions.flatMap(({ key, weight }, index) => {
    const now = laneWith(index, weight);
    const moves: Margin['weights'][number][] = [];
    for (const step of [-1, 1])
      for (let at = weight + step; at >= 0 && at <= 100; at += step) {
        const lane = laneWith(index, at);
        if (lane === now) continue;
        moves.push({ dimension: key, weight, at, lane });
        break;
      }
    return moves;
  });
}

/** Clearance: the first rule that holds. */
export function clearanceByHand(scorecard: Scorecard, profile: Profile, asOf: string): Clearance | null {
  const { override } = scorecard;
  const isRated = profile.dimensions.some(({ key }) => (scorecard.ratings[key] ?? null) !== null);
  const inForce = override === null || override.until < asOf || !isRated ? null : override.lane;
  const { lanes } = possible(withoutChecks(scorecard), profile);
  const states = profile.checks.map(({ key }) => scorecard.checks[key]?.state ?? 'open');
  if (inForce === 'fast' || inForce === 'pass') return 'not-required';
  if (!lanes.has('deep') && inForce === null) return 'not-required';
  if (states.includes('flagged')) return 'blocked';
  if (lanes.size > 1 && inForce === null) return null;
  if (profile.dimensions.some(({ key }) => (scorecard.ratings[key] ?? null) === null)) return 'pending';
  if (profile.dimensions.some(({ key }) => scorecard.toConfirm.includes(key))) return 'pending';
  if (states.includes('open')) return 'pending';
  const lacksEvidence = profile.dimensions.some(
    ({ key, evidenceRequired }) =>
      evidenceRequired &&
      (inForce === 'deep' || Number(scorecard.ratings[key]) > 3) &&
      !/\S/.test(scorecard.evidence[key] ?? ''),
  );
  if (lacksEvidence) return 'pending';
  const silent = profile.checks.some(({ key }) => !/\S/.test(scorecard.checks[key]?.note ?? ''));
  return silent ? 'pending' : 'cleared';
}

/** Each check that is not clear, tried alone: a flagged one clear, an open one flagged. */
export function checkMarginByHand(scorecard: Scorecard, profile: Profile): Margin['checks'] {
  const laneOf = (checks: Scorecard['checks']) => {
    const [only = 'pass', ...others] = possible({ ...scorecard, checks }, profile).lanes;
    return others.length > 0 ? 'undecided' : only;
  };
  const now = laneOf(scorecard.checks);
  const stateOf = (check: string) => scorecard.checks[check]?.state ?? 'open';
  const inState = (state: string) => profile.checks.filter(({ key }) => stateOf(key) === state);
  return [...inState('flagged'), ...inState('open')].flatMap(({ key: check }) => {
    const to = stateOf(check) === 'flagged' ? 'clear' : 'flagged';
    const lane = laneOf({ ...scorecard.checks, [check]: { state: to, note: '' } });
    return lane === now ? [] : [{ check, to, lane } as const];
  });
}
