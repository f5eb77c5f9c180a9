import type { Decision } from '../icp/decision.ts';
import type { FieldValue } from '../icp/fields.ts';
import type { Guidance } from '../icp/guidance.ts';
import type { LaneOrUndecided } from '../icp/lanes.ts';
import type { PartnerType } from '../icp/partner-types.ts';
import type { LaneByProfile } from '../icp/portfolio-card.ts';
import type { Profile } from '../icp/profile.ts';
import type { Quarter } from '../icp/quarter.ts';
import type { Scorecard } from '../icp/scorecard.ts';
import type { EvidenceDays } from '../icp/settings.ts';
import type { Verdict } from '../icp/verdict.ts';
import type { Published } from './policy.ts';
import type { RecordTexts } from './record-texts.ts';
import type { OfferedDraft } from './drafts.ts';
import type { CountedFact } from './facts.ts';
import type { DecisionChanges } from './wanted-change.ts';

/**
 * - `not-installed`: the portal has none of the app's properties
 * - `never-scored`: all of them are empty, as on most companies
 * - `unrated`: something is filled in, but never a rating, so there is nothing to judge. A scorecard whose ratings were
 *   all taken back is `judged`, as undecided
 * - `judged`: `verdict` follows from `scorecard` and `profile`
 * - `unjudgeable`: there are ratings, but they cannot be judged; `problems` or `missing` says why
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
  /** The day of it in the portal's time zone, `YYYY-MM-DD`. */
  on: string;
  /** `our app`, or the name or id of another app, or HubSpot's name of the source: `CRM_UI`, `IMPORT`, ... */
  source: string;
}

/** The scorecard of one company and what follows from it. */
export interface ScorecardRecord {
  companyId: string;
  /** Its name, else its domain or `record <id>`: one line, never blank. */
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
  /** Properties of the verdict whose stored value differs from the recomputed one. A load leaves them as they are. */
  drift: readonly string[];
  /** What those properties hold, by field; an empty text where they hold nothing. */
  storedVerdict: Readonly<Record<string, string>>;
  /** Why they differ, most telling first. Empty when nothing differs. */
  driftReasons: readonly DriftReason[];
  problems: readonly Problem[];
  /** Properties that this scorecard needs and the portal lacks. */
  missing: readonly string[];
  /** False while one of those is missing without which nothing can be saved. */
  isSavable: boolean;
  /** The partner types whose properties the portal has and that its settings enable, with that of the scorecard. */
  readyTypes: readonly PartnerType[];
  /** After how many days evidence is looked at again in this portal. */
  evidenceDays: EvidenceDays;
  /** Evidence and notes that were written under another type and not changed since, by field. */
  writtenFor: Readonly<Record<string, PartnerType>>;
  /** Per field, the last change. Fields that never changed are absent. */
  changes: Readonly<Record<string, Change>>;
  /** What rests on evidence that has grown old, by dimension key or check key: a sentence that says how old. */
  lookAgain: Readonly<Record<string, string>>;
  /** Who published the profile that it is judged by. Null for a shipped one, and for one that is not known. */
  published: Published | null;
  trail: Trail;
  /** What people decided about the partner. Beside the verdict, and never part of it. */
  decision: RecordDecision;
  /** What today's profile would make of it; null where it is judged by that one, or cannot be taken over. */
  takeOver: TakeOver | null;
  /** Names of the people whom this record names by an address, by lower-case address, where an owner of the portal has it. */
  names: Readonly<Record<string, string>>;
  guidance: Guidance;
  texts: RecordTexts;
  /** Unsaved edits of the user who loads, from earlier. Null in the answer of a save. */
  draft: OfferedDraft | null;
  /** Whether unsaved edits may be kept in this portal. */
  keepsDrafts: boolean;
  /** The facts from the CRM that have a source in the settings. Contacts need none. */
  countedFacts: readonly CountedFact[];
  /** The day of the judgement, `YYYY-MM-DD`, in the portal's time zone. */
  asOf: string;
}

/**
 * Why a stored verdict is another than the recomputed one.
 *
 * - `older-rules`: an older version of the app wrote it
 * - `edited`: something other than the app wrote that field of the verdict
 * - `stale`: that input changed after the verdict was written
 * - `override-ended`: the last day of the override has passed
 * - `unknown`: the history does not say
 */
export interface DriftReason {
  kind: 'older-rules' | 'edited' | 'stale' | 'override-ended' | 'unknown';
  /** The field that changed. */
  field: string | null;
  change: Change | null;
}

/** Another version than the one that a scorecard is judged by, which can be taken over. */
export interface TakeOver extends LaneByProfile {
  /** Its key, `technology@3`. Taking it over names it, so that nobody takes over one that they have not seen. */
  to: string;
  /** Null for the shipped profile. */
  published: Published | null;
}

/** Who saved when, the lane before, the last review and the next dates. Not part of the verdict. */
export interface Trail {
  scoredBy: string | null;
  scoredAt: string | null;
  /** The day of it in the portal's time zone, `YYYY-MM-DD`. */
  scoredOn: string | null;
  previousLane: LaneOrUndecided | null;
  laneChangedAt: string | null;
  /** The day of it in the portal's time zone. */
  laneChangedOn: string | null;
  /** Who made the last yearly review, and the day of it in the portal's time zone. */
  reviewedBy: string | null;
  reviewedOn: string | null;
  /** The day of the next yearly review. */
  reviewDue: string | null;
  /** The first day on which evidence has reached the age at which it is looked at again. */
  recheckDue: string | null;
}

/** What was decided about a partner, as it stands on its company. */
export interface RecordDecision {
  /** Null where nothing is decided, or what stands there is no decision. */
  decision: Decision | null;
  /** `2027-Q1`, or whatever stands there; empty where nothing does. So are the other texts. */
  quarter: string;
  reason: string;
  by: string;
  /** ISO 8601. */
  at: string;
  /** The day of it in the portal's time zone, `YYYY-MM-DD`. */
  on: string | null;
  /** What it rested on at that moment. */
  basis: string;
  /** `YYYY-MM-DD` */
  askAgainOn: string | null;
  /** The newest change of it that was not made through the app. */
  changedOutside: Change | null;
  /** What stands in the fields, as `seen` of the next decision. Empty where nothing does. */
  stored: Readonly<Record<keyof DecisionChanges, string>>;
  /** What a decision would rest on now. Null while nothing can be decided; `hindrance` says why. */
  basisNow: string | null;
  hindrance: string | null;
  /** The quarters to choose from, this one first. */
  quarters: readonly Quarter[];
}

/** A field that does not hold what was wanted, because somebody else changed it. */
export interface Conflict {
  field: string;
  seen: FieldValue;
  wanted: FieldValue;
  found: FieldValue;
  change: Change | null;
  /** False: found before writing and left alone. True: it was written, and changed before it could be read back. */
  written: boolean;
}

/** A field that could not be written, while the others were saved. */
export interface NotWritten {
  field: string;
  /** `refused`: a rule of the portal does not allow the value. */
  reason: 'too-long' | 'property-missing' | 'refused';
  /** Says why and what to do next. */
  message: string;
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
  notWritten: readonly NotWritten[];
  /** Why a review that was asked for was not noted, and what to do. Null when it was, or none was asked for. */
  notReviewed: string | null;
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
