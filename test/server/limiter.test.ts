import type { Limiter, Priority } from '../../src/crm/client/request.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { openTestDatabase } from '../store/database-in-test.ts';
import { type SteppedClock, limitersOver, steppedClock } from './limiters-in-test.ts';

const START = Date.UTC(2026, 10, 2);
const WINDOW_MS = 10_000;

let store: OpenDatabase;
let portalId = 0;
let clock: SteppedClock;
let limiters: ReturnType<typeof limitersOver>;
let calls: { at: number; priority: Priority; by: string; waited: number }[];

beforeAll(async () => {
  store = await openTestDatabase();
});

afterAll(() => store.close());

beforeEach(() => {
  portalId += 1;
  clock = steppedClock();
  limiters = limitersOver(store.database, clock, portalId, START);
  calls = [];
});

const run = <T>(work: () => Promise<T>) => clock.run(work(), limiters.isBusy);

/** Makes calls one after the other, as a process does that works through a list. */
async function work(limiter: Limiter, by: string, priority: Priority, count: number, pauseMs = 0) {
  for (let call = 0; call < count; call += 1) {
    const from = clock.now();
    await limiter.take(priority, false, Infinity, undefined);
    calls.push({ at: clock.now(), priority, by, waited: clock.now() - from });
    if (pauseMs > 0) await clock.sleep(pauseMs);
  }
}

/** The most calls that fall into any window. */
function busiest(priority?: Priority, ms = WINDOW_MS): number {
  const times = calls
    .filter((call) => priority === undefined || call.priority === priority)
    .map(({ at }) => at);
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
}

const waits = (priority: Priority) =>
  calls.filter((call) => call.priority === priority).map(({ waited }) => waited);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('four processes with work in bulk and cards stay under the limit, with few statements', async () => {
  const names = ['a', 'b', 'c', 'd'];

  await run(() =>
    Promise.all(
      names.flatMap((name) => {
        const limiter = limiters.open(name);
        return [work(limiter, name, 'bulk', 80, 10), work(limiter, name, 'card', 12, 2_000)];
      }),
    ),
  );

  expect(busiest()).toBeLessThanOrEqual(110);
  expect(busiest('bulk')).toBeLessThanOrEqual(82);
  expect(Math.max(...waits('card'))).toBeLessThanOrEqual(1_000);
  expect(mean(waits('card'))).toBeLessThan(mean(waits('bulk')));
  expect(limiters.statements() / calls.length).toBeLessThan(1);
});

test('a flood of cards is spread over processes and windows, and none waits longer than the others', async () => {
  await run(() =>
    Promise.all(
      ['a', 'b', 'c'].flatMap((name) => {
        const limiter = limiters.open(name);
        return Array.from({ length: 40 }, () => work(limiter, name, 'card', 3, 200));
      }),
    ),
  );

  expect(calls).toHaveLength(360);
  expect(busiest()).toBeLessThanOrEqual(110);
  const ends = ['a', 'b', 'c'].map((name) =>
    Math.max(...calls.filter(({ by }) => by === name).map(({ at }) => at)),
  );
  expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(WINDOW_MS + 2_000);
  expect(limiters.statements() / calls.length).toBeLessThan(1);
});

test('a card of a quiet process comes through beside an import of another one', async () => {
  await run(async () => {
    const busy = work(limiters.open('import'), 'import', 'bulk', 250);
    await clock.sleep(15_000);
    const quiet = limiters.open('quiet');
    for (let card = 0; card < 5; card += 1) {
      await work(quiet, 'quiet', 'card', 3, 100);
      await clock.sleep(1_500);
    }
    await busy;
  });

  expect(Math.max(...waits('card'))).toBeLessThan(100);
  expect(busiest()).toBeLessThanOrEqual(110);
});

test('a process alone uses nearly all of the limit', async () => {
  await run(() => work(limiters.open('a'), 'a', 'card', 400));

  expect(busiest()).toBeGreaterThan(105);
  expect(calls.at(-1)?.at).toBeLessThan(36_000);
  expect(limiters.statements() / calls.length).toBeLessThan(0.4);
});

