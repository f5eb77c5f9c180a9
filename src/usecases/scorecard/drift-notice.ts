import { isOfMerge } from '../../crm/authorship.ts';
import type { RecordNotice } from '../../contract/record-texts.ts';
import type { DriftReason, ScorecardRecord } from '../../contract/scorecard-record.ts';
import { dayInWords } from '../../icp/day-in.ts';
import { LANES, LANE_LABELS } from '../../icp/lanes.ts';
import type { Settings } from '../../icp/settings.ts';
import { MAX_TOTAL } from '../../icp/profile.ts';
import {
  NO_REASON_KNOWN,
  OLDER_RULES,
  OTHER_VERDICT_STORED,
  UPDATE_WAITS,
  UPDATE_WRITES,
  changedAfterVerdict,
  overrideEnded,
  storedAndNow,
  storedApart,
  verdictEdited,
} from '../../messages/cards.ts';
import { personText, whoText } from '../../messages/people.ts';

/** A record whose texts are being written. */
type Untold = Omit<ScorecardRecord, 'texts'>;

type Labels = Readonly<Record<string, string>>;

/** Where HubSpot holds another verdict: what it says, what follows now, why, and whether it waits for a person. */
export function driftNotice(
  record: Untold,
  labels: Labels,
  { editedVerdicts }: Pick<Settings, 'editedVerdicts'>,
): RecordNotice | null {
  if (record.drift.length === 0) return null;
  const isEdited = record.driftReasons.some(
    ({ kind, change }) => kind === 'edited' && !isOfMerge({ sourceType: change?.source ?? '' }),
  );
  return {
    title: OTHER_VERDICT_STORED,
    variant: 'warning',
    sentences: [
      bothVerdicts(record, labels),
      ...reasons(record, labels),
      isEdited && editedVerdicts === 'ask' ? UPDATE_WAITS : UPDATE_WRITES,
    ],
    action: { label: 'Update', act: 'update' },
  };
}

/** Lane and total of both; where these agree, what differs. */
function bothVerdicts({ verdict, storedVerdict }: Untold, labels: Labels): string {
  const follows: Values =
    verdict === null
      ? {}
      : {
          lane: verdict.lane,
          total: verdict.total ?? '',
          total_low: verdict.low,
          total_high: verdict.high,
        };
  const now = verdictText(follows);
  const stored = verdictText({ ...follows, ...storedVerdict });
  if (stored !== now) return storedAndNow(stored, now);
  return storedApart(
    Object.keys(storedVerdict)
      .map((field) => labels[field])
      .join(', '),
  );
}

/** By field of the verdict. */
type Values = Readonly<Record<string, string | number>>;

/** `Deep, 430 of 500`. */
function verdictText(values: Values): string {
  const { lane = '', total = '', total_low: low = '', total_high: high = '' } = values;
  const known = [...LANES, 'undecided' as const].find((each) => each === lane);
  const laneText = known === undefined ? lane || 'no lane' : LANE_LABELS[known];
  const points = total === '' && low !== high ? `${low} to ${high}` : total;
  return `${laneText}, ${points === '' ? 'no total' : `${points} of ${MAX_TOTAL}`}`;
}

const REASONS: Readonly<Record<DriftReason['kind'], (changes: string, record: Untold) => string>> = {
  'older-rules': () => OLDER_RULES,
  edited: verdictEdited,
  stale: changedAfterVerdict,
  'override-ended': (_, { scorecard: { override }, ...record }) =>
    override === null
      ? NO_REASON_KNOWN
      : overrideEnded(personText(override.by || 'somebody', record), dayInWords(override.until)),
  unknown: () => NO_REASON_KNOWN,
};

/** One sentence for each kind of reason. Of several changes three are named. */
function reasons(record: Untold, labels: Labels): string[] {
  const { driftReasons } = record;
  return [...new Set(driftReasons.map(({ kind }) => kind))].map((kind) => {
    const changes = driftReasons
      .filter((reason) => reason.kind === kind)
      .map(({ field, change }) => {
        const label = labels[field ?? ''] ?? field ?? '';
        return change === null ? label : `${label} (${whoText(change, record)}, ${dayInWords(change.on)})`;
      });
    const more = changes.length - 3;
    return REASONS[kind](changes.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more` : ''), record);
  });
}
