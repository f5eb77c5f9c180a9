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

/** Which records changed in HubSpot, of all portals. */
export interface ChangedRecords {
  /** One statement, whatever the number of changes, portals and repeats. Writes nothing where all are marked already. */
  mark: (changes: readonly Change[]) => Promise<void>;
  /** Takes the next ones by ascending id, behind a record, for a turn. @returns their ids */
  take: (
    key: InstallKey,
    objectType: ChangedType,
    some: { behind: number; most: number; turn: string },
  ) => Promise<number[]>;
  /** Clears those of a turn that were not marked again since it took them. */
  clear: (
    key: InstallKey,
    objectType: ChangedType,
    turn: string,
    recordIds: readonly number[],
  ) => Promise<void>;
  /** How many wait in a portal, and for how many milliseconds the first has; 0 where none waits. */
  waiting: (key: InstallKey) => Promise<{ count: number; forMs: number }>;
  /** The portals in which some wait. */
  portals: () => Promise<InstallKey[]>;
}

export function changedRecordsIn(database: Database): ChangedRecords {
  return {
    mark: async (changes) => {
      if (changes.length === 0) return;
      // rows in the same order in all statements, so that two never wait for each other's; a record that no turn has taken
      // will be read later than its change was told, so that its row needs no write
      await database.execute(sql`
        with told as materialized (
          select distinct a, p, t, r
          from jsonb_to_recordset(${JSON.stringify(changes.map(shortened))}::jsonb)
            as changes (a bigint, p bigint, t text, r bigint)
        ), taken as (
          update changed_records as changed set taken_by = null
          from (
            select app_id, portal_id, object_type, record_id from changed_records
            join told on app_id = a and portal_id = p and object_type = t and record_id = r
            where taken_by is not null
            order by app_id, portal_id, object_type, record_id for update of changed_records
          ) as again
          where (changed.app_id, changed.portal_id, changed.object_type, changed.record_id)
            = (again.app_id, again.portal_id, again.object_type, again.record_id)
        )
        insert into changed_records (app_id, portal_id, object_type, record_id, changed_at)
        select a, p, t, r, now() from told order by a, p, t, r
        on conflict (app_id, portal_id, object_type, record_id) do nothing`);
    },
    take: async ({ appId, portalId }, objectType, { behind, most, turn }) => {
      const taken = await database.execute(sql`
        update changed_records as changed set taken_by = ${turn} from (
          select record_id from changed_records
          where app_id = ${appId} and portal_id = ${portalId} and object_type = ${objectType} and record_id > ${behind}
          order by record_id limit ${most} for update
        ) as next
        where changed.app_id = ${appId} and changed.portal_id = ${portalId} and changed.object_type = ${objectType}
          and changed.record_id = next.record_id
        returning changed.record_id`);
      return rowsOf(taken)
        .map((row) => Number(row['record_id']))
        .sort((one, other) => one - other);
    },
    clear: async ({ appId, portalId }, objectType, turn, recordIds) => {
      if (recordIds.length === 0) return;
      await database.execute(sql`
        delete from changed_records as changed using (
          select record_id from changed_records
          where app_id = ${appId} and portal_id = ${portalId} and object_type = ${objectType} and taken_by = ${turn}
            and record_id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(recordIds)}::jsonb))
          order by record_id for update
        ) as done
        where changed.app_id = ${appId} and changed.portal_id = ${portalId} and changed.object_type = ${objectType}
          and changed.record_id = done.record_id and changed.taken_by = ${turn}`);
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
