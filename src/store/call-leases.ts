import { type SQL, and, eq, sql } from 'drizzle-orm';

import { DATABASE_CLOCK, type DatabaseClock } from './database-clock.ts';
import type { Database } from './database.ts';
import type { InstallKey } from './installs.ts';
import { callLeases, portalLimits } from './schema.ts';

/** What a process asks for. */
export interface LeaseRequest {
  /** The process, without a colon. */
  holder: string;
  isBulk: boolean;
  /** Calls that wait at the moment. */
  asked: number;
  /** Calls to take where there is plenty of room: for those that come in the next moments. */
  size: number;
  /** How long the calls may be made, in milliseconds. */
  validMs: number;
  /** When the process asks again if it gets too little: until then it counts as waiting. */
  againMs: number;
}

/** What it got. */
export interface Lease {
  granted: number;
  /** Milliseconds until a share of somebody comes back; null where nobody has any. */
  nextMs: number | null;
  /** Processes that have a share, and this one. */
  holders: number;
  /** As HubSpot's headers last said, or as it publishes. */
  max: number;
  intervalMs: number;
  /** How long work in bulk keeps away; 0 or less when it does not. */
  heldMs: number;
  /** The calls of the day are used up, as HubSpot said a short time ago. */
  isDayOver: boolean;
}

/** The shares of one limit of one portal. */
export interface CallLeases {
  /**
   * Takes a share, in one statement. It counts from now until the last moment at which its calls may be made, and a window
   * longer, so that no window has more calls than the limit, and whoever ends without a word wastes no more than it took.
   */
  take: (request: LeaseRequest) => Promise<Lease>;
}

/** Share of a limit that work in bulk may take. */
const BULK_SHARE = 0.75;

/** Part of the room from which a card takes calls ahead: what it does not use is missing to others for a window. */
const AHEAD = 0.25;

/** Calls that an OAuth app may make in an account, whatever its plan. Source: HubSpot, "API usage guidelines and limits". */
export const OAUTH_LIMIT = { max: 110, intervalMs: 10_000 };

/** Searches in an account, by all apps together. Source: the same. */
export const SEARCH_LIMIT = { max: 5, intervalMs: 1_000 };

/** A used up day is believed so long. HubSpot resets it at midnight of the portal. */
const DAY_OVER_MS = 15 * 60_000;

/** Numbers the shares of this process: two apps have searches in one row. */
let shares = 0;

export function callLeasesIn(
  database: Database,
  { appId, portalId }: InstallKey,
  limit: 'calls' | 'searches',
  clock: DatabaseClock = DATABASE_CLOCK,
): CallLeases {
  const row = { appId: limit === 'searches' ? 0 : appId, portalId, limit };
  const ofRow = and(
    eq(callLeases.appId, row.appId),
    eq(callLeases.portalId, row.portalId),
    eq(callLeases.limit, row.limit),
  );
  return {
    take: async (request) => {
      shares += 1;
      const id = `${request.holder}:${shares}`;
      const now = clock();
      const known = limit === 'searches' ? SEARCHES : knownOf(appId, portalId, now);
      const taken = { ...request, id, now, known };
      const update = () =>
        database
          .update(callLeases)
          .set({ state: nextState(taken) })
          .where(ofRow)
          .returning({ lease: sql<Lease>`${callLeases.state}->'last'` });
      const [taking] = await update();
      if (taking !== undefined) return taking.lease;
      await database
        .insert(callLeases)
        .values({ ...row, state: { leases: [], waiting: [] } })
        .onConflictDoNothing();
      const [first] = await update();
      if (first === undefined) throw new Error('the row of a limit is gone at once');
      return first.lease;
    },
  };
}

interface Taken extends LeaseRequest {
  id: string;
  now: SQL<number>;
  /** A row with max, interval_ms, held_ms and is_day_over. */
  known: SQL;
}

const SEARCHES = sql`select ${SEARCH_LIMIT.max}::int as max, ${SEARCH_LIMIT.intervalMs}::int as interval_ms,
  0::float8 as held_ms, false as is_day_over`;

