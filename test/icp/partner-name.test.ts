import fc from 'fast-check';

import {
  isNamedIn,
  isSameName,
  isTooLong,
  isTooShort,
  nameWords,
  searchTokens,
} from '../../src/icp/partner-name.ts';

test.each([
  ['Ledgerlane, Inc.', 'ledgerlane'],
  ['Ledgerlane GmbH & Co. KG', 'LEDGERLANE'],
  ['Ledgerlane S.A.', 'Ledgerlane SA'],
  ['Ledgerlane A/S', 'Ledgerlane'],
  ['Müller'.normalize('NFC'), 'Müller'.normalize('NFD')],
  ['Straße 7', 'STRASSE 7'],
  ["O'Neil", 'O’Neil'],
  ['"Pay" *Star*', 'Pay Star'],
  ['U.S. Robotics', 'US Robotics'],
  ['Ledger\u00adlane', 'Ledgerlane'],
  ['Ｌｅｄｇｅｒ', 'Ledger'],
])('%s is the same name as %s', (one, other) => {
  expect(isSameName(one, other)).toBe(true);
  expect(isNamedIn(`Slack; ${other} (since May)`, one)).toBe(true);
});

test.each([
  ['Ledger', 'Ledgerlane'],
  ['Ledgerlane', 'Ledger lane'],
  ['Ledger Lane', 'Lane Ledger'],
  ['Müller', 'Muller'],
  ['HP', 'PHP'],
  ['用友', '用和友'],
  ['Ledgerlane', ''],
  ['🚀', '🚀'],
  ['', 'Slack'],
])('%s is not named in %s', (name, text) => {
  expect(isNamedIn(text, name)).toBe(false);
});

test.each([
  ['用友', '我们使用用友软件'],
  ['フリー', '会計はフリーを使用'],
  ['Café Zürich', 'tools: café zürich'],
  ['node.js', 'Node.js, Deno'],
])('%s is named in %s', (name, text) => {
  expect(isNamedIn(text, name)).toBe(true);
});

test.each(['A', 'A GmbH', '🚀', '', '—', '*', '"', 'é', '𠮷'])('%s is too short to look for', (name) => {
  expect(isTooShort(name)).toBe(true);
});

test.each(['HP', '3M', 'AG', '用友', 'O2', 'Öl'])('%s is long enough', (name) => {
  expect(isTooShort(name)).toBe(false);
  expect(isTooLong(name)).toBe(false);
});

test('a name of one endless word cannot be searched for, a long one of words can', () => {
  expect(isTooLong('x'.repeat(3_000))).toBe(true);
  expect(searchTokens('x'.repeat(3_000))).toEqual([]);
  expect(isTooLong('ledger '.repeat(3_000))).toBe(false);
});

const letters = 'a b c d e ä ö ü ß é ñ ç ø ğ ł š ž А б в 用 友 フ リ ハ ン 한 글 ا ب 3 7'.split(' ');
const anyWord = fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 12 });
const anySign = fc.constantFrom(' ', ', ', '-', '; ', ' "', "' ", ' & ', '\n', ' * ', ' / ');
const anyName = fc
  .array(fc.tuple(anyWord, anySign), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(''))
  .filter((name) => !isTooShort(name));
const anyText = fc.array(fc.tuple(anyWord, anySign), { maxLength: 4 }).map((parts) => parts.flat().join(''));
const anyForm = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFC'),
);

test('a name is found in every text that has it, whatever stands around it and however it is written', () => {
  fc.assert(
    fc.property(anyName, anyForm, anyText, anyText, (name, form, before, behind) => {
      expect(isNamedIn(`${before}; ${form(name)}; ${behind}`, name)).toBe(true);
    }),
  );
});

test('more text never hides a name, and a text with none of its words has none of it', () => {
  fc.assert(
    fc.property(anyName, anyText, anyText, (name, text, more) => {
      if (isNamedIn(text, name)) expect(isNamedIn(`${text}; ${more}`, name)).toBe(true);
      const words = new Set(nameWords(name));
      if (nameWords(text).every((word) => !words.has(word))) expect(isNamedIn(text, name)).toBe(false);
    }),
  );
});

test('names that are the same are so both ways, and each is named in the other', () => {
  fc.assert(
    fc.property(anyName, anyForm, fc.constantFrom('', ' Inc.', ' GmbH', ' S.A.'), (name, form, legal) => {
      const other = `${form(name)}${legal}`;
      expect(isSameName(name, other)).toBe(true);
      expect(isSameName(other, name)).toBe(true);
      expect(isNamedIn(other, name)).toBe(true);
    }),
  );
});

/** Ways in which a search may split a text into tokens and compare them. */
const SPLITS: readonly ((text: string) => string[])[] = [
  (text) => text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u),
  (text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u),
  (text) =>
    text
      .toLowerCase()
      .normalize('NFC')
      .split(/[^\p{L}\p{M}\p{N}]+/u),
  (text) => (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{M}\p{N}]+)*/gu) ?? []).slice(),
];

function isHit(tokens: readonly string[], pattern: string, split: (text: string) => string[]): boolean {
  if (!pattern.includes('*'))
    return split(pattern)
      .filter((token) => token !== '')
      .every((token) => tokens.includes(token));
  const [bare = ''] = pattern.split('*').filter((part) => part !== '');
  return tokens.some((token) => (pattern.startsWith('*') ? token.includes(bare) : token.startsWith(bare)));
}

test('a search for the tokens of a name misses no text that names it, however HubSpot splits words', () => {
  fc.assert(
    fc.property(
      anyName,
      fc.constantFrom<(text: string) => string>(
        (text) => text.normalize('NFC'),
        (text) => text.normalize('NFD'),
      ),
      anyText,
      fc.constantFrom(...SPLITS),
      (name, form, text, split) => {
        const tokens = split(`${text} ${form(name)} ${text}`);
        const lists = searchTokens(name);
        expect(lists.length).toBeLessThanOrEqual(4);
        expect(lists.some((list) => list.every((pattern) => isHit(tokens, pattern, split)))).toBe(true);
      },
    ),
  );
});
