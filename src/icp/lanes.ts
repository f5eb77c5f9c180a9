/** From best to worst. The position is the order: lowering a lane moves right. */
export const LANES = ['deep', 'fast', 'pass'] as const;
export type Lane = (typeof LANES)[number];

/** `undecided` while unknown ratings could still change the lane. */
export type LaneOrUndecided = Lane | 'undecided';

/** What people read where no profile says it in its own words. Internal values are never localised. */
export const LANE_LABELS: Readonly<Record<LaneOrUndecided, string>> = {
  deep: 'Deep build',
  fast: 'Fast lane',
  pass: 'No lane (pass)',
  undecided: 'Undecided (answers missing)',
};

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
  if (one === 'pass' || other === 'pass') return 'pass';
  return one === 'fast' || other === 'fast' ? 'fast' : 'deep';
}

/** Totals that are still possible, in points of 100..500, both ends included. */
export interface Range {
  low: number;
  high: number;
}

/** The lane of a range of totals under a lane cap: one lane when both ends agree, else `undecided`. */
export function laneOfRange({ low, high }: Range, floors: LaneFloors, cap: Lane = 'deep'): LaneOrUndecided {
  const lowest = lowerLane(laneOf(low, floors), cap);
  return lowest === lowerLane(laneOf(high, floors), cap) ? lowest : 'undecided';
}
