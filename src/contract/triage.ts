import type { Decision } from '../icp/decision.ts';
import type { LaneByProfile } from '../icp/portfolio-card.ts';
import type { PartnerType } from '../icp/partner-types.ts';
import type { Quarter } from '../icp/quarter.ts';
import type { DecisionChanges, WantedChange } from './wanted-change.ts';

/**
 * What a person does about several companies at once.
 *
 * - `set-type`: another partner type, also where a scorecard is under way
 * - `start`: a partner type for companies that have none, so that their card opens ready to rate
 * - `take-over`: judges by the current profile of their type
 * - `decide`: one decision about each of them
 */
export type TriageAct =
  | { kind: 'set-type' | 'start'; type: PartnerType }
  | { kind: 'take-over' }
  | {
      kind: 'decide';
      decision: Decision;
      quarter: Quarter;
      reason: string;
      /** `YYYY-MM-DD`. Only of a wait or a decline. */
      askAgainOn: string | null;
    };

/** What a preview rests on, for one company. It comes back with the act: what holds another value by then stays. */
export type TriageSeen =
  | { kind: 'type'; changes: Readonly<Record<string, WantedChange>> }
  | { kind: 'take-over'; from: string; to: string; after: LaneByProfile }
  | { kind: 'decide'; stored: Readonly<Record<keyof DecisionChanges, string>>; basis: string };

/** What an act would do to one company. */
export interface TriagePlan {
  /** The id of the record as it is known now: after a merge another one than was asked for. */
  companyId: string;
  companyName: string;
  /** Null where nothing would be written; `reason` says why. */
  seen: TriageSeen | null;
  /** What would change, a line each: `Partner type: Reseller -> Referral partner`. */
  lines: readonly string[];
  /** What would be taken away: `Role criteria: 4 -> empty`. */
  losses: readonly string[];
  /**
   * Whether it replaces what people gave: a rated company gets other questions, or a decision that stands another one. Its
   * box is not ticked at first.
   */
  isReplacing: boolean;
  /** Why nothing would be written, in a sentence; empty where something would. */
  reason: string;
  /** Whether nothing needs to be written, since it is so already. */
  isSoAlready: boolean;
}

/**
 * What became of one company.
 *
 * - `done`: written, and read back
 * - `unchanged`: it was so already
 * - `refused`: nothing was written, or it does not stay; `sentence` says why
 * - `failed`: HubSpot could not be asked. Nothing was written as far as is known, and it may be asked for again
 * - `unknown`: it was sent and nobody knows what was kept. It may be asked for again
 */
export type TriageOutcome = 'done' | 'unchanged' | 'refused' | 'failed' | 'unknown';

export interface TriageResult {
  companyId: string;
  outcome: TriageOutcome;
  /** Why it is not done, or what else there is to know; empty where there is nothing to say. */
  sentence: string;
}

/** What became of some companies. */
export interface TriageApplied {
  results: readonly TriageResult[];
  /** Ids that were not begun: there was no time left, or no use. */
  left: readonly string[];
  /** Why the others were not begun, where more of them would meet the same; null where only the time was up. */
  stopped: string | null;
}

/** What there is to choose from. */
export interface TriageChoices {
  types: readonly PartnerType[];
  /** The type that a scorecard is started under. */
  startType: PartnerType;
  /** This quarter first. */
  quarters: readonly Quarter[];
  /** The day in the portal's time zone, `YYYY-MM-DD`. */
  today: string;
}
