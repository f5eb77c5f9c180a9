import type { PartnerType } from '../icp/partner-types.ts';
import type { RejudgedPage } from './rejudging.ts';
import type { SignedPerson } from './signed-person.ts';

/** What a re-judging did so far. Of the companies that it left the first ones are named. */
export interface RejudgedSums extends Pick<
  RejudgedPage,
  'rejudged' | 'current' | 'lanes' | 'left' | 'notes'
> {
  /** How many companies more were left than `left` names. */
  moreLeft: number;
}

/** A re-judging of all scorecards of a type that the server carries through, page by page. */
export interface RejudgingJob extends RejudgedSums {
  type: PartnerType;
  state: 'waiting' | 'running' | 'paused' | 'done' | 'failed';
  /** The version that it keeps to, `technology@3`. */
  to: string;
  /** Who started it. */
  by: string;
  looked: number;
  /** How many companies there are, as the first page counted; null before it. */
  total: number | null;
  /** Why it ended, or what holds it up; empty for nothing. */
  sentence: string;
}

/** Where work on a whole portal is asked for that goes on while nobody waits. */
export interface Jobs {
  /** By type. */
  read: () => Promise<RejudgingJob[]>;
  /** Begins one anew. One of this type that waits or runs goes on as it is. */
  start: (wanted: { type: PartnerType; to: string; person: SignedPerson }) => Promise<void>;
  /** Behind the page that is under way. */
  pause: (type: PartnerType) => Promise<void>;
  /** One that was paused or failed, from where it ended. */
  resume: (type: PartnerType) => Promise<void>;
}
