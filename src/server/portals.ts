import { randomUUID } from 'node:crypto';

import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';

import { DEFAULT_TRANSPORT, openCrm } from '../crm/client/client.ts';
import { CrmError } from '../crm/client/errors.ts';
import type { Crm, Limiter, TransportSettings } from '../crm/client/request.ts';
import { type KnownInstallation, keepInstallation } from '../crm/installation.ts';
import type { Jobs } from '../contract/jobs.ts';
import type { SignedPerson } from '../contract/signed-person.ts';
import type { DatabaseClock } from '../store/database-clock.ts';
import type { Database } from '../store/database.ts';
import type { InstallKey } from '../store/installs.ts';
import { type Context, contextOver } from '../usecases/context.ts';
import { type KnownPolicy, keepPolicy } from '../usecases/policy/known-policy.ts';
import { OAuthError } from '../crm/oauth.ts';
import { oauthRemedies } from '../usecases/remedies.ts';
import { NO_ACCESS, TOKENS_UNAVAILABLE } from '../messages/server.ts';
import { Refused } from '../usecases/refused.ts';
import { portalHome } from './portal-home.ts';
import type { CallCounts } from './call-counts.ts';
import { leasedLimiter } from './leased-limiter.ts';
import { installAddress } from './oauth/install-address.ts';
import { type Access, NotInstalled } from './renew-tokens.ts';
import type { PortalTokens } from './tokens.ts';

/** What a process keeps of a portal between calls. */
interface KnownPortal {
  installation: KnownInstallation;
  policy: KnownPolicy;
  limiter: Limiter;
}

/** The portals that this server works for. */
export interface Portals {
  /**
   * The context for one call.
   *
   * @param limitMs milliseconds from now after which no call to HubSpot is begun and none is waited for
   */
  contextOf: (key: InstallKey, person: SignedPerson | null, limitMs?: number) => Context;
}

interface Surroundings {
  database: Database;
  databaseClock?: DatabaseClock | undefined;
  tokens: PortalTokens;
  hubspotUrl: string;
  publicUrl: string;
  counts: CallCounts;
  /** Work on a whole portal in the background. */
  jobsOf: (key: InstallKey) => Jobs;
  log: Logger;
  transport?: TransportSettings;
}

/** What is known of so many portals is kept in memory; those asked for longest ago go first. */
const MOST_KNOWN = 500;

export function openPortals(surroundings: Surroundings): Portals {
  const { database, databaseClock, counts, log, transport = DEFAULT_TRANSPORT } = surroundings;
  const known = new LRUCache<string, KnownPortal>({ max: MOST_KNOWN });
  const limiting = { database, databaseClock, log, clock: transport, holder: randomUUID() };
  const knownOf = (key: InstallKey): KnownPortal => {
    const name = `${key.appId}:${key.portalId}`;
    const { now } = transport;
    const portal = known.get(name) ?? {
      installation: keepInstallation(now),
      policy: keepPolicy(),
      limiter: leasedLimiter(limiting, key),
    };
    known.set(name, portal);
    return portal;
  };
  return {
    contextOf: (key, person, limitMs) => {
      const { installation, policy, limiter } = knownOf(key);
      const endsAt = limitMs === undefined ? null : transport.now() + limitMs;
      const onOutcome = (status: number | null) => {
        transport.onOutcome?.(status);
        counts.count(key, status);
      };
      const crm = crmOf(key, surroundings, { ...transport, limiter, endsAt, onOutcome });
      const home = portalHome(database, key.portalId);
      const publishes = person === null ? 'always' : 'by-person';
      const address = installAddress(surroundings.publicUrl, key.appId);
      const remedies = oauthRemedies(address, person === null ? 'server' : 'portal');
      const jobs = surroundings.jobsOf(key);
      const ofEdition = { edition: 'oauth', remedies, publishes, person, jobs } as const;
      return contextOver({ crm, home, installation, policy, ...ofEdition }, transport);
    },
  };
}

/** A portal whose token may end, or be refused, between two calls. */
function crmOf(
  key: InstallKey,
  { tokens, hubspotUrl: baseUrl }: Surroundings,
  settings: TransportSettings,
): Crm {
  const by = ({ accessToken }: Access) => openCrm({ baseUrl, accessToken }, settings);
  const access = (read: () => Promise<Access>) =>
    read().catch((cause: unknown) => {
      if (cause instanceof NotInstalled) throw new Refused('not-connected', NO_ACCESS, { cause });
      if (cause instanceof OAuthError) throw new CrmError('unavailable', TOKENS_UNAVAILABLE, { cause });
      throw cause;
    });
  return {
    send: async (request) => {
      const first = await access(() => tokens.read(key));
      try {
        return await by(first).send(request);
      } catch (error) {
        if (!(error instanceof CrmError) || error.code !== 'wrong-token') throw error;
        // HubSpot did nothing: the call may be sent again, whatever it writes
        const next = await access(() => tokens.replace(key, first));
        return by(next)
          .send(request)
          .catch((again: unknown) => {
            if (!(again instanceof CrmError) || again.code !== 'wrong-token') throw again;
            throw new Refused('not-connected', NO_ACCESS, { cause: again });
          });
      }
    },
  };
}
