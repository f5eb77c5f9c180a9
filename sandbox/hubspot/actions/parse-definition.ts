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
import { invalid } from '../http/refusal.ts';
import type { ActionDefinition } from './action-definition.ts';

const FIELD_NAME = /^[A-Za-z_][\w-]{0,99}$/;

/** @throws Refusal 400 */
export function parseDefinition(body: JsonObject, id: string, at: number): ActionDefinition {
  requireFields(body, ['actionUrl', 'labels', 'inputFields', 'objectTypes', 'published', 'functions']);
  return {
    id,
    revisionId: '1',
    ...partsOf(body),
    actionUrl: urlOf(requiredText(body, 'actionUrl')),
    published: flagIn(body, 'published') ?? false,
    labels: labelsOf(body),
    properties: requestedOf(body) ?? [],
    earlier: [],
    createdAt: at,
  };
}

/** Absent fields keep their value. @throws Refusal 400 */
export function parseDefinitionPatch(
  body: JsonObject,
  before: ActionDefinition,
  at: number,
): ActionDefinition {
  const parts = Object.entries(partsOf(body)).filter(([name]) => body[name] !== undefined);
  const actionUrl = textIn(body, 'actionUrl');
  return {
    ...before,
    ...Object.fromEntries(parts),
    revisionId: String(Number(before.revisionId) + 1),
    actionUrl: actionUrl === undefined ? before.actionUrl : urlOf(actionUrl),
    published: flagIn(body, 'published') ?? before.published,
    labels: body['labels'] === undefined ? before.labels : labelsOf(body),
    properties: requestedOf(body) ?? before.properties,
    earlier: [...before.earlier, { ...before, earlier: [] }],
    createdAt: at,
  };
}

function partsOf(body: JsonObject) {
  return {
    inputFields: listIn(body, 'inputFields').map(fieldOf),
    outputFields: listIn(body, 'outputFields').map(fieldOf),
    objectTypes: textsIn(body, 'objectTypes'),
    functions: listIn(body, 'functions'),
    inputFieldDependencies: listIn(body, 'inputFieldDependencies'),
    executionRules: listIn(body, 'executionRules'),
  };
}

function fieldOf(value: unknown): JsonObject {
  const field = objectOf(value, 'a field');
  const definition = objectOf(field['typeDefinition'], 'typeDefinition');
  const name = requiredText(definition, 'name');
  if (!FIELD_NAME.test(name)) throw invalid(`Invalid name for a field: ${name.slice(0, 100)}`);
  requiredText(definition, 'type');
  return field;
}

function labelsOf(body: JsonObject): JsonObject {
  const labels = objectOf(body['labels'], 'labels');
  for (const texts of Object.values(labels)) requiredText(objectOf(texts, 'a language'), 'actionName');
  if (Object.keys(labels).length === 0) throw invalid('An action needs labels in one language at least.');
  return labels;
}

function requestedOf(body: JsonObject): readonly string[] | undefined {
  const options = body['objectRequestOptions'];
  return isJsonObject(options) ? textsIn(options, 'properties') : undefined;
}

function urlOf(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw invalid('actionUrl must be an address that begins with https.');
}
