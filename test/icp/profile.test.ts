import {
  MAX_TOTAL,
  MIN_TOTAL,
  inSentence,
  profileName,
  versionInWords,
  versionKey,
} from '../../src/icp/profile.ts';

test('a profile is remembered by type and version', () => {
  expect(versionKey({ type: 'broker-agent', version: 12 })).toBe('broker-agent@12');
});

test.each([
  ['technology@0', 'Technology partner, as shipped'],
  ['reseller@12', 'Reseller, v12'],
  ['alien@1', 'alien@1'],
])('for people the version %s is %j', (key, words) => {
  expect(versionInWords(key)).toBe(words);
});

test('a profile is called by the day of its publication where that is known', () => {
  expect(profileName({ version: 2 }, '2026-03-03')).toBe('Profile of 3 March 2026 (v2)');
  expect(profileName({ version: 2 }, null)).toBe('Published profile (v2)');
  expect(profileName({ version: 0 }, null)).toBe('Shipped profile');
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
