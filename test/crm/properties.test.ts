import { companyProperties } from '../../src/crm/properties.ts';
import { PROPERTY_GROUP } from '../../src/crm/property-shapes.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { withPortal } from '../portal.ts';

const LANES = ['deep', 'fast', 'pass'];
const ALL_TYPES = [
  ...['technology', 'reseller', 'referral', 'oem', 'broker-agent'],
  ...['fulfillment', 'managed-service-provider', 'solution', 'marketing'],
];
const DIMENSIONS = [
  ...['customer_overlap', 'product_complementarity', 'distribution_reach'],
  ...['technical_readiness', 'commercial_alignment', 'strategic_fit'],
];
const DIMENSIONS_OF_OTHERS = [
  ...['people', 'company_alignment', 'role_criteria'],
  ...['compatibility', 'collaboration_support', 'market_access'],
];
const CHECKS = [
  ...['vanity-logo', 'competitor-in-disguise', 'single-prospect-request'],
  ...['dead-api', 'enthusiastic-contact'],
];

type Shape = readonly [type: string, fieldType: string, options?: readonly string[]];

function shapes(entries: readonly (readonly [string, Shape])[]): Record<string, Shape> {
  return Object.fromEntries(entries);
}

/** The company properties as they were agreed. */
const AGREED: Readonly<Record<string, Shape>> = {
  ipp_partner_type: ['enumeration', 'select', ALL_TYPES],
  ipp_other_types: ['enumeration', 'checkbox', ALL_TYPES],
  ipp_to_confirm: ['enumeration', 'checkbox', [...DIMENSIONS, ...DIMENSIONS_OF_OTHERS]],
  ipp_artifacts: [
    'enumeration',
    'checkbox',
    ['api-docs', 'developer-portal', 'sandbox', 'changelog', 'path-to-production'],
  ],
  ipp_artifacts_checked_at: ['date', 'date'],
  ipp_shared_customers: ['number', 'number'],
  ipp_companies_asking: ['number', 'number'],
  ipp_overlap_as_of: ['date', 'date'],
  ...shapes(
    DIMENSIONS.flatMap((key) => [
      [`ipp_${key}`, ['number', 'number']],
      [`ipp_${key}_evidence`, ['string', 'textarea']],
    ]),
  ),
  ...shapes(
    CHECKS.map((key) => key.replaceAll('-', '_')).flatMap((key) => [
      [`ipp_check_${key}`, ['enumeration', 'select', ['open', 'clear', 'flagged']]],
      [`ipp_check_${key}_note`, ['string', 'textarea']],
    ]),
  ),
  ipp_override_lane: ['enumeration', 'select', LANES],
  ipp_override_reason: ['string', 'text'],
  ipp_override_by: ['string', 'text'],
  ipp_override_until: ['date', 'date'],
  ipp_lane: ['enumeration', 'select', [...LANES, 'undecided']],
  ipp_score_lane: ['enumeration', 'select', [...LANES, 'undecided']],
  ipp_clearance: ['enumeration', 'select', ['not-required', 'blocked', 'pending', 'cleared']],
  ipp_lane_causes: ['enumeration', 'checkbox', ['ratings', 'incomplete', 'minimum', ...CHECKS, 'override']],
  ipp_lane_reason: ['string', 'text'],
  ipp_next_step: ['string', 'text'],
  ipp_total: ['number', 'number'],
  ipp_rated_total: ['number', 'number'],
  ipp_total_low: ['number', 'number'],
  ipp_total_high: ['number', 'number'],
  ipp_evidence_gaps: ['number', 'number'],
  ipp_rules: ['number', 'number'],
  ipp_profile_version: ['string', 'text'],
  ipp_scored_by: ['string', 'text'],
  ipp_scored_at: ['datetime', 'date'],
  ipp_previous_lane: ['enumeration', 'select', [...LANES, 'undecided']],
  ipp_lane_changed_at: ['datetime', 'date'],
  ipp_lane_change_cause: [
    'enumeration',
    'select',
    ['type-changed', 're-judged', 'override', 'checked', 'rated', 'edited-in-hubspot', 'repaired'],
  ],
  ipp_reviewed_by: ['string', 'text'],
  ipp_reviewed_at: ['datetime', 'date'],
  ipp_review_due: ['date', 'date'],
  ipp_recheck_due: ['date', 'date'],
  ipp_decision: ['enumeration', 'select', ['go-deep', 'go-light', 'wait', 'decline']],
  ipp_decision_quarter: ['string', 'text'],
  ipp_decision_reason: ['string', 'textarea'],
  ipp_decided_by: ['string', 'text'],
  ipp_decided_at: ['datetime', 'date'],
  ipp_decision_basis: ['string', 'text'],
  ipp_ask_again_on: ['date', 'date'],
};

const table = companyProperties([technology]);

test('the properties of the technology profile are the agreed ones, no more and no fewer', () => {
  const found = table.map(({ name, type, fieldType, options }) => {
    const values = options?.map(({ value }) => value).sort();
    return [name, values === undefined ? [type, fieldType] : [type, fieldType, values]];
  });
  const agreed = Object.entries(AGREED).map(([name, [type, fieldType, options]]) => [
    name,
    options === undefined ? [type, fieldType] : [type, fieldType, [...options].sort()],
  ]);

  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(agreed));
  expect(found).toHaveLength(agreed.length);
});

test('every property stands in our group and has a label and a description of its own kind', () => {
  for (const { groupName, label, description } of table) {
    expect(groupName).toBe('partner_icp');
    expect(label).toMatch(/^[A-Z]/);
    expect(description).toMatch(/(Filled in|Set|Noted) .*\.$/);
  }
});

test('no two properties read the same to a person', () => {
  expect(new Set(table.map(({ label }) => label)).size).toBe(table.length);
});

test('two profiles that share a field need its property once', () => {
  const names = companyProperties([technology, { ...technology, version: 1 }]).map(({ name }) => name);

  expect(names).toEqual(table.map(({ name }) => name));
});

test('the CRM takes every definition as it is and shows it back', () =>
  withPortal({}, async ({ outside }) => {
    const path = '/crm/properties/2026-09/companies';

    const { results } = (await outside.send({ method: 'GET', path })) as { results: { name: string }[] };
    const group = await outside.send({ method: 'GET', path: `${path}/groups/partner_icp` });

    expect(group).toMatchObject(PROPERTY_GROUP);
    for (const wanted of companyProperties(SHIPPED_PROFILES))
      expect(results.find(({ name }) => name === wanted.name)).toMatchObject({ ...wanted });
  }));
