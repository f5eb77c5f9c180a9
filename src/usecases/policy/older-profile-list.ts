import { CrmError } from '../../crm/client/errors.ts';
import { renewOlderProfileList } from '../../crm/lists.ts';
import { OLDER_PROFILE } from '../../crm/partner-lists.ts';
import { currentKeys } from '../../icp/profile.ts';
import type { Context } from '../context.ts';

/**
 * Makes the list "Older profile" name the current versions, where the installation made it: at most two calls. What HubSpot
 * refuses is left: the doctor names a list that is behind, and its repair and the next installation bring it up to date.
 */
export async function updateOlderProfileList({
  crm,
  installation,
  current,
}: Pick<Context, 'crm' | 'installation' | 'current'>): Promise<void> {
  const { record, zone } = installation.current();
  const id = record?.lists[OLDER_PROFILE.key];
  const versions = currentKeys(current);
  if (id === undefined || versions === null) return;
  try {
    await renewOlderProfileList(crm, id, { zone, versions });
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
  }
}