test('searches of all processes and apps are five in a second', async () => {
  const times: number[] = [];
  const search = async (limiter: Limiter) => {
    for (let call = 0; call < 15; call += 1) {
      await limiter.take('card', true, Infinity, undefined);
      times.push(clock.now());
    }
  };

  await run(() =>
    Promise.all([search(limiters.open('a')), search(limiters.open('b')), search(limiters.open('b', 1))]),
  );

  const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
  expect(most).toBe(5);
  expect(Math.max(...times)).toBeLessThan(14_000);
});

test('a refusal that one process met keeps the work in bulk of another away', async () => {
  await run(async () => {
    const [one, other] = [limiters.open('a'), limiters.open('b')];
    one.refused('ten-secondly', 'bulk', 7_000);
    await clock.sleep(10);
    await Promise.all([work(other, 'b', 'bulk', 1), work(other, 'b', 'card', 1)]);
  });

  expect(waits('card')).toEqual([0]);
  expect(waits('bulk')[0]).toBeGreaterThan(6_900);
  expect(waits('bulk')[0]).toBeLessThan(9_100);
});

test('work in bulk stops in all processes when the calls of the day are used up', async () => {
  const answers = await run(async () => {
    const [one, other] = [limiters.open('a'), limiters.open('b')];
    one.refused('daily', 'card', 0);
    await clock.sleep(10);
    return Promise.all(
      (['bulk', 'card'] as const).map((priority) => other.take(priority, false, 5_000, undefined)),
    );
  });

  expect(answers).toEqual(['day-over', 'go']);
});

test('who has no time to wait is told so before it is over', async () => {
  const answer = await run(async () => {
    await work(limiters.open('a'), 'a', 'card', 110);
    return limiters.open('b').take('card', false, 3_000, undefined);
  });

  expect(answer).toBe('too-long');
  expect(clock.now()).toBeLessThanOrEqual(3_000);
});

test('a caller that was cancelled uses up no call', async () => {
  const limiter = limiters.open('a');
  await run(async () => {
    await work(limiter, 'a', 'card', 110);
    const cancel = new AbortController();
    const waiting = limiter.take('card', false, Infinity, cancel.signal);
    await clock.sleep(1);
    cancel.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    await work(limiter, 'a', 'card', 110);
  });

  expect(busiest()).toBe(110);
});

test('while the database is gone, a process keeps to its part by itself and says so once', async () => {
  const [one, other] = [limiters.open('a'), limiters.open('b')];
  await run(async () => {
    await Promise.all([work(one, 'a', 'card', 10), work(other, 'b', 'card', 10)]);
    limiters.breakDatabase(true);
    await Promise.all([work(one, 'a', 'card', 90), work(other, 'b', 'card', 90)]);
  });

  expect(busiest()).toBeLessThanOrEqual(110);
  expect(limiters.logged().match(/keeps to its part/g)).toHaveLength(2);

  await run(async () => {
    limiters.breakDatabase(false);
    await clock.sleep(20_000);
    await work(one, 'a', 'card', 3);
  });
  expect(limiters.logged()).toContain('shares of the rate limit again');
});

test('a database that does not answer keeps a card for a second, then for none', async () => {
  const hanging = limitersOver(
    {
      update: () => ({ set: () => ({ where: () => ({ returning: () => new Promise(() => undefined) }) }) }),
    } as never,
    clock,
    portalId,
    START,
  );
  const limiter = hanging.open('a');

  await clock.run(work(limiter, 'a', 'card', 3), () => false);

  expect(waits('card')).toEqual([1_000, 0, 0]);
});

test('a process that never reached the database keeps to the published limit', async () => {
  limiters.breakDatabase(true);
  const limiter = limiters.open('a');

  await run(() => work(limiter, 'a', 'card', 150));

  expect(busiest()).toBe(110);
});
