import type { Request } from 'express';
import { actorOf } from './actor.ts';
import type { Answer, Call } from './call.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import type { Portal } from './portal.ts';
import { badJson, Refusal } from './refusal.ts';
import type { Route } from './routes.ts';

/** Authenticates a call, parses its body and has its route answer it. */
export function answerCall(portal: Portal, route: Route, form: Call['form'], request: Request): Answer {
  try {
    const actor = actorOf(portal.actors, request.headers.authorization);
    if (actor === undefined) throw unauthenticated();
    const params = Object.fromEntries(
      Object.entries(request.params).map(([name, value]) => [name, String(value)]),
    );
    const query = new URL(request.originalUrl, 'http://127.0.0.1').searchParams;
    return route.answer(portal, { actor, params, query, form, body: bodyOf(request, route.bodyIs) });
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(portal, error);
    throw error;
  }
}

function unauthenticated(): Refusal {
  const message = 'Authentication credentials not found. This API takes the bearer token of an app.';
  return new Refusal(401, { message, category: 'INVALID_AUTHENTICATION' });
}

/** The parsing door of every body: text in, JSON object out (an array under `items`). */
function bodyOf(request: Request, bodyIs: Route['bodyIs']): JsonObject {
  const text: unknown = request.body;
  if (
    typeof text !== 'string' ||
    bodyIs === 'none' ||
    request.method === 'GET' ||
    request.method === 'DELETE'
  )
    return {};
  if (!/^application\/([\w.+-]*\+)?json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, { message: 'Bodies are JSON: send Content-Type application/json.' });
  }
  try {
    const body: unknown = JSON.parse(text);
    if (bodyIs === 'list' && Array.isArray(body)) return { items: body };
    if (bodyIs === undefined && isJsonObject(body)) return body;
  } catch {
    // said below, as for any body that is no object
  }
  throw badJson(bodyIs === 'list' ? 'the body is no JSON array' : 'the body is no JSON object');
}

export function refusalAnswer(portal: Portal, { status, body, nested }: Refusal): Answer {
  const correlationId = portal.newCorrelationId();
  const whole = { status: 'error', ...body, correlationId };
  return {
    status,
    body: nested ? { status: 'error', message: JSON.stringify(whole), correlationId } : whole,
  };
}
