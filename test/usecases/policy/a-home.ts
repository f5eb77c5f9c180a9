import type { HomeEntry } from '../../../src/contract/policy-home.ts';
import type { Portal } from '../../portal.ts';

export const HOME = '/crm/objects/2026-09/p_partner_icp_home';

let last = 0;

/** An entry of the log under a key that no other has. */
export function anEntry(changes: Partial<HomeEntry> = {}): HomeEntry {
  last += 1;
  return {
    ...{ key: `policy@${last}`, kind: 'policy', body: `{"version":${last}}` },
    ...{ by: 'Ann Lee', at: '2026-09-01T09:00:00.000Z', reason: 'yearly review' },
    ...changes,
  };
}

/** A draft under a key that no other has. */
export function aDraft(changes: Partial<HomeEntry> = {}): HomeEntry {
  const { key, ...rest } = anEntry();
  return { ...rest, kind: 'scorecard-draft', key: `${key.slice(7)}:7`, companyId: '512', ...changes };
}

/** The ids of the records of a key, oldest first, as HubSpot's pages list them. */
export async function recordsOf({ outside }: Portal, key: string): Promise<string[]> {
  const query = { properties: 'ipp_key', limit: '100' };
  const { results } = (await outside.send({ method: 'GET', path: HOME, query })) as {
    results: { id: string; properties: Record<string, string> }[];
  };
  return results.filter(({ properties }) => properties['ipp_key'] === key).map(({ id }) => id);
}

/** Edits an entry by hand in HubSpot. */
export async function editEntry(portal: Portal, key: string, properties: object): Promise<void> {
  const [id = ''] = await recordsOf(portal, key);
  await portal.outside.send({ method: 'PATCH', path: `${HOME}/${id}`, body: { properties } });
}

/** Deletes an entry by hand in HubSpot. */
export async function deleteEntry(portal: Portal, key: string): Promise<void> {
  const [id = ''] = await recordsOf(portal, key);
  await portal.outside.send({ method: 'DELETE', path: `${HOME}/${id}` });
}
