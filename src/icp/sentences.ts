import { flaggedChecks } from './checks.ts';
import { clearanceLabel } from './clearance.ts';
import { type LaneOrUndecided, laneLabel } from './lanes.ts';
import { lanesByAnswer } from './next-question.ts';
import { type Profile, inSentence } from './profile.ts';
import { ratingOf } from './ratings.ts';
import type { Scorecard } from './scorecard.ts';
import type { Verdict } from './verdict.ts';

/**
 * The next question as a sentence: `Ask about distribution reach: 4 or more makes it Deep build.`
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
    .map(({ from, to, lane }) => `${answersPhrase(from, to)} makes it ${laneLabel(lane, profile)}`)
    .reverse();
  const outcome =
    answers.length > 0
      ? answers.join(', ')
      : 'no single answer settles the lane, but this question narrows it most';
  return `Ask about ${labelOf(profile, dimension)}: ${outcome}${onceOverrideEnds(verdict)}.`;
}

/** Groups neighbouring answers that leave the same lane. A higher answer never lowers the lane, so each lane occurs once. */
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

function answersPhrase(from: number, to: number): string {
  if (from === to) return `a ${from}`;
  if (to === 5) return `${from} or more`;
  if (from === 1) return `${to} or less`;
  return to === from + 1 ? `a ${from} or ${to}` : `${from} to ${to}`;
}

/** The margin, a sentence for each change. Empty while the lane is undecided. */
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

/** The verdict as one paragraph, for a mail or a note. */
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

/** An override holds whatever the ratings and weights are, so sentences about them apply afterwards. */
function onceOverrideEnds({ override }: Verdict): string {
  return override === null ? '' : ', once the override ends';
}

function labelOf({ dimensions }: Profile, dimension: string): string {
  return inSentence(dimensions.find(({ key }) => key === dimension)?.label ?? dimension);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
