import { and, asc, eq, gt, isNotNull, or, sql } from 'drizzle-orm';

import type { Database } from './database.ts';
import { type InstallKey, placeOf } from './installs.ts';
import { installs } from './schema.ts';
import { CannotOpen, type TokenCipher } from './token-cipher.ts';

/** What sealing anew came to, in portals. */
export interface Resealed {
  resealed: number;
  /** Their key is missing, or they were changed: these have to connect again. */
  unreadable: InstallKey[];
}

const BATCH = 50;

/**
 * Seals the tokens of every portal with the current key, where another one sealed them: that one can then be taken out of
 * the settings. Safe beside refreshes: tokens that changed meanwhile are sealed with the current key already.
 */
export async function resealTokens(database: Database, cipher: TokenCipher): Promise<Resealed> {
  const unreadable: InstallKey[] = [];
  let resealed = 0;
  let last: InstallKey = { appId: 0, portalId: 0 };
  for (;;) {
    const rows = await sealedOtherwise(database, cipher, last);
    for (const row of rows) {
      last = { appId: row.appId, portalId: row.portalId };
      const { accessToken, refreshToken } = row;
      if (accessToken === null || refreshToken === null) continue;
      try {
        const seal = (sealed: Buffer, token: 'access' | 'refresh') =>
          cipher.seal(cipher.open(sealed, placeOf(last, token)), placeOf(last, token));
        const set = { accessToken: seal(accessToken, 'access'), refreshToken: seal(refreshToken, 'refresh') };
        const isSame = and(
          ...[eq(installs.appId, last.appId), eq(installs.portalId, last.portalId)],
          ...[eq(installs.accessToken, accessToken), eq(installs.refreshToken, refreshToken)],
        );
        const changed = await database
          .update(installs)
          .set(set)
          .where(isSame)
          .returning({ of: installs.appId });
        resealed += changed.length;
      } catch (error) {
        if (!(error instanceof CannotOpen)) throw error;
        unreadable.push(last);
      }
    }
    if (rows.length < BATCH) return { resealed, unreadable };
  }
}

/** The next ones behind a key, in order. */
function sealedOtherwise(database: Database, { current }: TokenCipher, after: InstallKey) {
  const isOther = (column: typeof installs.accessToken | typeof installs.refreshToken) =>
    sql`substring(${column} from 1 for ${sql.raw(String(current.length))}) <> ${current}`;
  const isLater = or(
    gt(installs.appId, after.appId),
    and(eq(installs.appId, after.appId), gt(installs.portalId, after.portalId)),
  );
  return database
    .select({
      appId: installs.appId,
      portalId: installs.portalId,
      accessToken: installs.accessToken,
      refreshToken: installs.refreshToken,
    })
    .from(installs)
    .where(
      and(
        isLater,
        isNotNull(installs.accessToken),
        or(isOther(installs.accessToken), isOther(installs.refreshToken)),
      ),
    )
    .orderBy(asc(installs.appId), asc(installs.portalId))
    .limit(BATCH);
}
