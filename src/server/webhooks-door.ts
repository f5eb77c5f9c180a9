import { type Request, Router } from 'express';
import type { Logger } from 'pino';

import type { HubSpotApp } from '../config/server-settings.ts';
import { toldChanges } from '../crm/webhook-events.ts';
import { EVENTS_NOT_LISTED, EVENTS_NOT_SIGNED } from '../messages/server.ts';
import type { Change, ChangedRecords } from '../store/changed-records.ts';
import type { InstallKey, Installs } from '../store/installs.ts';
import { UnreadableBody, parseBody } from './call-body.ts';
import { hearSigned, send } from './hear-signed.ts';
import type { Limits } from './limits.ts';
import { type Reply, refusal } from './replies.ts';
import { checkSignature } from './signature.ts';
import { hasSignature } from './signed-caller.ts';
import { signerOf } from './signer-of.ts';
import type { Tally } from './tally.ts';

export const WEBHOOKS_PATH = '/webhooks';

interface Parts {
  apps: readonly HubSpotApp[];
  publicUrl: string;
  installs: Pick<Installs, 'read'>;
  changes: ChangedRecords;
  /** Told which portals have something to look at, once it is stored. */
  onMarked: (keys: readonly InstallKey[]) => void;
  limits: Pick<Limits, 'unsigned'>;
  tally: Tally;
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
    const reply = await replyTo(parts, request);
    if (reply === 'stored') response.status(204).end();
    else send(response, reply);
  });
  router.all(WEBHOOKS_PATH, (_request, response) => {
    response.set('allow', 'POST').status(405).end();
  });
  return router;
}

async function replyTo(parts: Parts, request: Request): Promise<'stored' | Reply> {
  const { limits, log } = parts;
  const heard = await hearSigned(limits, request, {
    isSigned: hasSignature(request),
    callerOf: (body) => appOf(parts, request, body),
    notSigned: EVENTS_NOT_SIGNED,
  });
  if ('refused' in heard) {
    if (heard.reason !== null) log.warn({ reason: heard.reason }, 'events refused');
    return heard.refused;
  }
  const { appId } = heard.caller;
  const told = toldChanges(parsed(heard.body, request.get('content-encoding')), appId);
  if (told === null) {
    log.warn({ appId, reason: 'no list' }, 'events refused');
    return refusal({ code: 'invalid-input', message: EVENTS_NOT_LISTED }, { status: 400 });
  }
  await mark(parts, appId, told);
  return 'stored';
}

/** The app whose secret signed the request. */
function appOf({ apps, publicUrl, now }: Parts, request: Request, body: Buffer) {
  const signed = {
    ...{ method: request.method, target: request.originalUrl, body },
    signature: request.get('x-hubspot-signature-v3'),
    timestamp: request.get('x-hubspot-request-timestamp'),
  };
  return signerOf(apps, ({ clientSecret }) => checkSignature(clientSecret, publicUrl, signed, now()));
}

async function mark(
  { installs, changes, onMarked, tally }: Parts,
  appId: number,
  { changed, own, skipped }: NonNullable<ReturnType<typeof toldChanges>>,
): Promise<void> {
  const known = new Set<number>();
  for (const portalId of new Set(changed.map((record) => record.portalId)))
    if ((await installs.read({ appId, portalId }))?.tokens != null) known.add(portalId);
  const marked = changed
    .filter(({ portalId }) => known.has(portalId))
    .map((record): Change => ({ appId, ...record }));
  await changes.mark(marked);
  tally.add('event', 'marked', marked.length);
  tally.add('event', 'own', own);
  tally.add('event', 'skipped', skipped);
  tally.add('event', 'not-connected', changed.length - marked.length);
  onMarked([...known].map((portalId) => ({ appId, portalId })));
}

/** @returns null for what is not to be read, or nothing that an event could be in */
function parsed(body: Buffer, encoding: string | undefined): unknown {
  try {
    return parseBody(body, encoding);
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error;
    return null;
  }
}
