import type { Option, PropertySeed, PropertyType } from './property-definition.ts';

const GROUP = 'companyinformation';
const DAY_FIELD = {
  string: 'text',
  number: 'number',
  date: 'date',
  datetime: 'date',
  bool: 'booleancheckbox',
} as const;

function plain(
  name: string,
  label: string,
  type: Exclude<PropertyType, 'enumeration'> = 'string',
): PropertySeed {
  return { name, label, type, fieldType: DAY_FIELD[type], groupName: GROUP };
}

function choice(name: string, label: string, values: readonly (readonly [string, string])[]): PropertySeed {
  const options: Option[] = values.map(([value, text], displayOrder) => ({
    value,
    label: text,
    description: '',
    displayOrder,
    hidden: false,
  }));
  return { name, label, type: 'enumeration', fieldType: 'select', groupName: GROUP, options };
}

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

const STAGES = [
  ['subscriber', 'Subscriber'],
  ['lead', 'Lead'],
  ['marketingqualifiedlead', 'Marketing Qualified Lead'],
  ['salesqualifiedlead', 'Sales Qualified Lead'],
  ['opportunity', 'Opportunity'],
  ['customer', 'Customer'],
  ['evangelist', 'Evangelist'],
  ['other', 'Other'],
] as const;

const TYPES = [
  ['PROSPECT', 'Prospect'],
  ['PARTNER', 'Partner'],
  ['RESELLER', 'Reseller'],
  ['VENDOR', 'Vendor'],
  ['OTHER', 'Other'],
] as const;

/** The standard company properties that partner teams look at; HubSpot has about 200 and more industries. */
export const COMPANY_SEED: readonly PropertySeed[] = [
  plain('name', 'Company name'),
  plain('domain', 'Company Domain Name'),
  plain('website', 'Website URL'),
  plain('phone', 'Phone Number'),
  { ...plain('description', 'Description'), fieldType: 'textarea' },
  { ...plain('about_us', 'About Us'), fieldType: 'textarea' },
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
  choice('lifecyclestage', 'Lifecycle Stage', STAGES),
  choice('type', 'Type', TYPES),
  {
    ...choice('hubspot_owner_id', 'Company owner', []),
    externalOptions: true,
    referencedObjectType: 'OWNER',
  },
];
