import { isJsonObject } from '../http/json.ts';
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
  callbackId: string,
  store: TypeStore,
  record: CrmRecord,
): Readonly<Record<string, unknown>> {
  const valueOf = (name: string) => {
    const definition = findProperty(store.properties, name);
    return definition === undefined ? null : readValue(portal, record, definition);
  };
  const filled = Object.entries(order.inputFields ?? {}).map(([name, value]) => [
    name,
    isJsonObject(value) && typeof value['propertyName'] === 'string' ? valueOf(value['propertyName']) : value,
  ]);
  const inputFields: unknown = Object.fromEntries(filled);
  return {
    callbackId,
    origin: {
      portalId: portal.account.portalId,
      actionDefinitionId: Number(action.id),
      actionDefinitionVersion: Number(action.revisionId),
      extensionDefinitionId: Number(action.id),
      extensionDefinitionVersionId: Number(action.revisionId),
    },
    context: { source: 'WORKFLOWS', workflowId: order.workflowId ?? 1 },
    object: {
      objectId: record.id,
      objectType: store.type.singular.toUpperCase(),
      properties: Object.fromEntries(action.properties.map((name) => [name, valueOf(name)])),
    },
    inputFields,
    fields: inputFields,
  };
}
