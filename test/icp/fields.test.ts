import fc from 'fast-check';

import { FACT_NAMES } from '../../src/icp/facts.ts';
import { isFieldValue, choicesOf } from '../../src/icp/field-values.ts';
import { type Field, type FieldValue, checkFieldName, fieldsOf, sameValue } from '../../src/icp/fields.ts';
import { reseller } from '../../src/icp/profiles/reseller.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { EMPTY_SCORECARD } from '../../src/icp/scorecard.ts';
import { type Case, anyCase } from './arbitraries.ts';

function anyValue({ kind }: Field): fc.Arbitrary<FieldValue> {
  const choices = choicesOf(kind) ?? [];
  switch (kind) {
    case 'rating':
    case 'type':
      return fc.constantFrom(null, ...choices);
    case 'state':
      return fc.constantFrom(...choices);
    case 'types':
    case 'artifacts':
      return fc.shuffledSubarray(choices.map(String));
    case 'dimensions':
      return fc.shuffledSubarray(['people', 'market_access', 'strategic_fit']);
    case 'prose':
      return fc.string({ maxLength: 40 });
    case 'count':
      return fc.option(fc.nat());
    case 'date':
      return fc.constantFrom(null, '2026-11-22', '2024-02-29');
  }
}

const anyFilling: fc.Arbitrary<Case & { field: Field; value: FieldValue }> = anyCase().chain((given) =>
  fc
    .constantFrom(...fieldsOf(given.profile))
    .chain((field) => anyValue(field).map((value) => ({ ...given, field, value }))),
);

test('a field holds the value that was set', () => {
  fc.assert(
    fc.property(anyFilling, ({ scorecard, field, value }) => {
      expect(sameValue(field.get(field.set(scorecard, value)), value)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('setting a field changes no other field, no override and no contacts', () => {
  fc.assert(
    fc.property(anyFilling, ({ profile, scorecard, field, value }) => {
      const after = field.set(scorecard, value);

      for (const other of fieldsOf(profile))
        if (other.name !== field.name) expect(other.get(after)).toEqual(other.get(scorecard));
      expect(after.override).toBe(scorecard.override);
      expect(after.facts.contacts).toBe(scorecard.facts.contacts);
    }),
    { numRuns: 150 },
  );
});

test('setting a field leaves the scorecard that it was given as it was', () => {
  fc.assert(
    fc.property(anyFilling, ({ scorecard, field, value }) => {
      const before = structuredClone(scorecard);

      field.set(scorecard, value);

      expect(scorecard).toEqual(before);
    }),
  );
});

test('every field of any scorecard holds a value that it may hold', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      for (const field of fieldsOf(profile))
        expect([field.name, isFieldValue(field, field.get(scorecard))]).toEqual([field.name, true]);
    }),
  );
});

test('copying every field carries a whole scorecard over, apart from override and contacts', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      const fields = fieldsOf(profile);

      const copy = fields.reduce((filled, field) => field.set(filled, field.get(scorecard)), EMPTY_SCORECARD);

      expect(fields.map((field) => field.get(copy))).toEqual(fields.map((field) => field.get(scorecard)));
    }),
  );
});

test('no two fields of a profile have the same name', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile }) => {
      const names = fieldsOf(profile).map(({ name }) => name);

      expect(new Set(names).size).toBe(names.length);
    }),
  );
});

test('the fields of a technology partner are the inputs and facts that the CRM knows', () => {
  const dimensions = technology.dimensions.flatMap(({ key }) => [key, `${key}_evidence`]);
  const checks = [
    'vanity_logo',
    'competitor_in_disguise',
    'single_prospect_request',
    'dead_api',
    'enthusiastic_contact',
  ];

  expect(fieldsOf(technology).map(({ name }) => name)).toEqual([
    'partner_type',
    'other_types',
    'to_confirm',
    'artifacts',
    'artifacts_checked_at',
    'shared_customers',
    'companies_asking',
    'overlap_as_of',
    ...dimensions,
    ...checks.flatMap((check) => [`check_${check}`, `check_${check}_note`]),
  ]);
});

