import type { Request } from 'express';
import { authenticate } from '../apps/authenticate.ts';
import { tellAssociationChanges } from '../associations/tell-changes.ts';
import { limitBody, limitHeaders } from '../limits/limit-answers.ts';
import type { Portal } from '../portal/portal.ts';
import { checkScopes } from '../scopes/check-scopes.ts';
import type { Answer, Call } from './call.ts';
import type { JournalEntry } from './journal.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { badJson, Refusal } from './refusal.ts';
import type { Route } from './route.ts';

/** Authenticates a call, counts it against the limits, checks scopes, parses its body and runs its route. */
export function answerCall(
  portal: Portal,
  route: Route,
  form: Call['form'],
  request: Request,
  entry: JournalEntry,
): Answer {
  let headers: Answer['headers'] = {};
  try {
    const actor = authenticate(portal, route, request);
    const { refusedBy, left } = portal.limiter.admit(actor, isSearch(route));
    if (left !== undefined) headers = limitHeaders(left);
    if (refusedBy !== undefined) throw new Refusal(429, limitBody(refusedBy));
    const params = Object.fromEntries(
      Object.entries(request.params).map(([name, value]) => [name, String(value)]),
    );
    entry.scopes = checkScopes(portal, actor, route, params);
    const query = new URL(request.originalUrl, 'http://127.0.0.1').searchParams;
    const body = bodyOf(request, route.bodyIs);
    const answer = route.answer(portal, { actor, params, query, form, body });
    tellAssociationChanges(portal, actor);
    return { ...answer, headers: { ...locationOf(request, answer), ...headers } };
  } catch (error) {
    if (error instanceof Refusal) return { ...refusalAnswer(portal, error), headers };
    throw error;
  }
}

/** Where a thing stands that was created by itself, not in a batch (recorded). */
function locationOf(request: Request, { status, body }: Answer): Answer['headers'] {
  const name = isJsonObject(body) ? (body['id'] ?? body['name']) : undefined;
  if (status !== 201 || typeof name !== 'string') return {};
  const { origin, pathname } = new URL(request.originalUrl, `http://${request.headers.host ?? ''}`);
  return { location: `${origin}${pathname.replace(/\/+$/, '')}/${encodeURIComponent(name)}` };
}

const isSearch = ({ area, path }: Route) => area === 'objects' && path.endsWith('/search');

/** The default of Jackson, the JSON library whose messages HubSpot passes on. */
const MAX_DEPTH = 1_000;

/** Parses every body into a JSON object; an array becomes `items`. @throws Refusal */
function bodyOf(request: Request, bodyIs: Route['bodyIs']): JsonObject {
  const text: unknown = request.body;
  if (
    typeof text !== 'string' ||
    bodyIs === 'none' ||
    request.method === 'GET' ||
    request.method === 'DELETE'
  )
    return {};
  if (bodyIs === 'form') return formOf(request, text);
  if (!/^application\/([\w.+-]*\+)?json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, { message: 'Bodies are JSON: send Content-Type application/json.' });
  }
  if (isNestedDeeply(text)) throw badJson(`the body is nested more than ${MAX_DEPTH} levels deep`);
  try {
    const body: unknown = JSON.parse(text);
    if (bodyIs === 'list' && Array.isArray(body)) return { items: body };
    if (bodyIs === undefined && isJsonObject(body)) return body;
  } catch {
    // refused below, as is any body that is not an object
  }
  throw badJson(bodyIs === 'list' ? 'the body is not a JSON array' : 'the body is not a JSON object');
}

/** Checks the text, because walking a deeply nested value overflows the stack. */
function isNestedDeeply(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length && depth <= MAX_DEPTH; at += 1) {
    const letter = text[at] ?? '';
    if (isQuoted && letter === '\\') at += 1;
    else if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === '{' || letter === '[')) depth += 1;
    else if (!isQuoted && (letter === '}' || letter === ']')) depth -= 1;
  }
  return depth > MAX_DEPTH;
}

/** Fields of a form; the last of repeated fields wins. */
function formOf(request: Request, text: string): JsonObject {
  if (/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? ''))
    return Object.fromEntries(new URLSearchParams(text));
  throw new Refusal(415, { message: 'Send the fields as application/x-www-form-urlencoded.' });
}

export function refusalAnswer(portal: Portal, { status, body, nested }: Refusal): Answer {
  const correlationId = portal.newCorrelationId();
  const whole = { status: 'error', ...body, correlationId };
  return {
    status,
    body: nested ? { status: 'error', message: JSON.stringify(whole), correlationId } : whole,
  };
}
