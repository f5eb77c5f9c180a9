import type { Request } from 'express';
import { isJsonObject } from '../http/json.ts';
import { checkWrite } from '../objects/check-write.ts';
import { updateRecord } from '../objects/write-record.ts';
import type { Source } from '../portal/actor.ts';
import { type Portal, typeStoreOf } from '../portal/portal.ts';
import type { Edit } from './fault.ts';

const BY: Readonly<Record<'workflow' | 'person', Source>> = {
  workflow: { sourceType: 'AUTOMATION_PLATFORM', sourceId: 'enrollmentId:1', sourceLabel: 'Workflow' },
  person: { sourceType: 'CRM_UI', sourceId: 'userId:9001', userId: 9001 },
};

/** Writes as somebody else into the records of a call. */
export function editRecords(portal: Portal, request: Request, { by, properties, record }: Edit): void {
  const source = typeof by === 'string' ? BY[by] : by;
  const edited =
    record === undefined
      ? idsIn(request).map((id) => ({ objectType: String(request.params['objectType']), id }))
      : [record];
  for (const { objectType, id } of edited) {
    const store = typeStoreOf(portal, objectType);
    const found = store.records.byId.get(id);
    if (found !== undefined && found.archivedAt === undefined)
      updateRecord(portal, store, found, checkWrite(portal, store, properties, found), source);
  }
}

/** The record of the path, or those of a batch. */
function idsIn({ params, body }: Request): readonly string[] {
  if (typeof params['objectId'] === 'string') return [params['objectId']];
  const text: unknown = body;
  const batch: unknown = typeof text === 'string' && text.startsWith('{') ? JSON.parse(text) : {};
  const inputs: unknown = isJsonObject(batch) ? batch['inputs'] : undefined;
  return (Array.isArray(inputs) ? inputs : []).flatMap((input: unknown) =>
    isJsonObject(input) && typeof input['id'] === 'string' ? [input['id']] : [],
  );
}
