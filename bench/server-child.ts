// Started by server-rows.ts: one process of the server, with its settings in the environment.
import { pino } from 'pino';
import { Agent, setGlobalDispatcher } from 'undici';

import { serverSettings } from '../src/config/server-settings.ts';
import { startServer } from '../src/server/server.ts';
import { openPostgres } from '../src/store/database.ts';
import { installsIn } from '../src/store/installs.ts';
import { openCipher } from '../src/store/token-cipher.ts';
import { APP_ID, FIRST_PORTAL, PORTALS, tokenOf } from './server-portals.ts';

setGlobalDispatcher(new Agent({ connectTimeout: 5_000, headersTimeout: 30_000, bodyTimeout: 30_000 }));
const settings = serverSettings();
const store = await openPostgres(settings.databaseUrl ?? '');
const installs = installsIn(store.database, openCipher(settings.tokenKeys));
for (let portalId = FIRST_PORTAL; portalId < FIRST_PORTAL + PORTALS; portalId += 1) {
  const grant = {
    appId: APP_ID,
    portalId,
    domain: 'acme.com',
    installerId: 7,
    installerEmail: 'ada@example.com',
  };
  const tokens = {
    accessToken: tokenOf(portalId),
    refreshToken: 'none',
    expiresIn: 86_400,
    lifetime: 86_400,
  };
  await installs.keep({ ...grant, scopes: [] }, tokens);
}
const server = await startServer({
  settings,
  store,
  log: pino({ level: 'warn' }),
  scopes: [],
  works: 'nowhere',
});
process.on('message', () => {
  globalThis.gc?.();
  process.send?.({ rss: process.memoryUsage().rss });
});
// a bench that was broken off leaves no process behind
process.on('disconnect', () => process.exit());
process.send?.({ address: server.address });
