import { type Cause, causesOf } from './causes.ts';
import { type Clearance, clearanceOf } from './clearance.ts';
import { evidenceGaps } from './evidence.ts';
import { headlineOf } from './headline.ts';
import { judgeLane } from './judged-lane.ts';
import { type LaneOrUndecided, laneAt, laneOfRange } from './lanes.ts';
import { type Margin, marginOf } from './margin.ts';
import { type NextQuestion, nextQuestionOf } from './next-question.ts';
import { nextStepOf } from './next-step.ts';
import type { Profile } from './profile.ts';
import { type Rating, ratingOf } from './ratings.ts';
import type { Override, Scorecard } from './scorecard.ts';

/** The version of the rules. Raised whenever the same scorecard and profile can give another verdict. */
export const RULES = 2;

/** What follows from a scorecard and a profile. Never edited by hand. Points are 100..500. */
export interface Verdict {
  /** Of the counted ratings. Null while a rating is unknown. */
  total: number | null;
  /** Of the ratings as given. Null while a rating is unknown. */
  ratedTotal: number | null;
  /** The lowest and highest total of counted ratings that are still possible. */
  low: number;
  high: number;
  ratedCount: number;
  /** Per dimension, after the rating caps of flagged checks. */
  counted: Readonly<Record<string, Rating | null>>;
  /** By ratings alone. */
  scoreLane: LaneOrUndecided;
  /** By counted ratings and lane caps, without the override. */
  computedLane: LaneOrUndecided;
  /** The computed lane, or that of the override in force. */
  lane: LaneOrUndecided;
  /** The override in force. It waits while nothing is rated. */
  override: Override | null;
  /** Null while it is not yet known. */
  clearance: Clearance | null;
  /** Dimensions that lack required evidence. */
  evidenceGaps: readonly string[];
  causes: readonly Cause[];
  /** Lane, total and what stands in the way, in one line. The same in card, CRM and terminal. */
  headline: string;
  /** What to do now, in one sentence. The same in card, CRM and terminal. */
  next: string;
  /** Null when the computed lane is decided. */
  nextQuestion: NextQuestion | null;
  margin: Margin;
}

/**
 * Judges a scorecard by a profile. Pure.
 *
 * @param asOf the day of the judgement, `YYYY-MM-DD`. An override holds until the end of its last day
 */
export function verdict(scorecard: Scorecard, profile: Profile, asOf: string): Verdict {
  const { ratings } = scorecard;
  const judged = judgeLane(scorecard, profile, asOf);
  const { sorted, ratedCount, rated, counted, range, computedLane, override, lane } = judged;
  const { flagged, open, unexplained } = sorted;
  const { low, high, unmetLow, unmetHigh } = range;
  const unknownCount = profile.dimensions.length - ratedCount;
  const complete = judged.isComplete;
  const scoreLane = laneOfRange(rated, profile.floors);

  const gaps = evidenceGaps(scorecard, profile, override?.lane === 'deep');
  const waiting = waitingDimensions(scorecard, profile);
  const clearance = clearanceOf({
    overrideLane: override?.lane ?? null,
    bestScoreLane: laneAt(rated.high, rated.unmetHigh, profile.floors),
    scoreLane,
    flagged,
    unknownCount,
    waitingCount: waiting.length,
    openCount: open.length,
    gapCount: gaps.length,
    unexplainedCount: unexplained.length,
  });
  const nextQuestion = nextQuestionOf(ratings, profile, flagged, computedLane);
  // one object for all sentences: making one for each costs as much as the sentences
  const told = {
    low,
    high,
    unmetLow,
    unmetHigh,
    range,
    counted,
    ratedCount,
    unknownCount,
    lane,
    computedLane,
    override,
    clearance,
    flagged,
    open,
    unexplained,
    waiting,
    waitingCount: waiting.length,
    evidenceGaps: gaps,
    nextQuestion,
  };
  return {
    total: complete ? low : null,
    ratedTotal: complete ? rated.low : null,
    low,
    high,
    ratedCount,
    counted,
    scoreLane,
    computedLane,
    lane,
    override,
    clearance,
    evidenceGaps: gaps,
    causes: causesOf(told, scorecard, profile, flagged),
    headline: headlineOf(told, profile),
    next: nextStepOf(told, scorecard, profile),
    nextQuestion,
    margin: marginOf(ratings, profile, sorted, { counted, range, lane: computedLane, complete }),
  };
}

/** The rated dimensions of the profile that wait to be confirmed for this type. */
export function waitingDimensions(
  { toConfirm, ratings }: Pick<Scorecard, 'toConfirm' | 'ratings'>,
  { dimensions }: Profile,
): readonly string[] {
  if (toConfirm.length === 0) return toConfirm;
  const waiting: string[] = [];
  for (const { key } of dimensions)
    if (toConfirm.includes(key) && ratingOf(ratings, key) !== null) waiting.push(key);
  return waiting;
}
