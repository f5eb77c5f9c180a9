import { randomUUID } from 'node:crypto';

import type { HubSpotApp } from '../config/server-settings.ts';
import { type IssuedTokens, OAuthError, refreshTokens } from '../crm/oauth.ts';
import { REFRESHED_ELSEWHERE } from '../messages/connecting.ts';
import type { Install, InstallKey } from '../store/installs.ts';
import type { KnownInstalls } from './known-installs.ts';

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

export interface Renewing {
  installs: KnownInstalls;
  hubspotUrl: string;
  appOf: (appId: number) => HubSpotApp;
  /** Milliseconds that only grow. */
  clock: () => number;
  sleep: (ms: number) => Promise<void>;
}

export type Connected = Install & { tokens: NonNullable<Install['tokens']> };

/**
 * A holder asks HubSpot within the first 3 seconds of its lease and waits 8, so that it has stopped, or has stored what it
 * got, before the lease ends and another one asks.
 */
const LEASE_SECONDS = 15;
const BEGIN_MS = 3_000;
const ASK_MS = 8_000;
const SHORTEST_POLL_MS = 50;
const LONGEST_POLL_MS = 800;
const PATIENCE_MS = 12_000;

/**
 * Refreshes tokens, or waits for whoever does. The right to refresh is a lease in the database: one process asks HubSpot at
 * a time, outside of any transaction, and the others read what it stored.
 *
 * @throws NotInstalled, OAuthError
 */
export async function renewTokens(surroundings: Renewing, key: InstallKey, seen: Connected): Promise<Access> {
  const { installs, clock, sleep } = surroundings;
  const holder = randomUUID();
  const endsAt = clock() + PATIENCE_MS;
  for (let pollMs = SHORTEST_POLL_MS; ; pollMs = Math.min(pollMs * 2, LONGEST_POLL_MS)) {
    const takenAt = clock();
    if (await installs.takeRefresh(key, seen.tokenVersion, holder, LEASE_SECONDS)) {
      const begunBy = takenAt + BEGIN_MS;
      if (clock() < begunBy) return refreshAsHolder(surroundings, key, { seen, holder, begunBy });
      await installs.releaseRefresh(key, holder);
    }
    const stored = connectedOr(await installs.readNow(key), key);
    if (stored.tokenVersion !== seen.tokenVersion) return accessOf(stored);
    if (clock() >= endsAt) throw new OAuthError('unavailable', REFRESHED_ELSEWHERE);
    await sleep(pollMs);
  }
}

interface Holding {
  seen: Connected;
  holder: string;
  /** No request is begun later, since another holder may follow. */
  begunBy: number;
}

async function refreshAsHolder(
  surroundings: Renewing,
  key: InstallKey,
  { seen, holder, begunBy }: Holding,
): Promise<Access> {
  const { installs, clock } = surroundings;
  try {
    const askedAt = clock();
    const issued = await ask(surroundings, key, seen, begunBy);
    const { accessToken, refreshToken, expiresIn: lifetime } = issued;
    // HubSpot counts from before its answer came
    const expiresIn = lifetime - (clock() - askedAt) / 1_000;
    const tokens = { accessToken, refreshToken, expiresIn, lifetime };
    await installs.keepRefreshed(key, seen.tokenVersion, tokens);
  } catch (error) {
    if (!(error instanceof OAuthError && error.code === 'invalid-grant')) {
      await installs.releaseRefresh(key, holder);
      throw error;
    }
    // where the tokens were replaced meanwhile, by a new installation or a refresh, the old one was rightly refused
    await installs.endInstall(key, seen.tokenVersion);
  }
  return accessOf(connectedOr(await installs.readNow(key), key));
}

/** Asks once more where HubSpot answered that it could not: a request without an answer may have used the token up. */
async function ask(
  { hubspotUrl, appOf, clock, sleep }: Renewing,
  { appId }: InstallKey,
  { tokens }: Connected,
  begunBy: number,
): Promise<IssuedTokens> {
  const request = () => refreshTokens(hubspotUrl, appOf(appId), tokens.refreshToken, ASK_MS);
  try {
    return await request();
  } catch (error) {
    const isAnswered = error instanceof OAuthError && error.code === 'unavailable' && error.isAnswered;
    if (!isAnswered || error.retryAfterMs !== null) throw error;
    await sleep(300);
    if (clock() >= begunBy) throw error;
    return request();
  }
}

export function connectedOr(install: Install | null, { appId, portalId }: InstallKey): Connected {
  const tokens = install?.tokens ?? null;
  if (install === null || tokens === null)
    throw new NotInstalled(`The app ${appId} is not connected to portal ${portalId}.`);
  return { ...install, tokens };
}

export function accessOf({ tokens, tokenVersion }: Connected): Access {
  return { accessToken: tokens.accessToken, version: tokenVersion };
}
