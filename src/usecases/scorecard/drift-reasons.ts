import { authorOf, isOfMerge } from '../../crm/authorship.ts';
import type { HistoryEntry } from '../../crm/companies.ts';
import { type CompanyRecord, textOf } from '../../crm/company-record.ts';
import { NO_VERDICT } from '../../crm/verdict-fields.ts';
import { checkFieldName } from '../../icp/fields.ts';
import { CONFIRM_FIELD, TYPE_FIELD } from '../../icp/type-change.ts';
import { RULES } from '../../icp/verdict.ts';
import type { DriftReason } from '../../contract/scorecard-record.ts';
import { type Context, today } from '../context.ts';
import type { Judgement, Reading } from './judge.ts';

/** Fields of an override, in the order in which a reason names them. */
export const OVERRIDE_FIELDS = ['override_lane', 'override_until', 'override_by', 'override_reason'] as const;

/** Why the stored verdict of a record differs from the recomputed one, from its history. Empty when nothing differs. */
export function driftReasons(
  judgement: Judgement,
  context: Pick<Context, 'now' | 'installation'>,
): DriftReason[] {
  const { record, drift } = judgement;
  if (Object.keys(drift).length === 0) return [];
  const older: DriftReason[] = isOfOlderRules(record)
    ? [{ kind: 'older-rules', field: null, change: null }]
    : [];
  const edited = Object.keys(drift).flatMap((field) => editOf(field, record));
  const reasons = [
    ...older,
    ...edited,
    ...inputsSinceVerdict(judgement).map((field) => stale(field, record)),
    ...(hasOverrideEnded(judgement, context)
      ? [{ kind: 'override-ended', field: 'override_until', change: null } as const]
      : []),
  ];
  return reasons.length > 0 ? reasons : [{ kind: 'unknown', field: null, change: null }];
}

/**
 * Whether somebody overwrote a part of the verdict itself, and it says something else than what follows. A merge puts
 * values of two records together, and is nobody's edit.
 *
 * @param judgement of a record with the histories of `fieldsOfDrift`
 */
export function isEdited({ record, drift }: Judgement): boolean {
  return Object.keys(drift).some((field) => {
    const newest = record.history[field]?.[0];
    return newest !== undefined && !isOfMerge(newest) && editOf(field, record).length > 0;
  });
}

/** Whether an earlier version of the app judged it, by other rules. */
export function isOfOlderRules({ texts }: Pick<CompanyRecord, 'texts'>): boolean {
  return Number(textOf(texts, 'rules') ?? RULES) < RULES;
}

/** The inputs that changed after the verdict was written, newest first. */
export function inputsSinceVerdict(reading: Reading): string[] {
  const { record } = reading;
  const judgedAt = lastJudgedAt(record);
  return judgingFields(reading)
    .map((field) => ({ field, at: timeOf(record.history[field]?.[0]) }))
    .filter(({ at }) => at > judgedAt)
    .sort((one, other) => other.at - one.at)
    .map(({ field }) => field);
}

/** Whether the lane stands on an override whose last day has passed. */
export function hasOverrideEnded(
  { record, scorecard: { override } }: Reading,
  context: Pick<Context, 'now' | 'installation'>,
): boolean {
  return (
    override !== null && override.until < today(context) && textOf(record.texts, 'lane') === override.lane
  );
}

/** The fields whose histories say why a verdict differs, and who wrote it. */
export function fieldsOfDrift(reading: Reading): string[] {
  return [...VERDICT_AND_TRAIL, ...judgingFields(reading)];
}

/** Fields of the verdict and of what a repair writes along, and those by which our app is known. */
const VERDICT_AND_TRAIL = [
  ...Object.keys(NO_VERDICT),
  ...['previous_lane', 'lane_changed_at', 'scored_at', 'scored_by'],
];

/** The inputs that a verdict follows from. */
function judgingFields({ profile }: Reading): string[] {
  return [
    TYPE_FIELD,
    'profile_version',
    CONFIRM_FIELD,
    ...profile.dimensions.flatMap(({ key }) => [key, `${key}_evidence`]),
    ...profile.checks.flatMap(({ key }) => [checkFieldName(key), `${checkFieldName(key)}_note`]),
    ...OVERRIDE_FIELDS,
  ];
}

/** When our app last wrote a part of the verdict, or stamped a save that left the verdict as it was. */
function lastJudgedAt(record: CompanyRecord): number {
  const entries = [...Object.keys(NO_VERDICT), 'scored_at'].flatMap((field) => record.history[field] ?? []);
  const ours = entries.filter((entry) => authorOf(entry, record).source === 'our app');
  return Math.max(...ours.map(timeOf));
}

/** A field of the verdict whose newest entry is not our app's. */
function editOf(field: string, record: CompanyRecord): DriftReason[] {
  const newest = record.history[field]?.[0];
  if (newest === undefined) return [];
  const change = authorOf(newest, record);
  return change.source === 'our app' ? [] : [{ kind: 'edited', field, change }];
}

function stale(field: string, record: CompanyRecord): DriftReason {
  const newest = record.history[field]?.[0];
  return { kind: 'stale', field, change: newest === undefined ? null : authorOf(newest, record) };
}

function timeOf(entry: HistoryEntry | undefined): number {
  return entry === undefined ? -Infinity : Date.parse(entry.timestamp);
}
