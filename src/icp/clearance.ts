import type { Lane, LaneOrUndecided } from './lanes.ts';
import { isBuiltWith } from './partner-types.ts';
import type { CheckDefinition, Profile } from './profile.ts';

/** Whether a partner that is deep by ratings may be built. */
export const CLEARANCES = ['not-required', 'blocked', 'pending', 'cleared'] as const;
export type Clearance = (typeof CLEARANCES)[number];

export const CLEARANCE_LABELS: Readonly<Record<Clearance, string>> = {
  'not-required': 'Not needed',
  blocked: 'Blocked by a check',
  pending: 'Checks open',
  cleared: 'Cleared for build',
};

/** Clearance in the words of the profile: each profile has its own word for cleared. */
export function clearanceLabel(clearance: Clearance, { cleared }: Pick<Profile, 'cleared'>): string {
  return clearance === 'cleared' ? cleared : CLEARANCE_LABELS[clearance];
}

/** What clearance depends on. */
export interface ClearanceInput {
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
 * The first rule that holds decides. A score alone never clears a partner: the checks do.
 *
 * @returns null while the score lane is undecided and no check is flagged
 *
 * Source: partner ICP guide, "Anti-patterns: partners that look good and are not".
 */
export function clearanceOf(input: ClearanceInput): Clearance | null {
  if (input.bestScoreLane !== 'deep') return 'not-required';
  if (input.flagged.length > 0) return 'blocked';
  if (input.scoreLane === 'undecided') return null;
  const { unknownCount, openCount, gapCount, unexplainedCount } = input;
  return unknownCount + openCount + gapCount + unexplainedCount > 0 ? 'pending' : 'cleared';
}

/** The label of a clearance where the type is known and the profile is not, as on a record's stored properties. */
export function clearanceLabelFor(type: string, clearance: Clearance): string {
  return clearance === 'cleared' && !isBuiltWith(type) ? 'Cleared' : CLEARANCE_LABELS[clearance];
}
