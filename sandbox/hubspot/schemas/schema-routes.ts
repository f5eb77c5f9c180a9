import { type Answer, type Call, isArchivedAsked, NO_CONTENT, param } from '../http/call.ts';
import { invalid, notFound, Refusal } from '../http/refusal.ts';
import { isSpelling, type ObjectType } from '../objects/object-type.ts';
import { type Portal, typeStoreOf } from '../portal/portal.ts';
import type { PropertyShape } from '../properties/property-definition.ts';
import { addProperty, MAX_UNIQUE, tooManyUnique } from '../properties/property-routes.ts';
import { findProperty, seedsOfType } from '../properties/property-store.ts';
import { addCustomType, customStoreOf, customType, replaceSchema } from './custom-type.ts';
import { describeDefinition, describeSchema, schemaOf } from './describe-schema.ts';
import { checkSchema, parseSchemaChange, parseSchemaCreate } from './parse-schema.ts';
import { addAssociation } from './schema-association-routes.ts';

/** Object types that every custom object is associated with from the start (documented); here without emails, calls and meetings. */
const ACTIVITIES = ['0-46', '0-27'];

export function listSchemas(portal: Portal, call: Call): Answer {
  const asked = portal.types.filter(
    ({ type }) =>
      type.custom !== undefined && (type.custom.archivedAt !== undefined) === isArchivedAsked(call),
  );
  return { status: 200, body: { results: asked.map((store) => describeSchema(portal, store)) } };
}

export function getSchema(portal: Portal, call: Call): Answer {
  const spelling = param(call, 'objectType');
  const own = portal.types.find(({ type }) => type.custom === undefined && isSpelling(type, spelling));
  return { status: 200, body: describeSchema(portal, own ?? customStoreOf(portal, call)) };
}

export function createSchema(portal: Portal, call: Call): Answer {
  const at = portal.now().getTime();
  const { schema, properties, associatedObjects } = parseSchemaCreate(call.body, at);
  const { userId } = call.actor;
  const isTaken = portal.types.some(
    ({ type }) => type.custom?.name.toLowerCase() === schema.name.toLowerCase(),
  );
  if (isTaken) throw taken(portal, schema.name);
  const far = [...new Set([...associatedObjects, ...ACTIVITIES].map((name) => typeStoreOf(portal, name)))];
  const whole = { ...schema, ...(userId === undefined ? {} : { createdByUserId: userId }) };
  const type = customType(portal, String(portal.nextIds.objectType), whole);
  checkProperties(type, properties);
  portal.nextIds.objectType += 1;
  const store = addCustomType(portal, type, at);
  for (const shape of properties) addProperty(portal, call, store.properties, shape);
  for (const end of far) addAssociation(portal, store, end);
  return { status: 201, body: describeSchema(portal, store) };
}

/** @throws Refusal when a name is HubSpot's own, or too many properties want unique values */
function checkProperties(type: ObjectType, properties: readonly PropertyShape[]): void {
  const own = new Set(seedsOfType(type).map(({ name }) => name));
  const used = properties.find(({ name }) => own.has(name));
  if (used !== undefined) throw invalid(`Every custom object already has the property ${used.name}.`);
  const unique = properties.filter(({ hasUniqueValue }) => hasUniqueValue);
  if (unique.length > MAX_UNIQUE) throw tooManyUnique();
}

function taken({ switches }: Portal, name: string): Refusal {
  const message = `A custom object named '${name}' exists, or was deleted and is not gone for good.`;
  if (switches.takenSchemaName === 400) return invalid(message);
  return new Refusal(409, { message, category: 'OBJECT_ALREADY_EXISTS' });
}

export function updateSchema(portal: Portal, call: Call): Answer {
  const store = customStoreOf(portal, call);
  const schema = parseSchemaChange(call.body, schemaOf(store), portal.now().getTime());
  const { definitions } = store.properties;
  const known = [...definitions.keys()].filter((name) => findProperty(store.properties, name) !== undefined);
  checkSchema(schema, new Set(known));
  replaceSchema(portal, store, schema);
  return { status: 200, body: describeDefinition(portal, store) };
}

/** `archived=true` deletes a deleted schema for good, which frees its name. */
export function deleteSchema(portal: Portal, call: Call): Answer {
  if (isArchivedAsked(call)) return purgeSchema(portal, call);
  const store = customStoreOf(portal, call);
  const all = store.records.all;
  const active = all.filter(({ archivedAt }) => archivedAt === undefined);
  if (active.length > 0) throw invalid(`There are ${active.length} objects of this type; delete them first.`);
  if (all.length > 0 && portal.switches.schemaOfArchivedObjects === 'refused')
    throw invalid('Deleted objects of this type can still be restored; the schema stays until then.');
  replaceSchema(portal, store, { ...schemaOf(store), archivedAt: portal.now().getTime() });
  return NO_CONTENT;
}

function purgeSchema(portal: Portal, call: Call): Answer {
  const spelling = param(call, 'objectType');
  const index = portal.types.findIndex(
    ({ type }) => type.custom?.archivedAt !== undefined && isSpelling(type, spelling),
  );
  const [store] = index < 0 ? [] : portal.types.splice(index, 1);
  if (store === undefined) throw notFound('There is no deleted custom object of that name.');
  const { types } = portal.associations;
  const kept = types.filter(({ from, to }) => from !== store.type.id && to !== store.type.id);
  types.splice(0, types.length, ...kept);
  for (const list of portal.lists.values())
    if (list.objectTypeId === store.type.id) portal.lists.delete(list.id);
  return NO_CONTENT;
}
