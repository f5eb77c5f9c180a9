import { flaggedChecks, laneCap, openChecks, ratingCap, sortChecks } from '../../src/icp/checks.ts';
import type { Caps, CheckDefinition } from '../../src/icp/profile.ts';
import { technology } from '../../src/icp/profiles/technology.ts';

const check = (caps: Caps): CheckDefinition => ({
  key: 'trap',
  label: 'Trap',
  looksLike: '',
  whyItFails: '',
  asks: [],
  caps,
});
const keysOf = (checks: readonly CheckDefinition[]): string[] => checks.map(({ key }) => key);

test('a check that nobody answered is open', () => {
  expect(keysOf(openChecks({ checks: {} }, technology))).toEqual(keysOf(technology.checks));
  expect(flaggedChecks({ checks: {} }, technology)).toEqual([]);
});

test('clear, flagged and open checks are told apart', () => {
  const checks = {
    'dead-api': { state: 'flagged', note: '' },
    'vanity-logo': { state: 'clear', note: '' },
    'enthusiastic-contact': { state: 'open', note: 'asked twice' },
  } as const;

  expect(keysOf(flaggedChecks({ checks }, technology))).toEqual(['dead-api']);
  expect(keysOf(openChecks({ checks }, technology))).toEqual([
    'competitor-in-disguise',
    'single-prospect-request',
    'enthusiastic-contact',
  ]);
});

test('the lowest of several rating caps on a dimension holds, and other dimensions are free', () => {
  const flagged = [3, 2, 4].map((at) => check({ rating: { dimension: 'reach', at: at as 3 } }));

  expect(ratingCap(flagged, 'reach')).toBe(2);
  expect(ratingCap(flagged, 'overlap')).toBe(5);
});

test('the lowest of several lane caps holds; without one deep stays within reach', () => {
  const rating = check({ rating: { dimension: 'reach', at: 1 } });

  expect(laneCap([check({ lane: 'fast' }), check({ lane: 'pass' }), check({ lane: 'fast' })])).toBe('pass');
  expect(laneCap([rating, check({ lane: 'fast' })])).toBe('fast');
  expect(laneCap([rating])).toBe('deep');
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
