import fc from 'fast-check';

import { isInvisible } from '../../src/icp/visible-text.ts';
import { companyNameOf, dealNameOf, nameWithId } from '../../src/usecases/names.ts';

const BLANKS = [
  '',
  ' ',
  '\t\r\n',
  '\u00a0',
  '\u200B',
  '\u2060\uFEFF',
  '\u3164',
  '\u2800',
  '\u202E',
  '\0\u001b',
];

test.each(BLANKS)('a company whose name is %j is called by its domain, or else by its record', (name) => {
  expect(companyNameOf({ id: '7', name, domain: 'brightdesk.example' })).toBe('brightdesk.example');
  expect(companyNameOf({ id: '7', name, domain: name })).toBe('record 7');
  expect(dealNameOf({ id: '9', name })).toBe('record 9');
});

test('a name is one visible line, cut where it is too long for a sentence', () => {
  const name = ' Bright\r\ndesk \u001b[2J\u202Egpj ';

  expect(companyNameOf({ id: '7', name, domain: '' })).toBe('Bright desk \\u001b[2J\\u202egpj');
  expect(dealNameOf({ id: '7', name: 'x'.repeat(65_536) })).toHaveLength(121);
});

test('whatever a record holds, its name can be seen and has no control', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...BLANKS, 'a') }),
  );
  fc.assert(
    fc.property(anyText, anyText, (name, domain) => {
      const shown = companyNameOf({ id: '7', name, domain });
      expect(isInvisible(shown)).toBe(false);
      expect(shown).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    }),
  );
});

test('an id stands behind a name, and not twice', () => {
  expect(nameWithId('Brightdesk', '7')).toBe('Brightdesk (7)');
  expect(nameWithId(companyNameOf({ id: '7', name: '', domain: '' }), '7')).toBe('record 7');
});
