import { type Lane, laneOf, lowerLane } from '../../src/icp/lanes.ts';
import { minimumOf, type Profile } from '../../src/icp/profile.ts';
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

function prospectOf(ratings: DrawnRatings, profile: Profile): Prospect {
  const lowest = endOf(ratings, profile, 1);
  const highest = endOf(ratings, profile, 5);
  return { low: lowest.points, high: highest.points, lowLane: lowest.lane, highLane: highest.lane, ratings };
}

/** Points and lane with `unknown` for each rating that is left out. A minimum that is not met keeps from deep. */
function endOf(ratings: DrawnRatings, profile: Profile, unknown: number): { points: number; lane: Lane } {
  const { dimensions, floors } = profile;
  const points = dimensions.reduce((sum, { key, weight }) => sum + weight * (ratings[key] ?? unknown), 0);
  const isShort = dimensions.some(({ key }) => (ratings[key] ?? unknown) < minimumOf(profile, key));
  return { points, lane: lowerLane(laneOf(points, floors), isShort ? 'fast' : 'deep') };
}
