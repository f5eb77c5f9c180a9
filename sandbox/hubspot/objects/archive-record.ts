import { dissociateAll } from '../associations/associate.ts';
import type { Source } from '../portal/actor.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import type { CrmRecord } from './record-store.ts';
import { nextTime, publishEvent } from './write-record.ts';

/** Archiving a record frees its unique values and removes its associations. */
export function archiveRecord(portal: Portal, store: TypeStore, record: CrmRecord, by: Source): void {
  const at = nextTime(portal, record);
  record.archivedAt = at;
  for (const [slot, holders] of store.records.holders) {
    const value = record.values[slot];
    if (value === undefined || holders.get(value) !== record) continue;
    holders.delete(value);
    const next = otherHolder(portal, store, slot, value);
    if (next !== undefined) holders.set(value, next);
  }
  dissociateAll(portal, { store, record });
  publishEvent(portal, store, record, 'archival', { at, by });
}

/** Takes a record out of the recycling bin again. Its associations stay gone. */
export function restoreRecord(portal: Portal, store: TypeStore, record: CrmRecord, by: Source): void {
  const at = nextTime(portal, record);
  record.archivedAt = undefined;
  record.updatedAt = at;
  for (const [slot, holders] of store.records.holders) {
    const value = record.values[slot] ?? '';
    if (value !== '' && !holders.has(value)) holders.set(value, record);
  }
  publishEvent(portal, store, record, 'restore', { at, by });
}

/** The oldest of the records that share a unique value; there are none unless creates at the same time are both kept. */
function otherHolder(
  { switches }: Portal,
  { records }: TypeStore,
  slot: number,
  value: string,
): CrmRecord | undefined {
  if (switches.simultaneousUniqueValue === 'one-wins') return undefined;
  return records.all.find(({ archivedAt, values }) => archivedAt === undefined && values[slot] === value);
}
