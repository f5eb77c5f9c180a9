import type { ObjectType } from './object-type.ts';
import { NOTE_SEED, TASK_SEED } from './standard-properties/activity.ts';
import { COMPANY_SEED } from './standard-properties/company.ts';
import { CONTACT_SEED } from './standard-properties/contact.ts';
import { DEAL_SEED } from './standard-properties/deal.ts';

/** Source of ids, standard, searched and required properties: HubSpot's CRM guides. */
export const OBJECT_TYPES: readonly ObjectType[] = [
  {
    id: '0-2',
    plural: 'companies',
    singular: 'company',
    group: ['companyinformation', 'Company information'],
    timeNames: ['createdate', 'hs_lastmodifieddate'],
    standardProperties: ['name', 'domain'],
    searchedProperties: ['name', 'domain', 'website', 'phone'],
    requiredProperties: [],
    seed: COMPANY_SEED,
  },
  {
    id: '0-1',
    plural: 'contacts',
    singular: 'contact',
    group: ['contactinformation', 'Contact information'],
    timeNames: ['createdate', 'lastmodifieddate'],
    standardProperties: ['email', 'firstname', 'lastname'],
    searchedProperties: ['firstname', 'lastname', 'email', 'phone', 'mobilephone', 'company'],
    requiredProperties: [],
    identity: 'email',
    lifecyclePipeline: 'contacts-lifecycle-pipeline',
    primaryCompanyProperty: 'associatedcompanyid',
    seed: CONTACT_SEED,
  },
  {
    id: '0-3',
    plural: 'deals',
    singular: 'deal',
    group: ['dealinformation', 'Deal information'],
    timeNames: ['createdate', 'hs_lastmodifieddate'],
    standardProperties: ['amount', 'closedate', 'dealname', 'dealstage', 'pipeline'],
    searchedProperties: ['dealname', 'pipeline', 'dealstage', 'description', 'dealtype'],
    requiredProperties: [],
    hasPipelines: true,
    primaryCompanyProperty: 'hs_primary_associated_company',
    seed: DEAL_SEED,
  },
  {
    id: '0-27',
    plural: 'tasks',
    singular: 'task',
    group: ['task', 'Task information'],
    timeNames: ['hs_createdate', 'hs_lastmodifieddate'],
    standardProperties: [],
    searchedProperties: ['hs_task_subject', 'hs_task_body'],
    requiredProperties: ['hs_timestamp'],
    isActivity: true,
    seed: TASK_SEED,
  },
  {
    id: '0-46',
    plural: 'notes',
    singular: 'note',
    group: ['note', 'Note information'],
    timeNames: ['hs_createdate', 'hs_lastmodifieddate'],
    standardProperties: [],
    searchedProperties: ['hs_note_body'],
    requiredProperties: ['hs_timestamp'],
    isActivity: true,
    seed: NOTE_SEED,
  },
];
