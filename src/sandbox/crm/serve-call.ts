import type { Request, Response } from 'express';
import { setTimeout as sleep } from 'node:timers/promises';
import { actorOf } from './actor.ts';
import { answerCall } from './answer-call.ts';
import type { Answer, Call } from './call.ts';
import type { Fault, FaultLine } from './faults.ts';
import type { JournalBook, JournalEntry } from './journal.ts';
import type { Portal } from './portal.ts';
import type { Route } from './routes.ts';

export interface Desk {
  readonly portal: Portal;
  readonly faults: FaultLine;
  readonly journal: JournalBook;
}

/** Writes a call into the journal when it arrives; the status follows when it is answered. */
export function openEntry({ portal, journal }: Desk, request: Request): JournalEntry {
  const entry: JournalEntry = {
    at: portal.now(),
    method: request.method,
    path: request.originalUrl,
    actor: actorOf(portal.actors, request.headers.authorization)?.sourceId,
    status: 0,
    fault: undefined,
  };
  journal.add(entry);
  return entry;
}

/** Answers one call of a route, and does with it what the next fitting fault says. */
export async function serveCall(
  desk: Desk,
  route: Route,
  form: Call['form'],
  request: Request,
  response: Response,
  entry: JournalEntry,
): Promise<void> {
  const fault = desk.faults.take(request.method, request.originalUrl);
  entry.fault = fault?.kind;
  if (fault?.kind === 'delay') await sleep(fault.ms);
  if (fault?.kind === 'status') {
    sendFault(fault, response, entry);
    return;
  }
  const isCutOff = fault?.kind === 'hang' || fault?.kind === 'reset';
  const isLost = isCutOff && fault.write === 'before';
  const answer = isLost ? undefined : answerCall(desk.portal, route, form, request);
  if (fault?.kind === 'reset') request.socket.resetAndDestroy();
  if (isCutOff || answer === undefined) return;
  send(desk.portal, response, entry, answer, fault?.kind === 'truncate');
}

export function send(
  portal: Portal,
  response: Response,
  entry: JournalEntry,
  { status, body }: Answer,
  isTruncated = false,
): void {
  entry.status = status;
  response.status(status).set('x-hubspot-correlation-id', portal.newCorrelationId());
  if (body === undefined) response.end();
  else {
    const text = JSON.stringify(body);
    response.type('application/json').send(isTruncated ? text.slice(0, text.length >> 1) : text);
  }
}

function sendFault(fault: Extract<Fault, { kind: 'status' }>, response: Response, entry: JournalEntry): void {
  entry.status = fault.status;
  response.status(fault.status).set({ ...fault.headers });
  if (typeof fault.body === 'string') response.type('html').send(fault.body);
  else response.json(fault.body);
}
