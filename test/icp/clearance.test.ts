import { CLEARANCE_LABELS, type ClearanceInput, clearanceOf } from '../../src/icp/clearance.ts';
import { technology } from '../../src/icp/profiles/technology.ts';

const done: ClearanceInput = {
  overrideLane: null,
  bestScoreLane: 'deep',
  scoreLane: 'deep',
  flagged: [],
  unknownCount: 0,
  waitingCount: 0,
  openCount: 0,
  gapCount: 0,
  unexplainedCount: 0,
};
const [flag] = technology.checks;
const flagged = flag === undefined ? [] : [flag];

test('a partner that is deep by ratings is cleared when nothing is left to do', () => {
  expect(clearanceOf(done)).toBe('cleared');
});

test.each(['unknownCount', 'waitingCount', 'openCount', 'gapCount', 'unexplainedCount'] as const)(
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
    'not-required': 'Only for Deep',
    blocked: 'Blocked',
    pending: 'Not yet cleared',
    cleared: 'Cleared',
  });
});

test.each(['fast', 'pass'] as const)(
  'an override to %s needs no clearance, even with a flag',
  (overrideLane) => {
    expect(clearanceOf({ ...done, overrideLane, flagged })).toBe('not-required');
  },
);

test('an override to deep asks for clearance of a partner that ratings keep from deep', () => {
  const byRatings = { ...done, bestScoreLane: 'fast', scoreLane: 'fast' } as const;

  expect(clearanceOf({ ...byRatings, overrideLane: 'deep' })).toBe('cleared');
  expect(clearanceOf({ ...byRatings, overrideLane: 'deep', openCount: 1 })).toBe('pending');
  expect(clearanceOf({ ...byRatings, overrideLane: 'deep', flagged })).toBe('blocked');
});

test('under an override to deep, missing answers keep clearance pending', () => {
  const undecided = { ...done, scoreLane: 'undecided', unknownCount: 1 } as const;

  expect(clearanceOf({ ...undecided, overrideLane: 'deep' })).toBe('pending');
});
