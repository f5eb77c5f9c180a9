/** From best to worst. The position is the order: lowering a lane moves right. */
export const LANES = ['deep', 'fast', 'pass'] as const;
export type Lane = (typeof LANES)[number];

/** `undecided` while unknown ratings could still change the lane. */
export type LaneOrUndecided = Lane | 'undecided';

/** Lowest total, in points of 500, that still enters the lane. Below `fast` the lane is pass. */
export interface LaneFloors {
  deep: number;
  fast: number;
}

/** The lane of a total of 100..500 points. A floor belongs to its own lane: with a floor of 380, 380 is deep and 379 is not. */
export function laneOf(points: number, floors: LaneFloors): Lane {
  if (points >= floors.deep) return 'deep';
  return points >= floors.fast ? 'fast' : 'pass';
}

/** The worse of two lanes. */
export function lowerLane(one: Lane, other: Lane): Lane {
  return LANES.indexOf(one) > LANES.indexOf(other) ? one : other;
}

/** One lane when both ends of a range agree, else `undecided`. */
export function agreedLane(lowest: Lane, highest: Lane): LaneOrUndecided {
  return lowest === highest ? lowest : 'undecided';
}
