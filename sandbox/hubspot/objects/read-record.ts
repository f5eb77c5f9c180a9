import { isoOf } from '../http/instant.ts';
import { invalid, notFound } from '../http/refusal.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import type { PropertyDefinition } from '../properties/property-definition.ts';
import { activeProperty, findProperty, SOURCE_NAMES, systemNames } from '../properties/property-store.ts';
import { currentValue } from './current-value.ts';
import { type CrmRecord, type Version, versionsOf } from './record-store.ts';

/** The properties to return. */
export interface Selection {
  /** Empty: the standard ones of the object type. */
  readonly names: readonly string[];
  readonly historyNames: readonly string[];
}

/** The value as responses show it; null when unset. */
export function readValue(portal: Portal, record: CrmRecord, definition: PropertyDefinition): string | null {
  const value = currentValue(portal, record, definition);
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
    ...(historyNames.length === 0
      ? {}
      : { propertiesWithHistory: historiesOf(portal, store, record, historyNames) }),
    createdAt: isoOf(record.created.at),
    updatedAt: isoOf(record.updatedAt),
    archived: record.archivedAt !== undefined,
    ...(record.archivedAt === undefined ? {} : { archivedAt: isoOf(record.archivedAt) }),
    url: pageOf(portal, store, record),
  };
}

/** The record's page in HubSpot (recorded). */
function pageOf({ account }: Portal, { type }: TypeStore, { id }: CrmRecord): string {
  return `https://${account.uiDomain}/contacts/${account.portalId}/record/${type.id}/${id}`;
}

/** Every property that has a value, for the answers to creates and merges. */
function namesWithValue(portal: Portal, store: TypeStore, record: CrmRecord): readonly string[] {
  const definitions = [...store.properties.definitions.values()];
  const hasValue = (definition: PropertyDefinition) =>
    typeof definition.derive === 'string'
      ? (currentValue(portal, record, definition) ?? '') !== ''
      : record.values[definition.slot] !== undefined;
  return definitions.filter(hasValue).map(({ name }) => name);
}

function historiesOf(
  portal: Portal,
  store: TypeStore,
  record: CrmRecord,
  names: readonly string[],
): Record<string, unknown> {
  const { historyKept } = portal.switches;
  const kept = historyKept === 'all' ? Infinity : historyKept;
  const histories: Record<string, unknown> = {};
  for (const name of names) {
    const definition = findProperty(store.properties, name);
    if (definition === undefined) continue;
    const stored = versionsOf(record, definition.slot);
    const value = currentValue(portal, record, definition) ?? '';
    const versions = stored.length > 0 || value === '' ? stored : [{ value, write: record.created }];
    histories[name] = versions.slice(0, kept).map(describeVersion);
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

/** The response to a merge: every property that has a value. */
export function describeWhole(portal: Portal, store: TypeStore, record: CrmRecord): Record<string, unknown> {
  const names = [...store.type.standardProperties, ...namesWithValue(portal, store, record)];
  return describeRecord(portal, store, record, { names, historyNames: [] });
}

/**
 * The response to a create: what was written, what HubSpot calculated, and where the record comes from. Nothing is there
 * as null, and a pipeline or stage that nobody named is left out (recorded).
 */
export function describeCreated(
  portal: Portal,
  store: TypeStore,
  record: CrmRecord,
  written: ReadonlySet<string>,
): Record<string, unknown> {
  const names = namesWithValue(portal, store, record).filter(
    (name) => !PLACES.has(name) || written.has(name),
  );
  return describeRecord(portal, store, record, { names: [...names, ...SOURCE_NAMES], historyNames: [] });
}

const PLACES = new Set(['pipeline', 'dealstage']);
