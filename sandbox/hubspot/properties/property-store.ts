import { isoOf } from '../http/instant.ts';
import { notFound } from '../http/refusal.ts';
import type { ObjectType } from '../objects/object-type.ts';
import type { PropertyDefinition, PropertySeed } from './property-definition.ts';

export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly archived: boolean;
}

/** How long reads of definitions do not show a property. */
export interface Lateness {
  /** Milliseconds since 1970, on the account's clock. */
  readonly until: number;
  reads: number;
}

/** Definitions and groups of one object type, archived ones included. */
export interface PropertyStore {
  readonly definitions: Map<string, PropertyDefinition>;
  readonly groups: Map<string, PropertyGroup>;
  /** Properties that reads of definitions do not show yet (a fault). */
  readonly late: Map<string, Lateness>;
}

/** Properties of every object type; read-only and derived from the record. */
function systemSeeds({ group: [groupName], timeNames: [created, modified] }: ObjectType): PropertySeed[] {
  const common = { groupName, readOnlyValue: true };
  const time = { ...common, type: 'datetime', fieldType: 'date' } as const;
  return [
    {
      ...common,
      name: 'hs_object_id',
      label: 'Record ID',
      type: 'number',
      fieldType: 'number',
      derive: (record) => String(record.id),
    },
    { ...time, name: created, label: 'Create Date', derive: (record) => isoOf(record.created.at) },
    { ...time, name: modified, label: 'Last Modified Date', derive: (record) => isoOf(record.updatedAt) },
  ];
}

/** Where a record comes from; in the response to its create. */
export const SOURCE_NAMES = ['hs_object_source', 'hs_object_source_id', 'hs_object_source_label'] as const;

function sourceSeeds({ group: [groupName] }: ObjectType): PropertySeed[] {
  const common = { groupName, readOnlyValue: true, type: 'string', fieldType: 'text' } as const;
  const [kind, id, label] = SOURCE_NAMES;
  return [
    { ...common, name: kind, label: 'Record source', derive: ({ created }) => created.by.sourceType },
    { ...common, name: id, label: 'Record source ID', derive: ({ created }) => created.by.sourceId },
    { ...common, name: label, label: 'Record source label', derive: ({ created }) => created.by.sourceType },
  ];
}

function mergedSeed({ group: [groupName] }: ObjectType): PropertySeed {
  return {
    name: 'hs_merged_object_ids',
    label: 'Merged record IDs',
    type: 'enumeration',
    fieldType: 'checkbox',
    groupName,
    readOnlyValue: true,
    externalOptions: true,
    derive: ({ mergedIds }) => mergedIds?.join(';'),
  };
}

/** Always returned, asked for or not. */
export function systemNames({ timeNames }: ObjectType): readonly string[] {
  return ['hs_object_id', ...timeNames];
}

/** All properties that HubSpot defines for an object type. */
export function seedsOfType(type: ObjectType): readonly PropertySeed[] {
  return [...systemSeeds(type), ...type.seed, ...sourceSeeds(type), mergedSeed(type)];
}

export function createPropertyStore(type: ObjectType, openedAt: number): PropertyStore {
  const store: PropertyStore = { definitions: new Map(), groups: new Map(), late: new Map() };
  const [name, label] = type.group;
  store.groups.set(name, { name, label, displayOrder: -1, archived: false });
  for (const seed of seedsOfType(type)) {
    store.definitions.set(seed.name, { ...definitionOf(store, seed, openedAt), hubspotDefined: true });
  }
  return store;
}

/** Completes a definition and assigns it a column. */
export function definitionOf(store: PropertyStore, seed: PropertySeed, at: number): PropertyDefinition {
  return {
    description: '',
    options: [],
    displayOrder: -1,
    hidden: false,
    formField: false,
    hasUniqueValue: false,
    externalOptions: false,
    hubspotDefined: false,
    readOnlyValue: false,
    createdAt: at,
    updatedAt: at,
    ...seed,
    slot: nextSlot(store),
  };
}

function nextSlot(store: PropertyStore): number {
  let highest = -1;
  for (const { slot } of store.definitions.values()) highest = Math.max(highest, slot);
  return highest + 1;
}

export function findProperty(store: PropertyStore, name: string): PropertyDefinition | undefined {
  const definition = store.definitions.get(name);
  return definition?.archivedAt === undefined ? definition : undefined;
}

/** @throws Refusal 404 */
export function activeProperty(store: PropertyStore, name: string): PropertyDefinition {
  const definition = findProperty(store, name);
  if (definition === undefined) throw notFound(`Property ${name} does not exist`);
  return definition;
}

/** @throws Refusal 404 */
export function activeGroup(store: PropertyStore, name: string): PropertyGroup {
  const group = store.groups.get(name);
  if (group === undefined || group.archived) throw notFound(`Property group ${name} does not exist`);
  return group;
}
