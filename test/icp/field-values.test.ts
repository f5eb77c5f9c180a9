import fc from 'fast-check';

import { isDay, isFieldValue, fieldFault } from '../../src/icp/field-values.ts';
import type { FieldKind } from '../../src/icp/fields.ts';

const ACCEPTED: [FieldKind, unknown[]][] = [
  ['rating', [1, 2, 3, 4, 5, null]],
  ['type', ['technology', 'managed-service-provider', null]],
  ['types', [[], ['reseller'], ['technology', 'oem']]],
  ['artifacts', [[], ['api-docs', 'path-to-production']]],
  ['dimensions', [[], ['people'], ['people', 'market_access']]],
  ['state', ['open', 'clear', 'flagged']],
  ['prose', ['', 'x'.repeat(4_000), 'https://example.com/a?b=c']],
  ['count', [0, 1, 1_000_000, null]],
  ['date', ['2026-11-22', '2024-02-29', '2026-12-31', null]],
];

const REFUSED: [FieldKind, unknown[]][] = [
  ['rating', [0, 6, 2.5, -1, 'x', '3', '', true, [3], {}, undefined, NaN]],
  ['type', ['distributor', '', 'Technology', 1, ['technology'], undefined]],
  ['types', [['distributor'], ['reseller', null], 'reseller', null, {}, undefined]],
  ['dimensions', [['People'], [''], ['a b'], 'people', null, [1], {}, undefined]],
  ['artifacts', [['docs'], 'sandbox', null, [1], undefined]],
  ['state', ['closed', '', null, true, undefined]],
  ['prose', ['x'.repeat(4_001), null, 7, ['x'], undefined]],
  ['count', [-1, 0.5, '3', NaN, Infinity, 2 ** 53, [], undefined]],
  [
    'date',
    [
      '2026-02-30',
      '2023-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-2-3',
      '',
      '22.11.2026',
      20261122,
      undefined,
    ],
  ],
  ['date', ['2026-11-22T00:00:00Z', ' 2026-11-22', '2026-11-22\n', 'x2026-11-22']],
];

const each = (table: [FieldKind, unknown[]][]): [FieldKind, unknown][] =>
  table.flatMap(([kind, values]) => values.map((value) => [kind, value] as [FieldKind, unknown]));

test.each(each(ACCEPTED))('a %s may hold %j', (kind, value) => {
  expect(fieldFault({ name: 'reach', kind }, value)).toBeNull();
  expect(isFieldValue({ kind }, value)).toBe(true);
});

test.each(each(REFUSED))('a %s may not hold %j, and the refusal names the field', (kind, value) => {
  expect(fieldFault({ name: 'reach', kind }, value)).toMatch(/^reach: .+ is not allowed here\. .+\.$/);
  expect(isFieldValue({ kind }, value)).toBe(false);
});

test('a refused rating is shown, with what would be allowed', () => {
  expect(fieldFault({ name: 'strategic_fit', kind: 'rating' }, 6)).toBe(
    'strategic_fit: 6 is not allowed here. A rating is a whole number from 1 to 5, or unknown.',
  );
});

test('a refused choice lists the choices', () => {
  expect(fieldFault({ name: 'check_dead_api', kind: 'state' }, 'done')).toBe(
    'check_dead_api: "done" is not allowed here. Choose one of open, clear, flagged.',
  );
  expect(fieldFault({ name: 'artifacts', kind: 'artifacts' }, 'docs')).toContain(
    'api-docs, developer-portal,',
  );
});

test('a text that is too long says how long it is and may be, without repeating it', () => {
  const fault = fieldFault({ name: 'reach_evidence', kind: 'prose' }, 'x'.repeat(4_001));

  expect(fault).toContain('at most 4,000 characters; this one has 4,001.');
  expect(fault?.length).toBeLessThan(200);
});

test('a value of 40 shown characters is shown whole, a longer one is cut', () => {
  const whole = fieldFault({ name: 'reach', kind: 'rating' }, 'x'.repeat(38)) ?? '';
  const cut = fieldFault({ name: 'reach', kind: 'rating' }, 'x'.repeat(39)) ?? '';

  expect(whole).toContain(`"${'x'.repeat(38)}" is not`);
  expect(cut).toContain(`"${'x'.repeat(39)}… is not`);
});

test('any JSON value is either allowed or refused in one line', () => {
  const kinds = fc.constantFrom<FieldKind>(
    'type',
    'types',
    'dimensions',
    'rating',
    'prose',
    'state',
    'artifacts',
    'count',
    'date',
  );
  fc.assert(
    fc.property(kinds, fc.jsonValue(), (kind, value) => {
      const fault = fieldFault({ name: 'reach', kind }, value);

      expect(fault === null).toBe(isFieldValue({ kind }, value));
      expect(fault ?? '').not.toContain('\n');
    }),
  );
});

test.each([() => 1, Symbol('x'), 10n])(
  'a value that JSON cannot hold is refused in words, not by a crash',
  (value) => {
    expect(fieldFault({ name: 'reach', kind: 'rating' }, value)).toMatch(/^reach: /);
  },
);

test('a rating that is not a number is not called null, since null is allowed', () => {
  expect(fieldFault({ name: 'reach', kind: 'rating' }, NaN)).not.toContain('null');
});

test('every day that exists is a day, and so is its neighbour', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (date) => {
        expect(isDay(date.toISOString().slice(0, 10))).toBe(true);
      },
    ),
  );
});
