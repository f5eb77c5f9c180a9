import {
  type Account,
  type Room,
  readAccount,
  readPipelineRoom,
  readPropertyRoom,
} from '../../crm/account.ts';
import { type ExistingLabel, listLabels } from '../../crm/labels.ts';
import { CrmError, isForbidden } from '../../crm/client/errors.ts';
import { type FoundHome, findHome } from '../../crm/home-schema.ts';
import { type Edition, type InstallationRecord, recordAmong } from '../../crm/installation-record.ts';
import { type ExistingList, listPartnerLists } from '../../crm/lists.ts';
import { byField } from '../../crm/property-names.ts';
import { type Pipeline, listPipelines } from '../../crm/pipelines.ts';
import {
  type ExistingProperty,
  type ObjectType,
  listArchived,
  listProperties,
} from '../../crm/property-definitions.ts';
import type { Crm } from '../../crm/client/request.ts';
import type { PartnerType } from '../../icp/partner-types.ts';
import type { Context } from '../context.ts';
import { notInstalled } from '../refused.ts';
import { readyTypes } from '../scorecard/ready-types.ts';

/** What the installer needs to know about a portal to plan. */
export interface PortalState {
  properties: Readonly<Record<ObjectType, readonly ExistingProperty[]>>;
  /** How many custom properties the portal may have; null where it cannot be read. */
  room: Partial<Record<ObjectType, Room>> | null;
  /**
   * Names of archived properties of companies: created again, they come back with what they held. What deals held is
   * mirrored anew.
   */
  archived: readonly string[];
  account: Account | null;
  /** Null when only properties are to be installed and the portal keeps a record already. */
  setup: PortalSetup | null;
}

export interface PortalSetup {
  pipelineRoom: Room | null;
  pipelines: readonly Pipeline[];
  labels: Readable<ExistingLabel>;
  lists: Readable<ExistingList>;
  /** Null in an edition that keeps its policy elsewhere. */
  home: FoundHome | { refused: string } | null;
}

/** What exists, or why HubSpot does not show it: the plan lacks it, or the app a scope. */
export type Readable<Item> = { items: readonly Item[] } | { refused: string };

/**
 * `properties`: only what scorecards need, and the record of the installation. `portal`: also the pipeline, the
 * association labels and the lists.
 */
export type Extent = 'properties' | 'portal';

/** Five calls for properties alone, at most thirteen for the whole portal. @throws CrmError */
export async function readPortal(
  crm: Crm,
  edition: Edition,
  extent: 'portal',
): Promise<PortalState & { setup: PortalSetup }>;
export async function readPortal(crm: Crm, edition: Edition, extent: Extent): Promise<PortalState>;
export async function readPortal(crm: Crm, edition: Edition, extent: Extent): Promise<PortalState> {
  const companies = await listProperties(crm, 'companies');
  const deals = await listProperties(crm, 'deals');
  const room = await readPropertyRoom(crm);
  const archived = await listArchived(crm, 'companies');
  const account = await readAccount(crm);
  const record = recordAmong(companies);
  // the first record says what was there before
  const setup = extent === 'portal' || record === null ? await readSetup(crm, edition, record) : null;
  return { properties: { companies, deals }, room, archived, account, setup };
}

async function readSetup(
  crm: Crm,
  edition: Edition,
  record: InstallationRecord | null,
): Promise<PortalSetup> {
  return {
    pipelineRoom: await readPipelineRoom(crm),
    pipelines: await listPipelines(crm),
    labels: await readable(() => listLabels(crm)),
    lists: await readable(() => listPartnerLists(crm, Object.values(record?.lists ?? {}))),
    home: edition === 'private' ? await orRefused(() => findHome(crm)) : null,
  };
}

function readable<Item>(read: () => Promise<readonly Item[]>): Promise<Readable<Item>> {
  return orRefused(async () => ({ items: await read() }));
}

async function orRefused<Found>(read: () => Promise<Found>): Promise<Found | { refused: string }> {
  try {
    return await read();
  } catch (error) {
    if (isRefusal(error)) return { refused: error.message };
    throw error;
  }
}

/** Whether HubSpot refuses something to this app or plan, so that a repeat would not help. */
export function isRefusal(error: unknown): error is CrmError {
  if (isForbidden(error)) return true;
  return error instanceof CrmError && ['invalid-request', 'not-found'].includes(error.code);
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
export function requireInstalled(
  present: ReadonlySet<string>,
  context: Pick<Context, 'profiles' | 'remedies'>,
): void {
  if (installedTypes(present, context).length > 0) return;
  throw notInstalled(context.remedies);
}
