import type { PropertySeed } from '../../properties/property-definition.ts';
import { LIFECYCLE_STAGES, seedsOf } from '../../properties/seed-property.ts';

const { plain, long, choice, owner, lastActivity } = seedsOf('companyinformation');

const INDUSTRIES = [
  ['COMPUTER_SOFTWARE', 'Computer Software'],
  ['INFORMATION_TECHNOLOGY_AND_SERVICES', 'Information Technology and Services'],
  ['INTERNET', 'Internet'],
  ['MARKETING_AND_ADVERTISING', 'Marketing and Advertising'],
  ['MANAGEMENT_CONSULTING', 'Management Consulting'],
  ['FINANCIAL_SERVICES', 'Financial Services'],
  ['RETAIL', 'Retail'],
  ['TELECOMMUNICATIONS', 'Telecommunications'],
  ['LOGISTICS_AND_SUPPLY_CHAIN', 'Logistics and Supply Chain'],
  ['HOSPITAL_HEALTH_CARE', 'Hospital & Health Care'],
  ['EDUCATION_MANAGEMENT', 'Education Management'],
  ['HUMAN_RESOURCES', 'Human Resources'],
] as const;

const TYPES = [
  ['PROSPECT', 'Prospect'],
  ['PARTNER', 'Partner'],
  ['RESELLER', 'Reseller'],
  ['VENDOR', 'Vendor'],
  ['OTHER', 'Other'],
] as const;

/** Standard company properties; HubSpot has about 200, and more industries. */
export const COMPANY_SEED: readonly PropertySeed[] = [
  plain('name', 'Company name'),
  plain('domain', 'Company Domain Name'),
  plain('website', 'Website URL'),
  plain('phone', 'Phone Number'),
  long('description', 'Description'),
  long('about_us', 'About Us'),
  plain('address', 'Street Address'),
  plain('city', 'City'),
  plain('state', 'State/Region'),
  plain('zip', 'Postal Code'),
  plain('country', 'Country/Region'),
  plain('linkedin_company_page', 'LinkedIn Company Page'),
  plain('founded_year', 'Year Founded'),
  plain('numberofemployees', 'Number of Employees', 'number'),
  plain('annualrevenue', 'Annual Revenue', 'number'),
  plain('is_public', 'Is Public', 'bool'),
  choice('industry', 'Industry', INDUSTRIES),
  choice('lifecyclestage', 'Lifecycle Stage', LIFECYCLE_STAGES),
  choice('type', 'Type', TYPES),
  owner('Company owner'),
  lastActivity(),
];
