import { type Call, param } from '../http/call.ts';
import { notFound } from '../http/refusal.ts';
import { type CustomSchema, isSpelling, type ObjectType } from '../objects/object-type.ts';
import { createRecordStore } from '../objects/record-store.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import { createPropertyStore } from '../properties/property-store.ts';
import { seedsOf } from '../properties/seed-property.ts';

/** The first property group of a custom object. */
export function groupOf({ name, labels }: CustomSchema): readonly [name: string, label: string] {
  return [`${name.toLowerCase()}_information`, `${labels.singular} Information`];
}

/** @param number the type id without "2-" */
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

/** The schema's id: the type id without "2-". */
export function numberOf({ type }: TypeStore): string {
  return type.id.replace('2-', '');
}

/** A custom object that is not deleted. @throws Refusal 404 */
export function customStoreOf(portal: Portal, call: Call): TypeStore {
  const spelling = param(call, 'objectType');
  const store = portal.types.find(
    ({ type }) => type.custom?.archivedAt === undefined && isSpelling(type, spelling),
  );
  if (store?.type.custom === undefined) throw notFound('There is no such custom object.');
  return store;
}
