import { sql } from 'drizzle-orm';

import type { Database } from './database.ts';
import type { InstallKey } from './installs.ts';
import { rowsOf } from './rows-of.ts';

/** Records of these types are followed. */
export type ChangedType = 'companies' | 'deals';

/** A record of a portal that changed in HubSpot. */
export interface Change extends InstallKey {
  objectType: ChangedType;
  recordId: number;
}

/** A record that nobody has looked at since it changed. */
export interface Changed {
  recordId: number;
  /** Of its newest change. */
  mark: number;
}

/** Which records changed in HubSpot, of all portals. */
export interface ChangedRecords {
  /** One statement, whatever the number of changes, portals and repeats. */
  mark: (changes: readonly Change[]) => Promise<void>;
  /** The next ones by ascending id, behind a record. */
  next: (key: InstallKey, objectType: ChangedType, behind: number, most: number) => Promise<Changed[]>;
  /** Clears those that were not marked again meanwhile. */
  clear: (key: InstallKey, objectType: ChangedType, done: readonly Changed[]) => Promise<void>;
  /** How many wait in a portal, and for how many milliseconds the first has; 0 where none waits. */
  waiting: (key: InstallKey) => Promise<{ count: number; forMs: number }>;
  /** The portals in which some wait. */
  portals: () => Promise<InstallKey[]>;
}

export function changedRecordsIn(database: Database): ChangedRecords {
  return {
    mark: async (changes) => {
      if (changes.length === 0) return;
      // the same order in all statements, so that two never wait for each other's rows
      await database.execute(sql`
        insert into changed_records (app_id, portal_id, object_type, record_id, mark, changed_at)
        select *, nextval('change_marks'), now() from (
          select distinct a, p, t, r
          from jsonb_to_recordset(${JSON.stringify(changes.map(shortened))}::jsonb)
            as changes (a bigint, p bigint, t text, r bigint)
          order by a, p, t, r
        ) as each
        on conflict (app_id, portal_id, object_type, record_id) do update set mark = excluded.mark`);
    },
    next: async ({ appId, portalId }, objectType, behind, most) => {
      const found = await database.execute(sql`
        select record_id, mark from changed_records
        where app_id = ${appId} and portal_id = ${portalId} and object_type = ${objectType} and record_id > ${behind}
        order by record_id limit ${most}`);
      return rowsOf(found).map((row) => ({ recordId: Number(row['record_id']), mark: Number(row['mark']) }));
    },
    clear: async ({ appId, portalId }, objectType, done) => {
      if (done.length === 0) return;
      await database.execute(sql`
        delete from changed_records as changed using (
          select record_id, mark from changed_records
          where app_id = ${appId} and portal_id = ${portalId} and object_type = ${objectType}
            and (record_id, mark) in (
              select r, m from jsonb_to_recordset(
                ${JSON.stringify(done.map(({ recordId: r, mark: m }) => ({ r, m })))}::jsonb
              ) as done (r bigint, m bigint)
            )
          order by record_id for update
        ) as found
        where changed.app_id = ${appId} and changed.portal_id = ${portalId} and changed.object_type = ${objectType}
          and changed.record_id = found.record_id and changed.mark = found.mark`);
    },
    waiting: async ({ appId, portalId }) => {
      const found = await database.execute(sql`
        select count(*) as count, coalesce(extract(epoch from now() - min(changed_at)) * 1000, 0) as for_ms
        from changed_records where app_id = ${appId} and portal_id = ${portalId}`);
      const [row] = rowsOf(found);
      return { count: Number(row?.['count'] ?? 0), forMs: Math.max(0, Number(row?.['for_ms'] ?? 0)) };
    },
    portals: async () => {
      // goes from portal to portal through the index, however many records wait
      const found = await database.execute(sql`
        with recursive portals as (
          (select app_id, portal_id from changed_records order by app_id, portal_id limit 1)
          union all
          select following.app_id, following.portal_id from portals, lateral (
            select app_id, portal_id from changed_records
            where (app_id, portal_id) > (portals.app_id, portals.portal_id)
            order by app_id, portal_id limit 1
          ) as following
        )
        select app_id, portal_id from portals`);
      return rowsOf(found).map((row) => ({
        appId: Number(row['app_id']),
        portalId: Number(row['portal_id']),
      }));
    },
  };
}

function shortened({ appId, portalId, objectType, recordId }: Change) {
  return { a: appId, p: portalId, t: objectType, r: recordId };
}
