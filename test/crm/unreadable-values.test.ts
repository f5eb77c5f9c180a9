import { decodeField, decodeScorecard } from '../../src/crm/scorecard-codec.ts';
import { fieldsOf } from '../../src/icp/fields.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { EMPTY_SCORECARD } from '../../src/icp/scorecard.ts';

function decode(field: string, text: string) {
  return decodeScorecard({ [field]: text }, technology);
}

test.each([
  ['strategic_fit', '6'],
  ['strategic_fit', '0'],
  ['strategic_fit', '2.5'],
  ['strategic_fit', 'x'],
  ['strategic_fit', 'NaN'],
  ['strategic_fit', 'Infinity'],
  ['strategic_fit', ' '],
  ['strategic_fit', '-1'],
  ['partner_type', 'distributor'],
  ['partner_type', 'Technology'],
  ['partner_type', 'constructor'],
  ['other_types', 'reseller;distributor'],
  ['check_dead_api', 'maybe'],
  ['artifacts', 'sandbox;wiki'],
  ['shared_customers', '-1'],
  ['shared_customers', '1.5'],
  ['companies_asking', 'many'],
  ['companies_asking', '99999999999999999999'],
  ['overlap_as_of', 'soon'],
  ['overlap_as_of', '2026-02-30'],
  ['artifacts_checked_at', '1767225600000'],
])('%s that holds "%s" counts as empty and is named as a problem', (name, text) => {
  const { scorecard, problems } = decode(name, text);

  const field = fieldsOf(technology).find((known) => known.name === name);
  expect(field?.get(scorecard)).toEqual(field?.get(EMPTY_SCORECARD));
  expect(problems).toEqual([
    { field: name, message: expect.stringContaining(`${field?.label ?? ''} holds "${text}"`) as unknown },
  ]);
});

test('evidence that is too long to edit here is evidence all the same, and is named', () => {
  const long = 'x'.repeat(4_001);

  expect(decode('strategic_fit_evidence', long)).toMatchObject({
    scorecard: { evidence: { strategic_fit: long } },
    problems: [
      {
        field: 'strategic_fit_evidence',
        message: expect.stringContaining('has 4,001 characters, too long to edit here') as unknown,
      },
    ],
  });
});

test.each(['strategic_fit_evidence', 'strategic_fit', 'partner_type', 'artifacts'])(
  '%s that holds 70,000 characters is a problem of one readable sentence',
  (name) => {
    const { problems } = decode(name, 'x'.repeat(70_000));

    expect(problems).toMatchObject([{ field: name }]);
    expect(problems[0]?.message.length).toBeLessThan(200);
  },
);

test.each([
  ['5.0', 5],
  ['1', 1],
])('a rating that HubSpot writes as %s is %d', (text, rating) => {
  expect(decode('strategic_fit', text)).toMatchObject({
    scorecard: { ratings: { strategic_fit: rating } },
    problems: [],
  });
});

test('an override counts when it has a lane and a last day, whatever else is empty', () => {
  const whole = { override_lane: 'deep', override_until: '2026-12-31' };

  expect(decodeScorecard(whole, technology)).toMatchObject({
    scorecard: { override: { lane: 'deep', until: '2026-12-31', reason: '', by: '' } },
    problems: [],
  });
});

test.each([
  { override_lane: 'deep' },
  { override_until: '2026-12-31' },
  { override_reason: 'Agreed with the board' },
  { override_by: 'Kim' },
  { override_lane: 'undecided', override_until: '2026-12-31' },
  { override_lane: 'deep', override_until: 'soon' },
])('half an override %p has no effect and is named', (half) => {
  expect(decodeScorecard(half, technology)).toMatchObject({
    scorecard: { override: null },
    problems: [{ field: 'override_lane' }],
  });
});

test('a rating waits to be confirmed also beside something that is no dimension', () => {
  const decoded = decodeField(
    { name: 'to_confirm', label: 'To be confirmed', kind: 'dimensions' },
    'people;Some-Option',
  );

  expect(decoded.value).toEqual(['people']);
  expect(decoded.problem).toContain('"people;Some-Option"');
});
