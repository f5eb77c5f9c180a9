import type { Lane, LaneOrUndecided } from './lanes.ts';
import type { CheckDefinition } from './profile.ts';

/** Whether a partner that is deep by ratings may be built. */
export const CLEARANCES = ['not-required', 'blocked', 'pending', 'cleared'] as const;
export type Clearance = (typeof CLEARANCES)[number];

export const CLEARANCE_LABELS: Readonly<Record<Clearance, string>> = {
  'not-required': 'Not needed',
  blocked: 'Blocked by a check',
  pending: 'Checks open',
  cleared: 'Cleared for build',
};

/** What clearance is judged by. */
export interface Standing {
  /** The best lane that ratings alone can still reach. */
  bestScoreLane: Lane;
  scoreLane: LaneOrUndecided;
  flagged: readonly CheckDefinition[];
  unknownCount: number;
  openCount: number;
  gapCount: number;
  unexplainedCount: number;
}

/**
 * A high score earns a closer look; the checks earn the build.
 *
 * @returns null while the score lane is undecided and nothing blocks yet
 *
 * Source: partner ICP guide, "Anti-patterns: partners that look good and are not".
 */
export function clearanceOf(standing: Standing): Clearance | null {
  if (standing.bestScoreLane !== 'deep') return 'not-required';
  if (standing.flagged.length > 0) return 'blocked';
  if (standing.scoreLane === 'undecided') return null;
  const { unknownCount, openCount, gapCount, unexplainedCount } = standing;
  return unknownCount + openCount + gapCount + unexplainedCount > 0 ? 'pending' : 'cleared';
}
