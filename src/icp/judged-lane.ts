import { type SortedChecks, laneCap, sortChecks } from './checks.ts';
import { type LaneOrUndecided, laneOfRange } from './lanes.ts';
import type { Profile } from './profile.ts';
import type { Override, Scorecard } from './scorecard.ts';
import { type Totals, totalsOf } from './totals.ts';

/** The lane of a scorecard and what it follows from, without the sentences of a verdict. */
export interface JudgedLane extends Totals {
  sorted: SortedChecks;
  isComplete: boolean;
  /** By counted ratings and lane caps, without the override. */
  computedLane: LaneOrUndecided;
  /** The override in force. It waits while nothing is rated. */
  override: Override | null;
  /** The computed lane, or that of the override in force. */
  lane: LaneOrUndecided;
}

/** Finds the lane of a scorecard. Pure. @param asOf the day of the judgement, `YYYY-MM-DD` */
export function judgeLane(scorecard: Scorecard, profile: Profile, asOf: string): JudgedLane {
  const sorted = sortChecks(scorecard, profile);
  const totals = totalsOf(profile, scorecard.ratings, sorted.flagged);
  const { ratedCount, rated, counted, range } = totals;
  const computedLane = laneOfRange(range, profile.floors, laneCap(sorted.flagged));
  const override = ratedCount === 0 ? null : overrideInForce(scorecard, asOf);
  return {
    ...{ sorted, ratedCount, rated, counted, range, computedLane, override },
    isComplete: ratedCount === profile.dimensions.length,
    lane: override?.lane ?? computedLane,
  };
}

function overrideInForce({ override }: Scorecard, asOf: string): Override | null {
  return override !== null && asOf <= override.until ? override : null;
}
