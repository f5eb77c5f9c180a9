import { CLEARANCE_LABELS, type Clearance } from './clearance.ts';
import { LANE_LABELS, type LaneOrUndecided } from './lanes.ts';
import type { Profile } from './profile.ts';

/** A lane in the words of the profile: `Deep build`. */
export function laneLabel(lane: LaneOrUndecided, profile: Profile): string {
  return lane === 'undecided' ? LANE_LABELS.undecided : profile.lanes[lane].label;
}

/** Clearance in the words of the profile: what is built, signed or sent once all is clear. */
export function clearanceLabel(clearance: Clearance, { cleared }: Pick<Profile, 'cleared'>): string {
  return clearance === 'cleared' ? cleared : CLEARANCE_LABELS[clearance];
}

/** A label inside a sentence: `customer overlap`, `dead API`, but `API docs` stays. */
export function inSentence(label: string): string {
  const isAbbreviation = /^[A-Z]{2}/.test(label);
  return isAbbreviation ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
