import type { ObjectType } from '../objects/object-types.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import { createPropertyStore } from '../properties/property-store.ts';
import { createRecordStore } from '../objects/record-store.ts';
import { seedsOf } from '../properties/seed-property.ts';

/** What an account decides about an object type of its own. */
export interface CustomSchema {
  readonly name: string;
  readonly labels: { readonly singular: string; readonly plural: string };
  readonly description: string;
  readonly primaryDisplayProperty: string;
  readonly secondaryDisplayProperties: readonly string[];
  readonly requiredProperties: readonly string[];
  readonly searchableProperties: readonly string[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Deleted, but its name is not free yet. */
  readonly archivedAt?: number;
  readonly createdByUserId?: number;
}

/** The group that every custom object begins with. */
export function groupOf({ name, labels }: CustomSchema): readonly [name: string, label: string] {
  return [`${name.toLowerCase()}_information`, `${labels.singular} Information`];
}

/** @param number what stands behind "2-" in the type id */
export function customType(portal: Portal, number: string, schema: CustomSchema): ObjectType {
  const { name } = schema;
  const fullName = `p${portal.account.portalId}_${name}`;
  const group = groupOf(schema);
  return {
    id: `2-${number}`,
    plural: fullName,
    singular: fullName,
    aliases: portal.switches.plainCustomNames ? [`p_${name}`, name] : [`p_${name}`],
    group,
    timeNames: ['hs_createdate', 'hs_lastmodifieddate'],
    standardProperties: [],
    searchedProperties: schema.searchableProperties,
    requiredProperties: schema.requiredProperties,
    seed: [seedsOf(group[0]).owner('Owner')],
    custom: schema,
  };
}

export function addCustomType(portal: Portal, type: ObjectType, openedAt: number): TypeStore {
  const store: TypeStore = {
    type,
    properties: createPropertyStore(type, openedAt),
    records: createRecordStore(),
    pipelines: undefined,
  };
  portal.types.push(store);
  return store;
}

/** The same type after a change of its schema. */
export function replaceSchema(portal: Portal, store: TypeStore, schema: CustomSchema): void {
  store.type = customType(portal, numberOf(store), schema);
}

/** What HubSpot calls the schema's id: the type id without "2-". */
export function numberOf({ type }: TypeStore): string {
  return type.id.replace('2-', '');
}
