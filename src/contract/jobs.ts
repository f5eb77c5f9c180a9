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

/** A re-judging of all scorecards of a type that the server carries through, page by page. Times are ISO 8601. */
export interface RejudgingJob extends RejudgedSums {
  type: PartnerType;
  state: 'waiting' | 'running' | 'paused' | 'done' | 'failed';
  /** The version that it keeps to, `technology@3`. */
  to: string;
  /** Who started it, and when. */
  by: string;
  startedAt: string;
  /** When it last came further, or was paused, resumed or ended. */
  changedAt: string;
  looked: number;
  /** How many companies there are, as the first page counted; null before it. */
  total: number | null;
  /** Why it ended, or what holds it up; empty for nothing. */
  sentence: string;
  /** When a page that failed is tried again; null where none has failed. */
  againAt: string | null;
}

/** What a portal needs once a night. Times are ISO 8601. */
export interface PortalNight {
  state: RejudgingJob['state'];
  /** When the last one began, and ended; null before the first, and while one runs. */
  startedAt: string | null;
  endedAt: string | null;
  /** When the next one is, or while one runs its next page. Null where none is planned. */
  nextAt: string | null;
  /** What the last one did so far: `companies`, `companiesRepaired`, `deals`, findings by their codes, and others. */
  sums: Readonly<Record<string, number>>;
  /** Why it ended early, or what holds it up; empty for nothing. */
  sentence: string;
}

/** What a server does for a portal in the background. */
export interface BackgroundWork {
  /** Re-judgings, one a type. */
  jobs: readonly RejudgingJob[];
  /** Null before one is planned. */
  night: PortalNight | null;
  /** Records that changed in HubSpot and wait to be followed, and for how many milliseconds the first has. */
  changes: { count: number; forMs: number };
  /** Companies whose verdict another automation keeps changing. */
  contested: number;
}

/** Where work on a whole portal is asked for that goes on while nobody waits. */
export interface Jobs {
  read: () => Promise<BackgroundWork>;
  /** Begins one anew. One of this type that waits or runs goes on as it is. */
  start: (wanted: { type: PartnerType; to: string; person: SignedPerson }) => Promise<void>;
  /** Behind the page that is under way. */
  pause: (type: PartnerType) => Promise<void>;
  /** One that was paused or failed, from where it ended. */
  resume: (type: PartnerType) => Promise<void>;
}
