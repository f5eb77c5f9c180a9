import type { PropertySeed } from '../../properties/property-definition.ts';
import { LIFECYCLE_STAGES, seedsOf } from '../../properties/seed-property.ts';

const { plain, choice, owner, lastActivity } = seedsOf('contactinformation');

const LEAD_STATUSES = [
  ['NEW', 'New'],
  ['OPEN', 'Open'],
  ['IN_PROGRESS', 'In Progress'],
  ['OPEN_DEAL', 'Open Deal'],
  ['UNQUALIFIED', 'Unqualified'],
  ['ATTEMPTED_TO_CONTACT', 'Attempted to Contact'],
  ['CONNECTED', 'Connected'],
  ['BAD_TIMING', 'Bad Timing'],
] as const;

const BUYING_ROLES = [
  ['BLOCKER', 'Blocker'],
  ['BUDGET_HOLDER', 'Budget Holder'],
  ['CHAMPION', 'Champion'],
  ['DECISION_MAKER', 'Decision Maker'],
  ['END_USER', 'End User'],
  ['EXECUTIVE_SPONSOR', 'Executive Sponsor'],
  ['INFLUENCER', 'Influencer'],
  ['LEGAL_AND_COMPLIANCE', 'Legal & Compliance'],
  ['OTHER', 'Other'],
] as const;

/** Standard contact properties; HubSpot has more. */
export const CONTACT_SEED: readonly PropertySeed[] = [
  { ...plain('email', 'Email'), hasUniqueValue: true, isEmail: true },
  plain('firstname', 'First Name'),
  plain('lastname', 'Last Name'),
  plain('jobtitle', 'Job Title'),
  { ...plain('phone', 'Phone Number'), fieldType: 'phonenumber' },
  { ...plain('mobilephone', 'Mobile Phone Number'), fieldType: 'phonenumber' },
  plain('company', 'Company Name'),
  plain('website', 'Website URL'),
  plain('city', 'City'),
  plain('country', 'Country/Region'),
  choice('lifecyclestage', 'Lifecycle Stage', LIFECYCLE_STAGES),
  choice('hs_lead_status', 'Lead Status', LEAD_STATUSES),
  { ...choice('hs_buying_role', 'Buying Role', BUYING_ROLES), fieldType: 'checkbox' },
  { ...plain('associatedcompanyid', 'Primary Associated Company ID', 'number'), readOnlyValue: true },
  owner('Contact owner'),
  lastActivity(),
];
