import { authorOf } from '../../crm/authorship.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';
import { decodeField } from '../../crm/scorecard-codec.ts';
import { type FieldValue, sameValue } from '../../icp/fields.ts';
import type { Conflict } from '../../contract/scorecard-record.ts';
import { type SetField, isBy, newerThan } from './overwrites.ts';

/**
 * Whether HubSpot kept a write at all: every field holds what was wanted, or has an entry of the person that is newer than
 * the ones read before. A success without either was not kept.
 */
export function wasKept(
  before: CompanyRecord,
  after: CompanyRecord,
  set: readonly SetField[],
  by: string,
): boolean {
  const isSince = newerThan(before);
  return set.every((one) => {
    const { name } = one.field;
    const entries = after.history[name] ?? [];
    return holds(after, one) || entries.some((entry) => isSince(entry, name) && isBy(entry, after, by));
  });
}

/**
 * The fields that were written and hold something else now. Where the newest entry is the person's own, that is HubSpot's
 * form of the value (trimmed, normalised) and no conflict.
 */
export function conflictsAfterWriting(
  after: CompanyRecord,
  set: readonly SetField[],
  by: string,
): Conflict[] {
  return set.flatMap((one) => {
    const { field, seen, wanted } = one;
    const newest = after.history[field.name]?.[0];
    if (holds(after, one) || (newest !== undefined && isBy(newest, after, by))) return [];
    const change = newest === undefined ? null : authorOf(newest, after);
    return [{ field: field.name, seen, wanted, found: stored(after, one), change, written: true }];
  });
}

function holds(record: CompanyRecord, one: SetField): boolean {
  return sameValue(stored(record, one), one.wanted);
}

function stored({ texts }: CompanyRecord, { field }: SetField): FieldValue {
  return decodeField(field, texts[field.name] ?? null).value;
}
