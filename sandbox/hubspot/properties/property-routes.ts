import { type Answer, type Call, isArchivedAsked, NO_CONTENT, param } from '../http/call.ts';
import { invalid, notFound, Refusal } from '../http/refusal.ts';
import { type Portal, typeStoreOf } from '../portal/portal.ts';
import { namesNotListed } from './late-definitions.ts';
import { checkShape, parsePropertyChange, parsePropertyCreate, sensitivityIn } from './parse-property.ts';
import {
  describeProperty,
  type PropertyDefinition,
  type PropertyShape,
  sensitivityOf,
} from './property-definition.ts';
import { checkNotUsed } from './property-uses.ts';
import {
  activeGroup,
  activeProperty,
  definitionOf,
  findProperty,
  type PropertyStore,
} from './property-store.ts';

/** Properties with unique values that an account may add to an object type. */
export const MAX_UNIQUE = 10;

export function propertiesOf(portal: Portal, call: Call): PropertyStore {
  return typeStoreOf(portal, param(call, 'objectType')).properties;
}

/** Which definitions a read asks for: archived or not, and of one sensitivity, `non_sensitive` unless it says otherwise. */
function isAsked(call: Call): (definition: PropertyDefinition) => boolean {
  const isArchived = isArchivedAsked(call);
  const sensitivity = sensitivityIn(call.query.get('dataSensitivity') ?? 'non_sensitive');
  return (definition) =>
    (definition.archivedAt !== undefined) === isArchived && sensitivityOf(definition) === sensitivity;
}

const noProperty = (name: string) => notFound(`Property ${name.slice(0, 100)} does not exist`);

export function listProperties(portal: Portal, call: Call): Answer {
  const store = propertiesOf(portal, call);
  const hidden = namesNotListed(store, portal.now());
  const asked = [...store.definitions.values()].filter(({ name }) => !hidden.has(name));
  return { status: 200, body: { results: asked.filter(isAsked(call)).map(describeProperty) } };
}

export function getProperty(portal: Portal, call: Call): Answer {
  const store = propertiesOf(portal, call);
  const name = param(call, 'propertyName');
  const definition = store.definitions.get(name);
  if (definition === undefined || !isAsked(call)(definition)) throw noProperty(name);
  if (namesNotListed(store, portal.now(), [name]).has(name)) throw noProperty(name);
  return { status: 200, body: describeProperty(definition) };
}

export function createProperty(portal: Portal, call: Call): Answer {
  const store = propertiesOf(portal, call);
  const shape = parsePropertyCreate(call.body);
  checkNew(store, shape);
  return { status: 201, body: describeProperty(addProperty(portal, call, store, shape)) };
}

/** @throws Refusal when the name is in use or the group does not exist */
export function checkNew(store: PropertyStore, { name, groupName, hasUniqueValue }: PropertyShape): void {
  if (findProperty(store, name) !== undefined) {
    const message = `A property named '${name}' exists.`;
    throw new Refusal(409, {
      message,
      category: 'OBJECT_ALREADY_EXISTS',
      subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
    });
  }
  checkGroup(store, groupName);
  if (hasUniqueValue) checkUniqueCount(store);
}

function checkUniqueCount(store: PropertyStore): void {
  const own = [...store.definitions.values()].filter(
    (each) => each.hasUniqueValue && !each.hubspotDefined && each.archivedAt === undefined,
  );
  if (own.length >= MAX_UNIQUE) throw tooManyUnique();
}

export function tooManyUnique(): Refusal {
  return invalid(`An object type has at most ${MAX_UNIQUE} properties with unique values.`);
}

function checkGroup(store: PropertyStore, groupName: string): void {
  if (store.groups.get(groupName)?.archived === false) return;
  throw invalid(`Property group ${groupName.slice(0, 100)} does not exist.`);
}

/** An archived name is restored with the new definition and its old creation date (recorded). */
export function addProperty(
  portal: Portal,
  call: Call,
  store: PropertyStore,
  shape: PropertyShape,
): PropertyDefinition {
  const now = portal.now().getTime();
  const archived = store.definitions.get(shape.name);
  const user = String(call.actor.userId ?? call.actor.sourceId);
  const fresh = { ...definitionOf(store, shape, now), createdUserId: user, updatedUserId: user };
  // values of another type, or duplicates in a property that is now unique, would be invalid
  const isAlike = archived?.type === shape.type && archived.hasUniqueValue === shape.hasUniqueValue;
  const keepsValues = isAlike && portal.switches.restoredPropertyKeepsValues;
  const definition = {
    ...fresh,
    createdAt: archived?.createdAt ?? now,
    slot: keepsValues ? archived.slot : fresh.slot,
  };
  store.definitions.set(shape.name, definition);
  return definition;
}

export function updateProperty(portal: Portal, call: Call): Answer {
  const store = propertiesOf(portal, call);
  const before = activeProperty(store, param(call, 'propertyName'));
  const change = parsePropertyChange(call.body);
  if (before.readOnlyValue) throw invalid(`The definition of ${before.name} is read only.`);
  const after: PropertyDefinition = {
    ...before,
    ...change,
    updatedAt: Math.max(portal.now().getTime(), before.updatedAt + 1),
    updatedUserId: String(call.actor.userId ?? call.actor.sourceId),
  };
  if (change.groupName !== undefined) activeGroup(store, change.groupName);
  checkShape(after);
  store.definitions.set(after.name, after);
  return { status: 200, body: describeProperty(after) };
}

export function archiveProperty(portal: Portal, call: Call): Answer {
  const store = propertiesOf(portal, call);
  const definition = activeProperty(store, param(call, 'propertyName'));
  if (definition.hubspotDefined)
    throw invalid(`${definition.name} is defined by HubSpot and cannot be archived.`);
  checkNotUsed(portal, typeStoreOf(portal, param(call, 'objectType')), definition);
  archiveDefinition(portal, store, definition);
  return NO_CONTENT;
}

/** Values stay in their column, hidden until the name is created again. */
export function archiveDefinition(
  portal: Portal,
  store: PropertyStore,
  definition: PropertyDefinition,
): void {
  store.definitions.set(definition.name, { ...definition, archivedAt: portal.now().getTime() });
}
