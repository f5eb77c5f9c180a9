import { sql } from 'drizzle-orm';
import fc from 'fast-check';

import { type CallLeases, type LeaseRequest, callLeasesIn } from '../../src/store/call-leases.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { type PortalLimits, portalLimitsIn } from '../../src/store/portal-limits.ts';
import { openTestDatabase } from './database-in-test.ts';

const START = Date.UTC(2026, 10, 2);
const WINDOW_MS = 10_000;
const VALID_MS = 1_000;

let store: OpenDatabase;
let at: number;
let portalId = 0;
let leases: CallLeases;
let searches: CallLeases;
let limits: PortalLimits;

beforeAll(async () => {
  store = await openTestDatabase();
});

afterAll(() => store.close());

beforeEach(nextPortal);

/** A portal of which nothing is known. Its clock stands still but for `at`. */
function nextPortal(): void {
  at = START;
  portalId += 1;
  const key = { appId: 4711, portalId };
  const clock = () => sql<number>`${at}::float8`;
  leases = callLeasesIn(store.database, key, 'calls', clock);
  searches = callLeasesIn(store.database, key, 'searches', clock);
  limits = portalLimitsIn(store.database, key, clock);
}

function take(asked: number, wish: Partial<LeaseRequest> = {}) {
  return leases.take({
    ...{ holder: 'a', isBulk: false, asked, size: asked, validMs: VALID_MS, againMs: 500 },
    ...wish,
  });
}

const granted = async (...wish: Parameters<typeof take>) => (await take(...wish)).granted;

test('before any header named a limit, an OAuth app has 110 calls in ten seconds', async () => {
  expect(await take(200)).toMatchObject({ granted: 110, max: 110, intervalMs: 10_000 });
});

test('a share counts as long as its calls may be made, and a window longer', async () => {
  await take(110);

  at += VALID_MS + WINDOW_MS - 1;
  expect(await take(1)).toMatchObject({ granted: 0, nextMs: 1 });
  at += 1;
  expect(await granted(110)).toBe(110);
});

test('work in bulk takes three quarters, cards the rest', async () => {
  expect(await granted(500, { isBulk: true })).toBe(82);
  expect(await granted(500)).toBe(28);
});

test('work in bulk gets nothing while another process waits with a card', async () => {
  await take(111, { holder: 'b' });
  at += VALID_MS + WINDOW_MS;
  expect(await granted(110, { holder: 'c', againMs: 2_000 })).toBe(110);
  expect(await granted(1, { holder: 'b', againMs: 20_000 })).toBe(0);
  at += VALID_MS + WINDOW_MS;

  expect(await granted(5, { isBulk: true })).toBe(0);
  expect(await granted(1, { holder: 'b' })).toBe(1);
  expect(await granted(5, { isBulk: true })).toBe(5);
});

test('whoever waited and came no more keeps nobody away', async () => {
  await take(110);
  expect(await granted(1, { holder: 'gone', againMs: 500 })).toBe(0);
  at += VALID_MS + WINDOW_MS;

  expect(await granted(5, { isBulk: true })).toBe(5);
});

test('processes that wait share what comes back', async () => {
  await take(110);
  const againMs = 20_000;
  for (const holder of ['b', 'c', 'd']) await take(100, { holder, againMs });
  at += VALID_MS + WINDOW_MS;

  expect(await granted(100, { holder: 'b', againMs })).toBe(37);
});

test('a card takes no more ahead than a quarter of the room', async () => {
  expect(await granted(1, { size: 32 })).toBe(27);
  expect(await granted(1, { size: 32 })).toBe(20);
  expect(await granted(1, { size: 4 })).toBe(4);
  expect(await granted(40, { size: 40 })).toBe(40);
});

test('a refusal of HubSpot keeps work in bulk of all processes away, and no card', async () => {
  await limits.holdBulk(5_000);
  await limits.holdBulk(3_000);
  expect(await take(5, { holder: 'b', isBulk: true })).toMatchObject({ granted: 0, heldMs: 5_000 });
  expect(await granted(5)).toBe(5);

  at += 5_000;
  expect(await granted(5, { holder: 'b', isBulk: true })).toBe(5);
});

