import { NOTE_SEED, TASK_SEED } from './activity-seed.ts';
import { COMPANY_SEED } from './company-seed.ts';
import { CONTACT_SEED } from './contact-seed.ts';
import { DEAL_SEED } from './deal-seed.ts';
import type { PropertySeed } from '../properties/property-definition.ts';
import type { CustomSchema } from '../schemas/custom-type.ts';

export interface ObjectType {
  readonly id: string;
  readonly plural: string;
  readonly singular: string;
  /** Other words that paths may say. */
  readonly aliases?: readonly string[];
  /** The group of the standard properties: its name and its label. */
  readonly group: readonly [string, string];
  /** What this type calls its creation and its last change. */
  readonly timeNames: readonly [string, string];
  /** Answered when a read names no properties. */
  readonly standardProperties: readonly string[];
  /** Where the `query` of a search looks. */
  readonly searchedProperties: readonly string[];
  /** A create without these is refused. */
  readonly requiredProperties: readonly string[];
  /** A second record with the same value of this property is a 409. */
  readonly identity?: string;
  /** Whether records stand in the stages of a pipeline. */
  readonly hasPipelines?: true;
  /** Where the primary company of a record is repeated as a property. */
  readonly primaryCompanyProperty?: string;
  readonly seed: readonly PropertySeed[];
  /** On types that the account defined itself. */
  readonly custom?: CustomSchema;
}

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
    seed: NOTE_SEED,
  },
];

export function isSpelling(type: ObjectType, spelling: string): boolean {
  const names = [type.id, type.plural, type.singular, ...(type.aliases ?? [])];
  return names.some((name) => name.toLowerCase() === spelling.toLowerCase());
}
