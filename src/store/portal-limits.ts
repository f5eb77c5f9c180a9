import { sql } from 'drizzle-orm';

import { OAUTH_LIMIT } from './call-leases.ts';
import { DATABASE_CLOCK, type DatabaseClock } from './database-clock.ts';
import type { Database } from './database.ts';
import type { InstallKey } from './installs.ts';
import { portalLimits } from './schema.ts';

/** What HubSpot's headers say of a portal. */
export interface SaidLimits {
  max: number;
  intervalMs: number;
  /** Calls left of the day; null where HubSpot names none. */
  dailyLeft: number | null;
}

/** What all processes know of the limits of one portal. */
export interface PortalLimits {
  /** Keeps what headers said. */
  learn: (said: SaidLimits) => Promise<void>;
  /** Work in bulk keeps away for so many milliseconds from now, unless it does longer already. */
  holdBulk: (ms: number) => Promise<void>;
  /** HubSpot refused a call because those of the day are used up. */
  endDay: () => Promise<void>;
}

export function portalLimitsIn(
  database: Database,
  { appId, portalId }: InstallKey,
  clock: DatabaseClock = DATABASE_CLOCK,
): PortalLimits {
  const target = [portalLimits.appId, portalLimits.portalId];
  const after = (ms: number) => sql`to_timestamp((${clock()} + ${ms}::float8) / 1000)`;
  const row = () => ({ appId, portalId, ...OAUTH_LIMIT, learnedAt: after(0) });
  return {
    learn: async (said) => {
      const set = { ...said, learnedAt: after(0) };
      await database
        .insert(portalLimits)
        .values({ ...row(), ...set })
        .onConflictDoUpdate({ target, set });
    },
    holdBulk: async (ms) => {
      const set = { bulkFrom: sql`greatest(${portalLimits.bulkFrom}, ${after(ms)})` };
      await database
        .insert(portalLimits)
        .values({ ...row(), bulkFrom: after(ms) })
        .onConflictDoUpdate({ target, set });
    },
    endDay: async () => {
      const set = { dailyLeft: 0, learnedAt: after(0) };
      await database
        .insert(portalLimits)
        .values({ ...row(), ...set })
        .onConflictDoUpdate({ target, set });
    },
  };
}
