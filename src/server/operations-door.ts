import express, { type Request, type RequestHandler, Router } from 'express';
import type { Logger } from 'pino';
import * as z from 'zod';

import type { HubSpotApp } from '../config/server-settings.ts';
import * as words from '../messages/server.ts';
import type { InstallKey, Installs } from '../store/installs.ts';
import { type Failure, bugReport } from '../usecases/failure.ts';
import { answerCall } from '../usecases/operations.ts';
import { installAddress } from './oauth/install-address.ts';
import type { Portals } from './portals.ts';
import { checkSignature } from './signature.ts';

interface Surroundings {
  apps: readonly HubSpotApp[];
  publicUrl: string;
  installs: Installs;
  portals: Portals;
  /** Told of operations that failed, for the health page. */
  onFailure: (key: InstallKey, code: string) => void;
  log: Logger;
  now: () => number;
}

/** HubSpot ends a call of a card after 15 seconds: the sentence that says what happened must be there before. */
const LIMIT_MS = 13_000;

/** What a failure is answered with. Never 5xx, but for a bug: HubSpot repeats such calls at once, and a repeat helps none of them. */
const STATUS: Readonly<Partial<Record<string, number>>> = {
  'not-signed': 401, 'not-connected': 403, 'not-allowed': 403, 'company-not-found': 404, 'too-large': 413, 'rate-limited': 429,
  unavailable: 424, 'unknown-outcome': 424, bug: 500,
}; // prettier-ignore

/** What a card sends. HubSpot repeats a call by itself, with the same request id. */
const Body = z.object({
  input: z.unknown().optional(),
  requestId: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
});

/** The door of the cards: `POST /api/operations/:name` with `{input, requestId?}`, signed by HubSpot. */
export function operationsDoor(surroundings: Surroundings): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: '1mb' });
  router.post('/api/operations/:name', raw, answering(surroundings));
  return router;
}

function answering(surroundings: Surroundings): RequestHandler {
  const { installs, portals, publicUrl, onFailure, log } = surroundings;
  return async (request, response) => {
    const refuse = (code: string, message: string) =>
      void response.status(STATUS[code] ?? 422).json({ error: { code, message } });
    const caller = signedBy(surroundings, request);
    if (typeof caller === 'string') {
      refuse('not-signed', caller);
      return;
    }
    const { key, userId, email } = caller;
    const install = await installs.read(key);
    if (install?.tokens == null) {
      refuse('not-connected', words.notConnected(installAddress(publicUrl, key.appId)));
      return;
    }
    const { data: body, success } = Body.safeParse(jsonIn(request.body));
    if (!success) {
      refuse('invalid-input', words.NOT_JSON);
      return;
    }
    const installer = { userId: String(install.installerId), email: install.installerEmail };
    const person = { userId, email, installer, isInstaller: installer.userId === userId };
    const call = { operation: request.params['name'], input: body.input };
    const report = (bug: unknown) => log.error({ bug: bugReport(bug) }, 'bug');
    const answer = await answerCall(() => portals.contextOf(key, person, LIMIT_MS), call, { person, report });
    const failure: Failure | null = 'error' in answer ? answer.error : null;
    if (failure !== null) onFailure(key, failure.code);
    response.status(failure === null ? 200 : (STATUS[failure.code] ?? 422)).json(answer);
  };
}

interface Caller {
  key: InstallKey;
  userId: string;
  email: string;
}

/** Who calls, from the query that HubSpot adds and signs. @returns why not, where it is not signed by it */
function signedBy({ apps, publicUrl, now }: Surroundings, request: Request): Caller | string {
  const query = new URL(request.originalUrl, publicUrl).searchParams;
  const one = (name: string) => {
    const values = query.getAll(name);
    return values.length === 1 ? (values[0] ?? '') : '';
  };
  const app = apps.find(({ appId }) => String(appId) === one('appId'));
  if (app === undefined) return words.NOT_SIGNED;
  const signed = {
    method: request.method,
    target: request.originalUrl,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    signature: request.get('x-hubspot-signature-v3'),
    timestamp: request.get('x-hubspot-request-timestamp'),
  };
  const checked = checkSignature(app.clientSecret, publicUrl, signed, now());
  if (checked === 'stale') return words.SIGNED_LONG_AGO;
  const portalId = Number(one('portalId'));
  if (checked === 'wrong' || !Number.isSafeInteger(portalId) || portalId <= 0) return words.NOT_SIGNED;
  return { key: { appId: app.appId, portalId }, userId: one('userId'), email: one('userEmail') };
}

function jsonIn(body: unknown): unknown {
  try {
    return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '');
  } catch {
    return undefined;
  }
}
