import { exampleProfile, refusalOf, withFirst } from './example-profile.ts';

const [overlap] = exampleProfile.dimensions;
const [deadApi, competitor] = exampleProfile.checks;
const lines = ['one', 'two', 'three', 'four', 'five'];

/** The example with this many dimensions. Weights sum to 100. */
const withDimensions = (count: number): unknown => ({
  ...exampleProfile,
  checks: [],
  dimensions: Array.from({ length: count }, (_, index) => ({
    ...overlap,
    key: `question_${index}`,
    weight: index === 0 ? 100 - 10 * (count - 1) : 10,
  })),
});

test.each([3, 8])('a profile of %i dimensions is accepted', (count) => {
  expect(refusalOf(withDimensions(count))).toBe('accepted');
});

test.each([2, 9])('a profile of %i dimensions is refused', (count) => {
  expect(refusalOf(withDimensions(count))).toMatch(
    new RegExp(`dimensions: .*3 to 8 dimensions.* ${count}\\.`),
  );
});

test('a cap, a floor and a level on the limit are accepted', () => {
  expect(refusalOf({ ...exampleProfile, floors: { deep: 500, fast: 100 } })).toBe('accepted');
  expect(refusalOf({ ...exampleProfile, floors: { deep: 251, fast: 250 } })).toBe('accepted');
  expect(refusalOf(withFirst({ rubric: [...lines.slice(1), 'x'.repeat(60)] }))).toBe('accepted');
  expect(refusalOf(withFirst({ anchors: lines, rubric: [...lines.slice(1), 'x'.repeat(160)] }))).toBe(
    'accepted',
  );
});

test.each<[string, unknown, RegExp]>([
  ['weights that sum to 99', withFirst({ weight: 49 }), /dimensions: .*100.*99/],
  ['weights that sum to 101', withFirst({ weight: 51 }), /dimensions: .*100.*101/],
  ['a weight of 2.5', withFirst({ weight: 2.5 }), /dimensions\[0\]\.weight: .*whole/],
  ['a weight of 0', withFirst({ weight: 0 }), /dimensions\[0\]\.weight: .*at least 1/],
  ['a weight of 101', withFirst({ weight: 101 }), /dimensions\[0\]\.weight: /],
  ['a weight in words', withFirst({ weight: '50' }), /dimensions\[0\]\.weight: /],
  [
    'a dimension named twice',
    withFirst({ key: 'technical_readiness' }),
    /dimensions\[2\]\.key: technical_readiness/,
  ],
  ['a key in capitals', withFirst({ key: 'Overlap' }), /dimensions\[0\]\.key: /],
  ['a key of 41 letters', withFirst({ key: 'x'.repeat(41) }), /dimensions\[0\]\.key: /],
  ['a rubric of four levels', withFirst({ rubric: lines.slice(1) }), /dimensions\[0\]\.rubric/],
  ['a rubric of six levels', withFirst({ rubric: [...lines, 'six'] }), /dimensions\[0\]\.rubric/],
  ['two equal levels', withFirst({ rubric: [...lines.slice(1), 'two'] }), /dimensions\[0\]\.rubric: /],
  [
    'an empty level',
    withFirst({ rubric: [...lines.slice(1), '  '] }),
    /dimensions\[0\]\.rubric\[4\]: .*empty/,
  ],
  [
    'a level of 161',
    withFirst({ rubric: [...lines.slice(1), 'x'.repeat(161)] }),
    /dimensions\[0\]\.rubric\[4\]: .*160/,
  ],
  [
    'an anchor of 61',
    withFirst({ anchors: [...lines.slice(1), 'x'.repeat(61)] }),
    /dimensions\[0\]\.anchors\[4\]: .*60/,
  ],
  [
    'long levels without anchors',
    withFirst({ rubric: [...lines.slice(1), 'x'.repeat(61)] }),
    /dimensions\[0\]\.anchors: .*60/,
  ],
  ['a dimension with an extra key', withFirst({ wieght: 50 }), /dimensions\[0\].*wieght/],
  ['no question', withFirst({ question: undefined }), /dimensions\[0\]\.question: /],
  ['floors out of order', { ...exampleProfile, floors: { deep: 250, fast: 380 } }, /floors\.deep: /],
  [
    'a reason for a minimum that is not there',
    { ...exampleProfile, minimumReasons: { customer_overlap: 'Because.' } },
    /minimumReasons\.customer_overlap: deep needs no minimum/,
  ],
  ['a minimum for nothing', { ...exampleProfile, deepNeeds: { brand: 3 } }, /deepNeeds\.brand: there is no/],
  [
    'a minimum of 1',
    { ...exampleProfile, deepNeeds: { customer_overlap: 1 } },
    /deepNeeds\.customer_overlap: .*2 to 5/,
  ],
  [
    'a minimum of 3.5',
    { ...exampleProfile, deepNeeds: { customer_overlap: 3.5 } },
    /deepNeeds\.customer_overlap: /,
  ],
  ['equal floors', { ...exampleProfile, floors: { deep: 300, fast: 300 } }, /floors\.deep: /],
  [
    'a floor above 500',
    { ...exampleProfile, floors: { deep: 501, fast: 250 } },
    /floors\.deep: .*100 to 500/,
  ],
  ['a floor below 100', { ...exampleProfile, floors: { deep: 380, fast: 99 } }, /floors\.fast: .*100 to 500/],
  ['a floor of 379.5', { ...exampleProfile, floors: { deep: 379.5, fast: 250 } }, /floors\.deep: /],
  ['an unknown top-level key', { ...exampleProfile, colour: 'red' }, /colour/],
  ['an unknown type', { ...exampleProfile, type: 'distributor' }, /type: .*technology/],
  ['a version below 0', { ...exampleProfile, version: -1 }, /version: /],
  ['no lanes', { ...exampleProfile, lanes: undefined }, /lanes: /],
  [
    'a lane without next step',
    { ...exampleProfile, lanes: { ...exampleProfile.lanes, deep: { label: 'Deep' } } },
    /lanes\.deep\.next: /,
  ],
  [
    'a check named twice',
    { ...exampleProfile, checks: [deadApi, competitor, deadApi] },
    /checks\[2\]\.key: dead-api/,
  ],
  [
    'a check key with underscores',
    { ...exampleProfile, checks: [{ ...deadApi, key: 'dead_api' }] },
    /checks\[0\]\.key: /,
  ],
  [
    'a check without effect',
    { ...exampleProfile, checks: [{ key: 'dead-api', caps: {} }] },
    /checks\[0\]\.caps: /,
  ],
  [
    'a cap at deep',
    { ...exampleProfile, checks: [{ key: 'dead-api', caps: { lane: 'deep' } }] },
    /checks\[0\]\.caps\.lane: /,
  ],
  [
    'a cap at 6',
    {
      ...exampleProfile,
      checks: [{ key: 'dead-api', caps: { rating: { dimension: 'customer_overlap', at: 6 } } }],
    },
    /checks\[0\]\.caps\.rating\.at: /,
  ],
  [
    'a cap on a missing dimension',
    { ...exampleProfile, checks: [{ key: 'dead-api', caps: { rating: { dimension: 'reach', at: 2 } } }] },
    /checks\[0\]\.caps\.rating\.dimension: .*reach/,
  ],
  [
    'a fact that does not exist',
    { ...exampleProfile, facts: ['artifacts', 'mood'] },
    /facts\[1\]: a fact is one of artifacts, artifacts_checked_at, shared_customers, companies_asking, overlap_as_of\./,
  ],
  ['facts in one text', { ...exampleProfile, facts: 'artifacts' }, /facts: facts are a list\./],
  ['null for facts', { ...exampleProfile, facts: null }, /facts: facts are a list\./],
  [
    'a fact named twice',
    { ...exampleProfile, facts: ['artifacts', 'overlap_as_of', 'artifacts'] },
    /facts\[2\]: artifacts stands twice\./,
  ],
  ['no profile at all', null, /cannot be used/],
])('%s: refused, and the field is named', (_what, input, message) => {
  expect(refusalOf(input)).toMatch(message);
});

