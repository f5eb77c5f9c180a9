import { timeIn } from '../../src/icp/day-in.ts';
import { nextNight } from '../../src/icp/next-night.ts';

const at = (time: string) => new Date(time);
/** Of this portal at 2:30. */
const HALF_PAST = 30;

test.each([
  ['America/New_York', '2026-11-27T12:00:00Z', '2026-11-28T07:30:00.000Z'],
  ['Europe/Berlin', '2026-11-27T12:00:00Z', '2026-11-28T01:30:00.000Z'],
  ['Asia/Kolkata', '2026-11-27T12:00:00Z', '2026-11-27T21:00:00.000Z'],
  [null, '2026-11-27T02:29:00Z', '2026-11-27T02:30:00.000Z'],
])('the night of a portal is in its own time zone: %s', (zone, after, night) => {
  expect(nextNight(zone, HALF_PAST, at(after)).toISOString()).toBe(night);
});

test('a night that has begun is not begun again', () => {
  const night = nextNight('Europe/Berlin', HALF_PAST, at('2026-11-27T12:00:00Z'));

  expect(nextNight('Europe/Berlin', HALF_PAST, night).toISOString()).toBe('2026-11-29T01:30:00.000Z');
});

test('where clocks are put forward over the minute, the night is an hour later', () => {
  const night = nextNight('Europe/Berlin', HALF_PAST, at('2027-03-27T12:00:00Z'));

  expect(night.toISOString()).toBe('2027-03-28T01:30:00.000Z');
  expect(timeIn('Europe/Berlin', night)).toBe('03:30');
});

test('where clocks are put back over the minute, there is one night and not two', () => {
  const first = nextNight('Europe/Berlin', HALF_PAST, at('2026-10-24T12:00:00Z'));
  const second = nextNight('Europe/Berlin', HALF_PAST, first);

  expect(first.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  expect(second.toISOString()).toBe('2026-10-26T01:30:00.000Z');
});

test('portals are spread over the two hours', () => {
  const nights = Array.from({ length: 240 }, (_, id) =>
    timeIn('Europe/Berlin', nextNight('Europe/Berlin', id, at('2026-11-27T12:00:00Z'))),
  );

  expect([...nights].sort().at(0)).toBe('02:00');
  expect([...nights].sort().at(-1)).toBe('03:59');
  expect(new Set(nights).size).toBe(120);
});
