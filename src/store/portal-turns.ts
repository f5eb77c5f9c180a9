import { sql } from 'drizzle-orm';

import type { Database } from './database.ts';
import type { InstallKey } from './installs.ts';
import { rowsOf } from './rows-of.ts';

/** The right to work on a portal in the background, for one process at a time, by the clock of the database. */
export interface PortalTurns {
  /** @returns behind which record the last turn ended; null where another process has the turn */
  take: (key: InstallKey, holder: string, seconds: number) => Promise<number | null>;
  /**
   * Keeps the turn.
   *
   * @param behind how far it came; as before when left out
   * @returns false where it was lost: stop at once
   */
  renew: (key: InstallKey, holder: string, seconds: number, behind?: number) => Promise<boolean>;
  /** Gives the turn back. */
  release: (key: InstallKey, holder: string) => Promise<void>;
  /** Gives back the turns of a process that has ended: their holders begin with its name and a colon. */
  releaseAll: (process: string) => Promise<void>;
}

export function portalTurnsIn(database: Database): PortalTurns {
  const until = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;
  return {
    take: async ({ appId, portalId }, holder, seconds) => {
      const taken = await database.execute(sql`
        insert into portal_turns as turn (app_id, portal_id, run_by, run_until)
        values (${appId}, ${portalId}, ${holder}, ${until(seconds)})
        on conflict (app_id, portal_id) do update set run_by = excluded.run_by, run_until = excluded.run_until
        where turn.run_until is null or turn.run_until < now() or turn.run_by = excluded.run_by
        returning behind`);
      const [row] = rowsOf(taken);
      return row === undefined ? null : Number(row['behind']);
    },
    renew: async ({ appId, portalId }, holder, seconds, behind) => {
      const renewed = await database.execute(sql`
        update portal_turns set run_until = ${until(seconds)}, behind = coalesce(${behind ?? null}, behind)
        where app_id = ${appId} and portal_id = ${portalId} and run_by = ${holder}
        returning behind`);
      return rowsOf(renewed).length > 0;
    },
    release: async ({ appId, portalId }, holder) => {
      await database.execute(sql`
        update portal_turns set run_by = null, run_until = null
        where app_id = ${appId} and portal_id = ${portalId} and run_by = ${holder}`);
    },
    releaseAll: async (process) => {
      await database.execute(sql`
        update portal_turns set run_by = null, run_until = null
        where split_part(run_by, ':', 1) = ${process}`);
    },
  };
}
