import { isJsonObject, type JsonObject } from '../http/json.ts';
import { notFound } from '../http/refusal.ts';
import { readValue } from '../objects/read-record.ts';
import type { CrmRecord } from '../objects/record-store.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import { findProperty } from '../properties/property-store.ts';
import type { ActionDefinition } from './action-definition.ts';

/** The record and the action of one execution. */
export interface ActionOrder {
  readonly appId: number | string;
  readonly definitionId: string;
  /** Plural, singular or type id. */
  readonly objectType: string;
  readonly objectId: string;
  /** What the workflow fills in: text, or `{propertyName}` for a value of the record. */
  readonly inputFields?: Readonly<Record<string, unknown>>;
  readonly workflowId?: number;
}

export interface OrderedRecord {
  readonly store: TypeStore;
  readonly record: CrmRecord;
}

/** @throws Refusal 404 */
export function orderedRecord(portal: Portal, { objectType, objectId }: ActionOrder): OrderedRecord {
  const store = typeStoreOf(portal, objectType);
  const record = store.records.byId.get(objectId);
  if (record === undefined || record.archivedAt !== undefined) throw notFound();
  return { store, record };
}

/** The body of the request. Source: custom workflow actions guide. */
export function actionPayload(
  portal: Portal,
  action: ActionDefinition,
  order: ActionOrder,
  enrollmentId: number,
  { store, record }: OrderedRecord,
): Readonly<Record<string, unknown>> {
  const valueOf = (name: string) => {
    const definition = findProperty(store.properties, name);
    return definition === undefined ? null : readValue(portal, record, definition);
  };
  const filled = Object.entries(order.inputFields ?? {}).map(([name, value]): [string, unknown] => [
    name,
    isJsonObject(value) && typeof value['propertyName'] === 'string' ? valueOf(value['propertyName']) : value,
  ]);
  const inputFields: JsonObject = Object.fromEntries(filled);
  const actionExecutionIndexIdentifier = { enrollmentId, actionExecutionIndex: 0 };
  return {
    callbackId: callbackIdOf(portal, enrollmentId),
    origin: {
      portalId: portal.account.portalId,
      actionDefinitionId: Number(action.id),
      actionDefinitionVersion: Number(action.revisionId),
      actionExecutionIndexIdentifier,
      extensionDefinitionId: Number(action.id),
      extensionDefinitionVersionId: Number(action.revisionId),
    },
    context: {
      source: 'WORKFLOWS',
      workflowId: order.workflowId ?? 1,
      actionId: ACTION_IN_WORKFLOW,
      actionExecutionIndexIdentifier,
    },
    object: {
      objectId: record.id,
      objectType: store.type.singular.toUpperCase(),
      properties: Object.fromEntries(action.properties.map((name) => [name, valueOf(name)])),
    },
    inputFields,
    fields: inputFields,
    ...(portal.switches.typedInputs === 'sent' ? { typedInputs: typedInputs(action, inputFields) } : {}),
  };
}

/** The sandbox's workflows have one action each. */
const ACTION_IN_WORKFLOW = 1;

/** Account, enrolment, action in the workflow, and how often that action ran (recorded). */
export function callbackIdOf({ account }: Portal, enrollmentId: number): string {
  return `ap-${account.portalId}-${enrollmentId}-${ACTION_IN_WORKFLOW}-0`;
}

/** Input fields by the types of their definitions; text that does not fit its type stays text. */
function typedInputs({ inputFields }: ActionDefinition, values: JsonObject): JsonObject {
  const typeOf = (name: string) => {
    const definitions = inputFields.map((field) =>
      isJsonObject(field) ? field['typeDefinition'] : undefined,
    );
    return definitions.filter(isJsonObject).find((definition) => definition['name'] === name) ?? {};
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typedValue(typeOf(name), value)]),
  );
}

function typedValue({ type, fieldType }: JsonObject, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'number' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
  if (type === 'bool' && (value === 'true' || value === 'false')) return value === 'true';
  if (type === 'enumeration' && fieldType === 'checkbox') return value.split(';').filter((one) => one !== '');
  return value;
}
