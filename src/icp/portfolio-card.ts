import { judgeLane } from './judged-lane.ts';
import type { LaneOrUndecided } from './lanes.ts';
import type { Profile } from './profile.ts';
import type { Scorecard } from './scorecard.ts';

/** One scorecard as a preview needs it: of evidence and notes only whether they are there. */
export interface PortfolioCard {
  companyId: string;
  companyName: string;
  /** The version that it is judged by, `technology@0`. */
  profileVersion: string;
  scorecard: Scorecard;
  /** By that version; as stored where the version is not known. */
  before: LaneByProfile;
}

/** Lane and total of a scorecard by one profile. Points are 100..500. */
export interface LaneByProfile {
  lane: LaneOrUndecided;
  /** Null while a rating is unknown. */
  total: number | null;
  low: number;
  high: number;
}

/** Judges a scorecard as `verdict` does, for its lane and total alone. Pure. @param asOf `YYYY-MM-DD` */
export function laneByProfile(scorecard: Scorecard, profile: Profile, asOf: string): LaneByProfile {
  const { lane, isComplete, range } = judgeLane(scorecard, profile, asOf);
  const { low, high } = range;
  return { lane, total: isComplete ? low : null, low, high };
}
