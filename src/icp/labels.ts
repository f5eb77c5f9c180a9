import { LANE_LABELS, type LaneOrUndecided } from './lanes.ts';
import type { Profile } from './profile.ts';

/** A lane in the words of the profile: `Deep build`. */
export function laneLabel(lane: LaneOrUndecided, profile: Profile): string {
  return lane === 'undecided' ? LANE_LABELS.undecided : profile.lanes[lane].label;
}

/** A label inside a sentence: `customer overlap`, `dead API`, but `API docs` stays. */
export function inSentence(label: string): string {
  const isAbbreviation = /^[A-Z]{2}/.test(label);
  return isAbbreviation ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
