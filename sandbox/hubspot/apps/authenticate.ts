import type { Request } from 'express';
import { isoOf } from '../http/instant.ts';
import { Refusal } from '../http/refusal.ts';
import type { Route } from '../http/route.ts';
import { type Actor, actorOf } from '../portal/actor.ts';
import type { Portal } from '../portal/portal.ts';

const NOBODY: Actor = { token: '', sourceType: 'API', sourceId: 'nobody' };
const DEVELOPER: Actor = { token: '', sourceType: 'API', sourceId: 'developer' };

/** The actor of a request. @throws Refusal 401 */
export function authenticate(portal: Portal, route: Route, request: Request): Actor {
  if (route.auth === 'none') return NOBODY;
  const key = new URL(request.originalUrl, 'http://127.0.0.1').searchParams.get('hapikey');
  if (route.auth === 'developer' && key === portal.account.developerKey) return DEVELOPER;
  const actor = actorOf(portal.actors, request.headers.authorization);
  if (actor === undefined) throw unauthenticated();
  if (actor.expiresAt !== undefined && actor.expiresAt <= portal.now().getTime())
    throw expired(portal, actor.expiresAt);
  return actor;
}

function unauthenticated(): Refusal {
  const message = 'Authentication credentials not found. This API takes the bearer token of an app.';
  return new Refusal(401, { message, category: 'INVALID_AUTHENTICATION' });
}

/** Recorded with this category and this unusual key. */
function expired(portal: Portal, at: number): Refusal {
  const seconds = Math.floor((portal.now().getTime() - at) / 1_000);
  return new Refusal(401, {
    message: `The OAuth token used to make this call expired ${seconds} second(s) ago.`,
    category: 'EXPIRED_AUTHENTICATION',
    context: { 'expire time': [isoOf(at)] },
  });
}
