import fc from 'fast-check';

import { propertyOf } from '../../src/crm/property-names.ts';
import { companyProperties } from '../../src/crm/properties.ts';
import { NO_VERDICT, differingFields, encodeVerdict } from '../../src/crm/verdict-fields.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { TODAY, anyScorecard } from '../icp/arbitraries.ts';
import { workflowTool } from '../worked-example.ts';

function encoded(scorecard: Partial<Scorecard>): Record<string, string> {
  return encodeVerdict(verdict({ ...EMPTY_SCORECARD, ...scorecard }, technology, TODAY));
}

test('the worked example of 430 points is written number by number', () => {
  expect(encoded({ ratings: workflowTool })).toEqual({
    lane: 'deep',
    score_lane: 'deep',
    clearance: 'pending',
    lane_causes: 'ratings',
    lane_reason: expect.stringMatching(/^Deep · .*430 of 500 · 5 checks open/) as unknown,
    next_step: expect.stringMatching(/^Check vanity logo, /) as unknown,
    total: '430',
    rated_total: '430',
    total_low: '430',
    total_high: '430',
    evidence_gaps: '2',
    rules: '2',
  });
});

test('a total that is not there clears the field and is never a number', () => {
  expect(encoded({ ratings: { ...workflowTool, customer_overlap: null } })).toMatchObject({
    total: '',
    rated_total: '',
    clearance: '',
    total_low: '310',
    total_high: '430',
  });
});

test('every verdict fills the same fields, so that nothing of an earlier one stays', () => {
  fc.assert(
    fc.property(anyScorecard(technology), (scorecard) => {
      expect(Object.keys(encoded(scorecard))).toEqual(Object.keys(NO_VERDICT));
    }),
  );
});

test('every choice that a verdict writes is an option of its property', () => {
  const options = new Map(
    companyProperties([technology]).map((property) => [property.name, property.options]),
  );
  fc.assert(
    fc.property(anyScorecard(technology), (scorecard) => {
      for (const [name, text] of Object.entries(encoded(scorecard))) {
        const known = options.get(propertyOf(name))?.map(({ value }) => value);
        const chosen = text.split(';').filter((choice) => choice !== '');
        if (known !== undefined) expect(known).toEqual(expect.arrayContaining(chosen));
      }
    }),
  );
});

test.each([
  ['total', '430', '430.0'],
  ['total', '430', '4.3E2'],
  ['lane_causes', 'ratings;vanity-logo', 'vanity-logo;ratings'],
  ['total', '', null],
  ['lane', '', ''],
])('%s that holds %p as wanted does not differ from %p', (name, wanted, stored) => {
  expect(differingFields({ [name]: wanted }, { [name]: stored })).toEqual({});
});

test.each([
  ['total', '430', '431'],
  ['total', '430', null],
  ['total', '', '430'],
  ['lane', 'deep', 'fast'],
  ['lane_causes', 'ratings;vanity-logo', 'ratings'],
])('%s wanted as %p differs from %p', (name, wanted, stored) => {
  expect(differingFields({ [name]: wanted }, { [name]: stored })).toEqual({ [name]: wanted });
});
