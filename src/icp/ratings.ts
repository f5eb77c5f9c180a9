/** From 1 (poor) to 5 (ideal). */
export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

/** Per dimension of a profile; null is unknown, and unknown is never counted as a number. */
export type Ratings = Readonly<Record<string, Rating | null>>;

export function isRating(value: unknown): value is Rating {
  return (RATINGS as readonly unknown[]).includes(value);
}

/** The rating of a dimension; one that a scorecard does not carry is unknown. */
export function ratingOf(ratings: Ratings, dimension: string): Rating | null {
  const rating = ratings[dimension];
  // A key such as `constructor` finds something on every object, but no number.
  return typeof rating === 'number' ? rating : null;
}
