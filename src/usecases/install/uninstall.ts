import { labelsInUse } from '../../crm/label-use.ts';
import { deleteLabel } from '../../crm/labels.ts';
import { CrmError, brokenOff } from '../../crm/client/errors.ts';
import { type Edition, RECORD_PROPERTY } from '../../crm/installation-record.ts';
import { deleteHome, exportHome } from '../../crm/home-schema.ts';
import { deleteList } from '../../crm/lists.ts';
import { deletePipeline, hasDeals } from '../../crm/pipelines.ts';
import { archiveProperties } from '../../crm/property-definitions.ts';
import type { Crm } from '../../crm/client/request.ts';
import type { Context } from '../context.ts';
import type { OnProgress } from './apply-plan.ts';
import { earlierInstallation, recordOfFound } from './plan-record.ts';
import { shownName } from './step.ts';
import { type LabelUse, type Removal, type RemovalPlan, planRemoval } from './plan-removal.ts';
import { isRefusal, readPortal } from './read-portal.ts';
import { GOES_LAST, KEPT_WITHOUT_REASON, stillThere, uninstallBrokenOff } from '../../messages/install.ts';

export interface UninstallOptions {
  /** Archives the company properties too. HubSpot can restore them with their values for 90 days. */
  deleteValues?: boolean;
  /** Deletes our labels also where contacts carry them: the records lose them. */
  deleteUsedLabels?: boolean;
  /**
   * Deletes the portal's own profiles, settings and drafts too. Is given the log first, an entry a line as JSON; nothing is
   * deleted unless it could be kept.
   */
  keepLog?: ((lines: readonly string[]) => Promise<void>) | undefined;
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
 * @throws CrmError, with how far it came
 */
export async function uninstall(
  context: Pick<Context, 'crm' | 'profiles' | 'now'>,
  options: UninstallOptions = {},
): Promise<Uninstallation> {
  const { goes, stays } = await planUninstall(context, options);
  const { onProgress = () => undefined } = options;
  const removed: string[] = [];
  const kept: Uninstallation['stayed'] = [];
  if (goes.some(({ call }) => call === 'home')) await options.keepLog?.(await exportHome(context.crm));
  for (const [index, removal] of goes.entries()) {
    onProgress(index + 1, goes.length, `Taking away ${removal.name}`);
    // the next run needs the record to know what is ours
    if (kept.length > 0 && isRecord(removal)) {
      kept.push({ name: removal.name, message: stillThere(removal.name, GOES_LAST) });
      continue;
    }
    const outcome = await remove(context.crm, removal).catch((error: unknown) => {
      if (!(error instanceof CrmError)) throw error;
      throw brokenOff(error, uninstallBrokenOff(index, goes.length));
    });
    if (outcome.removed !== null) removed.push(outcome.removed);
    kept.push(...outcome.kept);
  }
  return { removed, stayed: [...stays, ...kept] };
}

/** Reads the portal and plans what `uninstall` would delete. Deletes nothing. @throws as `uninstall` */
export async function planUninstall(
  { crm, profiles, now }: Pick<Context, 'crm' | 'profiles' | 'now'>,
  { deleteValues = false, deleteUsedLabels = false, keepLog, edition = 'private' }: UninstallOptions = {},
): Promise<RemovalPlan> {
  const found = await readPortal(crm, edition, 'portal');
  const { properties, setup } = found;
  const earlier = earlierInstallation(properties, edition);
  const record = recordOfFound(found, earlier, edition, profiles, now());
  const own = record.madePipeline;
  const isUsed = own !== null && (await hasDeals(crm, own));
  const ids = deleteUsedLabels ? [] : Object.values(record.labels);
  const labelUse = await useOf(crm, ids);
  return planRemoval({ properties }, setup, record, profiles, {
    deleteValues,
    labelUse,
    hasDeals: isUsed,
    deletesPolicy: keepLog !== undefined,
  });
}

async function useOf(crm: Crm, ids: readonly string[]): Promise<LabelUse> {
  if (ids.length === 0) return { used: new Set() };
  try {
    return { used: await labelsInUse(crm, ids) };
  } catch (error) {
    if (isRefusal(error)) return { unknown: error.message };
    throw error;
  }
}

function isRecord(removal: Removal): boolean {
  return removal.call === 'properties' && removal.names.includes(RECORD_PROPERTY);
}

/** What went, and what HubSpot keeps with its reason. */
interface Outcome {
  removed: string | null;
  kept: Uninstallation['stayed'];
}

async function remove(crm: Crm, removal: Removal): Promise<Outcome> {
  if (removal.call === 'properties') return removeProperties(crm, removal);
  const { name, call, id } = removal;
  try {
    if (call === 'list') await deleteList(crm, id);
    else if (call === 'label') await deleteLabel(crm, Number(id));
    else if (call === 'home') await deleteHome(crm);
    else await deletePipeline(crm, id);
  } catch (error) {
    if (error instanceof CrmError && error.code === 'not-found') return { removed: name, kept: [] };
    if (isRefusal(error))
      return { removed: null, kept: [{ name, message: stillThere(name, error.message) }] };
    throw error;
  }
  return { removed: name, kept: [] };
}

/** HubSpot keeps properties that lists, calculations or workflows use. The others go. */
async function removeProperties(
  crm: Crm,
  { objectType, names, name }: Extract<Removal, { call: 'properties' }>,
): Promise<Outcome> {
  const refused = await archiveProperties(crm, objectType, names);
  const kept = refused.map((each) => {
    const shown = shownName(objectType, each.name);
    return { name: shown, message: stillThere(shown, each.error?.message ?? KEPT_WITHOUT_REASON) };
  });
  const gone = names.length - kept.length;
  if (kept.length === 0) return { removed: name, kept };
  return { removed: gone === 0 ? null : `${gone} properties of ${objectType}`, kept };
}
