import { type SQL, and, eq, getTableColumns, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';

import type { Database } from './database.ts';
import { forgetPortal } from './forget-portal.ts';
import { installs } from './schema.ts';
import { isTaken } from './taken.ts';
import { CannotOpen, type TokenCipher } from './token-cipher.ts';

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
export interface NewTokens {
  accessToken: string;
  refreshToken: string;
  /** How many seconds from now the access token is good for. */
  expiresIn: number;
  /** How many seconds it was good for at first. */
  lifetime: number;
}

export interface StoredTokens {
  accessToken: string;
  refreshToken: string;
  /** Milliseconds until the access token ends, by the clock of the database; negative once it has. */
  leftMs: number;
  lifetimeMs: number;
}

export interface Install extends Grant {
  /** Null once it was uninstalled, and where they cannot be opened. */
  tokens: StoredTokens | null;
  /** Why the tokens cannot be opened; null where they can, or where there are none. */
  unreadable: string | null;
  tokenVersion: number;
  installedAt: Date;
  uninstalledAt: Date | null;
}

/** The portals in which apps are installed. */
export interface Installs {
  /** Null for a portal that never had the app. */
  read: (key: InstallKey) => Promise<Install | null>;
  /**
   * After an authorization: a new install, or the same one again with other tokens and scopes.
   *
   * @returns the other app of this server that the portal has, where it was not kept for that; null once it is kept
   */
  keep: (grant: Grant, tokens: NewTokens) => Promise<number | null>;
  /**
   * Takes the right to refresh for some seconds, by the clock of the database. One holder at a time.
   *
   * @param seen the version of the tokens that the holder knows
   * @returns whether it was taken; not where the tokens have changed since
   */
  takeRefresh: (key: InstallKey, seen: number, holder: string, seconds: number) => Promise<boolean>;
  /**
   * Keeps tokens that were issued for those of a version, and ends the right to refresh, whoever has it.
   *
   * @returns whether they were kept: not where others came first
   */
  keepRefreshed: (key: InstallKey, seen: number, tokens: NewTokens) => Promise<boolean>;
  /** Gives the right back without new tokens. */
  releaseRefresh: (key: InstallKey, holder: string) => Promise<void>;
  /** Deletes the tokens, unless they have changed since. The home stays for a new installation. @returns whether it did */
  endInstall: (key: InstallKey, seen: number) => Promise<boolean>;
  /** The last thing that went wrong with a portal, for whoever runs the server. */
  noteError: (key: InstallKey, sentence: string) => Promise<void>;
  /** Deletes everything that is stored of a portal. */
  forget: (key: InstallKey) => Promise<void>;
}

export function installsIn(database: Database, cipher: TokenCipher): Installs {
  /** @returns whether a row was changed */
  const change = async (condition: SQL | undefined, set: Changes) => {
    const changed = await database
      .update(installs)
      .set(set)
      .where(condition)
      .returning({ of: installs.appId });
    return changed.length > 0;
  };
  return {
    read: async (key) => {
      const leftMs = sql`extract(epoch from ${installs.expiresAt} - now())::float8 * 1000`.mapWith(Number);
      const columns = { ...getTableColumns(installs), leftMs };
      const [row] = await database.select(columns).from(installs).where(ofKey(key));
      return row === undefined ? null : installOf(row, cipher);
    },
    keep: (grant, tokens) => keep(database, grant, sealed(cipher, grant, tokens)),
    takeRefresh: (key, seen, holder, seconds) => {
      const isFree = or(isNull(installs.refreshUntil), lt(installs.refreshUntil, sql`now()`));
      const condition = and(ofVersion(key, seen), isNull(installs.uninstalledAt), isFree);
      return change(condition, { refreshBy: holder, refreshUntil: inSeconds(seconds) });
    },
    keepRefreshed: (key, seen, tokens) => {
      // whoever refreshed with the same token beside us may have been told that it is used up, and ended the install
      const endedMeanwhile = and(ofVersion(key, seen + 1), isNotNull(installs.uninstalledAt));
      return change(or(ofVersion(key, seen), endedMeanwhile), {
        ...sealed(cipher, key, tokens),
        ...{ tokenVersion: seen + 2, refreshBy: null, refreshUntil: null, uninstalledAt: null },
      });
    },
    releaseRefresh: async (key, holder) => {
      const condition = and(ofKey(key), eq(installs.refreshBy, holder));
      await change(condition, { refreshBy: null, refreshUntil: null });
    },
    endInstall: (key, seen) =>
      change(and(ofVersion(key, seen), isNull(installs.uninstalledAt)), {
        ...{ accessToken: null, refreshToken: null, expiresAt: null, refreshBy: null, refreshUntil: null },
        ...{ tokenVersion: seen + 1, uninstalledAt: sql`now()` },
      }),
    noteError: async (key, lastError) => {
      await change(ofKey(key), { lastError, lastErrorAt: sql`now()` });
    },
    forget: (key) => forgetPortal(database, key),
  };
}

type Changes = Parameters<ReturnType<Database['update']>['set']>[0];

function ofKey({ appId, portalId }: InstallKey): SQL | undefined {
  return and(eq(installs.appId, appId), eq(installs.portalId, portalId));
}

function ofVersion(key: InstallKey, version: number): SQL | undefined {
  return and(ofKey(key), eq(installs.tokenVersion, version));
}

function inSeconds(seconds: number): SQL {
  return sql`now() + make_interval(secs => ${seconds})`;
}

async function keep(
  database: Database,
  { scopes, ...grant }: Grant,
  tokens: ReturnType<typeof sealed>,
): Promise<number | null> {
  const row = { ...grant, scopes: scopes.join(' '), ...tokens, installedAt: sql`now()` };
  const set = {
    ...row,
    // two more, as for refreshed tokens: the number between them is that of an ended install
    tokenVersion: sql`${installs.tokenVersion} + 2`,
    ...{ refreshBy: null, refreshUntil: null, uninstalledAt: null, lastError: null, lastErrorAt: null },
  };
  const target = [installs.appId, installs.portalId];
  try {
    await database.insert(installs).values(row).onConflictDoUpdate({ target, set });
    return null;
  } catch (error) {
    if (!isTaken(error, 'installs_one_app_a_portal')) throw error;
    const { appId, portalId } = grant;
    const isOther = and(
      eq(installs.portalId, portalId),
      ne(installs.appId, appId),
      isNull(installs.uninstalledAt),
    );
    const [other] = await database.select({ appId: installs.appId }).from(installs).where(isOther);
    // the other one may just have been uninstalled
    return other === undefined ? keep(database, { scopes, ...grant }, tokens) : other.appId;
  }
}

/** What sealed tokens belong to: they open nowhere else. */
export function placeOf({ appId, portalId }: InstallKey, token: 'access' | 'refresh'): string {
  return `${appId}:${portalId}:${token}`;
}

function sealed(cipher: TokenCipher, key: InstallKey, tokens: NewTokens) {
  return {
    accessToken: cipher.seal(tokens.accessToken, placeOf(key, 'access')),
    refreshToken: cipher.seal(tokens.refreshToken, placeOf(key, 'refresh')),
    expiresAt: inSeconds(tokens.expiresIn),
    lifetime: Math.round(tokens.lifetime),
  };
}

function installOf(row: typeof installs.$inferSelect & { leftMs: number }, cipher: TokenCipher): Install {
  const { appId, portalId, domain, installerId, installerEmail } = row;
  const { tokenVersion, installedAt, uninstalledAt } = row;
  return {
    ...{ appId, portalId, domain, installerId, installerEmail, scopes: row.scopes.split(' ') },
    ...{ tokenVersion, installedAt, uninstalledAt, ...opened(row, cipher) },
  };
}

function opened(
  row: typeof installs.$inferSelect & { leftMs: number },
  cipher: TokenCipher,
): Pick<Install, 'tokens' | 'unreadable'> {
  const { accessToken, refreshToken, leftMs, lifetime } = row;
  if (accessToken === null || refreshToken === null) return { tokens: null, unreadable: null };
  try {
    const tokens = {
      accessToken: cipher.open(accessToken, placeOf(row, 'access')),
      refreshToken: cipher.open(refreshToken, placeOf(row, 'refresh')),
      ...{ leftMs, lifetimeMs: (lifetime ?? 0) * 1_000 },
    };
    return { tokens, unreadable: null };
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    return { tokens: null, unreadable: error.message };
  }
}