test('fields are labelled as people know them', () => {
  const labels = fieldsOf(technology).map(({ name, label }) => [name, label]);

  expect(Object.fromEntries(labels)).toMatchObject({
    partner_type: 'Partner type',
    other_types: 'Other partner types',
    artifacts: 'Artifacts seen',
    artifacts_checked_at: 'Artifacts inspected on',
    shared_customers: 'Shared customers',
    companies_asking: 'Companies asking',
    overlap_as_of: 'Overlap counted on',
    customer_overlap: 'Customer overlap',
    customer_overlap_evidence: 'Customer overlap: evidence',
    check_dead_api: 'Dead API: check',
    check_dead_api_note: 'Dead API: note',
  });
});

test.each([
  [[], []],
  [['companies_asking'], ['companies_asking']],
  [
    ['overlap_as_of', 'artifacts'],
    ['artifacts', 'overlap_as_of'],
  ],
] as const)('a profile that lists the facts %j asks for %j', (facts, asked) => {
  const names = fieldsOf({ ...technology, facts }).map(({ name }) => name);

  expect(names.filter((name) => FACT_NAMES.some((fact) => fact === name))).toEqual(asked);
});

test('the checks of a profile alone ask for no fact', () => {
  const { checks } = technology;

  const fields = fieldsOf({ ...reseller, checks });

  expect(fields.map(({ name }) => name)).not.toContain('artifacts');
});

test('an empty scorecard is unknown, empty or open everywhere', () => {
  const empty = {
    type: null,
    types: [],
    dimensions: [],
    rating: null,
    prose: '',
    state: 'open',
    artifacts: [],
    count: null,
    date: null,
  };

  for (const { kind, get } of fieldsOf(technology)) expect(get(EMPTY_SCORECARD)).toEqual(empty[kind]);
});

test('a check keeps its note when its state changes, and its state when its note changes', () => {
  const byName = new Map(fieldsOf(technology).map((field) => [field.name, field]));
  const [state, note] = [byName.get('check_dead_api'), byName.get('check_dead_api_note')];
  if (state === undefined || note === undefined) throw new Error('the dead API has two fields');

  const filled = note.set(state.set(EMPTY_SCORECARD, 'flagged'), 'no sandbox');

  expect(filled.checks).toEqual({ 'dead-api': { state: 'flagged', note: 'no sandbox' } });
  expect(state.set(filled, 'clear').checks).toEqual({ 'dead-api': { state: 'clear', note: 'no sandbox' } });
});

test('lists are kept in the order of their table', () => {
  const artifacts = fieldsOf(technology).find(({ name }) => name === 'artifacts');

  const filled = artifacts?.set(EMPTY_SCORECARD, ['changelog', 'api-docs']);

  expect(filled?.facts.artifacts).toEqual(['api-docs', 'changelog']);
});

test('a check field is named with underscores', () => {
  expect(checkFieldName('competitor-in-disguise')).toBe('check_competitor_in_disguise');
});

test.each([
  [['sandbox', 'changelog'], ['changelog', 'sandbox'], true],
  [['sandbox'], ['sandbox', 'changelog'], false],
  [['sandbox'], ['changelog'], false],
  [[], [], true],
  [['1'], '1', false],
  [null, '', false],
  [null, null, true],
  [3, 3, true],
  [3, '3', false],
])('%j and %j say the same: %p', (one, other, same) => {
  expect([sameValue(one, other), sameValue(other, one)]).toEqual([same, same]);
});

test('a choice named twice says no more than once', () => {
  expect(sameValue(['sandbox', 'sandbox'], ['sandbox', 'changelog'])).toBe(false);
  expect(sameValue(['sandbox', 'sandbox'], ['sandbox'])).toBe(true);
});
