import express, { type Express } from 'express';
import type { Logger } from 'pino';

import type { ServerSettings } from '../config/server-settings.ts';
import { DEFAULT_TRANSPORT } from '../crm/client/client.ts';
import type { TransportSettings } from '../crm/client/request.ts';
import type { DatabaseClock } from '../store/database-clock.ts';
import type { OpenDatabase } from '../store/database.ts';
import type { Install } from '../store/installs.ts';
import { oauthStatesIn } from '../store/oauth-states.ts';
import { propertyInstallsIn } from '../store/property-installs.ts';
import { requestsIn } from '../store/requests.ts';
import { openExecutions } from './actions/carry-out.ts';
import type { CompletingParts } from './actions/complete-execution.ts';
import { actionsDoor } from './actions/door.ts';
import { answerError, answerUnknown } from './answer-error.ts';
import { expireRegularly } from './expire-regularly.ts';
import { type CallCounts, openCallCounts } from './call-counts.ts';
import { connectPortals } from './connections.ts';
import type { Stopwatch } from './deadline.ts';
import { type HttpTimeouts, type Listening, listenTo } from './http-server.ts';
import { type LimitFigures, actionFigures, openLimits } from './limits.ts';
import { openMetrics } from './metrics.ts';
import { disconnect } from './oauth/disconnect.ts';
import { installingRoutes } from './oauth/installing-routes.ts';
import { type PropertyInstaller, openPropertyInstaller } from './oauth/property-installs.ts';
import { reseal } from './oauth/reseal.ts';
import { reconnectNotice } from './oauth/reconnect-notice.ts';
import { openOnce } from './once.ts';
import { oauthRoutes } from './oauth/routes.ts';
import { adminRoutes } from './admin/routes.ts';
import { noteFailures } from './admin/note-failures.ts';
import { pageStyle } from './pages/page-style.ts';
import { operationsDoor } from './operations-door.ts';
import { requireAdmin } from './require-admin.ts';
import { probes } from './probes.ts';
import { type RunningWork, openRunningWork } from './running-work.ts';
import { securityHeaders } from './security-headers.ts';
import { type Tally, openTally } from './tally.ts';
import { webhooksDoor } from './webhooks-door.ts';
import { type Background, openBackground } from './work/background.ts';
import { type Following, followingOver } from './work/follow-changes.ts';

/** What the server works with. */
export interface ServerParts {
  settings: ServerSettings;
  store: OpenDatabase;
  log: Logger;
  /** The scopes that the app needs, as its manifest names them. */
  scopes: readonly string[];
  /** Those that it uses where the portal's plan has them; none when left out. */
  optionalScopes?: readonly string[];
  /** Milliseconds since 1970. */
  now?: () => number;
  transport?: TransportSettings;
  /** By which processes share the limits of calls; the database's own when left out. */
  databaseClock?: DatabaseClock;
  /** Measures how long calls take. */
  stopwatch?: Stopwatch;
  limits?: LimitFigures;
  timeouts?: HttpTimeouts;
  /** To which the process beside this one adds; one of its own when left out. */
  tally?: Tally;
  works: Parameters<typeof openBackground>[0]['works'];
}

/** Starts the server of the OAuth edition. @throws what Node throws when the port is taken */
export async function startServer(parts: ServerParts): Promise<Listening> {
  const { settings, store, log, now = Date.now, stopwatch = DEFAULT_TRANSPORT, timeouts } = parts;
  const counts = openCallCounts({ database: store.database, log, now });
  const endExpiry = expireRegularly(store.database, log, now);
  const running = openRunningWork();
  let isEnding = false;
  let background: Background | null = null;
  const onChanged: Background['onChanged'] = (keys) => background?.onChanged(keys);
  const completeLater: Background['completeLater'] = async (execution) => {
    if (background === null) throw new Error('the work in the background is not open yet');
    await background.completeLater(execution);
  };
  const inside = { counts, running, stopwatch, now, onChanged, completeLater, isEnding: () => isEnding };
  const { app, installer, following, completing } = appOf(parts, inside);
  background = await openBackground({ ...parts, following, completing });
  const server = await listenTo(app, settings, { running, stopwatch }, timeouts);
  const close = () => {
    isEnding = true;
    const ended = [server.close(), installer.close(), endExpiry()];
    return Promise.all(ended).then(background.close).then(counts.close);
  };
  return { address: server.address, close };
}

