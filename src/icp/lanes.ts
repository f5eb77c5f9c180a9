/** From best to worst. */
export const LANES = ['deep', 'fast', 'pass'] as const;
export type Lane = (typeof LANES)[number];

/** `undecided` while unknown ratings could still change the lane. */
export type LaneOrUndecided = Lane | 'undecided';

/** What people read for a lane, of every type and everywhere. Internal values are never localised. */
export const LANE_LABELS: Readonly<Record<LaneOrUndecided, string>> = {
  deep: 'Deep',
  fast: 'Fast lane',
  pass: 'No lane',
  undecided: 'Needs answers',
};

/** A lane with the profile's own words behind it: `Deep · Full resale`. */
export function laneTitle(
  lane: LaneOrUndecided,
  { lanes }: { lanes: Readonly<Record<Lane, { label: string }>> },
): string {
  return lane === 'undecided' ? LANE_LABELS.undecided : `${LANE_LABELS[lane]} · ${lanes[lane].label}`;
}

/** Lowest total, in points of 500, that still enters the lane. Below `fast` the lane is pass. */
export interface LaneFloors {
  deep: number;
  fast: number;
}

/** The lane of a total of 100..500 points. A floor belongs to its lane: with a floor of 380, 380 is deep and 379 is not. */
export function laneOf(points: number, floors: LaneFloors): Lane {
  if (points >= floors.deep) return 'deep';
  return points >= floors.fast ? 'fast' : 'pass';
}

/** The worse of two lanes. */
export function lowerLane(one: Lane, other: Lane): Lane {
  if (one === 'pass' || other === 'pass') return 'pass';
  return one === 'fast' || other === 'fast' ? 'fast' : 'deep';
}

/** The lowest and highest total that are still possible, in points of 100..500. */
export interface Range {
  low: number;
  high: number;
}

/** A range with how many minimums are not met at each end of it. */
export interface Reach extends Range {
  unmetLow: number;
  unmetHigh: number;
}

/** The lane of a range under a lane cap, when both ends of the range agree; else `undecided`. */
export function laneOfRange(reach: Reach, floors: LaneFloors, cap: Lane = 'deep'): LaneOrUndecided {
  return laneOfMoved(reach, 0, 0, floors, cap);
}

/** The lane of a range whose two ends both move by so many points, and miss so many more minimums. */
export function laneOfMoved(
  reach: Reach,
  points: number,
  unmet: number,
  floors: LaneFloors,
  cap: Lane,
): LaneOrUndecided {
  const lowest = lowerLane(laneAt(reach.low + points, reach.unmetLow + unmet, floors), cap);
  const highest = lowerLane(laneAt(reach.high + points, reach.unmetHigh + unmet, floors), cap);
  return lowest === highest ? lowest : 'undecided';
}

/** The lane of a total of 100..500 points, which a minimum that is not met keeps from deep. */
export function laneAt(points: number, unmet: number, floors: LaneFloors): Lane {
  const lane = laneOf(points, floors);
  return unmet > 0 && lane === 'deep' ? 'fast' : lane;
}
