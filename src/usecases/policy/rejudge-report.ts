import { CrmError } from '../../crm/client/errors.ts';
import type { LaneOrUndecided } from '../../icp/lanes.ts';
import { rejudgeBrokenOff } from '../../messages/rejudge.ts';
import { amount } from '../amount.ts';

/** What taking the current profile over does, or would do, to one company. */
export interface RejudgedCompany {
  companyId: string;
  companyName: string;
  /** The versions that it is judged by before and after, `technology@0`. */
  from: string;
  to: string;
  before: { lane: LaneOrUndecided; total: string };
  after: { lane: LaneOrUndecided; total: string };
  /** What makes the lane by the current profile: a sentence each. */
  why: string;
}

/** A company to which nothing was written, or that does not stay as it was written. */
export interface LeftCompany {
  companyId: string;
  name: string;
  reason: string;
}

/** What a run of re-judging did, or would do. */
export interface RejudgeReport {
  applied: boolean;
  /** The version that it takes over. */
  to: string;
  /** Companies with a scorecard of the type that were looked at. */
  companies: number;
  /** Judged by another version: written when applied. */
  rejudged: number;
  /** Judged by the current version already. */
  current: number;
  /** Lanes that change with it. */
  lanes: { from: LaneOrUndecided; to: LaneOrUndecided; companies: number }[];
  left: LeftCompany[];
  /** What else there is to know. */
  notes: string[];
  /** Whether deals do not show the new verdicts yet; a note says why. */
  dealsBehind: boolean;
}

export function emptyRejudgeReport(applied: boolean, to: string): RejudgeReport {
  return {
    ...{ applied, to, companies: 0, rejudged: 0, current: 0 },
    ...{ lanes: [], left: [], notes: [], dealsBehind: false },
  };
}

export function countRejudged(report: RejudgeReport, { before, after }: RejudgedCompany): void {
  report.rejudged += 1;
  if (before.lane === after.lane) return;
  const known = report.lanes.find(({ from, to }) => from === before.lane && to === after.lane);
  if (known === undefined) report.lanes.push({ from: before.lane, to: after.lane, companies: 1 });
  else known.companies += 1;
}

/** How far a run came, for the sentence about its end. */
export function howFar({ rejudged }: RejudgeReport): string {
  return amount(rejudged, 'company was re-judged', 'companies were re-judged');
}

/** A run could not go on. Its message says why, how far it came and how it goes on; the report has what was done. */
export class RejudgeBrokenOff extends CrmError {
  readonly report: RejudgeReport;

  constructor(cause: CrmError, report: RejudgeReport) {
    const { code, message, correlationId, property, reasons } = cause;
    super(code, `${message} ${rejudgeBrokenOff(howFar(report))}`, {
      ...{ cause, correlationId, property, reasons },
    });
    this.report = report;
  }
}
