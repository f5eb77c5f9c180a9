import { laneOf } from '../../src/icp/lanes.ts';
import type { Profile } from '../../src/icp/profile.ts';
import type { Random } from './random.ts';

/** Ratings by dimension key; one that is left out is unknown. */
export type DrawnRatings = Readonly<Record<string, number>>;

/** The range of points that is still possible, and the lanes by ratings at both ends. */
export interface Prospect {
  low: number;
  high: number;
  lowLane: string;
  highLane: string;
  ratings: DrawnRatings;
}

/** Draws ratings until they fit. Leaves out `unknown` dimensions and keeps `given` ratings. */
export function drawRatings(
  random: Random,
  profile: Profile,
  fits: (prospect: Prospect) => boolean,
  { unknown = [], given = {} }: { unknown?: readonly string[]; given?: DrawnRatings } = {},
): DrawnRatings {
  const asked = profile.dimensions.filter(({ key }) => !unknown.includes(key));
  for (let attempt = 0; attempt < 10_000; attempt++) {
    const ratings: DrawnRatings = Object.fromEntries(
      asked.map(({ key }) => [key, given[key] ?? random.whole(1, 5)]),
    );
    if (fits(prospectOf(ratings, profile))) return ratings;
  }
  throw new Error('no ratings fit what the demo asks for');
}

/** Every rating that is still possible gives this lane. */
export function isSurely(lane: string): (prospect: Prospect) => boolean {
  return ({ lowLane, highLane }) => lowLane === lane && highLane === lane;
}

export function isOpen({ lowLane, highLane }: Prospect): boolean {
  return lowLane !== highLane;
}

/** 0 stands for unknown. */
export function rated({ ratings }: Prospect, key: string): number {
  return ratings[key] ?? 0;
}

function prospectOf(ratings: DrawnRatings, { dimensions, floors }: Profile): Prospect {
  let low = 0;
  let high = 0;
  for (const { key, weight } of dimensions) {
    low += weight * (ratings[key] ?? 1);
    high += weight * (ratings[key] ?? 5);
  }
  return { low, high, lowLane: laneOf(low, floors), highLane: laneOf(high, floors), ratings };
}