interface Inside {
  counts: CallCounts;
  running: RunningWork;
  stopwatch: Stopwatch;
  now: () => number;
  onChanged: Background['onChanged'];
  completeLater: Background['completeLater'];
  isEnding: () => boolean;
}

function appOf(
  {
    settings,
    store,
    log,
    scopes,
    optionalScopes = [],
    transport,
    databaseClock,
    limits: figures,
    tally = openTally(),
  }: ServerParts,
  { counts, running, stopwatch, now, onChanged, completeLater, isEnding }: Inside,
): { app: Express; installer: PropertyInstaller; following: Following; completing: CompletingParts } {
  const { apps, publicUrl, hubspotUrl } = settings;
  const { database } = store;
  const metrics = openMetrics({ database: store.kind, running: running.count, calls: counts.totals, tally });
  const toPortals = { settings, store, counts, log, now, transport, databaseClock, onDue: onChanged };
  const connections = connectPortals({ ...toPortals, onRefresh: (outcome) => tally.add('refresh', outcome) });
  const { cipher, installs, tokens, portals, jobs } = connections;
  const limits = openLimits(figures);
  const requests = requestsIn(database, cipher);
  const once = openOnce(requests, stopwatch);
  const adminOnly = requireAdmin(settings.adminSecret);
  const states = oauthStatesIn(database);
  const rows = propertyInstallsIn(database);
  const installer = openPropertyInstaller({ rows, installs, portals, jobs, scopes, log, now });
  const onInstalled = installer.begin;
  const noticeFor = (install: Install) => reconnectNotice(install, scopes, publicUrl);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // whoever reaches the server may send X-Forwarded-*: nothing rests on them, and signatures are judged by PUBLIC_URL
  app.disable('trust proxy');
  app.use(securityHeaders());
  app.use(probes({ store, metrics, requireAdmin: adminOnly, stopwatch, isEnding }));
  app.get('/page.css', pageStyle);
  app.use('/admin', adminOnly);
  const sealAnew = () => reseal({ database, cipher, installs, log });
  const ending = { installs, tokens, hubspotUrl, apps, log };
  const admin = { apps, publicUrl, scopes, store, installs, portals, log, now, sealAnew };
  app.use(adminRoutes({ ...admin, disconnect: (key) => disconnect(ending, key) }));
  app.use(
    oauthRoutes({ settings, scopes, optionalScopes, installs, tokens, states, limits, onInstalled, log }),
  );
  app.use(installingRoutes({ settings, rows, installs, installer }));
  const onFailure = noteFailures(database, log);
  const following = followingOver(database, connections, log, now, tally);
  const { changes, contested } = following;
  const door = { apps, publicUrl, installs, portals, limits, once, metrics, running, noticeFor, onFailure };
  app.use(operationsDoor({ ...door, contestOf: contested.read, log, now, stopwatch }));
  app.use(webhooksDoor({ apps, publicUrl, installs, changes, limits, onMarked: onChanged, tally, log, now }));
  const completing = {
    ...{ publicUrl, installs, portals, once: openExecutions(requests, stopwatch) },
    ...{ tally, log, stopwatch, now },
  };
  const ofActions = { ...completing, completeLater, limits: openLimits(actionFigures(figures)) };
  app.use(actionsDoor({ ...door, ...ofActions }));
  app.use(answerUnknown, answerError(log));
  sealAnew().catch((error: unknown) => log.error({ bug: error }, 'tokens not sealed anew'));
  return { app, installer, following, completing };
}