test('every fault is named at once', () => {
  const message = refusalOf({
    ...(withFirst({ weight: 49, key: 'technical_readiness' }) as object),
    floors: { deep: 90, fast: 250 },
  });

  expect(message).toMatch(/sum to 100.*technical_readiness stands twice.*floors\.deep.*floors\.deep/);
});

// Every company property of the app that is no dimension, without the prefix ipp_.
test.each(
  (
    'partner_type other_types check_dead_api check_dead_api_note reach_evidence artifacts artifacts_checked_at ' +
    'shared_customers companies_asking overlap_as_of override_lane override_reason override_by override_until ' +
    'lane score_lane clearance lane_causes lane_reason total rated_total total_low total_high evidence_gaps rules ' +
    'profile_version scored_by scored_at previous_lane lane_changed_at review_due reviewed_by recheck_due'
  ).split(' '),
)('a dimension cannot be called %s: that property is taken', (key) => {
  expect(refusalOf(withFirst({ key }))).toMatch(/dimensions\[0\]\.key: .*taken/);
});

test.each(['people', 'lanes_open', 'totally', 'price_check', 'ruleset'])(
  'a dimension can be called %s',
  (key) => {
    expect(refusalOf(withFirst({ key }))).toBe('accepted');
  },
);

test.each(['ratings', 'incomplete', 'override'])(
  'a check cannot be called %s: that cause is taken',
  (key) => {
    expect(refusalOf({ ...exampleProfile, checks: [{ key, caps: { lane: 'fast' } }] })).toMatch(
      /checks\[0\]\.key: /,
    );
  },
);

test('a check cannot take the property of the note of another check', () => {
  const checks = [deadApi, { key: 'dead-api-note', caps: { lane: 'fast' } }];

  expect(refusalOf({ ...exampleProfile, checks })).toMatch(/checks\[1\]\.key: /);
});
