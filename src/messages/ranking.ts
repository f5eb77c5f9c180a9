// Why one partner stands before another.

/** A value of the partner that stands first, and of the other one. */
interface Pair<Value> {
  first: Value;
  second: Value;
}

/** A question that decides, as the partner's type names it, and its answer. Null is unknown. */
interface Answer {
  label: string;
  rating: number | null;
}

/** `strategic fit decides, 5 over 3` */
export const questionDecides = ({ first, second }: Pair<Answer>) =>
  first.label === second.label
    ? `${first.label} decides, ${ratingText(first)} over ${ratingText(second)}`
    : `the tiebreaker decides, ${first.label} ${ratingText(first)} over ${second.label} ${ratingText(second)}`;
export const totalDecides = ({ first, second }: Pair<number>) => `the total decides, ${first} over ${second}`;
export const RECORDS_DECIDE = 'level in total too, so the lower record id stands first';
/** What the questions are called that decide between partners of different types, first the tiebreaker. */
export const TIEBREAKERS = ['the tiebreaker', 'the second tiebreaker'] as const;
/** @param labels of the questions that decide nothing, one or two @param rule what decides then */
export const levelIn = (labels: readonly string[], rule: string) =>
  `level in ${labels.join(' and ')}, ${rule}`;

/** `Both within 10 points: strategic fit decides, 5 over 3.` @param rule what decides then */
export const bothWithin = (points: number, rule: string) => `Both within ${points} points: ${rule}.`;
/** @param rule what decides then */
export const moreApart = (points: number, rule: string) => `More than ${points} points apart: ${rule}.`;
export const groupDecides = ({ first, second }: Pair<string>) => `${first} comes before ${second}.`;

/** `Cleared, 415 points, more than 10 below 430.` @param above the points that opened the band above; null for the first band */
export const placeOf = (group: string, points: number, below: { points: number; above: number } | null) =>
  below === null
    ? `${group}, ${points} points.`
    : `${group}, ${points} points, more than ${below.points} below ${below.above}.`;
/** @param rule what decides then */
export const withinOf = (points: number, neighbour: 'the one above' | 'the next', rule: string) =>
  `Within ${points} points of ${neighbour}: ${rule}.`;

const ratingText = ({ rating }: Answer) => (rating === null ? 'unknown' : String(rating));
