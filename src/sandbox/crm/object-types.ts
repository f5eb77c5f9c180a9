import { COMPANY_SEED } from './company-seed.ts';
import type { PropertySeed } from './property-definition.ts';

export interface ObjectType {
  readonly id: string;
  readonly plural: string;
  readonly singular: string;
  /** Answered when a read names no properties. */
  readonly standardProperties: readonly string[];
  /** Where the `query` of a search looks. */
  readonly searchedProperties: readonly string[];
  readonly seed: readonly PropertySeed[];
}

/** Source of ids and standard properties: HubSpot's CRM guides. */
export const OBJECT_TYPES: readonly ObjectType[] = [
  {
    id: '0-2',
    plural: 'companies',
    singular: 'company',
    standardProperties: ['name', 'domain'],
    searchedProperties: ['name', 'domain', 'website', 'phone'],
    seed: COMPANY_SEED,
  },
];

export function isSpelling(type: ObjectType, spelling: string): boolean {
  return [type.id, type.plural, type.singular].includes(spelling.toLowerCase());
}
