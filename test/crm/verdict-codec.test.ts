import fc from 'fast-check';

import { companyProperties } from '../../src/crm/properties.ts';
import { NO_VERDICT, differingProperties, encodeVerdict } from '../../src/crm/verdict-codec.ts';
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
    ipp_lane: 'deep',
    ipp_score_lane: 'deep',
    ipp_clearance: 'pending',
    ipp_lane_causes: 'ratings',
    ipp_lane_reason: 'Deep build · 430 of 500 · 5 checks open · 2 ratings unsupported',
    ipp_total: '430',
    ipp_rated_total: '430',
    ipp_total_low: '430',
    ipp_total_high: '430',
    ipp_evidence_gaps: '2',
    ipp_rules: '1',
  });
});

test('a total that is not there clears the property and is never a number', () => {
  expect(encoded({ ratings: { ...workflowTool, customer_overlap: null } })).toMatchObject({
    ipp_total: '',
    ipp_rated_total: '',
    ipp_clearance: '',
    ipp_total_low: '310',
    ipp_total_high: '430',
  });
});

test('every verdict fills the same properties, so that nothing of an earlier one stays', () => {
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
        const known = options.get(name)?.map(({ value }) => value);
        const chosen = text.split(';').filter((choice) => choice !== '');
        if (known !== undefined) expect(known).toEqual(expect.arrayContaining(chosen));
      }
    }),
  );
});

test.each([
  ['ipp_total', '430', '430.0'],
  ['ipp_total', '430', '4.3E2'],
  ['ipp_lane_causes', 'ratings;vanity-logo', 'vanity-logo;ratings'],
  ['ipp_total', '', null],
  ['ipp_lane', '', ''],
])('%s that holds %p as wanted does not differ from %p', (name, wanted, stored) => {
  expect(differingProperties({ [name]: wanted }, { [name]: stored })).toEqual({});
});

test.each([
  ['ipp_total', '430', '431'],
  ['ipp_total', '430', null],
  ['ipp_total', '', '430'],
  ['ipp_lane', 'deep', 'fast'],
  ['ipp_lane_causes', 'ratings;vanity-logo', 'ratings'],
])('%s wanted as %p differs from %p', (name, wanted, stored) => {
  expect(differingProperties({ [name]: wanted }, { [name]: stored })).toEqual({ [name]: wanted });
});
