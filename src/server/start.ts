import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { PGlite } from '@electric-sql/pglite';
import { pino } from 'pino';
import * as z from 'zod';

import { InvalidEnvironment } from '../config/environment.ts';
import { type ServerSettings, serverSettings } from '../config/server-settings.ts';
import { type OpenDatabase, openPglite, openPostgres } from '../store/database.ts';
import { startServer } from './server.ts';

/** Starts the server from its environment: `npm run server`. */
async function start(): Promise<void> {
  const settings = serverSettings();
  const log = pino({ level: settings.logLevel });
  const store = await openStore(settings);
  const server = await startServer({ settings, store, log, scopes: await scopesOfApp() });
  log.info({ address: server.address, database: store.kind }, 'listening');
  const end = async () => {
    await server.close();
    await store.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
}

async function openStore({ databaseUrl, dataFolder }: ServerSettings): Promise<OpenDatabase> {
  if (databaseUrl !== null) return openPostgres(databaseUrl);
  return openPglite(await PGlite.create(dataFolder));
}

const Manifest = z.object({
  config: z.object({ auth: z.object({ requiredScopes: z.array(z.string()) }) }),
});

/** The scopes of the manifest, from which the app is built too. */
async function scopesOfApp(): Promise<readonly string[]> {
  const text = await readFile(join(import.meta.dirname, '../../app.json'), 'utf8');
  return Manifest.parse(JSON.parse(text)).config.auth.requiredScopes;
}

try {
  await start();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof InvalidEnvironment ? message : `The server cannot start: ${message}`);
  process.exit(error instanceof InvalidEnvironment ? 2 : 1);
}
