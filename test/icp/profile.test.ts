import { MAX_TOTAL, MIN_TOTAL, inSentence, versionKey } from '../../src/icp/profile.ts';

test('a profile is remembered by type and version', () => {
  expect(versionKey({ type: 'broker-agent', version: 12 })).toBe('broker-agent@12');
});

test('totals lie between every rating at 1 and every rating at 5', () => {
  expect([MIN_TOTAL, MAX_TOTAL]).toEqual([100, 500]);
});

test.each([
  ['Customer overlap', 'customer overlap'],
  ['Dead API', 'dead API'],
  ['API readiness', 'API readiness'],
  ['OEM', 'OEM'],
  ['UX review', 'UX review'],
  ['A plan', 'a plan'],
  ['', ''],
])('inside a sentence %j reads %j', (label, words) => {
  expect(inSentence(label)).toBe(words);
});
