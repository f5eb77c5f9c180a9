import { laneOf } from '../../icp/lanes.ts';
import { technology } from '../../icp/profiles/technology.ts';
import type { Random } from './random.ts';

/** Ratings by dimension key; one that is left out is unknown. */
export type DrawnRatings = Readonly<Partial<Record<string, number>>>;

/** What is still possible: both ends in points, and their lanes by ratings alone. */
export interface Prospect {
  low: number;
  high: number;
  lowLane: string;
  highLane: string;
  ratings: DrawnRatings;
}

/** Draws ratings until they fit. `unknown` dimensions stay out. */
export function drawRatings(
  random: Random,
  fits: (prospect: Prospect) => boolean,
  unknown: readonly string[] = [],
): DrawnRatings {
  for (let attempt = 0; attempt < 10_000; attempt++) {
    const known = technology.dimensions.filter(({ key }) => !unknown.includes(key));
    const ratings: DrawnRatings = Object.fromEntries(known.map(({ key }) => [key, random.whole(1, 5)]));
    if (fits(prospectOf(ratings))) return ratings;
  }
  throw new Error('no ratings fit what the demo asks for');
}

function prospectOf(ratings: DrawnRatings): Prospect {
  let low = 0;
  let high = 0;
  for (const { key, weight } of technology.dimensions) {
    low += weight * (ratings[key] ?? 1);
    high += weight * (ratings[key] ?? 5);
  }
  const { floors } = technology;
  return { low, high, lowLane: laneOf(low, floors), highLane: laneOf(high, floors), ratings };
}