/** An aggregate has a row in any case. */
function knownOf(appId: number, portalId: number, now: SQL<number>): SQL {
  const { max, intervalMs, bulkFrom, dailyLeft, learnedAt } = portalLimits;
  const msOf = (time: typeof bulkFrom | typeof learnedAt) => sql`extract(epoch from ${time}) * 1000`;
  const isDayOver = sql`${dailyLeft} = 0 and ${msOf(learnedAt)} > ${now} - ${DAY_OVER_MS}::int`;
  return sql`select coalesce(max(${max}), ${OAUTH_LIMIT.max}::int) as max,
    coalesce(max(${intervalMs}), ${OAUTH_LIMIT.intervalMs}::int) as interval_ms,
    coalesce(max(${msOf(bulkFrom)}) - ${now}, 0)::float8 as held_ms,
    coalesce(bool_or(${isDayOver}), false) as is_day_over
    from ${portalLimits} where ${portalLimits.appId} = ${appId} and ${portalLimits.portalId} = ${portalId}`;
}

/**
 * The state of the row after a share was taken: `{leases: [{id, n, bulk, until}], waiting: [{by, bulk, until}], last}`,
 * without what is over; `last` is what the statement answers. It reads the row itself alone, which the statement locks: where another process was first, PostgreSQL
 * computes it again from what that one left. It does not do so for `with`, so that everything here is a plain subquery.
 *
 * Work in bulk gets nothing while a process waits with a card. Those that wait with the same priority share what there is.
 */
function nextState({ id, now, known, holder, isBulk, asked, size, validMs, againMs }: Taken): SQL {
  const bulk = sql`${isBulk}::bool`;
  const share = sql`jsonb_build_object('id', ${id}::text, 'n', granted.n, 'bulk', ${bulk},
    'until', ${now} + ${validMs}::float8 + known.interval_ms)`;
  const place = sql`jsonb_build_object('by', ${holder}::text, 'bulk', ${bulk},
    'until', ${now} + ${againMs}::float8)`;
  return sql`(
    select jsonb_build_object(
      'leases', leased.all || case when granted.n > 0 then jsonb_build_array(${share}) else '[]' end,
      'waiting', waiting.all || case when granted.n < ${asked}::int then jsonb_build_array(${place}) else '[]' end,
      'last', jsonb_build_object('granted', granted.n, 'nextMs', leased.next_at - ${now}, 'holders', leased.others + 1,
        'max', known.max, 'intervalMs', known.interval_ms, 'heldMs', known.held_ms, 'isDayOver', known.is_day_over)
    )
    from (${known}) as known
    cross join lateral (
      select coalesce(jsonb_agg(e), '[]') as all, coalesce(sum((e->>'n')::int), 0) as calls,
        coalesce(sum((e->>'n')::int) filter (where (e->>'bulk')::bool), 0) as bulk,
        min((e->>'until')::float8) as next_at,
        count(distinct split_part(e->>'id', ':', 1)) filter (where e->>'id' not like ${`${holder}:%`}) as others
      from jsonb_array_elements(${callLeases.state}->'leases') e where (e->>'until')::float8 > ${now}
    ) as leased
    cross join lateral (
      select coalesce(jsonb_agg(w), '[]') as all, count(*) filter (where not (w->>'bulk')::bool) as cards,
        count(*) filter (where (w->>'bulk')::bool = ${bulk}) as same
      from jsonb_array_elements(${callLeases.state}->'waiting') w
      where (w->>'until')::float8 > ${now} and not (w->>'by' = ${holder}::text and (w->>'bulk')::bool = ${bulk})
    ) as waiting
    cross join lateral (
      select case
        when not ${bulk} then known.max - leased.calls
        when waiting.cards > 0 or known.held_ms > 0 or known.is_day_over then 0
        else least(
          known.max - leased.calls, greatest(1, floor(known.max * ${BULK_SHARE}::float8)) - leased.bulk
        )
      end as n
    ) as room
    cross join lateral (
      select greatest(0, least(
        ceil(room.n::float8 / (waiting.same + 1)),
        greatest(${asked}::int, least(${size}::int, floor(room.n * ${isBulk ? 1 : AHEAD}::float8)))
      ))::int as n
    ) as granted
  )`;
}
