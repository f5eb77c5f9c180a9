import express, { type RequestHandler } from 'express';
import { WorkbenchError } from './workbench-error.ts';

const METHODS = new Set(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']);

export interface CrmAccess {
  /** @example `http://127.0.0.1:4401` */
  crmBaseUrl: string;
  /** The CRM token of a person, so that the CRM's history names them. */
  uiTokenFor: (ownerId: string) => string;
}

/** Sends one request to the sandbox CRM as the given person. @throws WorkbenchError 502 when it cannot be reached */
export async function askCrm(
  crm: CrmAccess,
  ownerId: string,
  path: string,
  init: RequestInit,
): Promise<Response> {
  const headers = { authorization: `Bearer ${crm.uiTokenFor(ownerId)}`, 'content-type': 'application/json' };
  try {
    return await fetch(`${crm.crmBaseUrl}${path}`, { ...init, headers });
  } catch (cause) {
    throw new WorkbenchError(502, 'The sandbox CRM cannot be reached. Is it still running?', { cause });
  }
}

/** Forwards the page's requests to the CRM and adds the token, which the page never sees. */
export function crmProxy(crm: CrmAccess, ownerIdOf: (request: express.Request) => string): RequestHandler[] {
  const readBody = express.raw({ type: () => true, limit: '1mb' });
  const pass: RequestHandler = async (request, response) => {
    if (!METHODS.has(request.method)) throw new WorkbenchError(405, `The CRM takes no ${request.method}.`);
    const body: unknown = request.body;
    const answer = await askCrm(crm, ownerIdOf(request), request.url, {
      method: request.method,
      ...(Buffer.isBuffer(body) && body.length > 0 ? { body: body.toString('utf8') } : {}),
    });
    const type = answer.headers.get('content-type');
    if (type) response.type(type);
    response.status(answer.status).send(await answer.text());
  };
  return [readBody, pass];
}
