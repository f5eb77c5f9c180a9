import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Actor } from './actor.ts';
import { DEFAULT_SWITCHES, type Switches } from './switches.ts';
import { type Faults, openFaults } from './faults.ts';
import { type Journal, openJournal } from './journal.ts';
import { mountRoutes } from './mount-routes.ts';
import type { Owner } from './owner.ts';
import { createPortal } from './portal.ts';

export interface SandboxCrmOptions {
  /** Each token stands for one actor. */
  readonly tokens: readonly Actor[];
  readonly owners?: readonly Owner[];
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly now?: () => Date;
  readonly newCorrelationId?: () => string;
  /** Guessed behaviours that shall be otherwise than by default. */
  readonly switches?: Partial<Switches>;
}

export interface SandboxCrm {
  readonly baseUrl: string;
  readonly faults: Faults;
  readonly journal: Journal;
  /** Ends open calls too, hanging ones included. May be called again. */
  readonly close: () => Promise<void>;
}

/**
 * Starts an empty HubSpot account in memory, served over HTTP on 127.0.0.1.
 *
 * @throws Error of Node (`code` EADDRINUSE) when the port is taken
 * @example
 * const crm = await startSandboxCrm({ tokens: [{ token: 'pat-app', sourceType: 'INTEGRATION', sourceId: '1234' }] });
 * const hubspot = new Client({ accessToken: 'pat-app', basePath: crm.baseUrl });
 */
export async function startSandboxCrm(options: SandboxCrmOptions): Promise<SandboxCrm> {
  const portal = createPortal({
    now: options.now ?? (() => new Date()),
    newCorrelationId: options.newCorrelationId ?? randomUUID,
    switches: { ...DEFAULT_SWITCHES, ...options.switches },
    actors: new Map(options.tokens.map((actor) => [actor.token, actor])),
    owners: options.owners ?? [],
  });
  const faults = openFaults();
  const journal = openJournal();
  const server = createServer(mountRoutes({ portal, faults, journal }));
  const port = await listen(server, options.port ?? 0);
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= closeServer(server));
  return { baseUrl: `http://127.0.0.1:${port}`, faults, journal, close };
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
