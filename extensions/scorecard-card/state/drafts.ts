import { isDay } from '../../../src/icp/field-values.ts';
import { type Field, type FieldValue, sameValue } from '../../../src/icp/fields.ts';
import type { Change, ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import type { WantedChange } from '../../../src/contract/wanted-change.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import { MAX_PROSE, type Scorecard } from '../../../src/icp/scorecard.ts';
import { TYPE_FIELD, setBy, typeChange, typeOfAnswers } from '../../../src/icp/type-change.ts';
import { type Verdict, verdict } from '../../../src/icp/verdict.ts';

/**
 * What a person changed and has not saved, by field name: the value wanted, and the value that the CRM held when the person
 * began.
 */
export type Edits = Readonly<Record<string, Edit>>;

export interface Edit extends WantedChange {
  /** It was saved, and somebody changed it before it could be read back. `seen` is the value that was saved. */
  wasSaved?: true;
}

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
    if (edit !== undefined) draft = field.set(draft, readable(field, edit.value));
  }
  return draft;
}

/** A text typed into a count that is not a whole number counts as unknown. */
function readable(field: Field, value: FieldValue): FieldValue {
  return field.kind === 'count' && faultOf(field, value) !== null ? null : value;
}

/** What a field shows now: the edit, or what was loaded. */
export function shownValue({ record, fields, edits }: Drafted, name: string): FieldValue {
  const edit = edits[name];
  return edit === undefined ? loadedValue({ record, fields }, name) : edit.value;
}

export function loadedValue({ record, fields }: Omit<Drafted, 'edits'>, name: string): FieldValue {
  return fields.find((field) => field.name === name)?.get(record.scorecard) ?? null;
}

/**
 * Sets a field. Drops an edit equal to the loaded value; the first edit of a field keeps what the person saw. While the type
 * changes, a loaded value that the change would take away stays an edit: it was given for the new type.
 */
export function withEdit(drafted: Drafted, name: string, value: FieldValue): Edits {
  const { [name]: edit, ...others } = drafted.edits;
  const loaded = loadedValue(drafted, name);
  if (sameValue(value, loaded) && !isGivenAnew(drafted, name)) return others;
  return { ...others, [name]: edit === undefined ? { seen: loaded, value } : { ...edit, value } };
}

/** Whether the loaded value is kept only because it was given for the chosen type. */
export function isGivenAnew({ record, edits }: Pick<Drafted, 'record' | 'edits'>, name: string): boolean {
  if (edits[TYPE_FIELD] === undefined || typeOfAnswers(record) === null) return false;
  return setBy(typeChange(record.scorecard)).has(name);
}

/** The edits that differ from what is stored, or were given anew for the chosen type. */
export function withoutStored(drafted: Drafted): Edits {
  return Object.fromEntries(
    Object.entries(drafted.edits).filter(
      ([name, { value }]) => !sameValue(value, loadedValue(drafted, name)) || isGivenAnew(drafted, name),
    ),
  );
}

/** A field that somebody else changed since the person began to edit it. */
export interface EditConflict {
  field: Field;
  mine: FieldValue;
  theirs: FieldValue;
  change: Change | null;
  /** Whether mine was saved before somebody changed it. */
  wasSaved: boolean;
}

/** The edited fields that somebody else changed. A save leaves them alone until the person picks a value. */
export function conflictsOf({ record, fields, edits }: Drafted): EditConflict[] {
  return fields.flatMap((field) => {
    const edit = edits[field.name];
    const theirs = field.get(record.scorecard);
    if (edit === undefined || sameValue(edit.seen, theirs)) return [];
    const change = record.changes[field.name] ?? null;
    return [{ field, mine: edit.value, theirs, change, wasSaved: edit.wasSaved === true }];
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

/** The edited fields that a save leaves out, because they hold no count or day. A text that is too long the app leaves out. */
export function faultyFields({ fields, edits }: Drafted): Field[] {
  return fields.filter((field) => {
    const edit = edits[field.name];
    return edit !== undefined && field.kind !== 'prose' && faultOf(field, edit.value) !== null;
  });
}

/** Why the stored value of a field cannot be read; null when it can. */
export function problemOf({ problems }: Pick<ScorecardRecord, 'problems'>, field: string): string | null {
  return problems.find((problem) => problem.field === field)?.message ?? null;
}

/** The verdict on a draft; null where the record cannot be judged. */
export function liveVerdict(record: ScorecardRecord, draft: Scorecard, profile: Profile): Verdict | null {
  if (record.state === 'unjudgeable' && !isTypeMended(record, draft, profile)) return null;
  return verdict(draft, profile, record.asOf);
}

/** Whether the record cannot be judged because of its type, so that another type would help. */
export function isTypeAtFault({ state, problems }: ScorecardRecord): boolean {
  return state === 'unjudgeable' && problems[0]?.field === TYPE_FIELD;
}

function isTypeMended(record: ScorecardRecord, draft: Scorecard, profile: Profile): boolean {
  return isTypeAtFault(record) && draft.type !== record.scorecard.type && draft.type === profile.type;
}
