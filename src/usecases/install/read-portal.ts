import {
  type Account,
  type Room,
  readAccount,
  readPipelineRoom,
  readPropertyRoom,
} from '../../crm/account.ts';
import { type ExistingLabel, listLabels } from '../../crm/labels.ts';
import { CrmError } from '../../crm/client/errors.ts';
import { type ExistingList, listsNamed } from '../../crm/lists.ts';
import { PARTNER_LISTS } from '../../crm/partner-lists.ts';
import { byField } from '../../crm/property-names.ts';
import { type Pipeline, listPipelines } from '../../crm/pipelines.ts';
import { type ExistingProperty, type ObjectType, listProperties } from '../../crm/property-definitions.ts';
import type { Crm } from '../../crm/client/request.ts';
import type { PartnerType } from '../../icp/partner-types.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { readyTypes } from '../scorecard/ready-types.ts';

/** What the installer needs to know about a portal to plan. */
export interface PortalState {
  properties: Readonly<Record<ObjectType, readonly ExistingProperty[]>>;
  /** How many custom properties the portal may have; null where it cannot be read. */
  room: Partial<Record<ObjectType, Room>> | null;
  /** Null when only properties are to be installed. */
  setup: PortalSetup | null;
}

export interface PortalSetup {
  account: Account | null;
  pipelineRoom: Room | null;
  pipelines: readonly Pipeline[];
  labels: Readable<ExistingLabel>;
  lists: Readable<ExistingList>;
}

/** What exists, or why HubSpot does not show it: the plan lacks it, or the app a scope. */
export type Readable<Item> = { items: readonly Item[] } | { refused: string };

/**
 * `properties`: only what scorecards need. `portal`: also the pipeline, the association labels, the lists and the
 * mark of ownership.
 */
export type Extent = 'properties' | 'portal';

/** Three calls for properties alone, at most nine for the whole portal. @throws CrmError */
export async function readPortal(crm: Crm, extent: 'portal'): Promise<PortalState & { setup: PortalSetup }>;
export async function readPortal(crm: Crm, extent: Extent): Promise<PortalState>;
export async function readPortal(crm: Crm, extent: Extent): Promise<PortalState> {
  const companies = await listProperties(crm, 'companies');
  const deals = await listProperties(crm, 'deals');
  const room = await readPropertyRoom(crm);
  const setup = extent === 'portal' ? await readSetup(crm) : null;
  return { properties: { companies, deals }, room, setup };
}

async function readSetup(crm: Crm): Promise<PortalSetup> {
  const names = PARTNER_LISTS.map(({ name }) => name);
  return {
    account: await readAccount(crm),
    pipelineRoom: await readPipelineRoom(crm),
    pipelines: await listPipelines(crm),
    labels: await readable(() => listLabels(crm)),
    lists: await readable(() => listsNamed(crm, names, 'Partner ICP:')),
  };
}

async function readable<Item>(read: () => Promise<readonly Item[]>): Promise<Readable<Item>> {
  try {
    return { items: await read() };
  } catch (error) {
    if (isRefusal(error)) return { refused: error.message };
    throw error;
  }
}

/** Whether HubSpot refuses something to this app or plan, so that a repeat would not help. */
export function isRefusal(error: unknown): error is CrmError {
  return (
    error instanceof CrmError &&
    ['missing-scope', 'forbidden', 'invalid-request', 'not-found'].includes(error.code)
  );
}

/**
 * The partner types whose properties are among those that the portal has.
 *
 * @param present names of company properties
 */
export function installedTypes(present: Iterable<string>, context: Pick<Context, 'profiles'>): PartnerType[] {
  return readyTypes(byField(Object.fromEntries([...present].map((name) => [name, '']))), context);
}

/** @throws Refused `not-installed` when no partner type can be scored in this portal */
export function requireInstalled(present: ReadonlySet<string>, context: Pick<Context, 'profiles'>): void {
  if (installedTypes(present, context).length > 0) return;
  throw new Refused(
    'not-installed',
    'Partner ICP is not installed in this portal. An admin has to run the installer: icp install.',
  );
}