test('a used up day stops work in bulk of all processes for a quarter of an hour', async () => {
  await limits.endDay();

  expect(await take(5, { isBulk: true })).toMatchObject({ granted: 0, isDayOver: true });
  expect(await take(5)).toMatchObject({ granted: 5 });
  at += 15 * 60_000;
  expect(await take(5, { isBulk: true })).toMatchObject({ granted: 5, isDayOver: false });
});

test('a limit that headers named counts from the next share on', async () => {
  await take(20);
  await limits.learn({ max: 30, intervalMs: 10_000, dailyLeft: null });

  expect(await take(20)).toMatchObject({ granted: 10, max: 30 });
});

test('searches are five in a second, for all apps of an account together', async () => {
  const other = callLeasesIn(store.database, { appId: 1, portalId }, 'searches', () => sql`${at}::float8`);
  const request = { holder: 'a', isBulk: false, asked: 3, size: 3, validMs: 100, againMs: 100 };
  await leases.take({ ...request, asked: 110 });

  expect(await searches.take(request)).toMatchObject({ granted: 3, max: 5, intervalMs: 1_000 });
  expect(await other.take(request)).toMatchObject({ granted: 2 });
  at += 1_100;
  expect(await other.take(request)).toMatchObject({ granted: 3 });
});

test('portals and apps do not count for each other', async () => {
  await take(110);

  const neighbour = callLeasesIn(store.database, { appId: 4711, portalId: portalId + 1_000_000 }, 'calls');
  const sibling = callLeasesIn(store.database, { appId: 1, portalId }, 'calls');
  const request = { holder: 'a', isBulk: false, asked: 1, size: 1, validMs: 1_000, againMs: 500 };
  expect(await neighbour.take(request)).toMatchObject({ granted: 1 });
  expect(await sibling.take(request)).toMatchObject({ granted: 1 });
});

test('by the clock of the database, many that ask at once get no more than there is', async () => {
  const key = { appId: 4711, portalId };
  const all = Array.from({ length: 40 }, (_, index) => {
    const process = callLeasesIn(store.database, key, 'calls');
    return process.take({
      ...{ holder: `p${index}`, isBulk: index % 2 === 0, asked: 4, size: 9 },
      ...{ validMs: 1_000, againMs: 1_000 },
    });
  });

  const shares = await Promise.all(all);

  const total = shares.reduce((sum, share) => sum + share.granted, 0);
  expect(total).toBeGreaterThan(90);
  expect(total).toBeLessThanOrEqual(110);
});

const arrivals = fc.array(
  fc.record({
    holder: fc.constantFrom('a', 'b', 'c'),
    isBulk: fc.boolean(),
    asked: fc.integer({ min: 1, max: 12 }),
    extra: fc.nat(20),
    gap: fc.oneof(fc.nat(50), fc.nat(4_000)),
    lastUse: fc.nat(VALID_MS),
  }),
  { maxLength: 60 },
);

test('whoever asks when: no window has more calls than the limit, and bulk no more than its part', () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 4, max: 60 }), arrivals, async (max, wishes) => {
      nextPortal();
      await limits.learn({ max, intervalMs: WINDOW_MS, dailyLeft: null });
      const calls: { at: number; isBulk: boolean }[] = [];
      for (const { gap, extra, lastUse, ...wish } of wishes) {
        at += gap;
        const count = await granted(wish.asked, { ...wish, size: wish.asked + extra });
        for (let index = 0; index < count; index += 1)
          calls.push({ at: at + (index % 2 === 0 ? 0 : lastUse), isBulk: wish.isBulk });
      }

      expect(busiest(calls.map((call) => call.at))).toBeLessThanOrEqual(max);
      const bulk = calls.filter(({ isBulk }) => isBulk).map((call) => call.at);
      expect(busiest(bulk)).toBeLessThanOrEqual(Math.max(1, Math.floor(max * 0.75)));
      // every share comes back
      at += VALID_MS + WINDOW_MS;
      expect(await granted(max, { holder: 'd' })).toBe(max);
    }),
    { numRuns: 60 },
  ));

/** The most calls that fall into any window. */
function busiest(times: readonly number[]): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((each) => each >= from && each < from + WINDOW_MS).length),
  );
}
