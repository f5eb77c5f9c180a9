import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response } from 'express';
import type { Actions } from '../actions/action-runner.ts';
import type { Fault } from '../faults/fault.ts';
import type { FaultLine } from '../faults/faults.ts';
import type { SkewedClock } from '../faults/skewed-clock.ts';
import { actorOf } from '../portal/actor.ts';
import type { Portal } from '../portal/portal.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import { answerCall } from './answer-call.ts';
import type { Answer, Call } from './call.ts';
import { type JournalBook, type JournalEntry, withoutSecrets } from './journal.ts';
import type { Route } from './route.ts';

export interface Desk {
  readonly portal: Portal;
  readonly faults: FaultLine;
  readonly journal: JournalBook;
  readonly clock: SkewedClock;
  /** Real milliseconds since some moment, for how long calls take. */
  readonly stopwatch: () => number;
  readonly webhooks: Webhooks;
  readonly actions: Actions;
  /** Told when a call is left hanging. */
  readonly onHang: () => void;
}

/** Writes a call into the journal when it arrives; the status follows when it is answered. */
export function openEntry(
  { portal, journal, stopwatch }: Desk,
  request: Request,
  response: Response,
): JournalEntry {
  const actor = actorOf(portal.actors, request.headers.authorization);
  const began = stopwatch();
  const entry = journal.add({
    at: portal.now(),
    method: request.method,
    path: withoutSecrets(request.originalUrl),
    actor: actor?.sourceId,
    tokenEnd: actor?.token.slice(-4),
    scopes: [],
    status: 0,
    fault: undefined,
    ms: undefined,
  });
  response.once('close', () => void (entry.ms = stopwatch() - began));
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
  const body: unknown = request.body;
  const fault = desk.faults.take({ method: request.method, path: request.originalUrl, body });
  entry.fault = fault?.kind;
  if (fault?.kind === 'delay') await sleep(fault.ms);
  const answer = isLost(fault) ? undefined : answerUnder(desk, fault, route, form, request, entry);
  if (fault?.kind === 'status') {
    sendFault(fault, response, entry);
    return;
  }
  if (fault?.kind === 'reset') request.socket.resetAndDestroy();
  if (fault?.kind === 'hang') desk.onHang();
  if (fault?.kind === 'hang' || fault?.kind === 'reset' || answer === undefined) return;
  send(desk.portal, response, entry, answer, fault?.kind === 'truncate');
}

/** Whether the fault keeps the call from taking place. */
function isLost(fault: Fault | undefined): boolean {
  if (fault?.kind === 'status') return fault.write !== 'after';
  return (fault?.kind === 'hang' || fault?.kind === 'reset') && fault.write === 'before';
}

function answerUnder(
  { portal, clock }: Desk,
  fault: Fault | undefined,
  route: Route,
  form: Call['form'],
  request: Request,
  entry: JournalEntry,
): Answer {
  const answer = () => answerCall(portal, route, form, request, entry);
  return fault?.kind === 'skew' ? clock.during(fault.ms, answer) : answer();
}

export function send(
  portal: Portal,
  response: Response,
  entry: JournalEntry,
  { status, body, headers = {} }: Answer,
  isTruncated = false,
): void {
  entry.status = status;
  response.status(status).set({
    ...headers,
    date: portal.now().toUTCString(),
    'x-hubspot-correlation-id': portal.newCorrelationId(),
  });
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
