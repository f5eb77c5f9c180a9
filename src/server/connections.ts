import type { Logger } from 'pino';

import type { ServerSettings } from '../config/server-settings.ts';
import type { TransportSettings } from '../crm/client/request.ts';
import type { DatabaseClock } from '../store/database-clock.ts';
import type { OpenDatabase } from '../store/database.ts';
import { changedRecordsIn } from '../store/changed-records.ts';
import { contestedCompaniesIn } from '../store/contested-companies.ts';
import { type InstallKey, installsIn } from '../store/installs.ts';
import { type PortalJobs, portalJobsIn } from '../store/portal-jobs.ts';
import { type TokenCipher, openCipher } from '../store/token-cipher.ts';
import type { CallCounts } from './call-counts.ts';
import { jobsOf } from './jobs.ts';
import { type KnownInstalls, knowInstalls } from './known-installs.ts';
import type { RefreshOutcome } from './metrics.ts';
import { type Portals, openPortals } from './portals.ts';
import { type PortalTokens, portalTokens } from './tokens.ts';

/** The way to the portals that are connected: for a process that answers calls, and for one that works in the background. */
export interface Connections {
  cipher: TokenCipher;
  installs: KnownInstalls;
  tokens: PortalTokens;
  portals: Portals;
  jobs: PortalJobs;
}

interface Surroundings {
  settings: Pick<ServerSettings, 'apps' | 'publicUrl' | 'hubspotUrl' | 'tokenKeys'>;
  store: Pick<OpenDatabase, 'database'>;
  counts: CallCounts;
  log: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Told of portals in which a job is due. */
  onDue?: (keys: readonly InstallKey[]) => void;
  transport?: TransportSettings | undefined;
  databaseClock?: DatabaseClock | undefined;
  onRefresh?: (outcome: RefreshOutcome) => void;
}

export function connectPortals(surroundings: Surroundings): Connections {
  const { settings, store, counts, log, now, transport, databaseClock, onRefresh } = surroundings;
  const { onDue = () => undefined } = surroundings;
  const { apps, publicUrl, hubspotUrl } = settings;
  const { database } = store;
  const cipher = openCipher(settings.tokenKeys);
  const clock = transport?.now ?? (() => performance.now());
  const sleep = transport?.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const installs = knowInstalls(installsIn(database, cipher), clock);
  const appOf = (appId: number) => {
    const app = apps.find((each) => each.appId === appId);
    if (app === undefined) throw new Error(`the settings have no app ${appId}`);
    return app;
  };
  const renewing = { installs, hubspotUrl, appOf, clock, sleep, log };
  const tokens = portalTokens({ ...renewing, ...(onRefresh && { onRefresh }) });
  const toHubSpot = { tokens, hubspotUrl, counts, ...(transport && { transport }) };
  const jobs = portalJobsIn(database, now);
  const tables = {
    jobs,
    changes: changedRecordsIn(database),
    contested: contestedCompaniesIn(database, now),
  };
  const ofPortal = { jobsOf: (key: InstallKey) => jobsOf(tables, key, onDue) };
  const portals = openPortals({ database, databaseClock, publicUrl, log, ...toHubSpot, ...ofPortal });
  return { cipher, installs, tokens, portals, jobs };
}
