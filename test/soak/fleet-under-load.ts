import { randomBytes, randomUUID } from 'node:crypto';

import type { SandboxCrmOptions } from '../../sandbox/hubspot/start-sandbox-crm.ts';
import { type Portal, openPortal } from '../portal.ts';
import { APP, type Caller, PUBLIC_URL, REGISTERED, authorize, signedPost } from '../server/server-in-test.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { type TemporaryPostgres, freePort, startPostgres } from './temporary-postgres.ts';

export const PORTAL_ID = 62_515;

/** The installer of the app, who may publish. */
export const INSTALLER: Caller = { portalId: PORTAL_ID, userId: 7, userEmail: 'ada@example.com' };

/** Processes of the server over one database, two unless it is said otherwise, and a portal that is connected to them. */
export interface Fleet {
  portal: Portal;
  postgres: TemporaryPostgres;
  servers: readonly [ServerProcess, ...ServerProcess[]];
  /** Asks one of the two, and repeats the call with the same request id until one of them answers. */
  ask: (operation: string, input: object, caller: Caller) => Promise<Answered>;
  /** How often a call had to be repeated because a process or the database had ended. */
  repeats: () => number;
  close: () => Promise<void>;
}

export interface Answered {
  status: number;
  body: { answer?: unknown; error?: { code: string; message: string } };
}

const SCOPES = [
  ...[
    'oauth',
    'crm.lists.read',
    'crm.lists.write',
    'crm.objects.companies.read',
    'crm.objects.companies.write',
  ],
  ...['crm.objects.contacts.read', 'crm.objects.contacts.write', 'crm.objects.deals.read'],
  ...[
    'crm.objects.deals.write',
    'crm.objects.owners.read',
    'crm.schemas.companies.write',
    'crm.schemas.deals.write',
  ],
];

/** Answers that say that nothing was done, and that the same call may be sent again. */
const AGAIN = ['too-many-calls', 'rate-limited', 'unavailable', 'bug', 'too-late', 'unknown-outcome'];
const MOST_REPEATS = 200;

/** What HubSpot does with the tokens of the portal. */
type TokenRules = Pick<SandboxCrmOptions, 'accessTokenSeconds' | 'switches'>;

export async function startFleet(rules: TokenRules, processes: 1 | 2 = 2): Promise<Fleet> {
  const postgres = await startPostgres();
  const portal = await openPortal({
    edition: 'oauth',
    now: () => new Date(),
    account: { portalId: PORTAL_ID },
    owners: [{ id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' }],
    apps: [{ ...REGISTERED, requiredScopes: SCOPES }],
    ...rules,
    limits: { oauthBurst: 1_000_000, burst: 1_000_000, search: 1_000_000, daily: 100_000_000 },
  });
  const environment = {
    DATABASE_URL: postgres.url,
    PUBLIC_URL,
    HUBSPOT_APPS: JSON.stringify([APP]),
    TOKEN_KEYS: `soak:${randomBytes(32).toString('base64')}`,
    ADMIN_SECRET: randomBytes(32).toString('base64url'),
    HUBSPOT_BASE_URL: portal.sandbox.baseUrl,
    HUBSPOT_AUTHORIZE_URL: `${portal.sandbox.baseUrl}/oauth/authorize`,
    LOG_LEVEL: 'warn',
  };
  // they start at the same moment, so that both find an empty database
  const begin = async () => startServerProcess(await freePort(), environment);
  const servers = await Promise.all([begin(), ...(processes === 2 ? [begin()] : [])] as const);
  const connected = await authorize(servers[0].address, 7, APP);
  if (connected.status !== 303)
    throw new Error(`not connected: ${connected.status} ${await connected.text()}`);
  let repeats = 0;
  const ask = async (operation: string, input: object, caller: Caller): Promise<Answered> => {
    const body = JSON.stringify({ input, requestId: randomUUID() });
    for (let count = 0; count < MOST_REPEATS; count++) {
      const server = servers[(caller.userId + count) % servers.length] ?? servers[0];
      const answered = await once(server.address, operation, body, caller);
      if (answered !== null && !AGAIN.includes(answered.body.error?.code ?? '')) return answered;
      repeats += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${operation} was not answered`);
  };
  return {
    ...{ portal, postgres, servers, ask, repeats: () => repeats },
    close: async () => {
      await Promise.all(servers.map((server) => server.end()));
      await portal.close();
      await postgres.close();
    },
  };
}

/** @returns null where no answer came */
async function once(
  address: string,
  operation: string,
  body: string,
  caller: Caller,
): Promise<Answered | null> {
  try {
    const response = await signedPost(address, `/api/operations/${operation}`, body, caller, Date.now());
    return { status: response.status, body: (await response.json()) as Answered['body'] };
  } catch {
    return null;
  }
}
