import type { LaneOrUndecided } from '../icp/lanes.ts';

/** What became of some scorecards of a type that were to be judged by its current profile. */
export interface RejudgedPage {
  /** The version that they are judged by now, `technology@3`. The next page names it, so that a run keeps to one. */
  to: string;
  /** Companies of the type from here on, as HubSpot's search counts them. */
  total: number;
  /** How many of them this page went over. */
  looked: number;
  rejudged: number;
  /** Judged by that version already. */
  current: number;
  /** Lanes that changed. */
  lanes: readonly { from: LaneOrUndecided; to: LaneOrUndecided; companies: number }[];
  /** Companies to which nothing was written, or that do not stay as they were written. */
  left: readonly { companyId: string; name: string; reason: string }[];
  /** What else there is to know, a sentence each. */
  notes: readonly string[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
}
