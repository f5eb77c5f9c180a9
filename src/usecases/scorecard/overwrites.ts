import { type Dated, authorOf } from '../../crm/authorship.ts';
import type { HistoryEntry } from '../../crm/companies.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';
import { decodeField } from '../../crm/scorecard-codec.ts';
import { type Field, type FieldValue, sameValue } from '../../icp/fields.ts';
import type { Overwrite } from '../../contract/scorecard-record.ts';

/** A field that somebody set, with the value that this person had seen in it. */
export interface SetField {
  field: Field;
  seen: FieldValue;
  wanted: FieldValue;
}

/**
 * The values of others that a person's values replaced unseen, from the histories of the fields.
 *
 * The person's entry is known by its author, so that a repeated save still finds the entry of the one whose answer was
 * lost. A value that was set, or repeated, by the same person is nobody else's loss.
 *
 * @param isNew whether an entry was written since the record was read for the first time, or since our write; of the others
 *   those count that are newer than the value seen
 * @param after as it was read last
 */
export function overwritesIn(
  isNew: (entry: HistoryEntry, field: string) => boolean,
  after: Dated,
  set: readonly SetField[],
  by: string,
): Overwrite[] {
  return set.flatMap((one) => {
    const history = after.history[one.field.name] ?? [];
    const isNewHere = (entry: HistoryEntry) => isNew(entry, one.field.name);
    return entriesOf(one, history, isNewHere, after, by).flatMap((index) => {
      const replaced = history[index + 1];
      const lost = replaced === undefined ? null : lostIn(replaced, one, isNewHere, after, by);
      return lost === null ? [] : [lost];
    });
  });
}

/** Entries that are newer than those of the record. */
export function newerThan(before: Pick<CompanyRecord, 'history'>) {
  return (entry: HistoryEntry, field: string): boolean => {
    const newestBefore = before.history[field]?.[0];
    return newestBefore === undefined || isNewer(entry, newestBefore);
  };
}

/** The person's entries of the wanted value: all that are newer than `before`, and those since the value seen. */
function entriesOf(
  { field, seen, wanted }: SetField,
  history: readonly HistoryEntry[],
  isNew: (entry: HistoryEntry) => boolean,
  record: Dated,
  by: string,
): number[] {
  const found: number[] = [];
  for (const [index, entry] of history.entries()) {
    const value = valueOf(field, entry);
    if (!isNew(entry) && sameValue(value, seen)) break;
    if (sameValue(value, wanted) && isBy(entry, record, by)) found.push(index);
  }
  return found;
}

/**
 * What was lost with the entry that the person's replaced; null when it was seen, was the same, or was the person's own. A text
 * that cannot be read here, too long or no rating, is lost as it stood, unless it was there from the start and named then.
 */
function lostIn(
  lost: HistoryEntry,
  { field, seen, wanted }: SetField,
  isNew: (entry: HistoryEntry) => boolean,
  record: Dated,
  by: string,
): Overwrite | null {
  const decoded = decodeField(field, lost.value);
  const isReadable = decoded.problem === null;
  if (!isReadable && !isNew(lost)) return null;
  const value = isReadable ? decoded.value : lost.value;
  if (sameValue(value, wanted) || sameValue(value, seen) || isBy(lost, record, by)) return null;
  return { field: field.name, lost: value, change: authorOf(lost, record) };
}

/** Whether the person wrote the entry through our app. */
export function isBy(entry: HistoryEntry, record: Dated, by: string): boolean {
  const author = authorOf(entry, record);
  return author.source === 'our app' && author.by === by;
}

export function isNewer(one: HistoryEntry, other: HistoryEntry): boolean {
  return Date.parse(one.timestamp) > Date.parse(other.timestamp);
}

function valueOf(field: Field, { value }: HistoryEntry): FieldValue {
  return decodeField(field, value).value;
}
