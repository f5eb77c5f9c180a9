import { propertyRoles } from '../../sandbox/property-roles.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';

const roles = propertyRoles(SHIPPED_PROFILES);

test.each([
  ['ipp_lane', 'verdict'],
  ['ipp_total_low', 'verdict'],
  ['ipp_scored_by', 'trail'],
  ['ipp_review_due', 'trail'],
  ['ipp_partner_type', 'input'],
  ['ipp_customer_overlap', 'input'],
  ['ipp_customer_overlap_evidence', 'input'],
  ['ipp_check_dead_api', 'input'],
  ['ipp_check_dead_api_note', 'input'],
  ['ipp_override_lane', 'input'],
  ['ipp_shared_customers', 'fact'],
  ['ipp_artifacts', 'fact'],
  ['ipp_overlap_as_of', 'fact'],
  ['ipp_other_types', 'fact'],
])('%s is %s', (name, role) => {
  expect(roles[name]).toBe(role);
});

test('properties of others have no role', () => {
  expect(roles['name']).toBeUndefined();
});
