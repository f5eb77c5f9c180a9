import {
  BAND_POINTS,
  RANK_GROUP_LABELS,
  type RankCandidate,
  type Ranked,
  type TieRule,
  decideTie,
  tiebreakerRating,
  tiebreakersOf,
} from './ranking.ts';
import * as say from '../messages/ranking.ts';

/**
 * Why each partner of a ranking stands at its place, in its order: its group and points, the band above, and what decides
 * between it and its neighbour of the same band.
 *
 * @param ranked as `rankPartners` answers, whole
 */
export function rankedSentences(ranked: readonly Ranked<RankCandidate>[]): string[] {
  return ranked.map((place, index) => {
    const [above, next] = [ranked[index - 1], ranked[index + 1]];
    const { candidate, group } = place;
    const isBandFirst = above === undefined || !isSameBand(above, place);
    const below =
      isBandFirst && above?.group === group ? { points: BAND_POINTS, above: above.bandTop } : null;
    const stands = say.placeOf(RANK_GROUP_LABELS[group], candidate.points, below);
    if (above !== undefined && !isBandFirst)
      return `${stands} ${tieOf('the one above', above.candidate, candidate)}`;
    return next !== undefined && isSameBand(place, next)
      ? `${stands} ${tieOf('the next', candidate, next.candidate)}`
      : stands;
  });
}

/** What decides between two partners of one band, as part of a sentence. @param first the one that stands first */
export function tieSentence(by: TieRule, first: RankCandidate, second: RankCandidate): string {
  if (by === 'tiebreaker') return say.questionDecides(answersOf(0, first, second));
  if (by === 'second-tiebreaker')
    return say.levelIn(labelsOf([0], first, second), say.questionDecides(answersOf(1, first, second)));
  const level = labelsOf([0, 1], first, second);
  const points = { first: first.points, second: second.points };
  return say.levelIn(level, by === 'points' ? say.totalDecides(points) : say.RECORDS_DECIDE);
}

function isSameBand(one: Ranked<RankCandidate>, other: Ranked<RankCandidate>): boolean {
  return one.group === other.group && one.bandTop === other.bandTop;
}

function tieOf(neighbour: Parameters<typeof say.withinOf>[1], first: RankCandidate, second: RankCandidate) {
  return say.withinOf(BAND_POINTS, neighbour, tieSentence(decideTie(first, second).by, first, second));
}

function answersOf(nth: 0 | 1, first: RankCandidate, second: RankCandidate) {
  const answer = (partner: RankCandidate) => ({
    label: labelOf(partner, nth),
    rating: tiebreakerRating(partner, nth),
  });
  return { first: answer(first), second: answer(second) };
}

/** The questions in which two partners are level; those of two types go by their place. */
function labelsOf(nths: readonly (0 | 1)[], first: RankCandidate, second: RankCandidate): string[] {
  return nths.map((nth) => {
    const label = labelOf(first, nth);
    return label === labelOf(second, nth) ? label : say.TIEBREAKERS[nth];
  });
}

/** No profile of a portal may rename a question, so its key says what the card says. */
function labelOf({ type }: RankCandidate, nth: 0 | 1): string {
  return tiebreakersOf(type)[nth].replaceAll('_', ' ');
}
