import { type Cause, causesOf } from './causes.ts';
import { flaggedChecks, laneCap, openChecks } from './checks.ts';
import { type Clearance, clearanceOf, unexplainedClears } from './clearance.ts';
import { evidenceGaps } from './evidence.ts';
import { headlineOf } from './headline.ts';
import { type LaneOrUndecided, laneOf, laneOfRange } from './lanes.ts';
import { type Margin, marginOf } from './margin.ts';
import { type NextQuestion, nextQuestionOf } from './next-question.ts';
import type { Profile } from './profile.ts';
import { type Rating, ratingOf } from './ratings.ts';
import type { Override, Scorecard } from './scorecard.ts';
import { countedRange, countedRatings, ratedRange } from './totals.ts';

/** The version of the rules below. Raised whenever the same scorecard and profile can give another verdict. */
export const RULES = 1;

/** What follows from a scorecard and a profile version. Never edited by hand. Points are 100..500. */
export interface Verdict {
  /** Of the counted ratings. Null while a rating is unknown. */
  total: number | null;
  /** Of the ratings as given. Null while a rating is unknown. */
  ratedTotal: number | null;
  /** The totals of counted ratings that are still possible. */
  low: number;
  high: number;
  ratedCount: number;
  /** Per dimension, after the rating caps of flagged checks. */
  counted: Readonly<Record<string, Rating | null>>;
  /** By ratings alone. */
  scoreLane: LaneOrUndecided;
  /** By counted ratings and lane caps, whatever an override says. */
  computedLane: LaneOrUndecided;
  /** The computed lane, or that of the override in force. */
  lane: LaneOrUndecided;
  override: Override | null;
  /** Null while it cannot be known. */
  clearance: Clearance | null;
  /** Dimensions rated 4 or 5 without required evidence. */
  evidenceGaps: readonly string[];
  causes: readonly Cause[];
  /** Lane, total and what stands in the way, in one line: the same in card, CRM and terminal. */
  headline: string;
  /** Null when the computed lane is decided. */
  nextQuestion: NextQuestion | null;
  margin: Margin;
}

/**
 * Judges a scorecard by a profile. Pure: the same three arguments give the same verdict, whoever asks.
 *
 * @param asOf the day of the judgement, `YYYY-MM-DD`: an override holds up to its last day
 */
export function verdict(scorecard: Scorecard, profile: Profile, asOf: string): Verdict {
  const flagged = flaggedChecks(scorecard, profile);
  const rated = ratedRange(profile, scorecard.ratings);
  const range = flagged.length === 0 ? rated : countedRange(profile, scorecard.ratings, flagged);
  const cap = laneCap(flagged);
  const ratedCount = profile.dimensions.filter(({ key }) => ratingOf(scorecard.ratings, key) !== null).length;
  const complete = ratedCount === profile.dimensions.length;

  const bestScoreLane = laneOf(rated.high, profile.floors);
  const scoreLane = laneOfRange(rated, profile.floors);
  const computedLane = laneOfRange(range, profile.floors, cap);
  const override =
    scorecard.override !== null && asOf <= scorecard.override.until ? scorecard.override : null;
  const gaps = evidenceGaps(scorecard, profile);
  const open = openChecks(scorecard, profile);
  const unexplained = unexplainedClears(scorecard, profile);
  const unknownCount = profile.dimensions.length - ratedCount;

  const judged = {
    total: complete ? range.low : null,
    ratedTotal: complete ? rated.low : null,
    low: range.low,
    high: range.high,
    ratedCount,
    counted: countedRatings(profile, scorecard.ratings, flagged),
    scoreLane,
    computedLane,
    lane: override?.lane ?? computedLane,
    override,
    clearance: clearanceOf({
      bestScoreLane,
      scoreLane,
      flagged,
      unknownCount,
      openCount: open.length,
      gapCount: gaps.length,
      unexplainedCount: unexplained.length,
    }),
    evidenceGaps: gaps,
  };
  return {
    ...judged,
    causes: causesOf(judged, scorecard, profile, flagged),
    headline: headlineOf(judged, profile, { flagged, open, unexplained, unknownCount }),
    nextQuestion: nextQuestionOf(scorecard.ratings, profile, flagged, computedLane),
    margin: marginOf(scorecard.ratings, profile, flagged, { range, lane: computedLane, complete }),
  };
}
