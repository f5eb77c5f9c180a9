import { CrmError, brokenOff } from '../../crm/client/errors.ts';
import { type Edition, TO_BE_MADE, recordAmong } from '../../crm/installation-record.ts';
import { installationOf } from '../../crm/installation.ts';
import { OLDER_PROFILE } from '../../crm/partner-lists.ts';
import type { PartnerType } from '../../icp/partner-types.ts';
import { currentKeys } from '../../icp/profile.ts';
import type { Context } from '../context.ts';
import { updateOlderProfileList } from '../policy/older-profile-list.ts';
import { type OnProgress, applyPlan } from './apply-plan.ts';
import { keepRecord } from './keep-record.ts';
import { type InstallPlan, planInstallation } from './plan-installation.ts';
import { type Extent, type PortalState, readPortal } from './read-portal.ts';
import type { Action, Step } from './step.ts';
import { installBrokenOff } from '../../messages/install.ts';

export interface InstallOptions {
  /** The partner types to keep scorecards for; none keeps those that are installed, or the default type at first. */
  types?: readonly PartnerType[];
  /** `properties` when left out. */
  extent?: Extent;
  /** The edition that installs; `private` when left out. */
  edition?: Edition;
  /** During a take-over, the edition that has the portal until the other one has everything: the record goes on naming it. */
  owner?: Edition;
  /** The label of an existing deal pipeline to use for partners. */
  pipeline?: string | undefined;
  onProgress?: OnProgress;
}

/** What the installer did, by name: `ipp_lane`, `deals: ipp_lane`, `pipeline: ...`, `label: ...`, `list: ...`. */
export interface Installation {
  /** The partner types that scorecards can be kept for afterwards. */
  types: PartnerType[];
  created: string[];
  /** Those of them that were archived before: what they held is there again. */
  cameBack: string[];
  /** Had lost options, which were added again. */
  repaired: string[];
  unchanged: string[];
  /** Exists with another definition than needed, and is not changed: somebody else may rely on it. */
  clashes: { name: string; message: string }[];
  /** Not available in this portal. The product works without. */
  skipped: { name: string; message: string }[];
}

type Portal = Pick<
  Context,
  'crm' | 'profiles' | 'defaultType' | 'installation' | 'now' | 'sleep' | 'home' | 'policy'
>;

/**
 * Creates what the chosen partner types need: property groups and properties, and for the whole portal also the deal
 * pipeline, the association labels and the lists. What is ours stands in the record of the installation. Repeatable:
 * existing things stay, types chosen earlier are repaired too, and the next run finishes one that broke off.
 *
 * @throws Refused before the first write: `no-room`, `other-edition`, or `invalid-input` for the pipeline
 * @throws CrmError, with how far it came
 */
export async function install(context: Portal, options: InstallOptions = {}): Promise<Installation> {
  const plan = await planInstall(context, options);
  const { types, steps } = plan;
  const { onProgress = () => undefined } = options;
  let [done, all] = [0, 0];
  const count: OnProgress = (step, of, sentence) => {
    [done, all] = [step - 1, of];
    onProgress(step, of, sentence);
  };
  try {
    const applied = await applyPlan(context, steps, count);
    done = all;
    context.installation.learn(installationOf(await keepRecord(context, plan, applied.made)));
    if (OLDER_PROFILE.key in applied.made.lists && applied.made.home === null)
      await nameCurrentProfiles(context);
    return summaryOf(types, applied.steps);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    throw brokenOff(error, installBrokenOff(done, all));
  }
}

/** Reads the portal and plans what `install` would do. Writes nothing. @throws as `install` */
export async function planInstall(
  context: Portal,
  { types = [], extent = 'properties', edition = 'private', owner, pipeline }: InstallOptions = {},
): Promise<InstallPlan> {
  const found = await readPortal(context.crm, edition, extent);
  const isRead = extent === 'portal' && owner === undefined;
  const versions = isRead ? await readCurrentKeys(context, edition, found) : null;
  const request = { types, edition, owner: owner ?? edition, extent, pipeline: pipeline ?? null, versions };
  return planInstallation(found, request, context, context.now());
}

/**
 * The version keys of the current profiles; null where they cannot be read. No call is made for a portal of the private
 * edition without a home; the other edition keeps its home elsewhere.
 */
async function readCurrentKeys(
  { home, policy }: Portal,
  edition: Edition,
  { properties }: PortalState,
): Promise<string[] | null> {
  const own = recordAmong(properties.companies)?.home ?? null;
  if (edition === 'private' && (own === null || own === TO_BE_MADE)) return currentKeys({});
  try {
    return currentKeys((await policy.read(home)).policy.current);
  } catch (error) {
    if (error instanceof CrmError) return null;
    throw error;
  }
}

/** A home that an earlier installation left may hold published profiles: they can be read only now. */
async function nameCurrentProfiles({ crm, installation, home, policy }: Portal): Promise<void> {
  try {
    const { current, hasHome } = (await policy.read(home)).policy;
    if (hasHome) await updateOlderProfileList({ crm, installation, current });
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
  }
}

function summaryOf(types: PartnerType[], steps: readonly Step[]): Installation {
  // groups are only headings in HubSpot
  const all = steps.filter(({ kind }) => kind !== 'group');
  const named = (action: Action) => all.filter((step) => step.action === action).map(({ name }) => name);
  const told = (action: Action) =>
    all.filter((step) => step.action === action).map(({ name, sentence }) => ({ name, message: sentence }));
  return {
    types,
    created: named('create'),
    cameBack: all.filter((step) => step.comesBack === true).map(({ name }) => name),
    repaired: all
      .filter(({ action, work }) => action === 'repair' || (action === 'clash' && work !== null))
      .map(({ name }) => name),
    unchanged: named('keep'),
    clashes: told('clash'),
    skipped: told('skip'),
  };
}
