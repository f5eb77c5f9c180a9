import { ARTIFACTS } from '../../src/icp/facts.ts';
import { MAX_PROSE, checkAnswer, isBlank } from '../../src/icp/scorecard.ts';

test('a check that a scorecard does not carry is open, without a note', () => {
  expect(checkAnswer({ checks: {} }, 'dead-api')).toEqual({ state: 'open', note: '' });
});

test.each(['', ' ', '\n\t ', '\u200B\u2060', '\0'])('%j says nothing', (prose) => {
  expect(isBlank(prose)).toBe(true);
});

test('a single letter says something', () => {
  expect(isBlank(' x ')).toBe(false);
});

test('prose may have 4,000 characters', () => {
  expect(MAX_PROSE).toBe(4_000);
});

test('five artifacts can be inspected before a build', () => {
  expect(ARTIFACTS.map(({ key }) => key)).toEqual([
    'api-docs',
    'developer-portal',
    'sandbox',
    'changelog',
    'path-to-production',
  ]);
});
