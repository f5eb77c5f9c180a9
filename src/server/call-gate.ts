import { openWindow } from '../crm/client/limiter.ts';
import type { Clock, Limiter, Priority, TransportSettings } from '../crm/client/request.ts';
import type { CallLeases, Lease } from '../store/call-leases.ts';

/** Calls of one process to one portal under one limit, let through as the shares of the process allow. */
export interface CallGate {
  /** As `Limiter.take`, without a signal: `isWanted` says whether the caller still waits. */
  take: (
    priority: Priority,
    endsAt: number,
    isWanted: () => boolean,
  ) => Promise<Awaited<ReturnType<Limiter['take']>>>;
}

/** What a gate needs of the clock. */
export type GateClock = Clock & Pick<TransportSettings, 'timer'>;

interface Surroundings {
  leases: CallLeases;
  /** The process. */
  holder: string;
  clock: GateClock;
  /** Milliseconds in which the calls of a share may be made, at least. */
  leastValidMs: number;
  /** The limit as HubSpot publishes it, until the database says more. */
  limit: { max: number; intervalMs: number };
  /** Calls that are taken ahead, at most. */
  mostAhead: number;
  /** Told of each answer of the database, and of each that did not come; `null` then. */
  onAnswer: (lease: Lease | null, cause?: unknown) => void;
}

interface Waiter {
  endsAt: number;
  isWanted: () => boolean;
  resolve: (answer: 'go' | 'too-long' | 'day-over') => void;
}

/** A share that this process has. `until` is on its own clock. */
interface Block {
  left: number;
  until: number;
}

/** A share that took longer to get is too old to be used. */
const MOST_VALID_MS = 1_000;
/** The database is not asked so long after it did not answer. */
const ALONE_MS = 5_000;
/** Whoever got too little asks again after so long: when the next share comes back, as far as that is within these. */
const AGAIN_MS = { card: { least: 200, most: 500 }, bulk: { least: 250, most: 2_000 } };
/** The longer a share may be used, the longer its calls are missing to everybody: work in bulk takes few, and uses them at once. */
const BULK = { validMs: 200, mostAhead: 2 };

/**
 * Takes shares of a limit from the database, some calls at once. A share is twice as large as the last one where that was
 * used up in time, and half as large where it was not. While the database does not answer, this process keeps to its part
 * of the limit by itself.
 */
