import { pointsOf } from './causes.ts';
import type { Clearance } from './clearance.ts';
import { inSentence, laneLabel } from './labels.ts';
import type { LaneOrUndecided, Range } from './lanes.ts';
import { MAX_TOTAL, type CheckDefinition, type Profile } from './profile.ts';
import type { Override } from './scorecard.ts';

interface Judged extends Range {
  lane: LaneOrUndecided;
  computedLane: LaneOrUndecided;
  clearance: Clearance | null;
  override: Override | null;
  evidenceGaps: readonly string[];
}

/** What stands between a partner and a build. */
interface Obstacles {
  flagged: readonly CheckDefinition[];
  open: readonly CheckDefinition[];
  unexplained: readonly CheckDefinition[];
  unknownCount: number;
}

/** Lane, total and what stands in the way: `Deep build · 430 of 500 · 5 checks open`. */
export function headlineOf(judged: Judged, profile: Profile, obstacles: Obstacles): string {
  const lane = judged.lane === 'undecided' ? 'Undecided' : laneLabel(judged.lane, profile);
  let headline = `${lane} · ${pointsOf(judged)} of ${MAX_TOTAL}`;
  for (const words of standing(judged, profile, obstacles)) headline += ` · ${words}`;
  if (judged.override === null) return headline;
  return `${headline} · override until ${judged.override.until}, computed ${laneLabel(judged.computedLane, profile)}`;
}

function standing(judged: Judged, profile: Profile, obstacles: Obstacles): string[] {
  const { flagged, open, unexplained, unknownCount } = obstacles;
  const unknown = unknownCount > 0 ? [`${counted(unknownCount, 'answer')} missing`] : [];
  switch (judged.clearance) {
    case 'blocked':
      return [`blocked by ${labels(flagged)}`, ...unknown];
    case 'cleared':
      return ['checks clear'];
    case 'pending':
      return [
        ...unknown,
        ...(open.length > 0 ? [`${counted(open.length, 'check')} open`] : []),
        ...(judged.evidenceGaps.length > 0
          ? [`${counted(judged.evidenceGaps.length, 'rating')} unsupported`]
          : []),
        ...(unexplained.length > 0 ? [`${counted(unexplained.length, 'clear check')} without a note`] : []),
      ];
    case 'not-required':
      return [...unknown, ...belowDeep(judged, profile, flagged)];
    case null:
      return unknown;
  }
}

/** Out of deep by ratings alone: either a flag took it further down, or the points say how far the next lane is. */
function belowDeep(
  { low, high }: Judged,
  { floors, lanes }: Profile,
  flagged: readonly CheckDefinition[],
): string[] {
  if (flagged.length > 0) return [`flagged: ${labels(flagged)}`];
  const next = high < floors.fast ? 'fast' : 'deep';
  return low === high ? [`${floors[next] - high} points below ${lanes[next].label}`] : [];
}

function labels(checks: readonly CheckDefinition[]): string {
  return checks.map(({ label }) => inSentence(label)).join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
