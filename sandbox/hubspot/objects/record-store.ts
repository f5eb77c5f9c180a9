import type { Source } from '../portal/actor.ts';

/** When and by whom. All values of a write share one object, to save memory. */
export interface Write {
  readonly at: number;
  readonly by: Source;
}

export interface Version {
  readonly value: string;
  readonly write: Write;
}

/** A CRM object of any type. Values are stored by the slot of their property. */
export interface CrmRecord {
  readonly id: number;
  readonly created: Write;
  updatedAt: number;
  archivedAt: number | undefined;
  /** "" is a cleared value; a hole was never set. */
  readonly values: (string | undefined)[];
  readonly writes: (Write | undefined)[];
  /** Former versions; absent until a value changes. */
  earlier: Earlier | undefined;
  /** Ids of the records that were merged into this one. */
  readonly mergedIds?: readonly number[];
}

/** Versions as three columns, oldest first; takes a third of the memory of one object per version. */
export interface Earlier {
  readonly slots: number[];
  readonly values: string[];
  readonly writes: Write[];
}

export interface RecordStore {
  /** Ascending ids, archived ones included. */
  readonly all: CrmRecord[];
  /** Ids of merged records resolve to the merged record. */
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

/** Sets a value, keeps the former version, and moves `updatedAt`. */
export function putValue(record: CrmRecord, slot: number, value: string, write: Write): void {
  const before = record.values[slot];
  const writeBefore = record.writes[slot];
  if (before !== undefined && writeBefore !== undefined)
    keepEarlier(record, slot, { value: before, write: writeBefore });
  record.values[slot] = value;
  record.writes[slot] = write;
  record.updatedAt = write.at;
}

export function keepEarlier(record: CrmRecord, slot: number, { value, write }: Version): void {
  record.earlier ??= { slots: [], values: [], writes: [] };
  record.earlier.slots.push(slot);
  record.earlier.values.push(value);
  record.earlier.writes.push(write);
}

/** Former versions of every property, oldest first within each. */
export function* earlierOf({ earlier }: CrmRecord): Generator<readonly [slot: number, version: Version]> {
  if (earlier === undefined) return;
  for (const [index, slot] of earlier.slots.entries()) {
    const value = earlier.values[index];
    const write = earlier.writes[index];
    if (value !== undefined && write !== undefined) yield [slot, { value, write }];
  }
}

/** Newest first. */
export function versionsOf(record: CrmRecord, slot: number): readonly Version[] {
  const value = record.values[slot];
  const write = record.writes[slot];
  if (value === undefined || write === undefined) return [];
  const versions: Version[] = [];
  for (const [of, version] of earlierOf(record)) if (of === slot) versions.push(version);
  return [{ value, write }, ...versions.reverse()];
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
