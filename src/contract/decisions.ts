import type { Quarter } from '../icp/quarter.ts';
import type { SlotHolder } from '../icp/slots.ts';
import type { Change, Conflict, Mirroring, ScorecardRecord } from './scorecard-record.ts';

/** The answer of deciding: the record afterwards. */
export interface DecideAnswer extends ScorecardRecord {
  /** What somebody else decided, or what the verdict became, since the caller saw it. Nothing was written then. */
  conflicts: readonly Conflict[];
  /** A decision of somebody else between what was seen and this one, which this one replaced; null where there was none. */
  replaced: Change | null;
  deals: Mirroring | null;
}

/** The deep slots of a quarter. */
export interface Slots {
  quarter: Quarter;
  /** How many there are. */
  limit: number;
  /** Who was decided to go deep with, earliest decision first. */
  holders: readonly SlotHolder[];
  /** Whether more are used than there are. */
  isOver: boolean;
  /** False where HubSpot's search did not show the decision that was waited for. */
  isSure: boolean;
  /** `2 of 2 used: A, B` */
  text: string;
}
