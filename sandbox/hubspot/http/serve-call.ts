import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response } from 'express';
import type { Actions } from '../actions/action-runner.ts';
import { answerUnderFault } from '../faults/answer-under-fault.ts';
import type { Fault } from '../faults/fault.ts';
import type { FaultQueue } from '../faults/faults.ts';
import type { SkewedClock } from '../faults/skewed-clock.ts';
import { refreshEndIn } from '../oauth/token-routes.ts';
import { actorOf, tokenIn } from '../portal/actor.ts';
import type { Portal } from '../portal/portal.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import { answerCall } from './answer-call.ts';
import type { Answer, Call } from './call.ts';
import { type JournalBook, type JournalEntry, withoutSecrets } from './journal.ts';
import type { Route } from './route.ts';

export interface ServerContext {
  readonly portal: Portal;
  readonly faults: FaultQueue;
  readonly journal: JournalBook;
  readonly clock: SkewedClock;
  /** Monotonic real time in milliseconds. */
  readonly stopwatch: () => number;
  readonly webhooks: Webhooks;
  readonly actions: Actions;
  /** Told when a call is left hanging. */
  readonly onHang: () => void;
}

/** Adds a call to the journal when it arrives; its status is set on response. */
export function openEntry(
  { portal, journal, stopwatch }: ServerContext,
  request: Request,
  response: Response,
): JournalEntry {
  const actor = actorOf(portal.actors, request.headers.authorization);
  const began = stopwatch();
  const entry = journal.add({
    at: portal.now(),
    method: request.method,
    path: withoutSecrets(request.originalUrl, (text) => isSecret(portal, text)),
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

/** Tokens of the account, and what OAuth issued. */
function isSecret({ actors, oauth, account }: Portal, text: string): boolean {
  const isIssued = oauth.refreshTokens.has(text) || oauth.codes.has(text);
  return text !== '' && (actors.has(text) || isIssued || text === account.developerKey);
}

/** Answers one call of a route and applies the next matching fault. */
export async function serveCall(
  context: ServerContext,
  route: Route,
  form: Call['form'],
  request: Request,
  response: Response,
  entry: JournalEntry,
): Promise<void> {
  const body: unknown = request.body;
  const { method, originalUrl: path, headers } = request;
  const token = tokenIn(headers.authorization);
  const refreshEnd = refreshEndIn(path, body);
  if (refreshEnd !== undefined) entry.refreshEnd = refreshEnd;
  const taken = context.faults.take({ method, path, body, token });
  const { fault } = taken;
  entry.fault = fault?.kind ?? taken.edits[0]?.kind;
  if (fault?.kind === 'delay') await sleep(fault.ms);
  const carryOut = (portal: Portal) => answerCall(portal, route, form, request, entry);
  const answer = isLost(fault)
    ? undefined
    : answerUnderFault(context.portal, context.clock, taken, request, carryOut);
  if (fault?.kind === 'status') {
    sendFault(fault, response, entry);
    return;
  }
  if (fault?.kind === 'reset') request.socket.resetAndDestroy();
  if (fault?.kind === 'hang') context.onHang();
  if (fault?.kind === 'hang' || fault?.kind === 'reset' || answer === undefined) return;
  send(context.portal, response, entry, answer, fault?.kind === 'truncate');
}

/** Whether the fault prevents the call from running. */
function isLost(fault: Fault | undefined): boolean {
  if (fault?.kind === 'status') return fault.write !== 'after';
  return (fault?.kind === 'hang' || fault?.kind === 'reset') && fault.write === 'before';
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
