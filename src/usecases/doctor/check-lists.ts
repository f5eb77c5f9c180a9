import { CrmError } from '../../crm/client/errors.ts';
import { isAsWanted, listsNamed } from '../../crm/lists.ts';
import { PARTNER_LISTS } from '../../crm/partner-lists.ts';
import type { Crm } from '../../crm/client/request.ts';
import { type Finding, note } from './finding.ts';

/** What the names of our lists begin with: HubSpot searches lists by it. */
const PREFIX = 'Partner ICP';

/**
 * Looks for the lists that the installer makes. Some plans have none and nothing else rests on them, so they are notes.
 *
 * @throws CrmError
 */
export async function checkLists(crm: Crm): Promise<Finding[]> {
  try {
    const names = PARTNER_LISTS.map(({ name }) => name);
    const existing = await listsNamed(crm, names, PREFIX);
    const missing = PARTNER_LISTS.filter((list) => !existing.some((found) => isAsWanted(found, list)));
    if (missing.length === 0) return [];
    const lost = missing.map(({ name }) => name);
    const message = `Lists are missing or were changed: ${lost.join(', ')}. To make those that the plan allows, run: icp install`;
    return [note('list-missing', message, lost)];
  } catch (error) {
    if (error instanceof CrmError && ['missing-scope', 'not-found'].includes(error.code)) return [];
    throw error;
  }
}
