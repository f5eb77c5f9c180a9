import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Logger } from 'pino';
import { Agent, setGlobalDispatcher } from 'undici';
import * as z from 'zod';

import { InvalidEnvironment } from '../config/environment.ts';
import { type ServerSettings, serverSettings } from '../config/server-settings.ts';
import { type OpenDatabase, openPostgres } from '../store/database.ts';
import { openFolder } from '../store/folder.ts';
import { openLog } from './log.ts';
import { startServer } from './server.ts';

/** Starts the server from its environment: `npm run server`. */
async function start(): Promise<void> {
  const settings = serverSettings();
  const log = openLog(settings.logLevel);
  // without these a call that HubSpot never answers keeps its socket for minutes after nobody waits for it any more
  setGlobalDispatcher(new Agent({ connectTimeout: 5_000, headersTimeout: 30_000, bodyTimeout: 30_000 }));
  const store = await openStore(settings, log);
  const server = await startServer({ settings, store, log, scopes: await scopesOfApp() });
  log.info({ address: server.address, publicUrl: settings.publicUrl, database: store.kind }, 'listening');
  endOnSignal(async () => {
    await server.close();
    await store.close();
  }, log);
}

/** How long the calls that run have to end. Supervisors commonly kill a process 10 seconds after they asked it to end. */
const ENDS_WITHIN_MS = 9_500;

/** Ends the process at the first signal, once what runs is done; at once at a second one. */
function endOnSignal(end: () => Promise<void>, log: Logger): void {
  let isEnding = false;
  const leave = (signal: string) => {
    if (isEnding) process.exit(130);
    isEnding = true;
    log.info({ signal }, 'ending');
    setTimeout(() => {
      log.error('calls did not end in time');
      process.exit(1);
    }, ENDS_WITHIN_MS).unref();
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ bug: error }, 'could not end');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, leave);
}

async function openStore({ databaseUrl, dataFolder }: ServerSettings, log: Logger): Promise<OpenDatabase> {
  const onLost = (error: Error) => log.warn({ reason: error.message }, 'a database connection was lost');
  if (databaseUrl !== null) return openPostgres(databaseUrl, { onLost });
  return openFolder(dataFolder);
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
