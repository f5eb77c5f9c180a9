import type { SortedChecks } from './checks.ts';
import type { Clearance } from './clearance.ts';
import { LANE_LABELS, type LaneOrUndecided, type Reach } from './lanes.ts';
import { type NextQuestion, lanesByAnswer } from './next-question.ts';
import { type Profile, inSentence } from './profile.ts';
import { ratingOf } from './ratings.ts';
import type { Override, Scorecard } from './scorecard.ts';

interface NextStepInput extends SortedChecks {
  lane: LaneOrUndecided;
  clearance: Clearance | null;
  override: Override | null;
  nextQuestion: NextQuestion | null;
  /** Of the counted ratings. */
  range: Reach;
  evidenceGaps: readonly string[];
  /** Keys of the rated dimensions that wait to be confirmed. */
  waiting: readonly string[];
}

/**
 * One sentence on what to do now: resolve or clear checks, add evidence, confirm a rating or ask the next question; where
 * nothing of this is left, the profile's next step for the lane.
 */
export function nextStepOf(
  input: NextStepInput,
  scorecard: Pick<Scorecard, 'ratings'>,
  profile: Profile,
): string {
  const { clearance, lane, nextQuestion, override } = input;
  const parts: string[] = [];
  if (nextQuestion !== null && override === null)
    parts.push(questionPhrase(nextQuestion.dimension, input, profile));
  if (input.waiting.length > 0) parts.push(`confirm ${dimensionNames(input.waiting, profile)} for this type`);
  if (clearance === 'blocked' || clearance === 'pending') addOpenWork(parts, input, scorecard, profile);
  if (parts.length === 0) return lane === 'undecided' ? '' : profile.lanes[lane].next;
  return `${capitalised(parts.join('; '))}.`;
}

/** What keeps a deep partner from being cleared. */
function addOpenWork(
  parts: string[],
  { flagged, open, unexplained, evidenceGaps, nextQuestion, override }: NextStepInput,
  { ratings }: Pick<Scorecard, 'ratings'>,
  profile: Profile,
): void {
  if (flagged.length > 0) parts.push(`resolve ${named(flagged)}`);
  const isAsked = nextQuestion !== null && override === null;
  const unknown = profile.dimensions.filter(({ key }) => ratingOf(ratings, key) === null);
  if (unknown.length > 0 && !isAsked) parts.push(`rate ${named(unknown)}`);
  if (open.length > 0) parts.push(`check ${named(open)}`);
  if (unexplained.length > 0) parts.push(`note why ${named(unexplained)} ${isOrAre(unexplained)} clear`);
  if (evidenceGaps.length > 0) parts.push(`add evidence for ${dimensionNames(evidenceGaps, profile)}`);
}

/** `ask about distribution reach: 4 or more makes it Deep` */
function questionPhrase(dimension: string, { range, flagged }: NextStepInput, profile: Profile): string {
  const answers = answerRanges(lanesByAnswer(range, profile, flagged, dimension))
    .filter(({ lane }) => lane !== 'undecided')
    .map(({ from, to, lane }) => `${answersPhrase(from, to)} makes it ${LANE_LABELS[lane]}`)
    .reverse();
  const outcome =
    answers.length > 0
      ? answers.join(', ')
      : 'no single answer settles the lane, but this question narrows it most';
  return `ask about ${dimensionNames([dimension], profile)}: ${outcome}`;
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

function dimensionNames(keys: readonly string[], { dimensions }: Profile): string {
  return named(dimensions.filter(({ key }) => keys.includes(key)));
}

/** `vanity logo and dead API`; of more than three the first two: `vanity logo, dead API and 3 more`. */
function named(items: readonly { label: string }[]): string {
  const names = items.map(({ label }) => inSentence(label));
  const [first = '', second = '', third] = names;
  if (names.length === 1) return first;
  if (names.length === 2) return `${first} and ${second}`;
  return `${first}, ${second} and ${names.length === 3 ? third : `${names.length - 2} more`}`;
}

function isOrAre(items: readonly unknown[]): string {
  return items.length === 1 ? 'is' : 'are';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
