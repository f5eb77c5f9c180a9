import { sql } from 'drizzle-orm';
import { pino } from 'pino';

import type { Limiter } from '../../src/crm/client/request.ts';
import { leasedLimiter } from '../../src/server/leased-limiter.ts';
import type { Database } from '../../src/store/database.ts';

/** A clock that stands still while anybody works, and then goes on to the next wait. */
export interface SteppedClock {
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  timer: (ms: number, ring: () => void) => () => void;
  /** Runs the work to its end. @param isBusy whether somebody works beyond this process */
  run: <T>(work: Promise<T>, isBusy: () => boolean) => Promise<T>;
}

export function steppedClock(): SteppedClock {
  let at = 0;
  let waits: { until: number; wake: () => void }[] = [];
  const wait = (ms: number, wake: () => void) => {
    const one = { until: at + ms, wake };
    waits.push(one);
    return () => void (waits = waits.filter((each) => each !== one));
  };
  return {
    now: () => at,
    sleep: (ms) => new Promise((resolve) => wait(ms, resolve)),
    timer: wait,
    async run(work, isBusy) {
      const state = { isDone: false };
      const end = work.finally(() => (state.isDone = true));
      for (let quiet = 0; !state.isDone;) {
        await new Promise((resolve) => setImmediate(resolve));
        quiet = isBusy() ? 0 : quiet + 1;
        if (quiet < 4 || waits.length === 0) continue;
        quiet = 0;
        at = Math.max(at, Math.min(...waits.map(({ until }) => until)));
        const due = waits.filter(({ until }) => until <= at);
        waits = waits.filter(({ until }) => until > at);
        for (const { wake } of due) wake();
      }
      return end;
    },
  };
}

/** Limiters as several processes have them, over one database whose clock is the stepped one. */
export function limitersOver(database: Database, clock: SteppedClock, portalId: number, start: number) {
  let underWay = 0;
  let statements = 0;
  let isBroken = false;
  const logged: string[] = [];
  /** Counts statements, and those that run: the clock must not move meanwhile. */
  const counted = new Proxy(database, {
    get: (target, name, receiver) => {
      const value = Reflect.get(target, name, receiver) as unknown;
      if ((name !== 'update' && name !== 'insert') || typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (isBroken) throw new Error('connection refused');
        return watched(value.apply(target, given) as object);
      };
    },
  });
  const watched = (builder: object): object =>
    new Proxy(builder, {
      get: (target, name) => {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function') return value;
        if (name !== 'then') return (...given: unknown[]) => watched(value.apply(target, given) as object);
        return (onDone: (rows: unknown) => unknown, onError: (cause: unknown) => unknown) => {
          statements += 1;
          underWay += 1;
          const over = () => (underWay -= 1);
          void Promise.resolve(target as PromiseLike<unknown>)
            .finally(over)
            .then(onDone, onError);
        };
      },
    });
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  return {
    open: (holder: string, appId = 4711): Limiter =>
      leasedLimiter(
        {
          ...{ database: counted, clock, holder, log },
          databaseClock: () => sql<number>`${start + clock.now()}::float8`,
        },
        { appId, portalId },
      ),
    isBusy: () => underWay > 0,
    statements: () => statements,
    logged: () => logged.join(''),
    breakDatabase: (broken: boolean) => void (isBroken = broken),
  };
}
