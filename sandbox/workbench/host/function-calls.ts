import type { RequestHandler } from 'express';
import { askCrm, type CrmAccess } from './crm-proxy.ts';
import { WorkbenchError } from './workbench-error.ts';

/** The part of an app function's payload that depends on the card. */
export interface FunctionPayload {
  parameters: unknown;
  /** Values of the properties whose names the card listed. */
  propertiesToSend: Record<string, string | null>;
  /** Null for an extension that stands on no record. */
  objectId: number | null;
  objectTypeId: string;
  /** The signed-in person, as HubSpot's history knows them. */
  userId: number;
}

type Json = Record<string, unknown>;
const recordIn = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

const TYPE_ID = /^\d+-\d+$/;
const COMPANY = '0-2';

function parseCall(body: unknown): {
  parameters: unknown;
  names: string[];
  objectId: number | null;
  objectTypeId: string;
} {
  const { parameters, propertiesToSend = [], objectId, objectTypeId } = recordIn(body);
  if (objectId !== null && !Number.isSafeInteger(objectId))
    throw new WorkbenchError(400, 'objectId must be the id of a record, or null.');
  const names: unknown[] = Array.isArray(propertiesToSend) ? propertiesToSend : [];
  return {
    parameters: parameters ?? {},
    names: names.filter((name) => typeof name === 'string'),
    objectId: objectId as number | null,
    objectTypeId: typeof objectTypeId === 'string' && TYPE_ID.test(objectTypeId) ? objectTypeId : COMPANY,
  };
}

/** Values of the record, which HubSpot reads before it runs the function. */
async function valuesOf(
  crm: CrmAccess,
  ownerId: string,
  { objectId, objectTypeId, names }: ReturnType<typeof parseCall>,
) {
  if (names.length === 0 || objectId === null) return {};
  const query = new URLSearchParams({ properties: names.join(',') });
  const path = `/crm/objects/2026-09/${objectTypeId}/${objectId}?${query.toString()}`;
  const answer = await askCrm(crm, ownerId, path, { method: 'GET' });
  if (!answer.ok) throw new WorkbenchError(502, `The record of this card cannot be read (${answer.status}).`);
  const values = recordIn(recordIn(await answer.json())['properties']);
  return Object.fromEntries(
    names.map((name) => [name, typeof values[name] === 'string' ? values[name] : null]),
  );
}

interface Caller {
  ownerId: string;
  userId: number;
}

/** POST /functions/:name: runs an app function for the card and answers `{response}`. */
export function functionCalls(
  crm: CrmAccess,
  callFunction: (name: string, payload: FunctionPayload) => Promise<unknown>,
  callerOf: (request: Parameters<RequestHandler>[0]) => Caller,
): RequestHandler {
  return async (request, response) => {
    const name = String(request.params['name']);
    const { ownerId, userId } = callerOf(request);
    const call = parseCall(request.body);
    const { parameters, objectId, objectTypeId } = call;
    const propertiesToSend = await valuesOf(crm, ownerId, call);
    const payload = { parameters, propertiesToSend, objectId, objectTypeId, userId };
    response.json({ response: (await callFunction(name, payload)) ?? null });
  };
}