export function openCallGate(surroundings: Surroundings): CallGate {
  const { leases, holder, clock, leastValidMs, limit, mostAhead, onAnswer } = surroundings;
  const { now, sleep } = clock;
  const queues: Record<Priority, Waiter[]> = { card: [], bulk: [] };
  const blocks: Record<Priority, Block> = { card: { left: 0, until: 0 }, bulk: { left: 0, until: 0 } };
  const sizes: Record<Priority, number> = { card: 1, bulk: 1 };
  const bounds: Record<Priority, { validMs: number; mostAhead: number }> = {
    card: { validMs: leastValidMs, mostAhead },
    bulk: {
      validMs: Math.min(BULK.validMs, leastValidMs),
      mostAhead: Math.min(BULK.mostAhead, mostAhead),
    },
  };
  const isAsking: Record<Priority, boolean> = { card: false, bulk: false };
  const window = openWindow();
  window.learn(now(), limit, null);
  let tookMs = 0;
  let aloneUntil = -Infinity;

  /** Uses up one call of a share; a card may use those that were taken for work in bulk. */
  const use = (priority: Priority): boolean => {
    const kinds: Priority[] = priority === 'card' ? ['card', 'bulk'] : ['bulk'];
    const kind = kinds.find((each) => blocks[each].left > 0 && blocks[each].until > now());
    if (kind === undefined) return false;
    blocks[kind].left -= 1;
    window.add(now(), priority);
    return true;
  };

  const ask = async (priority: Priority): Promise<Lease | null> => {
    const queue = queues[priority];
    const began = now();
    const { left, until } = blocks[priority];
    const { validMs: leastMs, mostAhead: most } = bounds[priority];
    if (left > 0) sizes[priority] = Math.max(1, sizes[priority] >> 1);
    else if (until > began) sizes[priority] = Math.min(most, sizes[priority] * 2);
    const asked = queue.length;
    // longer than it takes to get a share
    const validMs = Math.min(MOST_VALID_MS, Math.max(leastMs, 4 * tookMs));
    const patience = Math.min(MOST_VALID_MS, Math.max(50, ...queue.map(({ endsAt }) => endsAt - began)));
    const request = {
      ...{ holder, isBulk: priority === 'bulk', asked, size: Math.max(asked, sizes[priority]) },
      ...{ validMs, againMs: AGAIN_MS[priority].most * 1.5 },
    };
    try {
      const lease = await withPatience(leases.take(request), patience, clock);
      blocks[priority] = { left: lease.granted, until: lease.granted > 0 ? began + validMs : -Infinity };
      tookMs = now() - began;
      const max = Math.max(1, Math.floor(lease.max / lease.holders));
      window.learn(now(), { max, intervalMs: lease.intervalMs }, null);
      onAnswer(lease);
      return lease;
    } catch (cause) {
      aloneUntil = now() + ALONE_MS;
      onAnswer(null, cause);
      return null;
    }
  };

  /** Lets through whoever has room. @returns milliseconds until more can be expected */
  const serve = (priority: Priority, lease: Lease | null): number => {
    const queue = queues[priority];
    const hasRoom = () => {
      if (lease !== null) return use(priority);
      if (window.waitMs(now(), priority) > 0) return false;
      window.add(now(), priority);
      return true;
    };
    while (queue.length > 0) {
      if (queue[0]?.isWanted() === true && !hasRoom()) break;
      queue.shift()?.resolve('go');
    }
    const { least, most } = AGAIN_MS[priority];
    if (lease === null) return Math.max(1, Math.min(most, window.waitMs(now(), priority)));
    const expected = priority === 'bulk' ? Math.max(lease.heldMs, lease.nextMs ?? 0) : (lease.nextMs ?? 0);
    return Math.min(most, Math.max(least, expected));
  };

  const dismiss = (priority: Priority, answer: 'too-long' | 'day-over', endsBefore: number) => {
    const gone = queues[priority].filter(({ endsAt }) => endsAt <= endsBefore);
    queues[priority] = queues[priority].filter(({ endsAt }) => endsAt > endsBefore);
    for (const { resolve } of gone) resolve(answer);
  };

  const pump = async (priority: Priority): Promise<void> => {
    if (isAsking[priority]) return;
    isAsking[priority] = true;
    // calls that are made at once ask together
    await new Promise((resolve) => setImmediate(resolve));
    while (queues[priority].length > 0) {
      const asked = queues[priority].length;
      const lease = now() < aloneUntil ? null : await ask(priority);
      const pause = serve(priority, lease);
      // the others came meanwhile
      if (lease !== null && lease.granted >= asked) continue;
      if (priority === 'bulk' && lease?.isDayOver === true) dismiss('bulk', 'day-over', Infinity);
      dismiss(priority, 'too-long', now() + pause);
      if (queues[priority].length > 0) await sleep(pause);
    }
    isAsking[priority] = false;
  };

  return {
    take: (priority, endsAt, isWanted) => {
      if (queues[priority].length === 0 && use(priority)) return Promise.resolve('go');
      return new Promise((resolve) => {
        queues[priority].push({ endsAt, isWanted, resolve });
        void pump(priority);
      });
    },
  };
}

async function withPatience<T>(work: Promise<T>, ms: number, { timer }: GateClock): Promise<T> {
  let cancel: () => void = () => undefined;
  const end = new Promise<never>((_, reject) => {
    cancel = timer(ms, () => reject(new Error(`no answer of the database within ${Math.round(ms)} ms`)));
  });
  // a late failure has nobody to tell
  work.catch(() => undefined);
  try {
    return await Promise.race([work, end]);
  } finally {
    cancel();
  }
}
