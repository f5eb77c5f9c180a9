import {
  BAND_POINTS,
  RANK_GROUPS,
  RANK_GROUP_LABELS,
  type RankCandidate,
  type TieRule,
  decideTie,
  rankGroupOf,
} from './ranking.ts';
import type { Rating } from './ratings.ts';
import { tieSentence } from './why-ranked.ts';
import * as say from '../messages/ranking.ts';

/** A partner beside another one. */
export interface ComparedPartner extends RankCandidate {
  name: string;
  /** The questions of its type, in the order of the card. */
  dimensions: readonly {
    key: string;
    label: string;
    /** Points; null where the profile is not at hand. */
    weight: number | null;
  }[];
  /** Where flagged checks lower ratings: what they count as. Points follow from these. */
  counted?: Readonly<Record<string, Rating | null>> | undefined;
}

/** A question as one partner answers it. Null is unknown. */
export interface ComparedAnswer {
  rating: Rating | null;
  points: number | null;
}

export interface ComparedRow {
  key: string;
  label: string;
  /** Null where its type does not ask this question. */
  one: ComparedAnswer | null;
  other: ComparedAnswer | null;
  /** By how much the one is ahead of the other: levels of the rating, and points. Null where one of them is not known. */
  levels: number | null;
  points: number | null;
}

/** Two partners, question by question. */
export interface Comparison {
  rows: readonly ComparedRow[];
  /** Which of them a ranking of the two alone puts first. */
  first: 'one' | 'other';
  by: 'group' | 'total' | TieRule;
  /** What decides between them: `Both within 10 points: strategic fit decides, 5 over 3.` */
  sentence: string;
}

/** Compares two partners by the rules of `rankPartners`. Pure. */
export function comparePartners(one: ComparedPartner, other: ComparedPartner): Comparison {
  const { order, by } = decideBetween(one, other);
  const [first, second] = order <= 0 ? [one, other] : [other, one];
  return {
    rows: rowsOf(one, other),
    first: order <= 0 ? 'one' : 'other',
    by,
    sentence: sentenceOf(by, first, second),
  };
}

function decideBetween(one: RankCandidate, other: RankCandidate): { order: number; by: Comparison['by'] } {
  const groups = RANK_GROUPS.indexOf(rankGroupOf(one)) - RANK_GROUPS.indexOf(rankGroupOf(other));
  if (groups !== 0) return { order: groups, by: 'group' };
  const points = other.points - one.points;
  return Math.abs(points) > BAND_POINTS ? { order: points, by: 'total' } : decideTie(one, other);
}

function sentenceOf(by: Comparison['by'], first: RankCandidate, second: RankCandidate): string {
  if (by === 'group') {
    const label = (partner: RankCandidate) => RANK_GROUP_LABELS[rankGroupOf(partner)];
    return say.groupDecides({ first: label(first), second: label(second) });
  }
  if (by === 'total')
    return say.moreApart(BAND_POINTS, say.totalDecides({ first: first.points, second: second.points }));
  return say.bothWithin(BAND_POINTS, tieSentence(by, first, second));
}

/** The questions of the one, then those that only the other is asked. */
function rowsOf(one: ComparedPartner, other: ComparedPartner): ComparedRow[] {
  const keys = new Map([...other.dimensions, ...one.dimensions].map(({ key, label }) => [key, label]));
  const ofOne = one.dimensions.map(({ key }) => key);
  const order = [...ofOne, ...[...keys.keys()].filter((key) => !ofOne.includes(key))];
  return order.map((key) => {
    const answers = { one: answerOf(one, key), other: answerOf(other, key) };
    return {
      ...{ key, label: keys.get(key) ?? key, ...answers },
      levels: differenceOf(answers.one?.rating, answers.other?.rating),
      points: differenceOf(answers.one?.points, answers.other?.points),
    };
  });
}

function answerOf(
  { dimensions, ratings, counted = ratings }: ComparedPartner,
  key: string,
): ComparedAnswer | null {
  const dimension = dimensions.find((asked) => asked.key === key);
  if (dimension === undefined) return null;
  const { weight } = dimension;
  const count = counted[key] ?? null;
  return {
    rating: ratings[key] ?? null,
    points: weight === null || count === null ? null : weight * count,
  };
}

function differenceOf(one: number | null | undefined, other: number | null | undefined): number | null {
  return typeof one === 'number' && typeof other === 'number' ? one - other : null;
}
