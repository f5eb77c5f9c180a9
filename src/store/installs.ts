import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';

import type { Database } from './database.ts';
import { installs } from './schema.ts';
import type { TokenCipher } from './token-cipher.ts';

/** An app in a portal. */
export interface InstallKey {
  appId: number;
  portalId: number;
}

/** What HubSpot granted, as introspection names it. */
export interface Grant extends InstallKey {
  domain: string;
  installerId: number;
  installerEmail: string;
  scopes: readonly string[];
}

/** Tokens as HubSpot issued them. */
export interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresAt: Date;
}

export interface Install extends Grant {
  /** Null once it was uninstalled. */
  tokens: Tokens | null;
  tokenVersion: number;
  installedAt: Date;
  uninstalledAt: Date | null;
}

/** The portals in which apps are installed. */
export interface Installs {
  /** Null for a portal that never had the app. @throws CannotOpen */
  read: (key: InstallKey) => Promise<Install | null>;
  /** After an authorization: a new install, or the same one again with other tokens and scopes. */
  keep: (grant: Grant, tokens: Tokens) => Promise<void>;
  /**
   * Takes the right to refresh for some seconds, by the clock of the database. One holder at a time.
   *
   * @param seen the version of the tokens that the holder knows
   * @returns whether it was taken; not where the tokens have changed since
   */
  takeRefresh: (key: InstallKey, seen: number, holder: string, seconds: number) => Promise<boolean>;
  /** Keeps refreshed tokens and gives the right back. @returns whether they were kept: not where others came first */
  keepRefreshed: (key: InstallKey, seen: number, holder: string, tokens: Tokens) => Promise<boolean>;
  /** Gives the right back without new tokens. */
  releaseRefresh: (key: InstallKey, holder: string) => Promise<void>;
  /** Deletes the tokens, unless they have changed since. The home stays for a new installation. */
  endInstall: (key: InstallKey, seen: number) => Promise<void>;
}

export function installsIn(database: Database, cipher: TokenCipher): Installs {
  const ofKey = ({ appId, portalId }: InstallKey) =>
    and(eq(installs.appId, appId), eq(installs.portalId, portalId));
  const sealed = (key: InstallKey, { accessToken, refreshToken, expiresAt }: Tokens) => ({
    accessToken: cipher.seal(accessToken, placeOf(key, 'access')),
    refreshToken: cipher.seal(refreshToken, placeOf(key, 'refresh')),
    expiresAt,
  });
  return {
    read: async (key) => {
      const [row] = await database.select().from(installs).where(ofKey(key));
      return row === undefined ? null : installOf(row, cipher);
    },
    keep: async ({ scopes, ...grant }, tokens) => {
      const row = { ...grant, scopes: scopes.join(' '), ...sealed(grant, tokens), installedAt: new Date() };
      await database
        .insert(installs)
        .values(row)
        .onConflictDoUpdate({
          target: [installs.appId, installs.portalId],
          set: {
            ...row,
            tokenVersion: sql`${installs.tokenVersion} + 1`,
            ...{
              refreshBy: null,
              refreshUntil: null,
              uninstalledAt: null,
              lastError: null,
              lastErrorAt: null,
            },
          },
        });
    },
    takeRefresh: async (key, seen, holder, seconds) => {
      const isFree = or(isNull(installs.refreshUntil), lt(installs.refreshUntil, sql`now()`));
      const taken = await database
        .update(installs)
        .set({ refreshBy: holder, refreshUntil: sql`now() + make_interval(secs => ${seconds})` })
        .where(and(ofKey(key), eq(installs.tokenVersion, seen), isNull(installs.uninstalledAt), isFree))
        .returning({ appId: installs.appId });
      return taken.length > 0;
    },
    keepRefreshed: async (key, seen, holder, tokens) => {
      const kept = await database
        .update(installs)
        .set({ ...sealed(key, tokens), tokenVersion: seen + 1, refreshBy: null, refreshUntil: null })
        .where(and(ofKey(key), eq(installs.tokenVersion, seen), eq(installs.refreshBy, holder)))
        .returning({ appId: installs.appId });
      return kept.length > 0;
    },
    releaseRefresh: async (key, holder) => {
      await database
        .update(installs)
        .set({ refreshBy: null, refreshUntil: null })
        .where(and(ofKey(key), eq(installs.refreshBy, holder)));
    },
    endInstall: async (key, seen) => {
      await database
        .update(installs)
        .set({
          ...{ accessToken: null, refreshToken: null, expiresAt: null, refreshBy: null, refreshUntil: null },
          ...{ tokenVersion: seen + 1, uninstalledAt: sql`now()` },
        })
        .where(and(ofKey(key), eq(installs.tokenVersion, seen)));
    },
  };
}

function placeOf({ appId, portalId }: InstallKey, token: string): string {
  return `${appId}:${portalId}:${token}`;
}

function installOf(row: typeof installs.$inferSelect, cipher: TokenCipher): Install {
  const { accessToken, refreshToken, expiresAt, scopes, ...rest } = row;
  const tokens =
    accessToken === null || refreshToken === null || expiresAt === null
      ? null
      : {
          accessToken: cipher.open(accessToken, placeOf(row, 'access')),
          refreshToken: cipher.open(refreshToken, placeOf(row, 'refresh')),
          expiresAt,
        };
  const { appId, portalId, domain, installerId, installerEmail } = rest;
  const { tokenVersion, installedAt, uninstalledAt } = rest;
  return {
    ...{ appId, portalId, domain, installerId, installerEmail, scopes: scopes.split(' ') },
    ...{ tokens, tokenVersion, installedAt, uninstalledAt },
  };
}
