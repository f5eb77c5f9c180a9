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
import { type Pipeline, listPipelines } from '../../crm/pipelines.ts';
import { type ExistingProperty, type ObjectType, listProperties } from '../../crm/property-definitions.ts';
import type { Crm } from '../../crm/client/request.ts';

/** What the installer has to know of a portal before it plans. */
export interface Found {
  properties: Readonly<Record<ObjectType, readonly ExistingProperty[]>>;
  /** How many custom properties the portal may have; null where it cannot be read. */
  room: Partial<Record<ObjectType, Room>> | null;
  /** Null when only properties are to be installed. */
  surroundings: Surroundings | null;
}

export interface Surroundings {
  account: Account | null;
  pipelineRoom: Room | null;
  pipelines: readonly Pipeline[];
  labels: Readable<ExistingLabel>;
  lists: Readable<ExistingList>;
}

/** What is there, or why HubSpot does not let us see it: the plan lacks it, or the app a scope. */
export type Readable<Item> = { items: readonly Item[] } | { refused: string };

/**
 * `properties`: what scorecards need and no more. `portal`: also the pipeline, the association labels, the lists and the
 * mark of ownership.
 */
export type Extent = 'properties' | 'portal';

/** Three calls for properties alone, at most nine for the whole portal. @throws CrmError */
export async function readPortal(crm: Crm, extent: 'portal'): Promise<Found & { surroundings: Surroundings }>;
export async function readPortal(crm: Crm, extent: Extent): Promise<Found>;
export async function readPortal(crm: Crm, extent: Extent): Promise<Found> {
  const companies = await listProperties(crm, 'companies');
  const deals = await listProperties(crm, 'deals');
  const room = await readPropertyRoom(crm);
  const surroundings = extent === 'portal' ? await readSurroundings(crm) : null;
  return { properties: { companies, deals }, room, surroundings };
}

async function readSurroundings(crm: Crm): Promise<Surroundings> {
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

/** HubSpot does not do it, for this app or for this plan, and a repeat would not help. */
export function isRefusal(error: unknown): error is CrmError {
  return error instanceof CrmError && ['missing-scope', 'invalid-request', 'not-found'].includes(error.code);
}
