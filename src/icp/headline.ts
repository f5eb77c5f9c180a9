import { isKeptFromDeep, minimumPhrase, pointsOf } from './causes.ts';
import type { SortedChecks } from './checks.ts';
import type { Clearance } from './clearance.ts';
import { dayInWords } from './day-in.ts';
import { LANE_LABELS, type LaneOrUndecided, type Reach, laneTitle } from './lanes.ts';
import { MAX_TOTAL, type CheckDefinition, type Profile, inSentence } from './profile.ts';
import type { Rating } from './ratings.ts';
import type { Override } from './scorecard.ts';

interface HeadlineInput extends Reach, SortedChecks {
  counted: Readonly<Record<string, Rating | null>>;
  lane: LaneOrUndecided;
  computedLane: LaneOrUndecided;
  clearance: Clearance | null;
  override: Override | null;
  evidenceGaps: readonly string[];
  unknownCount: number;
  /** Ratings that wait to be confirmed for this type. */
  waitingCount: number;
}

/** Lane, total and what stands in the way: `Deep · Full resale · 430 of 500 · 5 checks open`. */
export function headlineOf(input: HeadlineInput, profile: Profile): string {
  let headline = `${laneTitle(input.lane, profile)} · ${pointsOf(input)} of ${MAX_TOTAL}`;
  for (const part of openWork(input, profile)) headline += ` · ${part}`;
  if (input.override === null) return headline;
  const until = dayInWords(input.override.until);
  return `${headline} · override until ${until}, by ratings and checks ${LANE_LABELS[input.computedLane]}`;
}

/** What is left to do before clearance, a phrase each. */
function openWork(input: HeadlineInput, profile: Profile): string[] {
  const { flagged, open, unexplained, unknownCount } = input;
  const unknown = unknownCount > 0 ? [`${counted(unknownCount, 'answer')} missing`] : [];
  const waiting = input.waitingCount > 0 ? [`${counted(input.waitingCount, 'rating')} to confirm`] : [];
  switch (input.clearance) {
    case 'blocked':
      return [`blocked by ${labels(flagged)}`, ...unknown];
    case 'cleared':
      return ['checks clear'];
    case 'pending':
      return [
        ...unknown,
        ...waiting,
        ...(open.length > 0 ? [`${counted(open.length, 'check')} open`] : []),
        ...(input.evidenceGaps.length > 0
          ? [`evidence missing for ${counted(input.evidenceGaps.length, 'question')}`]
          : []),
        ...(unexplained.length > 0 ? [`${counted(unexplained.length, 'clear check')} without a note`] : []),
      ];
    case 'not-required':
      return input.override === null ? [...unknown, ...belowDeep(input, profile)] : unknown;
    case null:
      return unknown;
  }
}

/** Deep is out of reach by ratings alone: names the flags, else the minimum, else the distance to the next lane. */
function belowDeep(input: HeadlineInput, profile: Profile): string[] {
  const { low, high, flagged } = input;
  const { floors } = profile;
  if (flagged.length > 0) return [`flagged: ${labels(flagged)}`];
  if (isKeptFromDeep(input, profile)) return [minimumPhrase(input, profile)];
  const next = high < floors.fast ? 'fast' : 'deep';
  return low === high ? [`${floors[next] - high} points below ${LANE_LABELS[next]}`] : [];
}

function labels(checks: readonly CheckDefinition[]): string {
  return checks.map(({ label }) => inSentence(label)).join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
