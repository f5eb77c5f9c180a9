import fc from 'fast-check';

import { type AskingDeal, STALLED_AFTER_DAYS, demandOf, stateOf } from '../../src/icp/demand.ts';

const NOW = new Date('2026-11-27T12:00:00Z');
const DAY_MS = 86_400_000;
const PARTNER = 'partner';
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS).toISOString();

const DEAL: AskingDeal = {
  ...{ id: '1', companyId: 'a', isClosed: false, isWon: false, createdAt: daysAgo(5) },
  ...{ closedAt: null, lastActivityAt: null, amount: null, isOtherCurrency: false },
};

test.each([
  ['with an activity 60 days ago', { lastActivityAt: daysAgo(STALLED_AFTER_DAYS) }, 'open'],
  ['with an activity 61 days ago', { lastActivityAt: daysAgo(STALLED_AFTER_DAYS + 1) }, 'stalled'],
  ['old, with an activity yesterday', { createdAt: daysAgo(400), lastActivityAt: daysAgo(1) }, 'open'],
  ['old, without an activity', { createdAt: daysAgo(61) }, 'stalled'],
  ['new, without an activity', {}, 'open'],
  ['of which no day is known', { createdAt: null }, 'open'],
  ['lost', { isClosed: true }, 'lost'],
  ['won', { isClosed: true, isWon: true }, null],
])('a deal %s', (_what, differs, state) => {
  expect(stateOf({ ...DEAL, ...differs }, NOW)).toBe(state);
});

test('the newest request is the newest deal made or lost; when an open deal is hoped to close is none', () => {
  const deals = [
    { ...DEAL, createdAt: daysAgo(9), closedAt: daysAgo(-90) },
    { ...DEAL, createdAt: daysAgo(90), closedAt: daysAgo(3), isClosed: true },
    { ...DEAL, companyId: null, createdAt: daysAgo(1) },
    { ...DEAL, createdAt: daysAgo(1), isClosed: true, isWon: true },
  ];

  expect(demandOf(deals, PARTNER, NOW).newestAt).toBe(daysAgo(3));
});

const anyDay = fc.option(fc.integer({ min: 0, max: 200 }).map(daysAgo));
const anyDeal: fc.Arbitrary<AskingDeal> = fc.record({
  id: fc.string(),
  companyId: fc.option(fc.constantFrom('a', 'b', 'c', 'd', PARTNER)),
  isClosed: fc.boolean(),
  isWon: fc.boolean(),
  createdAt: anyDay,
  closedAt: anyDay,
  lastActivityAt: anyDay,
  amount: fc.option(fc.integer({ min: 0, max: 1_000 })),
  isOtherCurrency: fc.boolean(),
});
const anyDeals = fc.array(anyDeal, { maxLength: 30 });

test('every figure is that of a count by companies, one after the other', () => {
  fc.assert(
    fc.property(anyDeals, (deals) => {
      const demand = demandOf(deals, PARTNER, NOW);
      const found = { open: 0, stalled: 0, lost: 0 };
      const amounts: number[] = [];
      for (const company of ['a', 'b', 'c', 'd']) {
        const own = deals.filter(({ companyId, isWon }) => companyId === company && !isWon);
        const states = own.map((deal) => stateOf(deal, NOW));
        if (states.includes('open')) found.open += 1;
        else if (states.includes('stalled')) found.stalled += 1;
        else if (states.includes('lost')) found.lost += 1;
        amounts.push(...own.flatMap(({ amount }) => (amount === null ? [] : amount)));
      }
      expect(demand).toMatchObject({
        ...found,
        count: found.open + found.stalled + found.lost,
        amount: amounts.length === 0 ? null : amounts.reduce((sum, one) => sum + one, 0),
        withoutCompany: deals.filter(({ companyId, isWon }) => companyId === null && !isWon).length,
      });
    }),
  );
});

test('the order of deals does not matter, and one more deal takes no company, no amount and no newness away', () => {
  fc.assert(
    fc.property(anyDeals, anyDeal, (deals, more) => {
      const before = demandOf(deals, PARTNER, NOW);
      const after = demandOf([more, ...deals], PARTNER, NOW);

      expect(demandOf([...deals].reverse(), PARTNER, NOW)).toEqual(before);
      expect(after.count).toBeGreaterThanOrEqual(before.count);
      expect(after.open).toBeGreaterThanOrEqual(before.open);
      expect(after.amount ?? 0).toBeGreaterThanOrEqual(before.amount ?? 0);
      expect(Date.parse(after.newestAt ?? daysAgo(999))).toBeGreaterThanOrEqual(
        Date.parse(before.newestAt ?? daysAgo(999)),
      );
    }),
  );
});

test('deals of the partner itself and won ones change nothing', () => {
  fc.assert(
    fc.property(anyDeals, anyDeal, (deals, more) => {
      const before = demandOf(deals, PARTNER, NOW);

      expect(demandOf([...deals, { ...more, companyId: PARTNER }], PARTNER, NOW)).toEqual(before);
      expect(demandOf([...deals, { ...more, isWon: true }], PARTNER, NOW)).toEqual(before);
    }),
  );
});
