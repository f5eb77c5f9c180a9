import { lastChanges } from '../../crm/authorship.ts';
import { encodeField } from '../../crm/scorecard-codec.ts';
import { fieldFault, isFieldValue } from '../../icp/field-values.ts';
import { type Field, type FieldValue, sameValue } from '../../icp/fields.ts';
import { type Profile, versionKey } from '../../icp/profile.ts';
import type { Conflict } from '../../contract/scorecard-record.ts';
import type { Reading } from './judge.ts';
import { Refused } from '../refused.ts';

/** Per field, the value that the caller saw and the one that the caller wants, as they came through the door. */
export type RequestedChanges = Readonly<Record<string, { seen: unknown; value: unknown }>>;

/** A field that may be written, and the conflict that it becomes when the whole save has to wait. */
export interface Input {
  field: string;
  text: string;
  conflict: Conflict;
}

/**
 * Sorts what was asked for into what may be written and what somebody else changed meanwhile.
 *
 * @throws Refused when a field is unknown or a value is not allowed
 */
export function compareFields(
  { record, scorecard, profile }: Reading,
  requested: RequestedChanges,
  fields: readonly Field[],
): { inputs: Input[]; conflicts: Conflict[] } {
  const inputs: Input[] = [];
  const conflicts: Conflict[] = [];
  const changed = lastChanges(record);
  for (const [name, { seen, value }] of Object.entries(requested)) {
    const field = knownField(name, fields, profile);
    const wanted = allowedValue(field, value);
    const expected = allowedValue(field, seen);
    const found = field.get(scorecard);
    if (sameValue(found, wanted)) continue;
    const conflict = { field: name, seen: expected, wanted, found, change: changed[name] ?? null };
    const text = encodeField(field.get(field.set(scorecard, wanted)));
    if (sameValue(found, expected)) inputs.push({ field: name, text, conflict });
    else conflicts.push(conflict);
  }
  return { inputs, conflicts };
}

function knownField(name: string, fields: readonly Field[], profile: Profile): Field {
  const field = fields.find((known) => known.name === name);
  if (field !== undefined) return field;
  throw new Refused(
    'invalid-input',
    `${name}: there is no such field in the profile ${versionKey(profile)}. Nothing was written.`,
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
