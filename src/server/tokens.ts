import { randomUUID } from 'node:crypto';

import type { HubSpotApp } from '../config/server-settings.ts';
import { OAuthError, refreshTokens } from '../crm/oauth.ts';
import type { Install, InstallKey, Installs } from '../store/installs.ts';

/** An access token that is valid for some more time. */
export interface Access {
  accessToken: string;
  /** The version of the tokens; a later one has a higher number. */
  version: number;
}

/** The portal has the app no more, or never had it. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

/** Access tokens of the portals, refreshed before they end. */
export interface PortalTokens {
  /** @throws NotInstalled, OAuthError */
  read: (key: InstallKey) => Promise<Access>;
  /** After HubSpot refused a token that should have been valid. @throws NotInstalled, OAuthError */
  replace: (key: InstallKey, refused: Access) => Promise<Access>;
}

interface Surroundings {
  installs: Installs;
  hubspotUrl: string;
  appOf: (appId: number) => HubSpotApp;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** A token is refreshed so long before it ends. */
const BEFORE_MS = 5 * 60_000;
/** A token that ends sooner is used no more. */
const LEAST_MS = 30_000;
/** Longer than the request for tokens may take, so that its holder has given up before another begins. */
const LEASE_SECONDS = 20;
const POLL_MS = 100;
const PATIENCE_MS = 12_000;

/**
 * The right to refresh is a lease in the database: one process asks HubSpot at a time, outside of any transaction, and
 * the others read what it stored.
 */
export function portalTokens(surroundings: Surroundings): PortalTokens {
  const { installs, now } = surroundings;
  const read = async (key: InstallKey) => {
    const install = await installed(installs, key);
    const left = install.tokens.expiresAt.getTime() - now();
    if (left > BEFORE_MS) return accessOf(install);
    const renewed = renew(surroundings, key, install);
    if (left <= LEAST_MS) return renewed;
    // still valid: nobody has to wait for the new one
    renewed.catch(() => undefined);
    return accessOf(install);
  };
  return {
    read,
    replace: async (key, refused) => {
      const install = await installed(installs, key);
      return install.tokenVersion === refused.version ? renew(surroundings, key, install) : accessOf(install);
    },
  };
}

type Connected = Install & { tokens: NonNullable<Install['tokens']> };

async function installed(installs: Installs, key: InstallKey): Promise<Connected> {
  const install = await installs.read(key);
  if (install?.tokens == null)
    throw new NotInstalled(`The app ${key.appId} is not installed in portal ${key.portalId}.`);
  return { ...install, tokens: install.tokens };
}

function accessOf({ tokens, tokenVersion }: Connected): Access {
  return { accessToken: tokens.accessToken, version: tokenVersion };
}

/** Refreshes the tokens, or waits for whoever does. */
async function renew(surroundings: Surroundings, key: InstallKey, seen: Connected): Promise<Access> {
  const { installs, now, sleep } = surroundings;
  const holder = randomUUID();
  const endsAt = now() + PATIENCE_MS;
  for (;;) {
    if (await installs.takeRefresh(key, seen.tokenVersion, holder, LEASE_SECONDS)) break;
    const install = await installed(installs, key);
    if (install.tokenVersion !== seen.tokenVersion) return accessOf(install);
    if (now() >= endsAt)
      throw new OAuthError('unavailable', 'Another process did not finish refreshing a token.');
    await sleep(POLL_MS);
  }
  try {
    const { hubspotUrl, appOf } = surroundings;
    const issued = await refreshTokens(hubspotUrl, appOf(key.appId), seen.tokens.refreshToken);
    const { accessToken, refreshToken } = issued;
    const expiresAt = new Date(now() + issued.expiresIn * 1_000);
    await installs.keepRefreshed(key, seen.tokenVersion, holder, { accessToken, refreshToken, expiresAt });
    return accessOf(await installed(installs, key));
  } catch (error) {
    if (error instanceof OAuthError && error.code === 'invalid-grant') {
      await installs.endInstall(key, seen.tokenVersion);
      throw new NotInstalled(`HubSpot says that portal ${key.portalId} has uninstalled the app.`, {
        cause: error,
      });
    }
    await installs.releaseRefresh(key, holder);
    throw error;
  }
}
