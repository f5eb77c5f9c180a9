import { deleteLabel } from '../../crm/labels.ts';
import { CrmError } from '../../crm/client/errors.ts';
import { type Edition, RECORD_PROPERTY } from '../../crm/installation-record.ts';
import { deleteList } from '../../crm/lists.ts';
import { deletePipeline, hasDeals } from '../../crm/pipelines.ts';
import { archiveProperties } from '../../crm/property-definitions.ts';
import type { Crm } from '../../crm/client/request.ts';
import type { Context } from '../context.ts';
import type { OnProgress } from './apply-plan.ts';
import { earlierInstallation, recordOfFound } from './plan-record.ts';
import { type Removal, type RemovalPlan, planRemoval } from './plan-removal.ts';
import { isRefusal, readPortal } from './read-portal.ts';
import { GOES_LAST, stillThere } from '../../messages/install.ts';

export interface UninstallOptions {
  /** Archives the company properties too. HubSpot can restore them with their values for 90 days. */
  deleteValues?: boolean;
  /** The edition to remove; `private` when left out. */
  edition?: Edition;
  onProgress?: OnProgress;
}

export interface Uninstallation {
  removed: string[];
  stayed: { name: string; message: string }[];
}

/**
 * Deletes lists, labels, the empty pipeline, the mirrored deal properties and the record, as far as the record
 * says that the product made them. Company properties stay unless `deleteValues`. Repeatable: the next run finishes one that broke off.
 *
 * @throws Refused `other-edition` before anything is deleted
 * @throws CrmError
 */
export async function uninstall(
  context: Pick<Context, 'crm' | 'profiles' | 'now'>,
  options: UninstallOptions = {},
): Promise<Uninstallation> {
  const { goes, stays } = await planUninstall(context, options);
  const { onProgress = () => undefined } = options;
  const removed: string[] = [];
  const kept: Uninstallation['stayed'] = [];
  for (const [index, removal] of goes.entries()) {
    onProgress(index + 1, goes.length, `Taking away ${removal.name}`);
    // the next run needs the record to know what is ours
    const refused = kept.length > 0 && isRecord(removal) ? GOES_LAST : await remove(context.crm, removal);
    if (refused === null) removed.push(removal.name);
    else kept.push({ name: removal.name, message: stillThere(removal.name, refused) });
  }
  return { removed, stayed: [...stays, ...kept] };
}

/** Reads the portal and plans what `uninstall` would delete. Deletes nothing. @throws as `uninstall` */
export async function planUninstall(
  { crm, profiles, now }: Pick<Context, 'crm' | 'profiles' | 'now'>,
  { deleteValues = false, edition = 'private' }: UninstallOptions = {},
): Promise<RemovalPlan> {
  const found = await readPortal(crm, 'portal');
  const { properties, setup } = found;
  const earlier = earlierInstallation(properties, edition);
  const record = recordOfFound(found, earlier, edition, profiles, now());
  const own = record.madePipeline;
  const isUsed = own !== null && (await hasDeals(crm, own));
  return planRemoval({ properties }, setup, record, profiles, { deleteValues, hasDeals: isUsed });
}

function isRecord(removal: Removal): boolean {
  return removal.call === 'properties' && removal.names.includes(RECORD_PROPERTY);
}

/** @returns why HubSpot keeps it; null when it is gone */
async function remove(crm: Crm, removal: Removal): Promise<string | null> {
  try {
    if (removal.call === 'properties') await archiveProperties(crm, removal.objectType, removal.names);
    else if (removal.call === 'list') await deleteList(crm, removal.id);
    else if (removal.call === 'label') await deleteLabel(crm, Number(removal.id));
    else await deletePipeline(crm, removal.id);
    return null;
  } catch (error) {
    if (error instanceof CrmError && error.code === 'not-found') return null;
    if (isRefusal(error)) return error.message;
    throw error;
  }
}
