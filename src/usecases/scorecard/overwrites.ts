import { authorOf } from '../../crm/authorship.ts';
import type { HistoryEntry } from '../../crm/companies.ts';
import type { CompanyRecord, Patch } from '../../crm/company-record.ts';
import { decodeField } from '../../crm/scorecard-codec.ts';
import type { Field } from '../../icp/fields.ts';
import type { Overwrite } from '../../contract/scorecard-record.ts';

/**
 * The values of others that ours was written over: in the history they stand right before ours, and we never saw them.
 *
 * @param before as it was read before the write, `after` as it was read afterwards
 * @param written what we wrote, by field name
 * @param fields those that people fill in
 */
export function overwritesIn(
  before: CompanyRecord,
  after: CompanyRecord,
  written: Patch,
  fields: readonly Field[],
): Overwrite[] {
  return fields.flatMap((field) => {
    const { name } = field;
    const ours = written[name];
    if (ours === undefined) return [];
    const since = changesSince(before.history[name]?.[0], after.history[name] ?? []);
    const index = since.findIndex(({ value }) => value === ours);
    const lost = index < 0 ? undefined : since[index + 1];
    if (lost === undefined || lost.value === (before.texts[name] ?? '')) return [];
    return [{ field: name, lost: decodeField(field, lost.value).value, change: authorOf(lost, after) }];
  });
}

/** Newest first. Entries that repeat the value before them changed nothing. */
function changesSince(
  last: HistoryEntry | undefined,
  history: readonly HistoryEntry[],
): readonly HistoryEntry[] {
  const since =
    last === undefined
      ? history
      : history.filter(({ timestamp }) => Date.parse(timestamp) > Date.parse(last.timestamp));
  return since.filter(({ value }, index) => value !== since[index + 1]?.value);
}
