import { laneCap } from './checks.ts';
import { type JudgedLane, judgeLane } from './judged-lane.ts';
import type { Lane, LaneOrUndecided } from './lanes.ts';
import { weightMargin } from './margin.ts';
import type { LaneByProfile, PortfolioCard } from './portfolio-card.ts';
import type { Profile } from './profile.ts';

/** What a profile would make of the scorecards of its type. */
export interface Preview {
  /** How many scorecards were judged, and how many of them have every rating. */
  scorecards: number;
  complete: number;
  /** How many scorecards are in each lane, by the profiles that they are judged by and by the draft. */
  before: LaneCounts;
  after: LaneCounts;
  /** Per company, in the order of the cards. */
  judged: readonly PreviewedCard[];
  /** Who changes lane, from where to where, from the best lane to the worst; within one by name. */
  moves: readonly { from: LaneOrUndecided; to: LaneOrUndecided; cards: readonly PreviewedCard[] }[];
  /** The ten complete scorecards whose total is nearest to a floor of the draft. Those with an override are left out. */
  nearest: readonly NearFloor[];
  /** Per dimension of the draft, in its order. */
  sensitivity: readonly Sensitivity[];
}

export type LaneCounts = Readonly<Record<LaneOrUndecided, number>>;

export interface PreviewedCard {
  companyId: string;
  companyName: string;
  profileVersion: string;
  before: LaneByProfile;
  /** By the draft. */
  after: LaneByProfile;
}

export interface NearFloor extends PreviewedCard {
  floor: Exclude<Lane, 'pass'>;
  /** Points from the floor: 0 or more where the total reaches it. */
  points: number;
}

/**
 * How many complete scorecards without an override change lane when this weight alone moves by up to so many points, up
 * or down, and the others make room in proportion.
 */
export interface Sensitivity {
  dimension: string;
  within5: number;
  within10: number;
}

/** How many scorecards near a floor are named. */
const NEAREST = 10;

const ORDER: readonly LaneOrUndecided[] = ['deep', 'fast', 'pass', 'undecided'];

/**
 * Judges every scorecard by a draft, as re-judging by it would. Pure.
 *
 * @param draft a profile without faults
 * @param cards those of its type; of others nothing is said
 * @param asOf the day of the judgement, `YYYY-MM-DD`
 */
export function previewProfile(draft: Profile, cards: readonly PortfolioCard[], asOf: string): Preview {
  const before = noCounts();
  const after = noCounts();
  const judged: PreviewedCard[] = [];
  const near: NearFloor[] = [];
  const sensitivity = draft.dimensions.map(({ key }) => ({ dimension: key, within5: 0, within10: 0 }));
  let complete = 0;
  for (const { scorecard, ...card } of cards) {
    if (scorecard.type !== draft.type) continue;
    const lane = judgeLane(scorecard, draft, asOf);
    const previewed = previewedCard(card, lane);
    judged.push(previewed);
    before[card.before.lane] += 1;
    after[lane.lane] += 1;
    if (!lane.isComplete) continue;
    complete += 1;
    if (lane.override !== null) continue;
    near.push(nearestFloor(previewed, lane, draft));
    countMoves(sensitivity, lane, draft);
  }
  return {
    ...{ scorecards: judged.length, complete, before, after, judged },
    moves: movesOf(judged),
    nearest: nearestOf(near),
    sensitivity,
  };
}

function noCounts(): Record<LaneOrUndecided, number> {
  return { deep: 0, fast: 0, pass: 0, undecided: 0 };
}

function previewedCard(
  { companyId, companyName, profileVersion, before }: Omit<PortfolioCard, 'scorecard'>,
  { lane, isComplete, range: { low, high } }: JudgedLane,
): PreviewedCard {
  const after = { lane, total: isComplete ? low : null, low, high };
  return { companyId, companyName, profileVersion, before, after };
}

function nearestFloor(card: PreviewedCard, { range }: JudgedLane, { floors }: Profile): NearFloor {
  const total = range.low;
  const [deep, fast] = [total - floors.deep, total - floors.fast];
  return stepsOver(deep) < stepsOver(fast)
    ? { ...card, floor: 'deep', points: deep }
    : { ...card, floor: 'fast', points: fast };
}

/** The points that take a total over the floor, up or down: one who stands on it falls with one point less. */
function stepsOver(points: number): number {
  return points < 0 ? -points : points + 1;
}

function nearestOf(near: NearFloor[]): NearFloor[] {
  near.sort((one, other) => stepsOver(one.points) - stepsOver(other.points) || byName(one, other));
  return near.slice(0, NEAREST);
}

function countMoves(
  sensitivity: readonly Sensitivity[],
  { counted, range, computedLane, sorted }: JudgedLane,
  draft: Profile,
): void {
  if (computedLane === 'undecided') return;
  const nearest = new Map<string, number>();
  for (const { dimension, weight, at } of weightMargin(
    counted,
    draft,
    range,
    computedLane,
    laneCap(sorted.flagged),
  ))
    nearest.set(dimension, Math.min(nearest.get(dimension) ?? Infinity, Math.abs(at - weight)));
  for (const one of sensitivity) {
    const steps = nearest.get(one.dimension) ?? Infinity;
    if (steps <= 5) one.within5 += 1;
    if (steps <= 10) one.within10 += 1;
  }
}

function movesOf(judged: readonly PreviewedCard[]): Preview['moves'] {
  return ORDER.flatMap((from) =>
    ORDER.flatMap((to) => {
      if (to === from) return [];
      const cards = judged.filter(({ before, after }) => before.lane === from && after.lane === to);
      return cards.length === 0 ? [] : [{ from, to, cards: cards.sort(byName) }];
    }),
  );
}

function byName(one: PreviewedCard, other: PreviewedCard): number {
  return compare(one.companyName, other.companyName) || compare(one.companyId, other.companyId);
}

/** The same on every machine, and quicker than a comparison by language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
