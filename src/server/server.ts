import { type Server as HttpServer, createServer } from 'node:http';

import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Logger } from 'pino';

import type { ServerSettings } from '../config/server-settings.ts';
import type { TransportSettings } from '../crm/client/request.ts';
import type { OpenDatabase } from '../store/database.ts';
import { installsIn } from '../store/installs.ts';
import { oauthStatesIn } from '../store/oauth-states.ts';
import { propertyInstallsIn } from '../store/property-installs.ts';
import { openCipher } from '../store/token-cipher.ts';
import { bugReport } from '../usecases/failure.ts';
import { type CallCounts, openCallCounts } from './call-counts.ts';
import { knowInstalls } from './known-installs.ts';
import { disconnect } from './oauth/disconnect.ts';
import { installingRoutes } from './oauth/installing-routes.ts';
import { type PropertyInstaller, openPropertyInstaller } from './oauth/property-installs.ts';
import { reseal } from './oauth/reseal.ts';
import { oauthRoutes } from './oauth/routes.ts';
import { adminRoutes } from './admin/routes.ts';
import { noteFailures } from './admin/note-failures.ts';
import { pageStyle } from './pages/page-style.ts';
import { operationsDoor } from './operations-door.ts';
import { openPortals } from './portals.ts';
import { requireAdmin } from './require-admin.ts';
import { portalTokens } from './tokens.ts';

/** What the server works with. */
export interface ServerParts {
  settings: ServerSettings;
  store: OpenDatabase;
  log: Logger;
  /** The scopes that the app needs, as its manifest names them. */
  scopes: readonly string[];
  /** Milliseconds since 1970. */
  now?: () => number;
  transport?: TransportSettings;
}

/** A server that listens. */
export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:4410`. */
  address: string;
  /** Ends new connections, and waits for the calls that run. Safe to call twice. */
  close: () => Promise<void>;
}

/** Starts the server of the OAuth edition. @throws what Node throws when the port is taken */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { store, log, now = Date.now } = parts;
  const counts = openCallCounts({ database: store.database, log, now });
  const { app, installer } = appOf(parts, counts);
  const server = createServer(app);
  const address = await listen(server, parts.settings);
  let closed: Promise<void> | undefined;
  const close = () => Promise.all([closeServer(server), installer.close()]).then(counts.close);
  return { address, close: () => (closed ??= close()) };
}

function appOf(
  { settings, store, log, scopes, now = Date.now, transport }: ServerParts,
  counts: CallCounts,
): { app: Express; installer: PropertyInstaller } {
  const { apps, publicUrl, hubspotUrl } = settings;
  const { database } = store;
  const clock = transport?.now ?? (() => performance.now());
  const cipher = openCipher(settings.tokenKeys);
  const installs = knowInstalls(installsIn(database, cipher), clock);
  const appById = (appId: number) => {
    const app = apps.find((each) => each.appId === appId);
    if (app === undefined) throw new Error(`the settings have no app ${appId}`);
    return app;
  };
  const sleep = transport?.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const tokens = portalTokens({ installs, hubspotUrl, appOf: appById, clock, sleep, log });
  const toHubSpot = { tokens, hubspotUrl, counts, ...(transport && { transport }) };
  const portals = openPortals({ database, publicUrl, log, ...toHubSpot });
  const app = express();
  app.disable('x-powered-by');
  app.get('/health', (_request, response) => void response.json({ status: 'up' }));
  app.get('/ready', async (_request, response) => {
    await store.ping();
    response.json({ status: 'ready', database: store.kind });
  });
  app.get('/page.css', pageStyle);
  app.use('/admin', requireAdmin(settings.adminSecret));
  const sealAnew = () => reseal({ database, cipher, installs, log });
  const ending = { installs, tokens, hubspotUrl, apps, log };
  const admin = { apps, publicUrl, scopes, store, installs, portals, log, now, sealAnew };
  app.use(adminRoutes({ ...admin, disconnect: (key) => disconnect(ending, key) }));
  const states = oauthStatesIn(database);
  const rows = propertyInstallsIn(database);
  const installer = openPropertyInstaller({ rows, installs, portals, scopes, log });
  const onInstalled = installer.begin;
  app.use(oauthRoutes({ settings, scopes, installs, tokens, states, onInstalled, log }));
  app.use(installingRoutes({ settings, rows, installs, installer }));
  const onFailure = noteFailures(database, log);
  app.use(operationsDoor({ apps, publicUrl, installs, portals, onFailure, log, now }));
  app.use(answerError(log));
  sealAnew().catch((error: unknown) => log.error({ bug: bugReport(error) }, 'tokens not sealed anew'));
  return { app, installer };
}

function answerError(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    log.error({ bug: bugReport(error) }, 'request failed');
    response.status(500).json({ error: { code: 'bug', message: 'The server failed.' } });
  };
}

function listen(server: HttpServer, { host, port }: ServerSettings): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`);
    });
  });
}

function closeServer(server: HttpServer): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeIdleConnections();
  });
}
