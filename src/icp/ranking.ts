import { CLEARANCE_LABELS, type Clearance } from './clearance.ts';
import { LANE_LABELS, type LaneOrUndecided } from './lanes.ts';
import type { PartnerType } from './partner-types.ts';
import type { Rating } from './ratings.ts';
import { byRecordId } from './record-id.ts';

/** What a partner is ranked by. */
export interface RankCandidate {
  companyId: string;
  type: PartnerType;
  lane: LaneOrUndecided;
  clearance: Clearance | null;
  /** The counted total; the lowest possible one while answers are missing. */
  points: number;
  /** By dimension key, as given. An unknown rating is absent or null. */
  ratings: Readonly<Record<string, Rating | null>>;
}

/** In which part of a ranking a partner stands, best first. */
export const RANK_GROUPS = ['cleared', 'pending', 'blocked', 'fast', 'undecided', 'pass'] as const;
export type RankGroup = (typeof RANK_GROUPS)[number];

export const RANK_GROUP_LABELS: Readonly<Record<RankGroup, string>> = {
  cleared: CLEARANCE_LABELS.cleared,
  pending: CLEARANCE_LABELS.pending,
  blocked: CLEARANCE_LABELS.blocked,
  fast: LANE_LABELS.fast,
  undecided: LANE_LABELS.undecided,
  pass: LANE_LABELS.pass,
};

/** A partner at its place. */
export interface Ranked<Candidate extends RankCandidate> {
  candidate: Candidate;
  /** From 1. */
  rank: number;
  group: RankGroup;
  /** The points that opened its band: within a band the tiebreakers decide before the points do. */
  bandTop: number;
}

/** How many points below its best partner a band still reaches. */
export const BAND_POINTS = 10;

/**
 * The questions that decide between partners of one band, first the tiebreaker.
 *
 * Source: partner ICP guide, "Strategic fit"; the second, and those of other types, are ours.
 */
export function tiebreakersOf(type: PartnerType): readonly [string, string] {
  return type === 'technology'
    ? ['strategic_fit', 'distribution_reach']
    : ['company_alignment', 'market_access'];
}

/** The group of a partner: by its clearance where that says something, else by its lane. */
export function rankGroupOf({ clearance, lane }: Pick<RankCandidate, 'clearance' | 'lane'>): RankGroup {
  if (clearance !== null && clearance !== 'not-required') return clearance;
  // without a clearance nothing says that it may be built
  return lane === 'deep' ? 'pending' : lane;
}

/** Ranks partners, whatever their order. Pure, and total: two partners never share a place. */
export function rankPartners<Candidate extends RankCandidate>(
  candidates: readonly Candidate[],
): Ranked<Candidate>[] {
  const ranked: Ranked<Candidate>[] = [];
  for (const group of RANK_GROUPS) {
    const members = candidates.filter((candidate) => rankGroupOf(candidate) === group);
    let left = members.sort(byPoints);
    while (left.length > 0) {
      const bandTop = left[0]?.points ?? 0;
      const band = left.filter(({ points }) => bandTop - points <= BAND_POINTS);
      left = left.slice(band.length);
      for (const candidate of band.sort(byTiebreakers))
        ranked.push({ candidate, rank: ranked.length + 1, group, bandTop });
    }
  }
  return ranked;
}

function byPoints(one: RankCandidate, other: RankCandidate): number {
  return other.points - one.points;
}

/** What decides between two partners of one band. */
export type TieRule = 'tiebreaker' | 'second-tiebreaker' | 'points' | 'record';

/** Which rule decides between two partners of one band, and for whom: `order` is below 0 for the first one. */
export function decideTie(one: RankCandidate, other: RankCandidate): { by: TieRule; order: number } {
  const order = (nth: 0 | 1) => (tiebreakerRating(other, nth) ?? 0) - (tiebreakerRating(one, nth) ?? 0);
  if (order(0) !== 0) return { by: 'tiebreaker', order: order(0) };
  if (order(1) !== 0) return { by: 'second-tiebreaker', order: order(1) };
  if (one.points !== other.points) return { by: 'points', order: byPoints(one, other) };
  return { by: 'record', order: byRecordId(one.companyId, other.companyId) };
}

/** The rating of a tiebreaker. Unknown comes last. */
export function tiebreakerRating({ type, ratings }: RankCandidate, nth: 0 | 1): Rating | null {
  return ratings[tiebreakersOf(type)[nth]] ?? null;
}

function byTiebreakers(one: RankCandidate, other: RankCandidate): number {
  return decideTie(one, other).order;
}
