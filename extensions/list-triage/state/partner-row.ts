import { CLEARANCES, type Clearance } from '../../../src/icp/clearance.ts';
import { type Decision, isDecision } from '../../../src/icp/decision.ts';
import { dimensionKeysOf } from '../../../src/icp/dimension-keys.ts';
import { LANES, type LaneOrUndecided } from '../../../src/icp/lanes.ts';
import { type PartnerType, isPartnerType } from '../../../src/icp/partner-types.ts';
import type { RankCandidate } from '../../../src/icp/ranking.ts';
import { type Rating, isRating } from '../../../src/icp/ratings.ts';

/** Properties of a company as HubSpot's search hands them over: unset ones are null or empty, unknown ones absent. */
export type Stored = Readonly<Record<string, string | null | undefined>>;

/** A company that was selected and found. */
export interface FoundCompany {
  companyId: string;
  stored: Stored;
}

/** A scored partner as its row shows it. `points` is `low`. */
export interface PartnerRow extends RankCandidate {
  name: string;
  type: PartnerType;
  lane: LaneOrUndecided;
  clearance: Clearance | null;
  /** The lowest and the highest possible total, 100..500 points; the same once every question is answered. */
  low: number;
  high: number;
  ratings: Readonly<Record<string, Rating | null>>;
  /** How many of its type's questions have no answer. */
  missing: number;
  nextStep: string;
  decision: Decision | null;
  quarter: string;
  /** The owner's name, or the id where HubSpot gives no name; empty where there is none. */
  owner: string;
  /** The profile that it is judged by, `technology@3`. */
  profileVersion: string;
}

/** @returns null for a company that is not scored: it has no lane, or no type that we know */
export function partnerRowOf({ companyId, stored }: FoundCompany): PartnerRow | null {
  const type = textIn(stored, 'ipp_partner_type');
  const lane = [...LANES, 'undecided' as const].find((known) => known === textIn(stored, 'ipp_lane'));
  const total = textIn(stored, 'ipp_total');
  const low = Number(total || textIn(stored, 'ipp_total_low'));
  const high = Number(total || textIn(stored, 'ipp_total_high'));
  if (lane === undefined || !isPartnerType(type) || Number.isNaN(low) || Number.isNaN(high)) return null;
  const ratings = ratingsIn(stored, type);
  const decision = textIn(stored, 'ipp_decision');
  return {
    ...{ companyId, type, lane, low, high, points: low, ratings },
    name: textIn(stored, 'name') || `Company ${companyId}`,
    clearance: CLEARANCES.find((known) => known === textIn(stored, 'ipp_clearance')) ?? null,
    missing: Object.values(ratings).filter((rating) => rating === null).length,
    nextStep: textIn(stored, 'ipp_next_step'),
    decision: isDecision(decision) ? decision : null,
    quarter: textIn(stored, 'ipp_decision_quarter'),
    owner: ownerIn(stored),
    profileVersion: textIn(stored, 'ipp_profile_version'),
  };
}

function ratingsIn(stored: Stored, type: PartnerType): Record<string, Rating | null> {
  return Object.fromEntries(
    dimensionKeysOf(type).map((key) => {
      const rating = Number(textIn(stored, `ipp_${key}`));
      return [key, isRating(rating) ? rating : null];
    }),
  );
}

/** HubSpot formats an owner as a name; where it does not, the id says at least which rows have the same. */
function ownerIn(stored: Stored): string {
  const owner = textIn(stored, 'hubspot_owner_id');
  return /^\d+$/.test(owner) ? `Owner ${owner}` : owner;
}

function textIn(stored: Stored, property: string): string {
  return stored[property] ?? '';
}
