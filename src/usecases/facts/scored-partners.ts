import { firstWithAny } from '../../crm/first-records.ts';
import { propertyOf } from '../../crm/property-names.ts';
import type { Context } from '../context.ts';
import type { Partner } from './gathered.ts';

/** A scored partner, with what it is called where it has no name. */
export type ScoredPartner = Partner & { domain: string };

/** The property that every scored company has a value in. */
const SIGN = propertyOf('lane');

/** The first 200 scored companies, in one call, and one for the property. None before the app is installed. @throws CrmError */
export async function scoredPartners({ crm, installation }: Context): Promise<ScoredPartner[]> {
  if ((await installation.property(crm, 'companies', SIGN)) === null) return [];
  const found = await firstWithAny(crm, 'companies', [SIGN], ['name', 'domain']);
  return found.map(({ id, properties }) => ({
    id,
    name: properties['name'] ?? '',
    domain: properties['domain'] ?? '',
  }));
}
