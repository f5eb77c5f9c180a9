import { flaggedChecks } from './checks.ts';
import { clearanceLabel, inSentence, laneLabel } from './labels.ts';
import type { LaneOrUndecided } from './lanes.ts';
import { lanesByAnswer } from './next-question.ts';
import type { Profile } from './profile.ts';
import { ratingOf } from './ratings.ts';
import type { Scorecard } from './scorecard.ts';
import type { Verdict } from './verdict.ts';

/**
 * The next question as people see it, never as bits: `Ask about distribution reach: 4 or more makes it Deep build.`
 *
 * @returns null when the lane is decided
 */
export function nextQuestionSentence(
  scorecard: Scorecard,
  profile: Profile,
  verdict: Verdict,
): string | null {
  if (verdict.nextQuestion === null) return null;
  const { dimension } = verdict.nextQuestion;
  const lanes = lanesByAnswer(scorecard.ratings, profile, flaggedChecks(scorecard, profile), dimension);
  const answers = answerRanges(lanes)
    .filter(({ lane }) => lane !== 'undecided')
    .map(({ from, to, lane }) => `${rangeWords(from, to)} makes it ${laneLabel(lane, profile)}`)
    .reverse();
  const outcome =
    answers.length > 0
      ? answers.join(', ')
      : 'no single answer settles the lane, but this question narrows it most';
  return `Ask about ${labelOf(profile, dimension)}: ${outcome}${onceOverrideEnds(verdict)}.`;
}

/** Runs of answers that leave the same lane. Lanes never fall under a higher answer, so there are few. */
function answerRanges(
  lanes: readonly LaneOrUndecided[],
): { from: number; to: number; lane: LaneOrUndecided }[] {
  const ranges: { from: number; to: number; lane: LaneOrUndecided }[] = [];
  for (const [index, lane] of lanes.entries()) {
    const last = ranges.at(-1);
    if (last?.lane === lane) last.to = index + 1;
    else ranges.push({ from: index + 1, to: index + 1, lane });
  }
  return ranges;
}

function rangeWords(from: number, to: number): string {
  if (from === to) return `a ${from}`;
  if (to === 5) return `${from} or more`;
  if (from === 1) return `${to} or less`;
  return to === from + 1 ? `a ${from} or ${to}` : `${from} to ${to}`;
}

/** How little would change the lane, a sentence each. Empty while the lane is undecided. */
export function marginSentences(profile: Profile, verdict: Verdict): string[] {
  if (verdict.computedLane === 'undecided') return [];
  const later = onceOverrideEnds(verdict);
  const ratings = verdict.margin.ratings.map(
    ({ dimension, from, to, lane }) =>
      `${capitalised(labelOf(profile, dimension))} at ${to} instead of ${from} would make it ${laneLabel(lane, profile)}${later}.`,
  );
  const weights = verdict.margin.weights.map(
    ({ dimension, weight, at, lane }) =>
      `With a weight of ${at} instead of ${weight} for ${labelOf(profile, dimension)} it would be ${laneLabel(lane, profile)}${later}.`,
  );
  const firm = ratings.length > 0 ? [] : [`No single rating moved by one would change the lane${later}.`];
  return [...firm, ...ratings, ...weights];
}

/** The whole verdict as one paragraph, for a mail or a meeting note. */
export function verdictParagraph(
  company: string,
  scorecard: Scorecard,
  profile: Profile,
  verdict: Verdict,
): string {
  const ratings = profile.dimensions.map(({ key, label }) => {
    const rating = ratingOf(scorecard.ratings, key);
    const counted = verdict.counted[key] ?? null;
    const value = rating === null ? 'unknown' : `${rating}`;
    return `${label} ${value}${counted === rating ? '' : ` (counts as ${counted ?? 'less'})`}`;
  });
  return [
    `${company}: ${verdict.headline}.`,
    `${profile.title}, ${profile.type}@${profile.version}: ${ratings.join(', ')}.`,
    ...verdict.causes.map(({ text }) => text),
    `Clearance: ${verdict.clearance === null ? 'not yet known' : clearanceLabel(verdict.clearance, profile)}.`,
    ...(verdict.lane === 'undecided' ? [] : [`Next: ${profile.lanes[verdict.lane].next}`]),
    ...[nextQuestionSentence(scorecard, profile, verdict)].filter((sentence) => sentence !== null),
  ].join(' ');
}

/** Ratings and weights change nothing while an override holds. */
function onceOverrideEnds({ override }: Verdict): string {
  return override === null ? '' : ', once the override ends';
}

function labelOf({ dimensions }: Profile, dimension: string): string {
  return inSentence(dimensions.find(({ key }) => key === dimension)?.label ?? dimension);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
