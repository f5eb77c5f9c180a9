import type { HistoryKind } from '../../contract/history.ts';
import { isStamp } from '../../crm/authorship.ts';
import { DECISION_FIELD_NAMES } from '../../crm/decision-fields.ts';
import { TRAIL_FIELDS } from '../../crm/properties.ts';
import type { FieldKind } from '../../icp/fields.ts';
import { LANE_CHANGE_CAUSES, type LaneChangeCause } from '../../icp/lane-change.ts';
import { CONFIRM_FIELD, TYPE_FIELD } from '../../icp/type-change.ts';
import { OVERRIDE_FIELDS } from '../scorecard/drift-reasons.ts';
import type { FieldChange, Write } from './writes-of.ts';

/** The version that a scorecard is judged by. It is of the trail, and a change of it is an act. */
export const VERSION_FIELD = 'profile_version';

/** Trail that tells an act of its own. The rest of the trail only accompanies. */
const TELLING: readonly string[] = [VERSION_FIELD, 'reviewed_at', 'reviewed_by', 'review_due'];

/** Every kind, in the order of the filter; within an entry the most telling first. */
export const HISTORY_KINDS: readonly { key: HistoryKind; label: string }[] = [
  { key: 'emptied', label: 'Emptied' },
  ...LANE_CHANGE_CAUSES,
  { key: 'confirmed', label: 'Confirmed' },
  { key: 'noted', label: 'Noted' },
  { key: 'reviewed', label: 'Reviewed' },
  { key: 'decided', label: 'Decided' },
];

/** A write as it is sorted by what it did. */
export interface WriteToSort {
  write: Write;
  isOurs: boolean;
  /** Why our app changed the lane with it; null where it did not, or where no entry says why. */
  cause: LaneChangeCause | null;
}

/** Of what kind a field's value is; undefined for one that nobody fills in on the card. */
export type KindOfField = (field: string) => FieldKind | undefined;

/** What a write did. Empty where it wrote nothing but trail. */
export function kindsOf({ write, isOurs, cause }: WriteToSort, kindOf: KindOfField): HistoryKind[] {
  const found = new Set(isOurs ? ourKinds(write, cause, kindOf) : outsideKinds(write));
  return HISTORY_KINDS.map(({ key }) => key).filter((key) => found.has(key));
}

/** Whether a change of the field is shown by itself. */
export function isTelling(field: string): boolean {
  return !TRAIL_FIELDS.includes(field) || TELLING.includes(field);
}

/** Whether the write changed something that people fill in on the card. */
export function changesInputs({ changes }: Write, kindOf: KindOfField): boolean {
  return [...changes.keys()].some((field) => kindOf(field) !== undefined);
}

/** Whether the write took another version over for the answers as they are. */
export function isRejudging({ changes }: Write): boolean {
  return isReplaced(changes.get(VERSION_FIELD)) && !changes.has(TYPE_FIELD);
}

/** Whether the write stamped a yearly review. One that puts an earlier stamp back is none. */
export function isReview({ changes, entry }: Write): boolean {
  const stamped = changes.get('reviewed_at');
  return stamped !== undefined && isStamp({ ...entry, value: stamped.to });
}

function outsideKinds({ changes }: Write): HistoryKind[] {
  const fields = [...changes.keys()].filter(isTelling);
  const isOverride = (field: string) => OVERRIDE_FIELDS.some((name) => name === field);
  return [
    ...(fields.some(isOverride) ? (['override'] as const) : []),
    ...(fields.every(isOverride) ? [] : (['edited-in-hubspot'] as const)),
    ...(fields.some((field) => DECISION_FIELD_NAMES.includes(field)) ? (['decided'] as const) : []),
  ];
}

function ourKinds(write: Write, cause: LaneChangeCause | null, kindOf: KindOfField): HistoryKind[] {
  const { changes } = write;
  const changed = [...changes];
  const isChanged = (...kinds: readonly FieldKind[]) =>
    changed.some(([field]) => kinds.some((kind) => kind === kindOf(field)));
  if (isEmptying(write)) return ['emptied'];
  const kinds: HistoryKind[] = cause === null ? [] : [cause];
  if (isReplaced(changes.get(TYPE_FIELD))) kinds.push('type-changed');
  else if (isFewer(changes.get(CONFIRM_FIELD))) kinds.push('confirmed');
  if (isRejudging(write)) kinds.push('re-judged');
  if (isChanged('state')) kinds.push('checked');
  if (isChanged('rating')) kinds.push('rated');
  if (isChanged('prose', 'artifacts', 'count', 'date', 'types')) kinds.push('noted');
  if (isReview(write)) kinds.push('reviewed');
  if (changed.some(([field, { to }]) => field === 'decided_at' && to !== '')) kinds.push('decided');
  const isRest = kinds.length === 0 && changed.some(([field]) => !TRAIL_FIELDS.includes(field));
  return isRest ? ['repaired'] : kinds;
}

/** Whether no answer was left: that alone takes away when somebody last worked on it. */
function isEmptying({ changes }: Write): boolean {
  return changes.get('scored_at')?.to === '';
}

/** Whether another value stood there. */
function isReplaced(change: FieldChange | undefined): boolean {
  return change !== undefined && change.from !== '' && change.to !== '';
}

/** Whether a list lost an item. */
function isFewer(change: FieldChange | undefined): boolean {
  if (change === undefined) return false;
  const left = change.to.split(';');
  return change.from === null
    ? change.to === ''
    : change.from.split(';').some((item) => !left.includes(item));
}
