import type { FieldValue } from '../icp/fields.ts';
import type { Guidance } from '../icp/guidance.ts';
import type { LaneOrUndecided } from '../icp/lanes.ts';
import type { PartnerType } from '../icp/partner-types.ts';
import type { Profile } from '../icp/profile.ts';
import type { Scorecard } from '../icp/scorecard.ts';
import type { Verdict } from '../icp/verdict.ts';

/**
 * - `not-installed`: none of the app's properties exists in this portal
 * - `never-scored`: every one of them is empty; most companies are no partners
 * - `unrated`: something is filled in, but no rating yet, so there is nothing to judge. A scorecard under way whose ratings
 *   were all taken back is judged: undecided
 * - `judged`: `verdict` follows from `scorecard` and `profile`
 * - `unjudgeable`: ratings are there, but something named in `problems` keeps them from being judged
 */
export type RecordState = 'not-installed' | 'never-scored' | 'unrated' | 'judged' | 'unjudgeable';

/** A value in the CRM that could not be read, or a reason why nothing can be judged. */
export interface Problem {
  /** Field name, where one field is at fault. */
  field: string | null;
  message: string;
}

/** Who last changed a field. */
export interface Change {
  /** The person's name or address as the app noted it; null when the change came from outside the app. */
  by: string | null;
  /** ISO 8601. */
  at: string;
  /** `our app`, or the source as HubSpot names it: `CRM_UI`, `IMPORT`, ... */
  source: string;
}

/** Everything that the record of one company says about its scorecard. */
export interface ScorecardRecord {
  companyId: string;
  companyName: string;
  state: RecordState;
  /** The stamped profile version, or the current one of the default type before anything is stamped. */
  profile: Profile;
  /** As stamped, `technology@0`; null before the first rating. */
  profileVersion: string | null;
  /** What stands in the fields of every type, those of other profiles included. */
  scorecard: Scorecard;
  /** Recomputed from the scorecard, never read back. Null unless the state is `judged`. */
  verdict: Verdict | null;
  /** Properties whose stored verdict differs from the recomputed one: somebody edited them, or inputs changed outside. */
  drift: readonly string[];
  problems: readonly Problem[];
  /** Properties that the app needs for this scorecard and the portal lacks. */
  missing: readonly string[];
  /** The partner types whose properties the portal has: a scorecard can be kept under each of them. */
  readyTypes: readonly PartnerType[];
  /** Dimensions rated while the company had another type: they count, and wait to be confirmed for this one. */
  toConfirm: readonly string[];
  /** Per field, who changed it last. Fields that never changed are absent. */
  changes: Readonly<Record<string, Change>>;
  trail: Trail;
  guidance: Guidance;
  /** The day of the judgement, `YYYY-MM-DD`, UTC. */
  asOf: string;
}

/** What the record remembers about earlier judgements. Not part of the verdict. */
export interface Trail {
  scoredBy: string | null;
  scoredAt: string | null;
  previousLane: LaneOrUndecided | null;
  laneChangedAt: string | null;
  reviewDue: string | null;
}

/** A field that holds neither what the saver saw nor what the saver wants. It was not written. */
export interface Conflict {
  field: string;
  seen: FieldValue;
  wanted: FieldValue;
  found: FieldValue;
  change: Change | null;
}

/** A value of somebody else that came in between reading and writing, and was written over. */
export interface Overwrite {
  field: string;
  lost: FieldValue;
  change: Change;
}

/** What a save answers: the record as it stands afterwards, and what did not go as the saver thought. */
export interface SaveAnswer extends ScorecardRecord {
  conflicts: readonly Conflict[];
  overwrote: readonly Overwrite[];
  /** How the deals of the partner pipeline took the verdict over; null when there was nothing to mirror. */
  deals: Mirroring | null;
}

/** Lane, total and clearance of a company, mirrored on the deals whose primary company it is. */
export interface Mirroring {
  /** Deals that show the verdict now. */
  mirrored: number;
  /** Deals that should. */
  of: number;
  /** Why some do not, and what to do; null when all do. */
  message: string | null;
}

/** One change that a caller asks for: applied only where the field still holds what the caller saw. */
export interface WantedChange {
  seen: FieldValue;
  value: FieldValue;
}
