import type { Actor } from './actor.ts';
import type { Changes } from './check-write.ts';
import type { Portal, TypeStore } from './portal.ts';
import type { PropertyDefinition } from './property-definition.ts';
import { addRecord, type CrmRecord, putValue, type Write } from './record-store.ts';

export function createRecord(portal: Portal, store: TypeStore, changes: Changes, actor: Actor): CrmRecord {
  const created = { at: portal.now().getTime(), by: actor };
  const record = addRecord(store.records, portal.newRecordId(), created);
  for (const [definition, value] of changes) {
    if (value !== '') keepValue(store, record, definition, value, created);
  }
  return record;
}

/** Times of one record strictly increase, even where the clock stands still. */
export function updateRecord(
  portal: Portal,
  store: TypeStore,
  record: CrmRecord,
  changes: Changes,
  actor: Actor,
): void {
  const write = { at: Math.max(portal.now().getTime(), record.updatedAt + 1), by: actor };
  for (const [definition, value] of changes) {
    const isUnchanged = (record.values[definition.slot] ?? '') === value;
    if (!isUnchanged || portal.switches.unchangedWriteAddsHistory)
      keepValue(store, record, definition, value, write);
  }
}

function keepValue(
  store: TypeStore,
  record: CrmRecord,
  definition: PropertyDefinition,
  value: string,
  write: Write,
): void {
  if (definition.hasUniqueValue) {
    const holders = store.records.holders.get(definition.slot) ?? new Map<string, CrmRecord>();
    holders.delete(record.values[definition.slot] ?? '');
    if (value !== '') holders.set(value, record);
    store.records.holders.set(definition.slot, holders);
  }
  putValue(record, definition.slot, value, write);
}
