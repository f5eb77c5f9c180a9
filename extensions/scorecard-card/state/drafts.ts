import { isDay } from '../../../src/icp/field-values.ts';
import { type Field, type FieldValue, sameValue } from '../../../src/icp/fields.ts';
import type { Change, ScorecardRecord, WantedChange } from '../../../src/contract/scorecard-record.ts';
import { MAX_PROSE, type Scorecard } from '../../../src/icp/scorecard.ts';

/**
 * What a person changed and has not saved, by field name: the value wanted, and the value that stood in the CRM when the
 * person began. Exactly what a save sends.
 */
export type Edits = Readonly<Record<string, WantedChange>>;

export interface Drafted {
  record: ScorecardRecord;
  fields: readonly Field[];
  edits: Edits;
}

/** The scorecard as it would be after saving. */
export function draftOf({ record, fields, edits }: Drafted): Scorecard {
  let draft = record.scorecard;
  for (const field of fields) {
    const edit = edits[field.name];
    if (edit !== undefined) draft = field.set(draft, edit.value);
  }
  return draft;
}

/** What a field shows now: the edit, or what was loaded. */
export function shownValue({ record, fields, edits }: Drafted, name: string): FieldValue {
  const edit = edits[name];
  return edit === undefined ? loadedValue({ record, fields }, name) : edit.value;
}

export function loadedValue({ record, fields }: Omit<Drafted, 'edits'>, name: string): FieldValue {
  return fields.find((field) => field.name === name)?.get(record.scorecard) ?? null;
}

/** Sets a field; an edit that says what is loaded is none. The first edit remembers what the person saw. */
export function withEdit(drafted: Drafted, name: string, value: FieldValue): Edits {
  const { [name]: edit, ...others } = drafted.edits;
  const loaded = loadedValue(drafted, name);
  if (sameValue(value, loaded)) return others;
  return { ...others, [name]: { seen: edit === undefined ? loaded : edit.seen, value } };
}

/** A field that somebody else changed since the person began to edit it. */
export interface Clash {
  field: Field;
  mine: FieldValue;
  theirs: FieldValue;
  change: Change | null;
}

/** Where an edit and the CRM went different ways. A save leaves these fields alone until the person picks. */
export function clashesOf({ record, fields, edits }: Drafted): Clash[] {
  return fields.flatMap((field) => {
    const edit = edits[field.name];
    const theirs = field.get(record.scorecard);
    if (edit === undefined || sameValue(edit.seen, theirs)) return [];
    return [{ field, mine: edit.value, theirs, change: record.changes[field.name] ?? null }];
  });
}

/** What is wrong with the value of a field, for the line below its input; null when it may be saved. */
export function faultOf(field: Pick<Field, 'kind'>, value: FieldValue): string | null {
  if (value === null) return null;
  switch (field.kind) {
    case 'prose': {
      const { length } = String(value);
      return length <= MAX_PROSE
        ? null
        : `At most 4,000 characters; this has ${length.toLocaleString('en')}.`;
    }
    case 'count':
      return Number.isSafeInteger(value) && Number(value) >= 0 ? null : 'A whole number of 0 or more.';
    case 'date':
      return isDay(value) ? null : 'A day that exists.';
    default:
      // a choice among those offered
      return null;
  }
}

/** The edited fields that cannot be saved as they stand. */
export function faultyFields({ fields, edits }: Drafted): Field[] {
  return fields.filter((field) => {
    const edit = edits[field.name];
    return edit !== undefined && faultOf(field, edit.value) !== null;
  });
}
