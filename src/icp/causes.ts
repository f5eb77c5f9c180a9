import { dayInWords } from './day-in.ts';
import {
  LANE_LABELS,
  type Lane,
  type LaneOrUndecided,
  type Range,
  type Reach,
  laneAt,
  laneOf,
  laneOfRange,
} from './lanes.ts';
import { MAX_TOTAL, type CheckDefinition, type Profile, inSentence, minimumOf } from './profile.ts';
import { type Rating, ratingOf } from './ratings.ts';
import type { Override, Scorecard } from './scorecard.ts';

/** Why the lane is what it is. */
export interface Cause {
  /** `ratings`, `incomplete`, `minimum`, `override`, or the key of a check that acts. Stable: views and workflows filter on it. */
  code: string;
  text: string;
}

interface CausesInput extends Reach {
  ratedCount: number;
  counted: Readonly<Record<string, Rating | null>>;
  computedLane: LaneOrUndecided;
  override: Override | null;
}

/**
 * What made the lane, in this order: ratings or missing ratings, a minimum that keeps it from deep, each check that acts, the
 * override in force.
 */
export function causesOf(
  input: CausesInput,
  scorecard: Pick<Scorecard, 'ratings'>,
  profile: Profile,
  flagged: readonly CheckDefinition[],
): Cause[] {
  const causes: Cause[] = [];
  const { low, high } = input;
  const byPoints = laneOfRange({ low, high, unmetLow: 0, unmetHigh: 0 }, profile.floors);
  if (byPoints !== 'undecided')
    causes.push({ code: 'ratings', text: ratingsSentence(input, profile, byPoints) });
  if (input.computedLane === 'undecided')
    causes.push({ code: 'incomplete', text: incompleteSentence(input, profile, byPoints) });
  if (isKeptFromDeep(input, profile))
    causes.push({ code: 'minimum', text: `${minimumPhrase(input, profile)}.` });
  for (const check of flagged) {
    const effects = effectsOf(check, input, scorecard, profile);
    if (effects.length > 0)
      causes.push({ code: check.key, text: `${check.label} is flagged: ${effects.join(', and ')}.` });
  }
  if (input.override !== null) {
    const { lane, by, until, reason } = input.override;
    const why = reason.trim() === '' ? '' : `: ${reason.trim().replace(/\.$/, '')}`;
    causes.push({
      code: 'override',
      text: `${by === '' ? 'Somebody' : by} set ${LANE_LABELS[lane]} until ${dayInWords(until)}${why}.`,
    });
  }
  return causes;
}

/** Whether a minimum that cannot be met keeps from deep what the points can still reach. */
export function isKeptFromDeep(reach: Reach, { floors }: Pick<Profile, 'floors'>): boolean {
  return reach.unmetHigh > 0 && laneOf(reach.high, floors) === 'deep';
}

/** `Deep needs people 3`, of the minimums that the counted ratings do not meet. */
export function minimumPhrase({ counted }: Pick<CausesInput, 'counted'>, profile: Profile): string {
  const needs = profile.dimensions.flatMap(({ key, label }) => {
    const minimum = minimumOf(profile, key);
    const rating = counted[key] ?? null;
    const isUnmet = minimum > 1 && (rating === null || rating < minimum);
    return isUnmet ? [`${inSentence(label)} ${minimum}`] : [];
  });
  return `${LANE_LABELS.deep} needs ${needs.join(', ')}`;
}

/** What a flagged check changes, a phrase each. Empty when its caps are not below what is there. */
export function effectsOf(
  { caps }: CheckDefinition,
  reach: Reach & Pick<CausesInput, 'counted'>,
  { ratings }: Pick<Scorecard, 'ratings'>,
  profile: Profile,
): string[] {
  const effects: string[] = [];
  const capped = profile.dimensions.find(({ key }) => key === caps.rating?.dimension);
  if (capped !== undefined && caps.rating !== undefined) {
    const { at } = caps.rating;
    const rating = ratingOf(ratings, capped.key);
    const label = inSentence(capped.label);
    if (rating === null && at < 5) effects.push(`${label} counts as at most ${at}`);
    if (rating !== null && rating > at)
      effects.push(`${label} ${rating} counts as ${reach.counted[capped.key] === at ? at : `at most ${at}`}`);
  }
  if (caps.lane !== undefined && isBelow(caps.lane, laneAt(reach.high, reach.unmetHigh, profile.floors)))
    effects.push(`the lane is at most ${LANE_LABELS[caps.lane]}`);
  return effects;
}

function isBelow(lane: Lane, other: Lane): boolean {
  const order: readonly Lane[] = ['pass', 'fast', 'deep'];
  return order.indexOf(lane) < order.indexOf(other);
}

function ratingsSentence({ low, high }: Range, { floors }: Profile, lane: Lane): string {
  const points = pointsOf({ low, high });
  const bound = floorPhrase(lane, floors);
  const whatever = low === high ? '' : ', whatever the open answers are';
  return `${points} points of ${MAX_TOTAL} ${bound}${whatever}.`;
}

function floorPhrase(lane: Lane, floors: Profile['floors']): string {
  switch (lane) {
    case 'deep':
      return `reach the floor of ${floors.deep} for ${LANE_LABELS.deep}`;
    case 'fast':
      return `reach the floor of ${floors.fast} for ${LANE_LABELS.fast}, not the ${floors.deep} for ${LANE_LABELS.deep}`;
    case 'pass':
      return `stay below the floor of ${floors.fast} for ${LANE_LABELS.fast}`;
  }
}

function incompleteSentence(input: CausesInput, profile: Profile, byPoints: LaneOrUndecided): string {
  const { low, high, ratedCount } = input;
  const { dimensions, floors } = profile;
  const unknown = dimensions.length - ratedCount;
  if (byPoints !== 'undecided')
    return `${unknown === 1 ? 'One rating is' : `${unknown} ratings are`} unknown: ${minimumPhrase(input, profile)}.`;
  const crossed = [floors.fast, floors.deep].filter((floor) => low < floor && floor <= high);
  const between = `${crossed.length === 1 ? 'floor' : 'floors'} of ${crossed.join(' and ')}`;
  return `${unknown === 1 ? 'One rating is' : `${unknown} ratings are`} unknown: ${pointsOf({ low, high })} points are possible, on both sides of the ${between}.`;
}

/** `430`, or `310 to 430` while ratings are unknown. */
export function pointsOf({ low, high }: Range): string {
  return low === high ? `${low}` : `${low} to ${high}`;
}
