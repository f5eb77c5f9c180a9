import { type Request, type Response, Router } from 'express';

import type { HubSpotApp } from '../../config/server-settings.ts';
import type { InstallKey } from '../../store/installs.ts';
import { isAction } from '../../usecases/actions/actions.ts';
import { ACTION_NOT_SIGNED, ACTION_POST_ONLY, NO_SUCH_ACTION } from '../../messages/actions.ts';
import { UnreadableBody } from '../call-body.ts';
import { openDeadline } from '../deadline.ts';
import { hearSigned, requestIdOf, send } from '../hear-signed.ts';
import type { Metrics } from '../metrics.ts';
import { refusal } from '../replies.ts';
import { type ActionBody, parseActionBody } from './action-body.ts';
import type { ActionReply } from './action-replies.ts';
import { answerExecution } from './answer-execution.ts';
import type { ExecutionParts } from './execution.ts';
import { hasActionSignature, signedApp } from './signed-app.ts';

/** HubSpot is let wait so long before it is told that the answer comes later. */
const ANSWER_WITHIN_MS = 8_000;

export interface ActionDoorParts extends ExecutionParts {
  apps: readonly HubSpotApp[];
  metrics: Metrics;
  /** Told of calls that failed, for the health page. */
  onFailure: (key: InstallKey, code: string) => void;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** The door of workflows and agents: `POST /api/workflow-actions/:name`, signed by HubSpot. */
export function actionsDoor(parts: ActionDoorParts): Router {
  // HubSpot signs the address as it is: another spelling of it is another address
  const router = Router({ caseSensitive: true, strict: true });
  const path = '/api/workflow-actions/:name';
  router.post(path, (request, response) => answerCall(parts, request, response));
  router.all(path, (_request, response) => {
    response.set('allow', 'POST');
    send(response, refusal({ code: 'invalid-input', message: ACTION_POST_ONLY }, { status: 405 }));
  });
  return router;
}

/** What is logged of a call: never its inputs or outputs, its signature, or its record. */
interface ActionLine {
  requestId: string;
  action: string;
  portalId?: number;
  appId?: number;
  reason?: string;
  code: string;
  ms: number;
}

async function answerCall(parts: ActionDoorParts, request: Request, response: Response): Promise<void> {
  const { apps, publicUrl, limits, log, metrics, stopwatch, now, onFailure } = parts;
  const begunAt = stopwatch.now();
  const name = request.params['name'];
  const action = isAction(name) ? name : 'unknown';
  const requestId = requestIdOf(request);
  response.set('x-request-id', requestId);
  const heard = await hearSigned(limits, request, {
    isSigned: hasActionSignature(request),
    callerOf: (body) => signedApp(apps, publicUrl, request, body, now()),
    notSigned: ACTION_NOT_SIGNED,
  });
  const told = 'refused' in heard ? { reply: heard.refused } : await answerSigned(parts, request, heard);
  send(response, told.reply);
  const ms = Math.round(stopwatch.now() - begunAt);
  const { code } = told.reply;
  metrics.operation(`action ${action}`, code, ms / 1_000);
  const line: ActionLine = { requestId, action, code, ms };
  if (!('refused' in heard)) {
    const key = 'key' in told ? told.key : null;
    if (key !== null && !FINE.includes(code)) onFailure(key, code);
    log.info(
      { ...line, appId: heard.caller.appId, ...(key !== null && { portalId: key.portalId }) },
      'action',
    );
  } else if (heard.reason !== null) log.warn({ ...line, reason: heard.reason }, 'call refused');
}

const FINE: readonly string[] = ['done', 'fault', 'blocked', 'too-many-calls'];

/** The portal is believed: it stands in the body, and the body is signed. */
async function answerSigned(
  parts: ActionDoorParts,
  request: Request,
  { caller: { appId }, body: bytes }: { caller: HubSpotApp; body: Buffer },
): Promise<{ reply: ActionReply; key: InstallKey | null }> {
  const name = request.params['name'];
  if (!isAction(name)) return { reply: refusal({ code: 'not-found', message: NO_SUCH_ACTION }), key: null };
  let body: ActionBody;
  try {
    body = parseActionBody(bytes, request.get('content-encoding'));
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error;
    return { reply: refusal({ code: 'invalid-input', message: error.message }), key: null };
  }
  const key = { appId, portalId: body.portalId };
  const deadline = openDeadline(ANSWER_WITHIN_MS, parts.stopwatch);
  try {
    const execution = { key, name, body, requestId: requestIdOf(request) };
    return { reply: await answerExecution(parts, execution, deadline), key };
  } finally {
    deadline.end();
  }
}
