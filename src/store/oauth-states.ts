import { and, eq, gt, lt, sql } from 'drizzle-orm';

import type { Database } from './database.ts';
import { oauthStates } from './schema.ts';

/** An authorization that was begun, as hashes: whoever reads the table can complete none. */
interface Begun {
  state: string;
  browser: string;
  appId: number;
}

/** Authorizations that were begun and not ended yet. */
export interface OAuthStates {
  /** @param minutes how long it can be ended */
  begin: (begun: Begun, minutes: number) => Promise<void>;
  /** Ends one, once. @returns its app; null for one that is unknown, ended, late, or of another browser */
  end: (state: string, browser: string) => Promise<number | null>;
}

export function oauthStatesIn(database: Database): OAuthStates {
  return {
    begin: async (begun, minutes) => {
      await database.delete(oauthStates).where(lt(oauthStates.endsAt, sql`now()`));
      const endsAt = sql`now() + make_interval(mins => ${minutes})`;
      await database.insert(oauthStates).values({ ...begun, endsAt });
    },
    end: async (state, browser) => {
      const isIt = and(eq(oauthStates.state, state), eq(oauthStates.browser, browser));
      const [ended] = await database
        .delete(oauthStates)
        .where(and(isIt, gt(oauthStates.endsAt, sql`now()`)))
        .returning({ appId: oauthStates.appId });
      return ended?.appId ?? null;
    },
  };
}
