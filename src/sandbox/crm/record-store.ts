import type { Source } from './actor.ts';

/** When and by whom; one object shared by all the values of a write, which keeps 20,000 companies small. */
export interface Write {
  readonly at: number;
  readonly by: Source;
}

export interface Version {
  readonly value: string;
  readonly write: Write;
}

/** A CRM object of any type. Values stand in columns, by the slot of their property. */
export interface CrmRecord {
  readonly id: number;
  readonly created: Write;
  updatedAt: number;
  archivedAt: number | undefined;
  /** "" is a cleared value; a hole was never set. */
  readonly values: (string | undefined)[];
  readonly writes: (Write | undefined)[];
  /** Superseded versions by slot, oldest first; absent until a value changes for the first time. */
  earlier: Map<number, Version[]> | undefined;
}

export interface RecordStore {
  /** Ascending ids, archived ones included. */
  readonly all: CrmRecord[];
  readonly byId: Map<string, CrmRecord>;
  /** Holders of unique values, by slot. */
  readonly holders: Map<number, Map<string, CrmRecord>>;
}

export function createRecordStore(): RecordStore {
  return { all: [], byId: new Map(), holders: new Map() };
}

export function addRecord(store: RecordStore, id: number, created: Write): CrmRecord {
  const record: CrmRecord = {
    id,
    created,
    updatedAt: created.at,
    archivedAt: undefined,
    values: [],
    writes: [],
    earlier: undefined,
  };
  store.all.push(record);
  store.byId.set(String(id), record);
  return record;
}

/** Puts a value and keeps the one before it. `updatedAt` follows. */
export function putValue(record: CrmRecord, slot: number, value: string, write: Write): void {
  const before = record.values[slot];
  const writeBefore = record.writes[slot];
  if (before !== undefined && writeBefore !== undefined) {
    record.earlier ??= new Map();
    const versions = record.earlier.get(slot) ?? [];
    versions.push({ value: before, write: writeBefore });
    record.earlier.set(slot, versions);
  }
  record.values[slot] = value;
  record.writes[slot] = write;
  record.updatedAt = write.at;
}

/** Newest first. */
export function versionsOf(record: CrmRecord, slot: number): readonly Version[] {
  const value = record.values[slot];
  const write = record.writes[slot];
  if (value === undefined || write === undefined) return [];
  return [{ value, write }, ...(record.earlier?.get(slot) ?? []).toReversed()];
}

/** Index of the first record with an id above `id`. */
export function indexAfter(store: RecordStore, id: number): number {
  let low = 0;
  let high = store.all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((store.all[middle]?.id ?? Infinity) > id) high = middle;
    else low = middle + 1;
  }
  return low;
}
