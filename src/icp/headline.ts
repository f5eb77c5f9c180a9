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
  const { override, unknownCount } = input;
  let headline = `${laneTitle(input.lane, profile)} · ${pointsOf(input)} of ${MAX_TOTAL}`;
  if (input.clearance === 'blocked') headline += ` · blocked by ${labels(input.flagged)}`;
  if (unknownCount > 0) headline += ` · ${counted(unknownCount, 'answer')} missing`;
  if (input.clearance === 'cleared') headline += ' · checks clear';
  if (input.clearance === 'pending') headline += openWork(input);
  if (input.clearance === 'not-required' && override === null) headline += belowDeep(input, profile);
  if (override === null) return headline;
  return `${headline} · override until ${dayInWords(override.until)}, by ratings and checks ${LANE_LABELS[input.computedLane]}`;
}

/** What is left to do before a deep partner is cleared. */
function openWork({ waitingCount, open, evidenceGaps, unexplained }: HeadlineInput): string {
  let work = '';
  if (waitingCount > 0) work += ` · ${counted(waitingCount, 'rating')} to confirm`;
  if (open.length > 0) work += ` · ${counted(open.length, 'check')} open`;
  if (evidenceGaps.length > 0) work += ` · evidence missing for ${counted(evidenceGaps.length, 'question')}`;
  if (unexplained.length > 0) work += ` · ${counted(unexplained.length, 'clear check')} without a note`;
  return work;
}

/** Deep is out of reach by ratings alone: names the flags, else the minimum, else the distance to the next lane. */
function belowDeep(input: HeadlineInput, profile: Profile): string {
  const { low, high, flagged } = input;
  const { floors } = profile;
  if (flagged.length > 0) return ` · flagged: ${labels(flagged)}`;
  if (isKeptFromDeep(input, profile)) return ` · ${minimumPhrase(input, profile)}`;
  const next = high < floors.fast ? 'fast' : 'deep';
  return low === high ? ` · ${floors[next] - high} points below ${LANE_LABELS[next]}` : '';
}

function labels(checks: readonly CheckDefinition[]): string {
  let list = '';
  for (const { label } of checks) list += (list === '' ? '' : ', ') + inSentence(label);
  return list;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
