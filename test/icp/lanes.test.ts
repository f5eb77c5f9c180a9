import { LANE_LABELS, laneOf, laneOfRange, laneTitle, lowerLane } from '../../src/icp/lanes.ts';
import { technology } from '../../src/icp/profiles/technology.ts';

const floors = { deep: 380, fast: 250 };

test.each([
  [500, 'deep'],
  [380, 'deep'],
  [379, 'fast'],
  [250, 'fast'],
  [249, 'pass'],
  [100, 'pass'],
] as const)('a total of %i enters the %s lane', (total, lane) => {
  expect(laneOf(total, floors)).toBe(lane);
});

test.each([
  ['deep', 'deep', 'deep'],
  ['deep', 'fast', 'fast'],
  ['deep', 'pass', 'pass'],
  ['fast', 'fast', 'fast'],
  ['fast', 'pass', 'pass'],
  ['pass', 'pass', 'pass'],
] as const)('of %s and %s the lower lane is %s, whichever comes first', (one, other, lower) => {
  expect([lowerLane(one, other), lowerLane(other, one)]).toEqual([lower, lower]);
});

test.each([
  [380, 500, 'deep'],
  [379, 380, 'undecided'],
  [250, 379, 'fast'],
  [249, 250, 'undecided'],
  [100, 249, 'pass'],
  [100, 500, 'undecided'],
] as const)('a range of %i to %i points is %s', (low, high, lane) => {
  expect(laneOfRange({ low, high, unmetLow: 0, unmetHigh: 0 }, floors)).toBe(lane);
});

test.each([
  ['fast', 300, 500, 'fast'],
  ['fast', 249, 500, 'undecided'],
  ['fast', 100, 249, 'pass'],
  ['pass', 100, 500, 'pass'],
] as const)('under a cap at %s a range of %i to %i points is %s', (cap, low, high, lane) => {
  expect(laneOfRange({ low, high, unmetLow: 0, unmetHigh: 0 }, floors, cap)).toBe(lane);
});

test('lanes are called as people know them', () => {
  expect(LANE_LABELS).toEqual({
    deep: 'Deep',
    fast: 'Fast lane',
    pass: 'No lane',
    undecided: 'Needs answers',
  });
});

test('the words of the profile stand behind the lane, never in its place', () => {
  const lanes = { ...technology.lanes, deep: { label: 'Joint plan', next: 'Plan.' } };
  const profile = { ...technology, lanes };

  expect(laneTitle('deep', profile)).toBe('Deep · Joint plan');
  expect(laneTitle('undecided', profile)).toBe('Needs answers');
});
