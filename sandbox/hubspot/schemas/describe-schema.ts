import type { AssociationType } from '../associations/association-types.ts';
import { isoOf } from '../http/instant.ts';
import type { JsonObject } from '../http/json.ts';
import { notFound } from '../http/refusal.ts';
import type { CustomSchema } from '../objects/object-type.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import { describeProperty } from '../properties/property-definition.ts';
import { numberOf } from './custom-type.ts';

/** The schema of a custom type. @throws Refusal 404 for HubSpot's own types */
export function schemaOf(store: TypeStore): CustomSchema {
  const { custom } = store.type;
  if (custom === undefined) throw notFound('There is no custom object of that name.');
  return custom;
}

/** Without properties and associations, as PATCH returns it. */
export function describeDefinition(portal: Portal, store: TypeStore): JsonObject {
  const schema = schemaOf(store);
  const { createdAt, updatedAt, archivedAt, createdByUserId, allowsSensitiveProperties, ...rest } = schema;
  return {
    ...rest,
    allowsSensitiveProperties: allowsSensitiveProperties === true,
    id: numberOf(store),
    objectTypeId: store.type.id,
    fullyQualifiedName: store.type.plural,
    portalId: portal.account.portalId,
    archived: archivedAt !== undefined,
    createdAt: isoOf(createdAt),
    updatedAt: isoOf(updatedAt),
    ...(createdByUserId === undefined ? {} : { createdByUserId }),
  };
}

/** Of custom types and of HubSpot's own, whose labels and names follow from their words. */
export function describeSchema(portal: Portal, store: TypeStore): JsonObject {
  const { portalId: _portalId, ...definition } =
    store.type.custom === undefined ? describeOwn(store) : describeDefinition(portal, store);
  const properties = [...store.properties.definitions.values()];
  return {
    ...definition,
    properties: properties.filter(({ archivedAt }) => archivedAt === undefined).map(describeProperty),
    associations: definitionsOf(portal, store).map(describeDefinitionOfAssociation),
  };
}

/** The definition of a type that HubSpot defines. */
function describeOwn({ type }: TypeStore): JsonObject {
  const word = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const name = type.singular.toUpperCase();
  const [primaryDisplayProperty = '', ...secondaryDisplayProperties] = DISPLAYED[type.singular] ?? [];
  return {
    name,
    labels: { singular: word(type.singular), plural: word(type.plural) },
    primaryDisplayProperty,
    secondaryDisplayProperties,
    requiredProperties: type.requiredProperties,
    searchableProperties: type.searchedProperties,
    id: type.id,
    objectTypeId: type.id,
    fullyQualifiedName: name,
    allowsSensitiveProperties: true,
    archived: false,
  };
}

const DISPLAYED: Readonly<Record<string, readonly string[]>> = {
  company: ['name', 'domain'],
  contact: ['email'],
  deal: ['dealname'],
  task: ['hs_task_subject'],
};

/** The plain associations of a type, both directions of each. */
export function definitionsOf({ associations }: Portal, { type }: TypeStore): readonly AssociationType[] {
  return associations.types.filter(
    ({ from, to, label }) => label === null && (from === type.id || to === type.id),
  );
}

export function describeDefinitionOfAssociation({ id, name, from, to }: AssociationType): JsonObject {
  return { id: String(id), name, fromObjectTypeId: from, toObjectTypeId: to };
}
