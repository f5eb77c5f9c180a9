import { entryInWords } from '../../src/icp/entry-in-words.ts';

test.each([
  ['technology@3', 'Technology partner, v3'],
  ['policy@3', 'entry 3 of the policy log'],
  ['draft:technology', 'the draft for Technology partner'],
  ['draft:settings', 'the draft of the settings'],
  ['512:7', '512:7'],
])('%s is called %s', (key, words) => {
  expect(entryInWords(key)).toBe(words);
});
