import type { TriagePlan, TriageSeen } from '../../contract/triage.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';
import { pointsOf } from '../../icp/causes.ts';
import { LANE_LABELS, type LaneOrUndecided, type Range } from '../../icp/lanes.ts';
import * as say from '../../messages/triage.ts';
import { companyNameOf } from '../names.ts';

/** What an act would do to one company, without its name. */
export type Planned =
  | { seen: TriageSeen; lines: readonly string[]; losses?: readonly string[]; isReplacing?: boolean }
  | { reason: string; isSoAlready?: true };

export function planOf(record: CompanyRecord, planned: Planned): TriagePlan {
  const named = { companyId: record.id, companyName: companyNameOf(record) };
  return 'reason' in planned
    ? leftOut(named, planned)
    : { ...named, losses: [], isReplacing: false, ...planned, reason: '', isSoAlready: false };
}

export function leftOut(
  named: Pick<TriagePlan, 'companyId' | 'companyName'>,
  { reason, isSoAlready = false }: { reason: string; isSoAlready?: boolean },
): TriagePlan {
  return { ...named, seen: null, lines: [], losses: [], isReplacing: false, reason, isSoAlready };
}

/** `Deep 430`, `Needs answers 310 to 430` */
export function shownLane({ lane, low, high }: { lane: LaneOrUndecided } & Range): string {
  return `${LANE_LABELS[lane]} ${pointsOf({ low, high })}`;
}

export function laneChange(from: string, to: string): string {
  return from === to ? say.laneStays(to) : say.laneLine(from, to);
}
