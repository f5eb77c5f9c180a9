import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Logger } from 'pino';
import * as z from 'zod';

import { InvalidEnvironment } from '../config/environment.ts';
import { type ServerSettings, serverSettings } from '../config/server-settings.ts';
import { type OpenDatabase, openPostgres } from '../store/database.ts';
import { openFolder } from '../store/folder.ts';
import { portalTurnsIn } from '../store/portal-turns.ts';
import { endOnSignal } from './end-on-signal.ts';
import { openLog } from './log.ts';
import { type ServerParts, startServer } from './server.ts';
import { boundSockets } from './sockets.ts';
import { openTally } from './tally.ts';
import { startWorkProcess } from './work/work-process.ts';

/** Starts the server from its environment: `npm run server`. */
async function start(): Promise<void> {
  const settings = serverSettings();
  const log = openLog(settings.logLevel);
  boundSockets();
  const store = await openStore(settings, log);
  // a folder belongs to one process
  const isBeside = store.kind === 'PostgreSQL';
  const works = isBeside ? 'beside' : 'here';
  const tally = openTally();
  const server = await startServer({ settings, store, log, tally, ...(await scopesOfApp()), works });
  const { releaseAll } = portalTurnsIn(store.database);
  const work = isBeside ? startWorkProcess({ log, tally, onEnded: releaseAll }) : null;
  log.info({ address: server.address, publicUrl: settings.publicUrl, database: store.kind }, 'listening');
  endOnSignal(async () => {
    await Promise.all([server.close(), work?.close()]);
    await store.close();
  }, log);
}

async function openStore({ databaseUrl, dataFolder }: ServerSettings, log: Logger): Promise<OpenDatabase> {
  const onLost = (error: Error) => log.warn({ reason: error.message }, 'a database connection was lost');
  if (databaseUrl !== null) return openPostgres(databaseUrl, { onLost });
  return openFolder(dataFolder);
}

const Scopes = z.array(z.string());
const Manifest = z.object({
  config: z.object({ auth: z.object({ requiredScopes: Scopes }) }),
  editions: z.object({ oauth: z.object({ auth: z.object({ optionalScopes: Scopes }) }) }),
});

/** The scopes of the manifest, from which the app is built too. */
async function scopesOfApp(): Promise<Pick<ServerParts, 'scopes' | 'optionalScopes'>> {
  const text = await readFile(join(import.meta.dirname, '../../app.json'), 'utf8');
  const { config, editions } = Manifest.parse(JSON.parse(text));
  return { scopes: config.auth.requiredScopes, optionalScopes: editions.oauth.auth.optionalScopes };
}

try {
  await start();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof InvalidEnvironment ? message : `The server cannot start: ${message}`);
  process.exit(error instanceof InvalidEnvironment ? 2 : 1);
}
