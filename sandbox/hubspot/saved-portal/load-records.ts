import { type CrmRecord, keepEarlier, type Version, type Write } from '../objects/record-store.ts';
import type { Source } from '../portal/actor.ts';
import type { TypeStore } from '../portal/portal.ts';
import { SavedPortalError, type SavedRecord } from './saved-portal.ts';

/** @throws SavedPortalError */
export function loadRecords(
  { properties, records }: TypeStore,
  saved: readonly SavedRecord[],
  sources: readonly Source[],
  typePath: string,
): void {
  const unique = new Map(
    [...properties.definitions.values()].map(({ slot, hasUniqueValue }) => [slot, hasUniqueValue]),
  );
  for (const [index, item] of saved.entries()) {
    const path = `${typePath}.records[${index}] (${item.id})`;
    if (item.id <= (records.all.at(-1)?.id ?? 0)) throw new SavedPortalError(`${path}: ids must ascend.`);
    const record = loadRecord(item, sources, (slot) => unique.has(slot), path);
    records.all.push(record);
    for (const id of [record.id, ...(record.mergedIds ?? [])]) records.byId.set(String(id), record);
    if (record.archivedAt !== undefined) continue;
    for (const [slot, value] of item.values) {
      if (unique.get(slot) !== true || value === '') continue;
      const holders = records.holders.get(slot) ?? new Map<string, CrmRecord>();
      if (holders.has(value)) throw new SavedPortalError(`${path}: ${value} is the value of another record.`);
      records.holders.set(slot, holders.set(value, record));
    }
  }
}

function loadRecord(
  saved: SavedRecord,
  sources: readonly Source[],
  isSlot: (slot: number) => boolean,
  path: string,
): CrmRecord {
  const writes = saved.writes.map(([at, source]): Write => {
    const by = sources[source];
    if (by === undefined) throw new SavedPortalError(`${path}.writes: there is no source ${source}.`);
    return { at, by };
  });
  const versionOf = ([slot, value, index]: SavedRecord['values'][number], list: string): Version => {
    const write = writes[index];
    if (write === undefined) throw new SavedPortalError(`${path}.${list}: there is no write ${index}.`);
    if (!isSlot(slot)) throw new SavedPortalError(`${path}.${list}: no property has the slot ${slot}.`);
    return { value, write };
  };
  const [created] = writes;
  if (created === undefined) throw new SavedPortalError(`${path}.writes: the creation is missing.`);
  const record: CrmRecord = {
    id: saved.id,
    created,
    updatedAt: saved.updatedAt,
    archivedAt: saved.archivedAt,
    values: [],
    writes: [],
    earlier: undefined,
    ...(saved.mergedIds === undefined ? {} : { mergedIds: saved.mergedIds }),
  };
  for (const item of saved.values) {
    const { value, write } = versionOf(item, 'values');
    record.values[item[0]] = value;
    record.writes[item[0]] = write;
  }
  for (const item of saved.earlier) keepEarlier(record, item[0], versionOf(item, 'earlier'));
  return record;
}
