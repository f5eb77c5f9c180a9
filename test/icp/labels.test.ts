import { inSentence, laneLabel } from '../../src/icp/labels.ts';
import { technology } from '../../src/icp/profiles/technology.ts';

test.each([
  ['Customer overlap', 'customer overlap'],
  ['Dead API', 'dead API'],
  ['API readiness', 'API readiness'],
  ['OEM', 'OEM'],
  ['A plan', 'a plan'],
  ['', ''],
])('inside a sentence %j reads %j', (label, words) => {
  expect(inSentence(label)).toBe(words);
});

test('a lane is called as the profile calls it, and undecided as everywhere', () => {
  const lanes = { ...technology.lanes, deep: { label: 'Joint plan', next: 'Plan.' } };
  const profile = { ...technology, lanes };

  expect(laneLabel('deep', profile)).toBe('Joint plan');
  expect(laneLabel('pass', profile)).toBe('No lane (pass)');
  expect(laneLabel('undecided', profile)).toBe('Undecided (answers missing)');
});
