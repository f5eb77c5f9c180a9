import { CLEARANCE_LABELS, type Standing, clearanceOf } from '../../src/icp/clearance.ts';
import { sortChecks } from '../../src/icp/checks.ts';
import { evidenceGaps } from '../../src/icp/evidence.ts';
import { technology } from '../../src/icp/profiles/technology.ts';

const done: Standing = {
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

test('a clear check needs a note that says something; open and flagged ones do not', () => {
  const checks = {
    'vanity-logo': { state: 'clear', note: ' \n' },
    'competitor-in-disguise': { state: 'clear', note: 'drawn' },
    'dead-api': { state: 'flagged', note: '' },
    'enthusiastic-contact': { state: 'open', note: '' },
  } as const;

  expect(sortChecks({ checks }, technology).unexplained.map(({ key }) => key)).toEqual(['vanity-logo']);
});

test('a 4 or 5 without required evidence is a gap; a 3 is none', () => {
  const ratings = { customer_overlap: 4, distribution_reach: 3, technical_readiness: 5 } as const;

  expect(evidenceGaps({ ratings, evidence: {} }, technology)).toEqual([
    'customer_overlap',
    'technical_readiness',
  ]);
});

test('a dimension that asks for no evidence has no gap', () => {
  const ratings = { product_complementarity: 5, commercial_alignment: 5, strategic_fit: 5 } as const;

  expect(evidenceGaps({ ratings, evidence: {} }, technology)).toEqual([]);
});

test('evidence of blanks is no evidence', () => {
  const ratings = { customer_overlap: 5, distribution_reach: 5 } as const;
  const evidence = { customer_overlap: '  \n\t', distribution_reach: ' https://example.com ' };

  expect(evidenceGaps({ ratings, evidence }, technology)).toEqual(['customer_overlap']);
});
