import {
  CLEARANCE_LABELS,
  type ClearanceInput,
  clearanceLabel,
  clearanceOf,
} from '../../src/icp/clearance.ts';
import { technology } from '../../src/icp/profiles/technology.ts';

const done: ClearanceInput = {
  bestScoreLane: 'deep',
  scoreLane: 'deep',
  flagged: [],
  unknownCount: 0,
  openCount: 0,
  gapCount: 0,
  unexplainedCount: 0,
};
const [flag] = technology.checks;
const flagged = flag === undefined ? [] : [flag];

test('a partner that is deep by ratings is cleared when nothing is left to do', () => {
  expect(clearanceOf(done)).toBe('cleared');
});

test.each(['unknownCount', 'openCount', 'gapCount', 'unexplainedCount'] as const)(
  'one %s keeps a deep partner pending',
  (count) => {
    expect(clearanceOf({ ...done, [count]: 1 })).toBe('pending');
  },
);

test.each(['fast', 'pass'] as const)(
  'a partner that reaches %s at best needs no clearance',
  (bestScoreLane) => {
    expect(clearanceOf({ ...done, bestScoreLane, scoreLane: 'undecided', flagged, openCount: 5 })).toBe(
      'not-required',
    );
  },
);

test('a flag blocks even while answers are missing', () => {
  expect(clearanceOf({ ...done, scoreLane: 'undecided', flagged, unknownCount: 2 })).toBe('blocked');
});

test('clearance is not yet known while deep is possible and not sure', () => {
  expect(clearanceOf({ ...done, scoreLane: 'undecided', unknownCount: 2, openCount: 5 })).toBeNull();
});

test('clearance is called as people know it', () => {
  expect(CLEARANCE_LABELS).toEqual({
    'not-required': 'Not needed',
    blocked: 'Blocked by a check',
    pending: 'Checks open',
    cleared: 'Cleared for build',
  });
});

test('cleared is called as the profile calls it, and the rest as everywhere', () => {
  expect(clearanceLabel('cleared', { cleared: 'Cleared to sign' })).toBe('Cleared to sign');
  expect(clearanceLabel('pending', { cleared: 'Cleared to sign' })).toBe('Checks open');
});
