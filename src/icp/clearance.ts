import type { Lane, LaneOrUndecided } from './lanes.ts';
import type { CheckDefinition } from './profile.ts';

/** Whether a partner that is deep, by ratings or by override, may be built. */
export const CLEARANCES = ['not-required', 'blocked', 'pending', 'cleared'] as const;
export type Clearance = (typeof CLEARANCES)[number];

export const CLEARANCE_LABELS: Readonly<Record<Clearance, string>> = {
  'not-required': 'Only for Deep',
  blocked: 'Blocked',
  pending: 'Not yet cleared',
  cleared: 'Cleared',
};

/** What clearance depends on. */
export interface ClearanceInput {
  /** The lane of an override in force. */
  overrideLane: Lane | null;
  /** The best lane that ratings alone can still reach. */
  bestScoreLane: Lane;
  scoreLane: LaneOrUndecided;
  flagged: readonly CheckDefinition[];
  unknownCount: number;
  /** Ratings that wait to be confirmed for this type. */
  waitingCount: number;
  openCount: number;
  gapCount: number;
  unexplainedCount: number;
}

/**
 * The first rule that holds decides. A score alone never clears a partner: the checks do.
 *
 * An override to deep does not replace the checks.
 *
 * @returns null while the score lane is undecided, no check is flagged and no override to deep is in force
 *
 * Source: partner ICP guide, "Anti-patterns: partners that look good and are not".
 */
export function clearanceOf(input: ClearanceInput): Clearance | null {
  const { overrideLane } = input;
  if ((overrideLane ?? input.bestScoreLane) !== 'deep') return 'not-required';
  if (input.flagged.length > 0) return 'blocked';
  if (input.scoreLane === 'undecided' && overrideLane === null) return null;
  const { unknownCount, waitingCount, openCount, gapCount, unexplainedCount } = input;
  return unknownCount + waitingCount + openCount + gapCount + unexplainedCount > 0 ? 'pending' : 'cleared';
}
