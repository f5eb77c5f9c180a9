import { lastChanges } from '../../crm/authorship.ts';
import { encodeField } from '../../crm/scorecard-codec.ts';
import { fieldFault, isFieldValue } from '../../icp/field-values.ts';
import { type Field, type FieldValue, sameValue } from '../../icp/fields.ts';
import { type Profile, versionInWords, versionKey } from '../../icp/profile.ts';
import type { Conflict, NotWritten } from '../../contract/scorecard-record.ts';
import { TYPE_FIELD } from '../../icp/type-change.ts';
import { MAX_PROSE } from '../../icp/scorecard.ts';
import { propertyOf } from '../../crm/property-names.ts';
import { FIELD_HELD_BACK, fieldHeldBack } from '../../messages/scorecard.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import type { Reading } from './judge.ts';
import type { SetField } from './overwrites.ts';

/** Per field, the value that the caller saw and the one that the caller wants, as they came through the door. */
export type RequestedChanges = Readonly<Record<string, { seen: unknown; value: unknown }>>;

/** A field that may be written, and the conflict that it becomes when the whole save has to wait. */
export interface Input extends SetField {
  text: string;
  conflict: Conflict;
}

/** What was asked for, sorted. */
export interface Compared {
  /** May be written. */
  inputs: Input[];
  /** Somebody else changed them meanwhile. */
  conflicts: Conflict[];
  /** Cannot be written; they stop nothing else. */
  notWritten: NotWritten[];
  /** Everything that the caller wants to be another value than the caller saw, whatever stands there. */
  asked: SetField[];
}

/**
 * Sorts what was asked for into what may be written, what somebody else changed meanwhile, and what cannot be written.
 *
 * @param earlier the fields of types that the company had before: one of them is a conflict, since the type has changed
 * @throws Refused when a field is unknown or a value is not allowed
 */
export function compareFields(
  { record, scorecard, profile }: Reading,
  requested: RequestedChanges,
  fields: readonly Field[],
  earlier: readonly Field[],
  context: Pick<Context, 'remedies'>,
): Compared {
  const compared: Compared = { inputs: [], conflicts: [], notWritten: [], asked: [] };
  const changed = lastChanges(record);
  for (const [name, { seen, value }] of Object.entries(requested)) {
    const asked = fields.find((field) => field.name === name);
    const field = asked ?? knownField(name, earlier, profile);
    if (isTooLong(field, value)) {
      compared.notWritten.push({ field: name, reason: 'too-long', message: heldBack(field, value) });
      continue;
    }
    const wanted = allowedValue(field, value);
    const expected = seenValue(field, seen);
    const found = field.get(scorecard);
    if (!sameValue(expected, wanted)) compared.asked.push({ field, seen: expected, wanted });
    if (sameValue(found, wanted)) continue;
    if (record.texts[name] === undefined) {
      compared.notWritten.push({
        field: name,
        reason: 'property-missing',
        message: missingHere(field, context),
      });
      continue;
    }
    const change = changed[asked === undefined ? TYPE_FIELD : name] ?? null;
    const conflict = { field: name, seen: expected, wanted, found, change, written: false };
    const text = encodeField(field.get(field.set(scorecard, wanted)));
    if (asked !== undefined && sameValue(found, expected))
      compared.inputs.push({ field, seen: expected, wanted, text, conflict });
    else compared.conflicts.push(conflict);
  }
  return compared;
}

/** A text that stands in the CRM may be longer than a save may write. */
function seenValue(field: Field, seen: unknown): FieldValue {
  return isTooLong(field, seen) ? String(seen) : allowedValue(field, seen);
}

function isTooLong({ kind }: Field, value: unknown): boolean {
  return kind === 'prose' && typeof value === 'string' && value.length > MAX_PROSE;
}

function heldBack(field: Field, value: unknown): string {
  return `${fieldFault(field, value) ?? field.name} ${FIELD_HELD_BACK}`;
}

function missingHere(field: Field, { remedies }: Pick<Context, 'remedies'>): string {
  return fieldHeldBack(propertyOf(field.name), remedies.install);
}

function knownField(name: string, fields: readonly Field[], profile: Profile): Field {
  const field = fields.find((known) => known.name === name);
  if (field !== undefined) return field;
  throw new Refused(
    'invalid-input',
    `${name}: there is no such field in the profile "${versionInWords(versionKey(profile))}". Nothing was written.`,
    { field: name },
  );
}

/** @throws Refused when the field may not hold the value */
export function allowedValue(field: Pick<Field, 'name' | 'kind'>, value: unknown): FieldValue {
  if (isFieldValue(field, value)) return value;
  throw new Refused('invalid-input', `${fieldFault(field, value) ?? field.name} Nothing was written.`, {
    field: field.name,
  });
}
