import type { PropertyDefinition, PropertySeed, PropertyShape } from './property-definition.ts';
import { notFound } from './refusal.ts';

export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly archived: boolean;
}

/** Definitions and groups of one object type; archived ones stay, to be listed and restored. */
export interface PropertyStore {
  readonly definitions: Map<string, PropertyDefinition>;
  readonly groups: Map<string, PropertyGroup>;
}

const iso = (time: number): string => new Date(time).toISOString();

/** Properties of every object type; read-only and derived from the record. */
const SYSTEM: readonly PropertySeed[] = [
  system('hs_object_id', 'Record ID', 'number', 'number', (record) => String(record.id)),
  system('createdate', 'Create Date', 'datetime', 'date', (record) => iso(record.created.at)),
  system('hs_lastmodifieddate', 'Last Modified Date', 'datetime', 'date', (record) => iso(record.updatedAt)),
];

/** Always in an answer, asked for or not. */
export const SYSTEM_NAMES: readonly string[] = SYSTEM.map(({ name }) => name);

function system(
  name: string,
  label: string,
  type: PropertyShape['type'],
  fieldType: string,
  derive: NonNullable<PropertyDefinition['derive']>,
): PropertySeed {
  return { name, label, type, fieldType, groupName: 'companyinformation', readOnlyValue: true, derive };
}

export function createPropertyStore(seeds: readonly PropertySeed[], openedAt: number): PropertyStore {
  const store: PropertyStore = { definitions: new Map(), groups: new Map() };
  for (const seed of [...SYSTEM, ...seeds]) {
    store.groups.set(seed.groupName, {
      name: seed.groupName,
      label: seed.groupName,
      displayOrder: -1,
      archived: false,
    });
    store.definitions.set(seed.name, { ...definitionOf(store, seed, openedAt), hubspotDefined: true });
  }
  return store;
}

/** Completes a definition and gives it a column of its own. */
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

export function nextSlot(store: PropertyStore): number {
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
