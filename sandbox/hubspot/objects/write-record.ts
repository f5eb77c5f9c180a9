import { calculatedByStage } from '../pipelines/check-stage.ts';
import { CALCULATED, type Source, sourceOf } from '../portal/actor.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import type { Changes, PropertyDefinition } from '../properties/property-definition.ts';
import { addRecord, type CrmRecord, putValue, type Write } from './record-store.ts';

export function createRecord(portal: Portal, store: TypeStore, changes: Changes, by: Source): CrmRecord {
  const created = { at: portal.now().getTime(), by };
  const record = addRecord(store.records, portal.nextIds.record++, created);
  publishEvent(portal, store, record, 'creation', created);
  for (const [definition, value] of changes) {
    if (value !== '') keepValue(portal, store, record, definition, value, created);
  }
  keepCalculated(portal, store, record, changes, created.at);
  return record;
}

export function updateRecord(
  portal: Portal,
  store: TypeStore,
  record: CrmRecord,
  changes: Changes,
  by: Source,
): void {
  if (portal.ignoresUpdates === true) return;
  const write = { at: nextTime(portal, record), by };
  for (const [definition, value] of changes) {
    const isUnchanged = (record.values[definition.slot] ?? '') === value;
    if (!isUnchanged || portal.switches.unchangedWriteAddsHistory)
      keepValue(portal, store, record, definition, value, write);
  }
  keepCalculated(portal, store, record, changes, write.at);
}

/**
 * Times of one record strictly increase, even when the account's clock stands still or was moved back: a write is
 * then one millisecond after the former one. Between records time follows the clock, so a demo can write history by
 * moving the clock back before it creates the next record.
 */
export function nextTime(portal: Portal, record: CrmRecord): number {
  return Math.max(portal.now().getTime(), record.updatedAt + 1);
}

/** Calculated values have the time of the write and HubSpot as their source. */
function keepCalculated(
  portal: Portal,
  store: TypeStore,
  record: CrmRecord,
  changes: Changes,
  at: number,
): void {
  for (const [definition, value] of calculatedByStage(store, changes)) {
    if ((record.values[definition.slot] ?? '') !== value)
      keepValue(portal, store, record, definition, value, { at, by: CALCULATED });
  }
}

function keepValue(
  portal: Portal,
  store: TypeStore,
  record: CrmRecord,
  definition: PropertyDefinition,
  value: string,
  write: Write,
): void {
  const previousValue = record.values[definition.slot] ?? null;
  if (definition.hasUniqueValue) {
    const holders = store.records.holders.get(definition.slot) ?? new Map<string, CrmRecord>();
    if (holders.get(previousValue ?? '') === record) holders.delete(previousValue ?? '');
    // of two that share one the older is found by it
    if (value !== '' && !holders.has(value)) holders.set(value, record);
    store.records.holders.set(definition.slot, holders);
  }
  putValue(record, definition.slot, value, write);
  portal.publish({
    kind: 'propertyChange',
    objectType: store.type.plural,
    objectId: String(record.id),
    propertyName: definition.name,
    value,
    previousValue,
    occurredAt: write.at,
    source: sourceOf(write.by),
  });
}

export function publishEvent(
  portal: Portal,
  store: TypeStore,
  record: CrmRecord,
  kind: 'creation' | 'archival' | 'restore',
  { at, by }: Write,
): void {
  portal.publish({
    kind,
    objectType: store.type.plural,
    objectId: String(record.id),
    occurredAt: at,
    source: sourceOf(by),
  });
}
