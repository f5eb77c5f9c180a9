import { isoOf } from '../http/instant.ts';
import { invalid, notFound } from '../http/refusal.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import type { PropertyDefinition } from '../properties/property-definition.ts';
import { activeProperty, findProperty, systemNames } from '../properties/property-store.ts';
import { type CrmRecord, type Version, versionsOf } from './record-store.ts';

/** The properties to return. */
export interface Selection {
  /** Empty: the standard ones of the object type. */
  readonly names: readonly string[];
  readonly historyNames: readonly string[];
}

/** The value as responses show it; null when unset. */
export function readValue(portal: Portal, record: CrmRecord, definition: PropertyDefinition): string | null {
  const value = definition.derive === undefined ? record.values[definition.slot] : definition.derive(record);
  if (value === undefined) return null;
  return value === '' && portal.switches.clearedValueReads === 'null' ? null : value;
}

/** The response for a record: unset properties are null, unknown ones absent. */
export function describeRecord(
  portal: Portal,
  store: TypeStore,
  record: CrmRecord,
  { names, historyNames }: Selection,
): Record<string, unknown> {
  const chosen = names.length > 0 ? names : store.type.standardProperties;
  const asked = new Set([...chosen, ...systemNames(store.type)]);
  const properties: Record<string, string | null> = {};
  for (const name of asked) {
    const definition = findProperty(store.properties, name);
    if (definition !== undefined) properties[name] = readValue(portal, record, definition);
  }
  return {
    id: String(record.id),
    properties,
    ...(historyNames.length === 0 ? {} : { propertiesWithHistory: historiesOf(store, record, historyNames) }),
    createdAt: isoOf(record.created.at),
    updatedAt: isoOf(record.updatedAt),
    archived: record.archivedAt !== undefined,
    ...(record.archivedAt === undefined ? {} : { archivedAt: isoOf(record.archivedAt) }),
  };
}

/** Every property that has a value, for the answers to creates. */
function namesWithValue(store: TypeStore, record: CrmRecord): readonly string[] {
  const definitions = [...store.properties.definitions.values()];
  return definitions.filter(({ slot }) => record.values[slot] !== undefined).map(({ name }) => name);
}

function historiesOf(store: TypeStore, record: CrmRecord, names: readonly string[]): Record<string, unknown> {
  const histories: Record<string, unknown> = {};
  for (const name of names) {
    const definition = findProperty(store.properties, name);
    if (definition === undefined) continue;
    const derived = definition.derive?.(record);
    const versions =
      derived === undefined
        ? versionsOf(record, definition.slot)
        : [{ value: derived, write: record.created }];
    histories[name] = versions.map(describeVersion);
  }
  return histories;
}

function describeVersion({ value, write: { at, by } }: Version): Record<string, unknown> {
  return {
    value,
    timestamp: isoOf(at),
    sourceType: by.sourceType,
    sourceId: by.sourceId,
    ...(by.sourceLabel === undefined ? {} : { sourceLabel: by.sourceLabel }),
    ...(by.userId === undefined ? {} : { updatedByUserId: by.userId }),
  };
}

/** Finds a record by id, or by the value of a unique property. */
export type FindRecord = (id: string) => CrmRecord | undefined;

/** @throws Refusal 400 when `idProperty` is not a unique property */
export function recordFinder(store: TypeStore, idProperty: string | undefined): FindRecord {
  if (idProperty === undefined || idProperty === '' || idProperty === 'hs_object_id') {
    return (id) => store.records.byId.get(id);
  }
  const { hasUniqueValue, slot, name, isEmail } = activeProperty(store.properties, idProperty);
  if (!hasUniqueValue) throw invalid(`${name} is not a unique property of ${store.type.id}`);
  return (id) => store.records.holders.get(slot)?.get(isEmail === true ? id.toLowerCase() : id);
}

/** @throws Refusal 404 when the record is unknown, or not archived as asked */
export function recordOf(find: FindRecord, id: string, isArchived = false): CrmRecord {
  const record = find(id);
  if (record === undefined || (record.archivedAt !== undefined) !== isArchived) throw notFound();
  return record;
}

/** The response to a create: every property that has a value. */
export function describeWhole(portal: Portal, store: TypeStore, record: CrmRecord): Record<string, unknown> {
  const names = [...store.type.standardProperties, ...namesWithValue(store, record)];
  return describeRecord(portal, store, record, { names, historyNames: [] });
}
