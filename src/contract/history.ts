import type { LaneChangeCause } from '../icp/lane-change.ts';
import type { LaneOrUndecided } from '../icp/lanes.ts';

/**
 * What a write did, for filters.
 *
 * - of `LaneChangeCause`: what can move a lane
 * - `noted`: evidence, notes, facts or other types
 * - `confirmed`: ratings that were given for another type
 * - `reviewed`: the yearly review
 * - `decided`: a decision
 * - `emptied`: the whole scorecard
 */
export type HistoryKind = LaneChangeCause | 'noted' | 'confirmed' | 'reviewed' | 'decided' | 'emptied';

/** Who changed what on a scorecard, newest first, from HubSpot's history. */
export interface ScorecardHistory {
  companyId: string;
  companyName: string;
  entries: readonly HistoryEntry[];
  /** Labels of the kinds that occur, in the order of the filter. */
  kinds: readonly { key: HistoryKind; label: string }[];
  /** Whether HubSpot keeps no older entries of some fields. */
  isCut: boolean;
  /** What to know of the oldest entries, to be shown under them: `HubSpot keeps no older entries.` Empty where nothing. */
  end: string;
  /** The last save, where it can be undone. */
  undo: UndoableSave | null;
  /** Why it cannot, and what to do; null where it can, or there is none. */
  noUndo: string | null;
}

/** One write. */
export interface HistoryEntry {
  /** ISO 8601, the day of it in the portal's time zone, and the time of day: `14:38`. */
  at: string;
  on: string;
  time: string;
  /** Unlike every other entry's, also of the same moment. */
  key: string;
  /** Who, by name where an owner has the address; null where nobody is known. */
  by: string | null;
  /** Who or what, in words, never empty: `Ana Sousa`, `Ana Sousa in HubSpot`, `an import`, `a workflow`, `Partner ICP`. */
  who: string;
  /** `our app`, or the name or id of another app, or HubSpot's name of the source. */
  source: string;
  /** What it did, most telling first. */
  kinds: readonly HistoryKind[];
  /** What it did in one line: `Fast lane -> Deep`, or the changes. */
  title: string;
  lane: HistoryLane | null;
  changes: readonly HistoryChange[];
}

/** A change of the lane, and why. */
export interface HistoryLane {
  /** Null where nothing stood there; `unknown` where HubSpot keeps no older entry. */
  from: LaneOrUndecided | null | 'unknown';
  to: LaneOrUndecided | null;
  cause: LaneChangeCause | null;
}

/** One field, as it is stored and as people read it. */
export interface HistoryChange {
  field: string;
  label: string;
  /** Null where HubSpot keeps no older entry. */
  from: string | null;
  to: string;
  /** `4 -> 5`; prose comes shortened. */
  text: string;
}

/** The newest save of a person, as it would be undone. */
export interface UndoableSave {
  /** Its `key`: an undo names it, so that nobody undoes another one. */
  key: string;
  by: string | null;
  on: string;
  time: string;
  /** What would stand there again, and what stays because it was changed since: a line each. */
  lines: readonly string[];
}
