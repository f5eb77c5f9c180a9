import { randomUUID } from 'node:crypto';

import { type Request, type Response, Router } from 'express';

import * as words from '../messages/server.ts';
import { isOperation } from '../usecases/operations.ts';
import { type DoorParts, answerSigned } from './answer-signed.ts';
import { openDeadline } from './deadline.ts';
import { readBody } from './read-body.ts';
import { type Reply, refusal, tooMany } from './replies.ts';
import { type Caller, hasSignature, signedCaller } from './signed-caller.ts';

/** HubSpot ends a call of a card after 15 seconds: the sentence that says what happened must be there before. */
const LIMIT_MS = 13_000;

/** The door of the cards: `POST /api/operations/:name` with `{input, requestId?}`, signed by HubSpot. */
export function operationsDoor(parts: DoorParts): Router {
  // HubSpot signs the address as it is: another spelling of it is another address
  const router = Router({ caseSensitive: true, strict: true });
  const path = '/api/operations/:name';
  router.post(path, (request, response) => answerCall(parts, request, response));
  router.all(path, (_request, response) => {
    response.set('allow', 'POST');
    send(response, refusal({ code: 'invalid-input', message: words.POST_ONLY }, { status: 405 }));
  });
  return router;
}

/** What is logged of a call: never its input or answer, its signature, or the address of a person. */
interface CallLine {
  requestId: string;
  operation: string;
  portalId?: number;
  userId?: string;
  reason?: string;
  code: string;
  ms: number;
}

async function answerCall(parts: DoorParts, request: Request, response: Response): Promise<void> {
  const { log, metrics, stopwatch, onFailure } = parts;
  const begunAt = stopwatch.now();
  const name = request.params['name'];
  const operation = isOperation(name) ? name : 'unknown';
  const requestId = requestIdOf(request);
  response.set('x-request-id', requestId);
  const heard = await hear(parts, request);
  let reply: Reply;
  let caller: Caller | null = null;
  if ('refused' in heard) reply = heard.refused;
  else {
    ({ caller } = heard);
    const call = { ...heard, operation: name, requestId, encoding: request.get('content-encoding') };
    const deadline = openDeadline(LIMIT_MS, stopwatch);
    reply = await answerSigned(parts, call, deadline);
    deadline.end();
  }
  send(response, reply);
  const ms = Math.round(stopwatch.now() - begunAt);
  const { code } = reply;
  metrics.operation(operation, code, ms / 1_000);
  const line: CallLine = { requestId, operation, code, ms };
  if (caller !== null) {
    const { key, userId } = caller;
    if (code !== 'done') onFailure(key, code);
    log.info({ ...line, portalId: key.portalId, userId } satisfies CallLine, 'call');
  } else if ('reason' in heard && heard.reason !== null) {
    log.warn({ ...line, reason: heard.reason } satisfies CallLine, 'call refused');
  }
}

/** A call that HubSpot has signed, or what is said to one that it has not. A null reason: it is not logged. */
type Heard = { caller: Caller; body: Buffer } | { refused: Reply; reason: string | null };

async function hear(parts: DoorParts, request: Request): Promise<Heard> {
  const { apps, publicUrl, now } = parts;
  if (!hasSignature(request)) return unsigned(parts, request, 'missing');
  const body = await readBody(request);
  if (body === null) {
    const refused = refusal({ code: 'too-large', message: words.TOO_LARGE }, { close: true });
    return { refused, reason: 'too-large' };
  }
  const caller = signedCaller(apps, publicUrl, request, body, now());
  return typeof caller === 'string' ? unsigned(parts, request, caller) : { caller, body };
}

/** A flood of them is answered shortly, and fills no log. */
async function unsigned({ limits }: DoorParts, request: Request, reason: string): Promise<Heard> {
  const seconds = await limits.unsigned(request.socket.remoteAddress ?? '');
  if (seconds > 0) return { refused: tooMany(seconds), reason: null };
  const message = reason === 'stale' ? words.SIGNED_LONG_AGO : words.NOT_SIGNED;
  return { refused: refusal({ code: 'not-signed', message }), reason };
}

function send(response: Response, { status, text, headers = {} }: Reply): void {
  response.status(status).set(headers).type('json').send(text);
}

/** That of the proxy, so that its log and ours can be read together, as long as it is a plain word. */
function requestIdOf(request: Request): string {
  const given = request.get('x-request-id') ?? '';
  return /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
