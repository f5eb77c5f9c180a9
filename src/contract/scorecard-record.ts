import type { FieldValue } from '../icp/fields.ts';
import type { Guidance } from '../icp/guidance.ts';
import type { LaneOrUndecided } from '../icp/lanes.ts';
import type { PartnerType } from '../icp/partner-types.ts';
import type { Profile } from '../icp/profile.ts';
import type { Scorecard } from '../icp/scorecard.ts';
import type { Verdict } from '../icp/verdict.ts';

/**
 * - `not-installed`: the portal has none of the app's properties
 * - `never-scored`: all of them are empty, as on most companies
 * - `unrated`: something is filled in, but never a rating, so there is nothing to judge. A scorecard whose ratings were
 *   all taken back is `judged`, as undecided
 * - `judged`: `verdict` follows from `scorecard` and `profile`
 * - `unjudgeable`: there are ratings, but they cannot be judged; `problems` says why
 */
export type RecordState = 'not-installed' | 'never-scored' | 'unrated' | 'judged' | 'unjudgeable';

/** A value in the CRM that could not be read, or a reason why nothing can be judged. */
export interface Problem {
  /** The name of the field, when one field is at fault. */
  field: string | null;
  message: string;
}

/** Who last changed a field. */
export interface Change {
  /** Name or address of the person, as our app stored it. Null when the change came from outside the app. */
  by: string | null;
  /** ISO 8601. */
  at: string;
  /** `our app`, or HubSpot's name of the source: `CRM_UI`, `IMPORT`, ... */
  source: string;
}

/** The scorecard of one company and what follows from it. */
export interface ScorecardRecord {
  companyId: string;
  companyName: string;
  state: RecordState;
  /** The profile of the stamped version; before the first stamp the current one of the default type. */
  profile: Profile;
  /** The stamped version, `technology@0`. Null before the first rating. */
  profileVersion: string | null;
  /** The fields of all types, not only of this profile. */
  scorecard: Scorecard;
  /** Recomputed from the scorecard, not the stored one. Null unless the state is `judged`. */
  verdict: Verdict | null;
  /** Properties of the verdict whose stored value differs from the recomputed one: they or inputs were edited outside. */
  drift: readonly string[];
  problems: readonly Problem[];
  /** Properties that this scorecard needs and the portal lacks. */
  missing: readonly string[];
  /** The partner types whose properties the portal has. */
  readyTypes: readonly PartnerType[];
  /** Dimensions that were rated under another type. They count, and wait to be confirmed for this one. */
  toConfirm: readonly string[];
  /** Per field, the last change. Fields that never changed are absent. */
  changes: Readonly<Record<string, Change>>;
  trail: Trail;
  guidance: Guidance;
  /** The day of the judgement, `YYYY-MM-DD`, UTC. */
  asOf: string;
}

/** Who saved when, the lane before, and the next review. Not part of the verdict. */
export interface Trail {
  scoredBy: string | null;
  scoredAt: string | null;
  previousLane: LaneOrUndecided | null;
  laneChangedAt: string | null;
  reviewDue: string | null;
}

/** A field whose value is neither the one seen nor the one wanted. It was not written. */
export interface Conflict {
  field: string;
  seen: FieldValue;
  wanted: FieldValue;
  found: FieldValue;
  change: Change | null;
}

/** A value that somebody else wrote between our read and our write, and that our write replaced. */
export interface Overwrite {
  field: string;
  lost: FieldValue;
  change: Change;
}

/** The answer of a save: the record afterwards, with the conflicts and the values that were overwritten. */
export interface SaveAnswer extends ScorecardRecord {
  conflicts: readonly Conflict[];
  overwrote: readonly Overwrite[];
  /** What became of the deals of the partner pipeline. Null when there was nothing to mirror. */
  deals: Mirroring | null;
}

/** The copy of lane, total and clearance on the deals whose primary company this is. */
export interface Mirroring {
  /** How many deals show the verdict now. */
  mirrored: number;
  /** How many deals should show it. */
  of: number;
  /** Why some do not, and what to do. Null when all do. */
  message: string | null;
}

/** One change of a save. Applied only when the field still has the value that was seen. */
export interface WantedChange {
  seen: FieldValue;
  value: FieldValue;
}
