import type { CrmSearchResponse, UseCrmSearchOptions } from '@hubspot/ui-extensions';
import type { WorkbenchOwner } from '../../host/settings.ts';
import { nameOf } from '../property-text.ts';

const OWNER = 'hubspot_owner_id';

/**
 * What the search found, with owners by name where the extension asked to have them formatted. That HubSpot formats an
 * owner as first and last name is a guess: its display rules are not public. Other properties stay as they are stored.
 */
export function formattedSearch(
  found: CrmSearchResponse,
  { propertiesToFormat = [] }: UseCrmSearchOptions,
  owners: readonly WorkbenchOwner[],
): CrmSearchResponse {
  if (propertiesToFormat !== 'all' && !propertiesToFormat.includes(OWNER)) return found;
  const names = new Map(owners.map((owner) => [owner.id, nameOf(owner)]));
  const results = found.results.map((result) => {
    const name = names.get(result.properties[OWNER] ?? '');
    return name === undefined ? result : { ...result, properties: { ...result.properties, [OWNER]: name } };
  });
  return { ...found, results };
}
