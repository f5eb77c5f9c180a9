import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Actions } from './actions/action-runner.ts';
import {
  type IntegrationOptions,
  integrationSettings,
  openIntegrations,
  ratesIn,
} from './apps/integrations.ts';
import { type Faults, openFaults } from './faults/faults.ts';
import { openClock } from './faults/skewed-clock.ts';
import { type Journal, openJournal } from './http/journal.ts';
import { mountRoutes } from './http/mount-routes.ts';
import { disconnect, isConnected } from './oauth/oauth-store.ts';
import { restoreRecord } from './objects/archive-record.ts';
import type { Actor, Owner, Source } from './portal/actor.ts';
import { createPortal } from './portal/create-portal.ts';
import { type CrmEvents, openEvents } from './portal/events.ts';
import { type PropertyUse, type ValidationRule, typeStoreOf } from './portal/portal.ts';
import { dumpPortal } from './saved-portal/dump-portal.ts';
import { loadPortal } from './saved-portal/load-portal.ts';
import { restorePortal } from './saved-portal/restore-portal.ts';
import type { SavedPortal } from './saved-portal/saved-portal.ts';
import { DEFAULT_SWITCHES, type Switches } from './switches.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

export interface SandboxCrmOptions extends IntegrationOptions {
  /** Each token stands for one actor. */
  readonly tokens: readonly Actor[];
  readonly owners?: readonly Owner[];
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly now?: () => Date;
  readonly newCorrelationId?: () => string;
  /** Lag of searches behind writes in milliseconds; 0 by default. HubSpot's is up to a few seconds. */
  readonly searchLagMs?: number;
  /** Guessed behaviours to set differently from the default. */
  readonly switches?: Partial<Switches>;
  /** The result of `portal.dump()`, for example from a file; empty account when left out. */
  readonly loadFrom?: unknown;
  /** Called with the error of a failing event listener; logs to the console by default. */
  readonly onListenerFailure?: (failure: unknown) => void;
  /** Told when the fault `hang` leaves a call without an answer: a test can end the caller's patience at once. */
  readonly onHang?: () => void;
}

export interface SandboxCrm {
  readonly baseUrl: string;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly events: CrmEvents;
  readonly webhooks: Webhooks;
  /** Custom workflow actions. */
  readonly actions: Actions;
  /** Sets the rate limits, as the option `limits` does. Calls made while they were off do not count. */
  readonly setLimits: (limits: NonNullable<IntegrationOptions['limits']>) => void;
  /** Sets the account's clock ahead or behind, in milliseconds. */
  readonly skewClock: (ms: number) => void;
  /** The whole account as plain JSON, for `loadFrom`. */
  readonly portal: {
    readonly dump: () => SavedPortal;
    /** Puts the account back to a dump; nothing is published. @throws SavedPortalError */
    readonly restore: (saved: unknown) => void;
    /** Sets the validation rules for writes on dated paths; replaces the former ones. */
    readonly setRules: (rules: readonly ValidationRule[]) => void;
    /** Takes a record out of the recycling bin, as a person does in HubSpot: no call can. Its associations stay gone. */
    readonly restoreRecord: (objectType: string, id: string, by: Source) => void;
    /** Says which properties workflows use: these are not archived. Replaces the former ones. */
    readonly setPropertyUses: (uses: readonly PropertyUse[]) => void;
  };
  /** The apps that the account's people connected by OAuth. */
  readonly connections: {
    readonly has: (appId: number) => boolean;
    /** As an admin does under "Connected apps": its tokens become unknown, and nobody tells the app. */
    readonly end: (appId: number) => void;
    /**
     * Lets pages, events and calls of actions lead to a server on this machine in place of an app's, `https://app.example.com`, or of HubSpot's own,
     * `https://app.hubspot.com`.
     */
    readonly leadTo: (origin: string, localOrigin: string) => void;
  };
  /** Also ends open calls, hanging ones included. Safe to call twice. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a HubSpot account in memory, served over HTTP on 127.0.0.1.
 *
 * @throws SavedPortalError when `loadFrom` is no saved portal
 * @throws Error of Node (`code` EADDRINUSE) when the port is taken
 * @example
 * const crm = await startSandboxCrm({ tokens: [{ token: 'pat-app', sourceType: 'INTEGRATION', sourceId: '1234' }] });
 * const hubspot = new Client({ accessToken: 'pat-app', basePath: crm.baseUrl });
 */
export async function startSandboxCrm(options: SandboxCrmOptions): Promise<SandboxCrm> {
  const events = openEvents(options.onListenerFailure ?? console.error);
  const clock = openClock(options.now ?? (() => new Date()));
  const switches = { ...DEFAULT_SWITCHES, ...options.switches };
  const portal = createPortal({
    ...integrationSettings(options, { now: clock.now, switches }),
    now: clock.now,
    newCorrelationId: options.newCorrelationId ?? randomUUID,
    switches,
    owners: options.owners ?? [],
    publish: events.publish,
    searchLagMs: options.searchLagMs ?? 0,
  });
  if (options.loadFrom !== undefined) loadPortal(portal, options.loadFrom);
  const faults = openFaults(clock.now);
  const journal = openJournal();
  const { webhooks, actions, close: closeIntegrations } = openIntegrations(portal, events, options);
  const stopwatch = () => performance.now();
  const onHang = options.onHang ?? (() => undefined);
  const desk = { portal, faults, journal, clock, stopwatch, webhooks, actions, onHang };
  const server = createServer(mountRoutes(desk));
  const port = await listen(server, options.port ?? 0);
  let closed: Promise<void> | undefined;
  const close = () => {
    closeIntegrations();
    return (closed ??= closeServer(server));
  };
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    faults,
    journal,
    events,
    webhooks,
    actions,
    setLimits: (limits) => portal.limiter.setRates(ratesIn({ limits }, portal.account)),
    skewClock: clock.set,
    portal: {
      dump: () => dumpPortal(portal),
      restore: (saved) => restorePortal(portal, saved),
      setRules: (rules) => void (portal.rules = rules),
      restoreRecord: (objectType, id, by) => {
        const store = typeStoreOf(portal, objectType);
        const record = store.records.byId.get(id);
        if (record?.archivedAt !== undefined) restoreRecord(portal, store, record, by);
      },
      setPropertyUses: (uses) => void (portal.propertyUses = uses),
    },
    connections: {
      has: (appId) => isConnected(portal.oauth, appId),
      end: (appId) => disconnect(portal.oauth, appId),
      leadTo: (origin, localOrigin) => void portal.oauth.localOrigins.set(origin, localOrigin),
    },
    close,
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
