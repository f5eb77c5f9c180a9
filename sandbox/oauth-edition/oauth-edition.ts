import { randomBytes } from 'node:crypto';

import { builtApp } from '../built-app.ts';
import { PEOPLE } from '../demo/account.ts';
import type { BuiltEdition } from '../edition.ts';
import { DEFAULT_ACCOUNT } from '../hubspot/account/account.ts';
import type { SandboxCrm } from '../hubspot/start-sandbox-crm.ts';
import { connect } from './connect.ts';
import { throughProxy } from './hubspot-fetch.ts';
import { type RegisteredApp, registeredApp } from './registered-app.ts';
import { type ServerDatabase, serverDatabase } from './server-database.ts';
import { startServerProcess } from './server-process.ts';

interface Options {
  /** Null: PGlite. */
  databaseUrl: string | null;
  dataFile: string | undefined;
  /** Whether the portal has the app connected from the start. */
  isConnected: boolean;
}

const PORTAL = DEFAULT_ACCOUNT.portalId;

/** The OAuth edition: cards ask the server through HubSpot's proxy, and an admin connects the portal. */
export async function oauthEdition({ databaseUrl, dataFile, isConnected }: Options): Promise<BuiltEdition> {
  const { projectFolder, cards } = await builtApp('oauth');
  const app = await registeredApp(projectFolder);
  const { permittedOrigins, ...identity } = app;
  const [origin] = permittedOrigins;
  return {
    cards,
    app: identity,
    start: async (crm, furnished) => {
      const entries = await furnished;
      const database = await serverDatabase(databaseUrl, dataFile);
      await database.prepare(PORTAL, entries);
      const environment = environmentOf(app, crm, database);
      const server = await startServerProcess(environment, { tell: console.log, warn: console.error });
      const { address } = server;
      const installUrl = `${address}/oauth/install?app=${app.id}`;
      crm.connections.leadTo(origin, address);
      const begin = () => (isConnected ? connect(installUrl, PEOPLE[0].userId) : Promise.resolve());
      await begin();
      const localOrigins = { [origin]: address };
      return {
        reach: {
          hubspotFetch: throughProxy({ app, portalId: PORTAL, localOrigin: (of) => localOrigins[of] }),
          connection: {
            ...{ installUrl, localOrigins },
            isConnected: () => crm.connections.has(app.id),
            disconnect: () => crm.connections.end(app.id),
          },
        },
        reset: async (entries) => {
          crm.connections.end(app.id);
          await server.without(() => database.prepare(PORTAL, entries));
          await begin();
        },
        end: async () => {
          await server.end();
          await database.close();
        },
      };
    },
  };
}

/** The settings of the server, with secrets of this start. */
function environmentOf(
  { id: appId, clientId, clientSecret, permittedOrigins: [publicUrl] }: RegisteredApp,
  { baseUrl }: SandboxCrm,
  { environment }: ServerDatabase,
): Record<string, string> {
  return {
    ...environment,
    PUBLIC_URL: publicUrl,
    HUBSPOT_APPS: JSON.stringify([{ appId, clientId, clientSecret }]),
    TOKEN_KEYS: `sandbox:${randomBytes(32).toString('base64')}`,
    ADMIN_SECRET: randomBytes(24).toString('hex'),
    HUBSPOT_BASE_URL: baseUrl,
    HUBSPOT_AUTHORIZE_URL: `${baseUrl}/oauth/authorize`,
  };
}
