import { ANTI_PATTERNS, checkTexts } from '../../src/icp/anti-patterns.ts';

test('the five anti-patterns of the guide are there, in its order', () => {
  expect(ANTI_PATTERNS.map(({ key }) => key)).toEqual([
    'vanity-logo',
    'competitor-in-disguise',
    'single-prospect-request',
    'dead-api',
    'enthusiastic-contact',
  ]);
});

test.each(ANTI_PATTERNS)('$key says what it looks like, what goes wrong and what to ask', (pattern) => {
  const texts = [pattern.label, pattern.looksLike, pattern.whyItFails, ...pattern.asks];

  for (const text of texts) expect(text).toMatch(/^\S.{5,118}\S$/);
  expect(checkTexts(pattern.key)).toBe(pattern);
});

test('the enthusiastic contact has three questions: owner, program, process', () => {
  const { asks } = checkTexts('enthusiastic-contact');

  expect(asks).toHaveLength(3);
  expect(asks.join(' ')).toMatch(/own.*program.*process/s);
});

test('a check that is none of ours is called by its key and asks for a note', () => {
  expect(checkTexts('too-good-to-be-true')).toMatchObject({
    key: 'too-good-to-be-true',
    label: 'Too good to be true',
    asks: [expect.stringContaining('Write down') as unknown],
  });
});
