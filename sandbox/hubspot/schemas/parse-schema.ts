import {
  flagIn,
  isJsonObject,
  type JsonObject,
  listIn,
  objectOf,
  requiredText,
  requireFields,
  textIn,
  textsIn,
} from '../http/json.ts';
import { badJson, invalid } from '../http/refusal.ts';
import type { CustomSchema } from '../objects/object-type.ts';
import { parsePropertyCreate } from '../properties/parse-property.ts';
import type { PropertyShape } from '../properties/property-definition.ts';
import { groupOf } from './custom-type.ts';

const NAME = /^[A-Za-z][\w-]{0,99}$/;
const MAX_SECONDARY = 2;
const MAX_SEARCHABLE = 20;

export interface NewSchema {
  readonly schema: CustomSchema;
  readonly properties: readonly PropertyShape[];
  /** Object types, in any spelling. */
  readonly associatedObjects: readonly string[];
}

/** @throws Refusal 400 */
export function parseSchemaCreate(body: JsonObject, at: number): NewSchema {
  requireFields(body, ['name', 'labels', 'properties', 'requiredProperties', 'associatedObjects']);
  const labels = objectOf(body['labels'], 'labels');
  requireFields(labels, ['singular', 'plural']);
  const schema: CustomSchema = {
    name: requiredText(body, 'name'),
    labels: { singular: requiredText(labels, 'singular'), plural: requiredText(labels, 'plural') },
    description: textIn(body, 'description') ?? '',
    primaryDisplayProperty: textIn(body, 'primaryDisplayProperty') ?? '',
    secondaryDisplayProperties: textsIn(body, 'secondaryDisplayProperties'),
    requiredProperties: textsIn(body, 'requiredProperties'),
    searchableProperties: textsIn(body, 'searchableProperties'),
    createdAt: at,
    updatedAt: at,
    ...(flagIn(body, 'allowsSensitiveProperties') === true ? { allowsSensitiveProperties: true } : {}),
  };
  if (!NAME.test(schema.name))
    throw invalid(`Invalid name for a custom object: ${schema.name.slice(0, 120)}`);
  const [groupName] = groupOf(schema);
  const properties = listIn(body, 'properties').map((item) =>
    parsePropertyCreate({ groupName, ...withoutNulls(objectOf(item, 'a property')) }),
  );
  const names = properties.map(({ name }) => name);
  if (new Set(names).size < names.length) throw invalid('Two properties have the same name.');
  if (properties.some((property) => property.groupName !== groupName))
    throw invalid(`Properties of a new schema stand in its group ${groupName}.`);
  checkSchema(schema, new Set(names));
  return { schema, properties, associatedObjects: textsIn(body, 'associatedObjects') };
}

function withoutNulls(item: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));
}

/** @throws Refusal 400 */
export function parseSchemaChange(body: JsonObject, before: CustomSchema, at: number): CustomSchema {
  const labels = body['labels'] ?? {};
  if (!isJsonObject(labels)) throw badJson('labels must be an object');
  const listOr = (name: string, list: readonly string[]) =>
    body[name] === undefined || body[name] === null ? list : textsIn(body, name);
  return {
    ...before,
    labels: {
      singular: textIn(labels, 'singular') ?? before.labels.singular,
      plural: textIn(labels, 'plural') ?? before.labels.plural,
    },
    description:
      flagIn(body, 'clearDescription') === true ? '' : (textIn(body, 'description') ?? before.description),
    primaryDisplayProperty: textIn(body, 'primaryDisplayProperty') ?? before.primaryDisplayProperty,
    secondaryDisplayProperties: listOr('secondaryDisplayProperties', before.secondaryDisplayProperties),
    requiredProperties: listOr('requiredProperties', before.requiredProperties),
    searchableProperties: listOr('searchableProperties', before.searchableProperties),
    updatedAt: Math.max(at, before.updatedAt + 1),
  };
}

/** Every property that a schema names must exist. @throws Refusal 400 */
export function checkSchema(schema: CustomSchema, names: ReadonlySet<string>): void {
  if ([schema.labels.singular, schema.labels.plural].some((label) => label.trim() === ''))
    throw invalid('A custom object needs a singular and a plural label.');
  const { primaryDisplayProperty, secondaryDisplayProperties, searchableProperties } = schema;
  if (secondaryDisplayProperties.length > MAX_SECONDARY)
    throw invalid(`A custom object has at most ${MAX_SECONDARY} secondary display properties.`);
  if (searchableProperties.length > MAX_SEARCHABLE)
    throw invalid(`A custom object has at most ${MAX_SEARCHABLE} searchable properties.`);
  const spoken = [...schema.requiredProperties, ...searchableProperties, ...secondaryDisplayProperties];
  const unknown = [...spoken, primaryDisplayProperty].filter((name) => name !== '' && !names.has(name));
  if (unknown.length > 0) throw invalid(`The schema has no properties ${unknown.join(', ').slice(0, 300)}.`);
}
