import { CLEARANCES, clearanceLabel } from '../../../src/icp/clearance.ts';
import type { Field } from '../../../src/icp/fields.ts';
import { LANES, laneLabel } from '../../../src/icp/lanes.ts';
import { MAX_TOTAL, type Profile } from '../../../src/icp/profile.ts';
import type { DriftReason, ScorecardRecord } from '../../../src/contract/scorecard-record.ts';

import { dayOf } from '../../common/display.ts';
import { fieldLabel } from './field-label.ts';
import { Notice } from './layout.tsx';
import type { Session } from '../state/session.ts';
import { whoText } from './sentences.ts';
import {
  NO_REASON_KNOWN,
  NO_VERDICT_FOLLOWS,
  OLDER_RULES,
  OTHER_VERDICT_STORED,
  UPDATE_WRITES,
  changedAfterVerdict,
  overrideEnded,
  storedAndNow,
  storedApart,
  verdictEdited,
} from '../../../src/messages/cards.ts';

interface DriftProps {
  record: ScorecardRecord;
  fields: readonly Field[];
  session: Session;
}

/** Where HubSpot holds another verdict: what it says, what follows now, and why. */
export function Drift({ record, fields, session }: DriftProps) {
  if (record.drift.length === 0) return null;
  return (
    <Notice
      title={OTHER_VERDICT_STORED}
      sentences={[bothVerdicts(record, fields), ...reasons(record, fields), UPDATE_WRITES]}
      actions={[{ label: 'Update', act: () => session.save('top', []) }]}
    />
  );
}

/** By field of the verdict. */
type Texts = Readonly<Record<string, string>>;

function bothVerdicts(
  { verdict, storedVerdict, profile }: ScorecardRecord,
  fields: readonly Field[],
): string {
  const follows: Texts =
    verdict === null
      ? {}
      : {
          lane: verdict.lane,
          total: String(verdict.total ?? ''),
          total_low: String(verdict.low),
          total_high: String(verdict.high),
          clearance: verdict.clearance ?? '',
        };
  const hasClearance = storedVerdict['clearance'] !== undefined;
  const stored = verdictText({ ...follows, ...storedVerdict }, profile, hasClearance);
  const now = verdictText(follows, profile, hasClearance);
  if (stored !== now) return storedAndNow(stored, verdict === null ? NO_VERDICT_FOLLOWS : now);
  return storedApart(
    Object.keys(storedVerdict)
      .map((field) => fieldLabel(field, fields))
      .join(', '),
  );
}

function verdictText(texts: Texts, profile: Profile, hasClearance: boolean): string {
  const { lane = '', total = '', total_low: low = '', total_high: high = '', clearance = '' } = texts;
  const knownLane = LANES_OR_UNDECIDED.find((known) => known === lane);
  const knownClearance = CLEARANCES.find((known) => known === clearance);
  const points = total === '' && low !== high ? `${low} to ${high}` : total;
  return [
    knownLane === undefined ? lane || 'no lane' : laneLabel(knownLane, profile),
    points === '' ? 'no total' : `${points} of ${MAX_TOTAL}`,
    ...(hasClearance
      ? [knownClearance === undefined ? clearance || 'no clearance' : clearanceLabel(knownClearance, profile)]
      : []),
  ].join(', ');
}

const LANES_OR_UNDECIDED = [...LANES, 'undecided'] as const;

function reasons({ driftReasons, scorecard }: ScorecardRecord, fields: readonly Field[]): string[] {
  const changesOf = (kind: DriftReason['kind']) =>
    driftReasons.filter((reason) => reason.kind === kind).map((reason) => changeOf(reason, fields));
  const [edited, stale] = [changesOf('edited'), changesOf('stale')];
  const { override } = scorecard;
  return [
    ...(changesOf('older-rules').length > 0 ? [OLDER_RULES] : []),
    ...(edited.length > 0 ? [verdictEdited(upToThree(edited))] : []),
    ...(stale.length > 0 ? [changedAfterVerdict(upToThree(stale))] : []),
    ...(changesOf('override-ended').length > 0 && override !== null
      ? [overrideEnded(override.by === '' ? 'somebody' : override.by, override.until)]
      : []),
    ...(changesOf('unknown').length > 0 ? [NO_REASON_KNOWN] : []),
  ];
}

/** `Strategic fit (ana@example.com, 2026-11-20)`. */
function changeOf({ field, change }: DriftReason, fields: readonly Field[]): string {
  const label = fieldLabel(field ?? '', fields);
  return change === null ? label : `${label} (${whoText(change)}, ${dayOf(change.at)})`;
}

function upToThree(changes: readonly string[]): string {
  const more = changes.length - 3;
  return changes.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
