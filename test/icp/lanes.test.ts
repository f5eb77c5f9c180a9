import { laneOf, lowerLane } from '../../src/icp/lanes.ts';

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

test('the lower of two lanes is the worse one, whichever comes first', () => {
  expect(lowerLane('deep', 'fast')).toBe('fast');
  expect(lowerLane('pass', 'fast')).toBe('pass');
});
