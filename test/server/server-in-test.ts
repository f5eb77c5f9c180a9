import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';

import { sql } from 'drizzle-orm';

import { signatureV3 } from '../../sandbox/hubspot/apps/signature.ts';
import type { HubSpotApp, ServerSettings } from '../../src/config/server-settings.ts';
import type { Operations } from '../../src/contract/operations.ts';
import { DEFAULT_TRANSPORT } from '../../src/crm/client/client.ts';
import type { Listening } from '../../src/server/http-server.ts';
import { openLog } from '../../src/server/log.ts';
import { type ServerParts, startServer } from '../../src/server/server.ts';
import type { Database } from '../../src/store/database.ts';
import { DATABASE_CLOCK } from '../../src/store/database-clock.ts';
import type { SkippingClock } from '../skipping-clock.ts';
import { openTestDatabase } from '../store/database-in-test.ts';

/** The address under which HubSpot reaches the server: the signed one, which no test resolves. */
export const PUBLIC_URL = 'https://partner-icp.example.com';

export const APP: HubSpotApp = {
  appId: 4711,
  clientId: 'client-of-4711',
  clientSecret: 'secret-of-4711-0123456789',
};

/** The app as the sandbox registers it. */
export const REGISTERED = {
  ...{ id: APP.appId, clientId: APP.clientId, clientSecret: APP.clientSecret, name: 'Partner ICP' },
  redirectUrls: [`${PUBLIC_URL}/oauth/callback`],
};

/** Who calls, as HubSpot writes it into the query. */
export interface Caller {
  portalId: number;
  userId: number;
  userEmail: string;
  app?: HubSpotApp;
}

export interface ServerInTest extends Listening {
  settings: ServerSettings;
  store: Awaited<ReturnType<typeof openTestDatabase>>;
  /** Ends the server, and leaves its database to others. */
  stop: () => Promise<void>;
  /** Everything that was logged, as text. */
  logged: () => string;
  /** Calls an operation as a card does through HubSpot. */
  ask: <Name extends keyof Operations>(
    operation: Name,
    input: Operations[Name]['input'],
    caller: Caller,
    requestId?: string,
  ) => Promise<{
    status: number;
    body: { answer?: Operations[Name]['answer']; error?: { code: string; message: string } };
  }>;
  /** Goes from `/oauth/install` through HubSpot's page and back, as a browser does. @returns the last response */
  connect: (userId?: number, app?: HubSpotApp) => Promise<Response>;
}

interface Options extends Pick<
  ServerParts,
  'scopes' | 'optionalScopes' | 'now' | 'transport' | 'databaseClock' | 'stopwatch' | 'limits' | 'timeouts'
> {
  hubspotUrl: string;
  works?: ServerParts['works'];
  apps?: readonly [HubSpotApp, ...HubSpotApp[]];
  /** Of another server, which closes it; one of its own when left out. */
  store?: ServerInTest['store'];
  /** Where it listens too, in place of `PUBLIC_URL` and any free port. */
  publicUrl?: string;
  tokenKeys?: ServerSettings['tokenKeys'];
}

/** Starts a server on a database of its own, for a sandbox CRM in which `APP` is registered. */
export async function serverInTest({
  hubspotUrl,
  apps = [APP],
  store: shared,
  publicUrl = PUBLIC_URL,
  tokenKeys = [{ name: 'test', key: randomBytes(32) }],
  ...parts
}: Options): Promise<ServerInTest> {
  const store = shared ?? (await openTestDatabase());
  const lines: string[] = [];
  const settings: ServerSettings = {
    ...{ isProduction: false, host: '127.0.0.1', publicUrl, apps, hubspotUrl },
    port: publicUrl === PUBLIC_URL ? 0 : Number(new URL(publicUrl).port),
    ...{ databaseUrl: store.url, dataFolder: 'unused', logLevel: 'trace', adminSecret: 'a'.repeat(40) },
    tokenKeys,
    authorizeUrl: `${hubspotUrl}/oauth/authorize`,
  };
  const log = openLog('trace', kept(lines));
  const running = await startServer({
    settings,
    store,
    log,
    works: 'nowhere',
    ...parts,
  });
  const { now = Date.now } = parts;
  return {
    ...running,
    settings,
    store,
    stop: running.close,
    logged: () => lines.join(''),
    ask: async (operation, input, caller, requestId) => {
      const body = JSON.stringify({ input, ...(requestId !== undefined && { requestId }) });
      const path = `/api/operations/${operation}`;
      const response = await signedPost(running.address, path, body, caller, now(), publicUrl);
      return { status: response.status, body: (await response.json()) as never };
    },
    connect: (userId, app = APP) => authorize(running.address, userId, app),
    close: async () => {
      await running.close();
      if (shared === undefined) await store.close();
    },
  };
}

/** Until the installation of properties that followed an authorization has ended, which works on the same portal. */
export async function propertiesInstalled(database: Database): Promise<void> {
  for (;;) {
    const [row] = await database.query.propertyInstalls.findMany();
    if (row?.state === 'failed' || row?.state === 'done') return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A server's pauses take no time: they pass for its database too, by whose clock processes share the limits of calls. */
export function skippingPauses(clock: SkippingClock): Pick<ServerParts, 'transport' | 'databaseClock'> {
  return {
    transport: { ...DEFAULT_TRANSPORT, ...clock },
    databaseClock: () => sql`${DATABASE_CLOCK()} + ${clock.now()}::float8`,
  };
}

function kept(lines: string[]): Writable {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
}

/** Posts as HubSpot does for a card: with the person in the query, and signed. */
export function signedPost(
  address: string,
  path: string,
  body: string,
  { app = APP, ...caller }: Caller,
  timestamp: number,
  publicUrl = PUBLIC_URL,
): Promise<Response> {
  const query = new URLSearchParams(
    Object.entries({ ...caller, appId: app.appId }).map(([name, value]) => [name, String(value)]),
  );
  const target = `${path}?${query.toString()}`;
  const signature = signatureV3(app.clientSecret, {
    method: 'POST',
    url: `${publicUrl}${target}`,
    body,
    timestamp,
  });
  return fetch(`${address}${target}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-hubspot-signature-v3': signature,
      'x-hubspot-request-timestamp': String(timestamp),
    },
    body,
  });
}

/** Goes from `/oauth/install` through HubSpot's page and back, as a browser does. */
export async function authorize(
  address: string,
  userId: number | undefined,
  app: HubSpotApp,
): Promise<Response> {
  const begun = await fetch(`${address}/oauth/install?app=${app.appId}`, { redirect: 'manual' });
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = new URL(begun.headers.get('location') ?? '');
  const form = new URLSearchParams(page.searchParams);
  form.set('decision', 'grant');
  if (userId !== undefined) form.set('user_id', String(userId));
  const granted = await fetch(`${page.origin}/oauth/authorize`, {
    method: 'POST',
    body: form.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    redirect: 'manual',
  });
  const back = new URL(granted.headers.get('location') ?? '');
  return fetch(`${address}${back.pathname}${back.search}`, { headers: { cookie }, redirect: 'manual' });
}
