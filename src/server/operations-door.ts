import { type Request, type Response, Router } from 'express';

import * as words from '../messages/server.ts';
import { isOperation } from '../usecases/operations.ts';
import { type DoorParts, answerSigned } from './answer-signed.ts';
import { openDeadline } from './deadline.ts';
import { type Heard, hearSigned, requestIdOf, send } from './hear-signed.ts';
import { type Reply, refusal } from './replies.ts';
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

function hear({ limits, apps, publicUrl, now }: DoorParts, request: Request): Promise<Heard<Caller>> {
  return hearSigned(limits, request, {
    isSigned: hasSignature(request),
    callerOf: (body) => signedCaller(apps, publicUrl, request, body, now()),
    notSigned: words.NOT_SIGNED,
  });
}
