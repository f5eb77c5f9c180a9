import { isKeptFromDeep, minimumPhrase, pointsOf } from './causes.ts';
import type { SortedChecks } from './checks.ts';
import type { Clearance } from './clearance.ts';
import { type LaneOrUndecided, type Reach, laneLabel } from './lanes.ts';
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
}

/** Lane, total and what stands in the way: `Deep build · 430 of 500 · 5 checks open`. */
export function headlineOf(input: HeadlineInput, profile: Profile): string {
  const lane = input.lane === 'undecided' ? 'Undecided' : laneLabel(input.lane, profile);
  let headline = `${lane} · ${pointsOf(input)} of ${MAX_TOTAL}`;
  for (const part of openWork(input, profile)) headline += ` · ${part}`;
  if (input.override === null) return headline;
  return `${headline} · override until ${input.override.until}, computed ${laneLabel(input.computedLane, profile)}`;
}

/** What is left to do before clearance, a phrase each. */
function openWork(input: HeadlineInput, profile: Profile): string[] {
  const { flagged, open, unexplained, unknownCount } = input;
  const unknown = unknownCount > 0 ? [`${counted(unknownCount, 'answer')} missing`] : [];
  switch (input.clearance) {
    case 'blocked':
      return [`blocked by ${labels(flagged)}`, ...unknown];
    case 'cleared':
      return ['checks clear'];
    case 'pending':
      return [
        ...unknown,
        ...(open.length > 0 ? [`${counted(open.length, 'check')} open`] : []),
        ...(input.evidenceGaps.length > 0
          ? [`${counted(input.evidenceGaps.length, 'rating')} unsupported`]
          : []),
        ...(unexplained.length > 0 ? [`${counted(unexplained.length, 'clear check')} without a note`] : []),
      ];
    case 'not-required':
      return [...unknown, ...belowDeep(input, profile)];
    case null:
      return unknown;
  }
}

/** Deep is out of reach by ratings alone: names the flags, else the minimum, else the distance to the next lane. */
function belowDeep(input: HeadlineInput, profile: Profile): string[] {
  const { low, high, flagged } = input;
  const { floors, lanes } = profile;
  if (flagged.length > 0) return [`flagged: ${labels(flagged)}`];
  if (isKeptFromDeep(input, profile)) return [minimumPhrase(input, profile)];
  const next = high < floors.fast ? 'fast' : 'deep';
  return low === high ? [`${floors[next] - high} points below ${lanes[next].label}`] : [];
}

function labels(checks: readonly CheckDefinition[]): string {
  return checks.map(({ label }) => inSentence(label)).join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
