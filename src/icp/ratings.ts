/** From 1 (poor) to 5 (ideal). */
export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

/** Per dimension of a profile. Null is unknown, which is never counted as a number. */
export type Ratings = Readonly<Record<string, Rating | null>>;

export function isRating(value: unknown): value is Rating {
  // every verdict asks this often, and a search in the list takes several times as long
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5;
}

/** The rating of a dimension. A missing entry is unknown. */
export function ratingOf(ratings: Ratings, dimension: string): Rating | null {
  const rating = ratings[dimension];
  // `constructor` and the like exist on every object, but are no numbers.
  return typeof rating === 'number' ? rating : null;
}

/** The rating, lowered to the cap of the flagged checks on its dimension (`ratingCap` in checks.ts). */
export function countedRating(rating: Rating, cap: Rating): Rating {
  return rating < cap ? rating : cap;
}
