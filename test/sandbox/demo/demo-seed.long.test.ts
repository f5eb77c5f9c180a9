import { openingOf, planDemoPortal } from '../../../sandbox/demo/plan-demo-portal.ts';
import { type Demo, openDemo, countsOf } from './open-demo.ts';

const NOW = new Date('2026-11-20T10:00:00Z');
/** Three weeks later, on another day of the week. */
const LATER = new Date('2026-12-12T23:30:00Z');

const isTime = (value: string) => /^\d{4}-(\d\d-\d\d|Q\d)|profile of \d+ \w+ \d{4}/.test(value);

/** All stored values but days and times. */
function timeless(demo: Demo) {
  return (['companies', 'contacts', 'deals', 'tasks'] as const).map((type) =>
    demo.records(type).map((record) =>
      Object.entries(record)
        .filter(([, value]) => !isTime(value))
        .sort(),
    ),
  );
}

let one: Demo;
beforeAll(async () => {
  one = await openDemo(7, NOW);
});

test('the same seed gives the same portal, on whatever day it is made', async () => {
  const other = await openDemo(7, LATER);

  expect(timeless(other)).toEqual(timeless(one));
  expect(other.drift).toEqual(one.drift);
});

test('another seed gives other partners in the same lanes and clearances', async () => {
  const other = await openDemo(2, NOW);
  const names = (demo: Demo) => demo.records('companies').map(({ name }) => name);

  expect(names(other)).not.toEqual(names(one));
  for (const property of ['ipp_clearance', 'ipp_partner_type'])
    expect(countsOf(other.records('companies'), property)).toEqual(
      countsOf(one.records('companies'), property),
    );
});

test('every seed can be planned, in order and in the past', () => {
  for (let seed = 0; seed < 200; seed++) {
    const times = planDemoPortal(seed, NOW).map(({ at }) => at.getTime());

    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(Math.max(...times)).toBeLessThan(NOW.getTime());
    expect(Math.min(...times)).toBeGreaterThan(openingOf(NOW).getTime());
  }
});

test('histories reach back months, and several people saved', () => {
  const { saved } = one;
  const companies = saved.types.find(({ id }) => id === '0-2');
  const scorer = companies?.properties.find(({ name }) => name === 'ipp_scored_by')?.slot;
  const saves = (companies?.records ?? []).flatMap(({ values, earlier, writes }) =>
    [...values, ...earlier].flatMap(([slot, by, write]) =>
      slot === scorer ? [{ by, at: writes[write]?.[0] ?? 0 }] : [],
    ),
  );

  expect(new Set(saves.map(({ by }) => by)).size).toBe(5);
  expect(NOW.getTime() - Math.min(...saves.map(({ at }) => at))).toBeGreaterThan(150 * 86_400_000);
});
