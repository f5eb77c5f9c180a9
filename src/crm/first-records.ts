import type { ObjectType } from './property-definitions.ts';
import { API_VERSION, type Crm } from './client/request.ts';
import { type Filter, type FoundRecord, searchPages } from './search.ts';
import { MAX_GROUPS } from './search-companies.ts';

/**
 * The first 200 records that have a value in any of the properties, by ascending id, in one call. None for no properties.
 *
 * @param names at most five properties, all of which exist in the portal
 * @param read the properties to read
 * @throws CrmError
 */
export async function firstWithAny(
  crm: Crm,
  objectType: ObjectType,
  names: readonly string[],
  read: readonly string[],
): Promise<FoundRecord[]> {
  const groups = names
    .slice(0, MAX_GROUPS)
    .map((propertyName): Filter[] => [{ propertyName, operator: 'HAS_PROPERTY' }]);
  if (groups.length === 0) return [];
  const path = `/crm/objects/${API_VERSION}/${objectType}`;
  for await (const { found } of searchPages(crm, {
    ...{ path, groups, what: `list of ${objectType}` },
    names: read,
  }))
    return found;
  return [];
}
