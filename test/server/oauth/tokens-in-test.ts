import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';

import { type SQL, sql } from 'drizzle-orm';
import { type Logger, pino } from 'pino';

import { type SandboxCrm, startSandboxCrm } from '../../../sandbox/hubspot/start-sandbox-crm.ts';
import type { Switches } from '../../../sandbox/hubspot/switches.ts';
import { exchangeCode } from '../../../src/crm/oauth.ts';
import { type KnownInstalls, knowInstalls } from '../../../src/server/known-installs.ts';
import { type PortalTokens, portalTokens } from '../../../src/server/tokens.ts';
import type { Database } from '../../../src/store/database.ts';
import { installsIn } from '../../../src/store/installs.ts';
import { openCipher } from '../../../src/store/token-cipher.ts';
import { type SkippingClock, skippingClock } from '../../skipping-clock.ts';
import { openTestDatabase } from '../../store/database-in-test.ts';
import { APP, PUBLIC_URL, REGISTERED } from '../server-in-test.ts';

const PORTAL = 62_515;
export const KEY = { appId: APP.appId, portalId: PORTAL };
const REDIRECT = `${PUBLIC_URL}/oauth/callback`;
const SCOPE = 'crm.objects.companies.read';

/** A process that works for the portal: with nothing in common with another one but the database. */
export interface ProcessInTest {
  installs: KnownInstalls;
  tokens: PortalTokens;
  clock: SkippingClock;
}

export interface TokensInTest {
  sandbox: SandboxCrm;
  database: Database;
  log: Logger;
  /** @param sleep how it waits for another process; at once and without end, unless its clock is to show that */
  startProcess: (sleep?: 'turns' | 'skips') => ProcessInTest;
  /** Authorizes the app in HubSpot, and keeps the tokens. */
  connect: (process: ProcessInTest) => Promise<void>;
  /** Lets the access token end in so many seconds, by the clock of the database. */
  endIn: (seconds: number) => Promise<unknown>;
  run: (statement: SQL) => Promise<unknown>;
  /** How often each refresh token was sent to HubSpot. */
  uses: () => number[];
  logged: () => string;
}

/** Runs a test with a database, and an account in which the app can be installed. */
export async function withTokens(
  run: (test: TokensInTest) => Promise<void>,
  switches: Partial<Switches> = {},
): Promise<void> {
  const store = await openTestDatabase();
  const sandbox = await startSandboxCrm({
    tokens: [],
    account: { portalId: PORTAL },
    owners: [{ id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' }],
    apps: [{ ...REGISTERED, requiredScopes: [SCOPE] }],
    switches,
  });
  const key = randomBytes(32);
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, kept(lines));
  const startProcess = (sleep: 'turns' | 'skips' = 'turns'): ProcessInTest => {
    const clock = skippingClock();
    const installs = knowInstalls(installsIn(store.database, openCipher([{ name: 'k', key }])), () =>
      clock.now(),
    );
    const parts = { installs, hubspotUrl: sandbox.baseUrl, appOf: () => APP, log };
    return {
      installs,
      clock,
      tokens: portalTokens({ ...parts, clock: clock.now, sleep: sleep === 'turns' ? nextTurn : clock.sleep }),
    };
  };
  const execute = (statement: SQL) => store.database.execute(statement);
  try {
    await run({
      sandbox,
      database: store.database,
      log,
      startProcess,
      connect: async ({ installs }) => {
        const issued = await exchangeCode(sandbox.baseUrl, APP, {
          code: await codeOf(sandbox.baseUrl),
          redirectUri: REDIRECT,
        });
        const grant = { ...KEY, domain: 'acme.com', installerId: 7, installerEmail: 'ada@example.com' };
        await installs.keep({ ...grant, scopes: [SCOPE] }, { ...issued, lifetime: issued.expiresIn });
      },
      endIn: (seconds) =>
        execute(sql`update installs set expires_at = now() + make_interval(secs => ${seconds})`),
      run: execute,
      uses: () => usesIn(sandbox),
      logged: () => lines.join(''),
    });
  } finally {
    await sandbox.close();
    await store.close();
  }
}

export function usesIn({ journal }: SandboxCrm): number[] {
  const counts = new Map<string, number>();
  for (const { refreshEnd } of journal.entries())
    if (refreshEnd !== undefined) counts.set(refreshEnd, (counts.get(refreshEnd) ?? 0) + 1);
  return [...counts.values()];
}

/** Lets everything else go on. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function kept(lines: string[]): Writable {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
}

async function codeOf(baseUrl: string): Promise<string> {
  const form = { client_id: APP.clientId, redirect_uri: REDIRECT, scope: SCOPE, decision: 'grant' };
  const granted = await fetch(`${baseUrl}/oauth/authorize`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  return new URL(granted.headers.get('location') ?? '').searchParams.get('code') ?? '';
}
