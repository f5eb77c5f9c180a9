import { isoOf } from '../../http/instant.ts';
import type { CrmRecord } from '../record-store.ts';
import type { PropertySeed } from '../../properties/property-definition.ts';
import { seedsOf } from '../../properties/seed-property.ts';

const { plain, long, choice, owner, lastActivity } = seedsOf('dealinformation');

const DEAL_TYPES = [
  ['newbusiness', 'New Business'],
  ['existingbusiness', 'Existing Business'],
] as const;

const PRIORITIES = [
  ['low', 'Low'],
  ['medium', 'Medium'],
  ['high', 'High'],
] as const;

const createdAt = ({ created }: CrmRecord) => isoOf(created.at);

/** The standard deal properties. The options of `pipeline` and `dealstage` follow the account's pipelines. */
export const DEAL_SEED: readonly PropertySeed[] = [
  plain('dealname', 'Deal Name'),
  plain('amount', 'Amount', 'number'),
  { ...choice('deal_currency_code', 'Currency', []), externalOptions: true },
  {
    ...plain('amount_in_home_currency', 'Amount in company currency', 'number'),
    fieldType: 'calculation_equation',
    readOnlyValue: true,
    derive: 'home-amount',
  },
  choice('pipeline', 'Pipeline', []),
  { ...choice('dealstage', 'Deal Stage', []), fieldType: 'radio' },
  plain('closedate', 'Close Date', 'datetime'),
  { ...choice('dealtype', 'Deal Type', DEAL_TYPES), fieldType: 'radio' },
  choice('hs_priority', 'Priority', PRIORITIES),
  long('description', 'Deal Description'),
  long('closed_lost_reason', 'Closed Lost Reason'),
  long('closed_won_reason', 'Closed Won Reason'),
  plain('hs_next_step', 'Next step'),
  { ...plain('hs_is_closed', 'Is Deal Closed?', 'bool'), readOnlyValue: true },
  { ...plain('hs_is_closed_won', 'Is Closed Won', 'bool'), readOnlyValue: true },
  { ...plain('hs_deal_stage_probability', 'Deal Probability', 'number'), readOnlyValue: true },
  { ...plain('hs_primary_associated_company', 'Primary Associated Company', 'number'), readOnlyValue: true },
  owner('Deal owner'),
  // others may write when a deal was created, and hs_createdate keeps the truth
  { ...plain('createdate', 'Create Date', 'datetime'), derive: createdAt },
  {
    ...plain('hs_createdate', 'Object create date/time', 'datetime'),
    readOnlyValue: true,
    derive: createdAt,
  },
  lastActivity(),
];
