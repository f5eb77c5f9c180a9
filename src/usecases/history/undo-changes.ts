import { type CompanyRecord, type Patch, textOf } from '../../crm/company-record.ts';
import type { PeopleNames } from '../../crm/owners.ts';
import { decodeField } from '../../crm/scorecard-codec.ts';
import { type Field, type FieldValue, sameValue } from '../../icp/fields.ts';
import { TYPE_FIELD, typeChange } from '../../icp/type-change.ts';
import type { Context } from '../context.ts';
import { readScorecard } from '../scorecard/judge.ts';
import { knownFields } from '../scorecard/ready-types.ts';
import type { Restores } from '../scorecard/review-trail.ts';
import { VERSION_FIELD } from './kinds-of.ts';
import type { LastSave } from './last-save.ts';
import { standingAfter } from './writes-of.ts';

/** How a save is undone: as a new save. */
export interface Undo {
  key: string;
  /** Per field what the save wrote, and what stood before. */
  changes: Readonly<Record<string, { seen: FieldValue; value: FieldValue }>>;
  restores: Restores;
}

/** What is known where an undo is planned. */
export interface Found {
  record: CompanyRecord;
  context: Context;
  names: PeopleNames;
}

/** The undo of a save, whether or not it can be done now. */
export function undoOf(save: LastSave, found: Found): Undo {
  const { record, context } = found;
  const changes: Record<string, { seen: FieldValue; value: FieldValue }> = {};
  for (const field of knownFields(context)) {
    const change = save.changes.get(field.name);
    if (change === undefined) continue;
    changes[field.name] = { seen: valueOf(field, change.to), value: valueOf(field, change.from ?? '') };
  }
  const answers = Object.fromEntries([...save.changes].map(([field, { from }]) => [field, from ?? '']));
  const trail = restoredTrail(save, record);
  if (trail[VERSION_FIELD] === '' && isRatedSince(changes, found)) {
    // what others rated needs the type whose questions it answers
    const { [TYPE_FIELD]: _type, ...rest } = changes;
    const { [VERSION_FIELD]: _version, ...review } = trail;
    return { key: save.key, changes: rest, restores: { answers, trail: review } };
  }
  if (isTypeChange(changes)) nameTypeChange(changes, save, found);
  return { key: save.key, changes, restores: { answers, trail } };
}

/** A change of type is held where anything that it touches is another by now: those that stay are named as they were. */
function nameTypeChange(changes: Record<string, unknown>, save: LastSave, { record, context }: Found): void {
  const { scorecard } = readScorecard(record, context);
  for (const field of knownFields(context)) {
    if (changes[field.name] !== undefined || typeChange(scorecard)[field.name] === undefined) continue;
    const value = valueOf(field, standingAfter(save.act, field.name, record.history) ?? '');
    changes[field.name] = { seen: value, value };
  }
}

/** Version and review before the save, of those that it stamped and nobody has stamped since. */
function restoredTrail({ changes }: LastSave, { texts }: CompanyRecord): Patch {
  const trail: Record<string, string> = {};
  const isReview = changes.has('reviewed_at');
  const fields = [VERSION_FIELD, ...(isReview ? ['reviewed_by', 'reviewed_at', 'review_due'] : [])];
  for (const field of fields) {
    const change = changes.get(field);
    if (change === undefined || change.from === null || (texts[field] ?? '') !== change.to) continue;
    trail[field] = change.from;
  }
  return trail;
}

/** Whether a rating stays that was not there when the scorecard was started. */
function isRatedSince(changes: Undo['changes'], found: Found): boolean {
  return knownFields(found.context).some((field) => {
    if (field.kind !== 'rating' || textOf(found.record.texts, field.name) === null) return false;
    return standingOf(field.name, { changes }, found) !== 'as-saved';
  });
}

/** Whether one type is left for another. */
export function isTypeChange(changes: Undo['changes']): boolean {
  const { seen = null, value = null } = changes[TYPE_FIELD] ?? {};
  return seen !== null && value !== null;
}

/** What a field holds of an undo: what the save wrote, what stood before, or what somebody wrote since. */
export function standingOf(
  name: string,
  { changes }: Pick<Undo, 'changes'>,
  { record, context }: Found,
): 'as-saved' | 'as-before' | 'changed' {
  const field = knownFields(context).find((each) => each.name === name);
  const change = changes[name];
  if (field === undefined || change === undefined) return 'changed';
  const found = valueOf(field, record.texts[name] ?? '');
  if (sameValue(found, change.value)) return 'as-before';
  return sameValue(found, change.seen) ? 'as-saved' : 'changed';
}

function valueOf(field: Field, text: string): FieldValue {
  return decodeField(field, text).value;
}
