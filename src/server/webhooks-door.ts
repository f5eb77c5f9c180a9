import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';

import type { HubSpotApp } from '../config/server-settings.ts';
import { toldChanges } from '../crm/webhook-events.ts';
import type { Change, ChangedRecords } from '../store/changed-records.ts';
import type { InstallKey, Installs } from '../store/installs.ts';
import type { Limits } from './limits.ts';
import { readBody } from './read-body.ts';
import { checkSignature } from './signature.ts';

export const WEBHOOKS_PATH = '/webhooks';

interface Parts {
  apps: readonly HubSpotApp[];
  publicUrl: string;
  installs: Pick<Installs, 'read'>;
  changes: ChangedRecords;
  /** Told which portals have something to look at, once it is stored. */
  onMarked: (keys: readonly InstallKey[]) => void;
  limits: Pick<Limits, 'unsigned'>;
  log: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * The door of HubSpot's events: `POST /webhooks`, up to 100 in a request, signed. Marks the records that they are about and
 * answers; what follows from them is worked out later. Every signed request that was stored is answered with 204, and
 * HubSpot sends the others again.
 */
export function webhooksDoor(parts: Parts): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.post(WEBHOOKS_PATH, async (request, response) => {
    response.status(await statusOf(parts, request, response)).end();
  });
  router.all(WEBHOOKS_PATH, (_request, response) => {
    response.set('allow', 'POST').status(405).end();
  });
  return router;
}

async function statusOf(parts: Parts, request: Request, response: Response): Promise<number> {
  const { installs, changes, onMarked, log } = parts;
  const body = await readBody(request);
  if (body === null) {
    response.set('connection', 'close');
    return 413;
  }
  const app = signerOf(parts, request, body);
  if (app === null) return refused(parts, request, response);
  const told = toldChanges(parsed(body), app.appId);
  if (told === null) {
    log.warn({ appId: app.appId, reason: 'no list' }, 'events refused');
    return 400;
  }
  const known = new Set<number>();
  const portals = new Set(told.changed.map(({ portalId }) => portalId));
  for (const portalId of portals)
    if ((await installs.read({ appId: app.appId, portalId }))?.tokens != null) known.add(portalId);
  const marked = told.changed
    .filter(({ portalId }) => known.has(portalId))
    .map((record): Change => ({ appId: app.appId, ...record }));
  await changes.mark(marked);
  onMarked([...known].map((portalId) => ({ appId: app.appId, portalId })));
  return 204;
}

/** The app whose secret signed the request. */
function signerOf({ apps, publicUrl, now }: Parts, request: Request, body: Buffer): HubSpotApp | null {
  const signed = {
    ...{ method: request.method, target: request.originalUrl, body },
    signature: request.get('x-hubspot-signature-v3'),
    timestamp: request.get('x-hubspot-request-timestamp'),
  };
  const isSigner = ({ clientSecret }: HubSpotApp) =>
    checkSignature(clientSecret, publicUrl, signed, now()) === 'valid';
  return apps.find(isSigner) ?? null;
}

/** A flood of them is answered shortly, and fills no log. */
async function refused({ limits, log }: Parts, request: Request, response: Response): Promise<number> {
  const seconds = await limits.unsigned(request.socket.remoteAddress ?? '');
  if (seconds > 0) {
    response.set('retry-after', String(seconds));
    return 429;
  }
  log.warn({ reason: 'not signed' }, 'events refused');
  return 401;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
