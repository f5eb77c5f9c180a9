import type { SavedPortal } from '../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import { keepInstallation } from '../../../src/crm/installation.ts';
import type { Portal } from '../../portal.ts';

interface Results<Item> {
  results: Item[];
}
interface Property {
  name: string;
  type: string;
  description: string;
  groupName: string;
  options: { value: string; label: string }[];
}

/** What an installation leaves in a portal, without its record, ids and times. */
export interface InstalledState {
  companies: Property[];
  deals: Property[];
  /** Labels of pipelines with those of their stages. */
  pipelines: [label: string, stages: string[]][];
  labels: string[];
  /** Names with their filters. */
  lists: [name: string, filters: unknown][];
  /** Names of custom objects with those of their own properties. */
  objects: [name: string, properties: string[]][];
}

/** The portal as it was saved, without faults, and an app that knows nothing of it yet. */
export function restored(portal: Portal, saved: SavedPortal): Portal {
  portal.sandbox.portal.restore(saved);
  portal.sandbox.faults.clear();
  return {
    ...portal,
    context: { ...portal.context, installation: keepInstallation(() => performance.now()) },
  };
}

/** Reads as somebody else than the app, so that it stands beside what the app says of itself. */
export async function installedState(portal: Portal): Promise<InstalledState> {
  return {
    companies: await properties(portal, 'companies'),
    deals: await properties(portal, 'deals'),
    pipelines: (await pipelinesOf(portal)).map(({ label, stages }) => [
      label,
      stages.map((each) => each.label),
    ]),
    labels: (await labelsOf(portal)).map(({ label }) => label).sort(),
    lists: (await listsOf(portal)).map(({ name, filterBranch }) => [name, filterBranch]),
    objects: (await objectsOf(portal)).map(({ name, properties }) => [
      name,
      properties.flatMap((each) => (each.name.startsWith('ipp_') ? [each.name] : [])),
    ]),
  };
}

export async function pipelinesOf(portal: Portal) {
  const path = '/crm/pipelines/2026-09/deals';
  return (
    await get<Results<{ id: string; label: string; stages: { id: string; label: string }[] }>>(portal, path)
  ).results;
}

export const SCHEMAS = '/crm-object-schemas/2026-09/schemas';

export async function objectsOf(portal: Portal) {
  const found = await get<Results<{ name: string; properties: { name: string }[] }>>(portal, SCHEMAS);
  return found.results;
}

export const LABELS = '/crm/associations/2026-09/companies/contacts/labels';

/** Labels that somebody made. */
export async function labelsOf(portal: Portal) {
  const { results } = await get<Results<{ category: string; typeId: number; label: string }>>(portal, LABELS);
  return results.filter(({ category }) => category === 'USER_DEFINED');
}

export const LISTS = '/crm/lists/2026-09';

export async function listsOf(portal: Portal) {
  const body = { query: '', count: 100, offset: 0 };
  const { lists } = (await portal.outside.send({ method: 'POST', path: `${LISTS}/search`, body })) as {
    lists: { listId: string }[];
  };
  if (lists.length === 0) return [];
  const ids = lists.map(({ listId }) => `listIds=${listId}`).join('&');
  const path = `${LISTS}?includeFilters=true&${ids}`;
  const found = await get<{ lists: { listId: string; name: string; filterBranch: unknown }[] }>(portal, path);
  return found.lists.sort((a, b) => a.name.localeCompare(b.name));
}

/** Ids of who is in a list, in order. */
export async function membersOf(portal: Portal, name: string): Promise<string[]> {
  const list = (await listsOf(portal)).find((each) => each.name === name);
  const path = `${LISTS}/${list?.listId ?? 'none'}/memberships`;
  return (await get<Results<{ recordId: string }>>(portal, path)).results
    .map(({ recordId }) => recordId)
    .sort();
}

async function properties(portal: Portal, objectType: string): Promise<Property[]> {
  const { results } = await get<Results<Property>>(portal, `/crm/properties/2026-09/${objectType}`);
  return results
    .filter(({ name }) => name.startsWith('ipp_') && name !== 'ipp_installation_record')
    .map(({ name, type, description, groupName, options }) => ({
      name,
      type,
      description,
      groupName,
      options,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

async function get<Answer>(portal: Portal, path: string): Promise<Answer> {
  return (await portal.outside.send({ method: 'GET', path })) as Answer;
}

/** The calls during some work that change something: some POSTs read. */
export async function writesDuring(portal: Portal, work: () => Promise<unknown>): Promise<string[]> {
  const calls = await portal.callsDuring(work);
  return calls.filter((call) => !/^GET |\/(search|batch\/read)$/.test(call));
}
