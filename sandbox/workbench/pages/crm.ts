import type { CrmSearchResponse, FetchCrmSearchRequest } from '@hubspot/ui-extensions';
import type { PropertyValues } from '../host/protocol.ts';
import type { RecordType } from '../host/settings.ts';
import {
  companyIn,
  companyRecordIn,
  groupIn,
  propertyIn,
  type Company,
  type CompanyRecord,
  type Property,
  type PropertyGroup,
  type RecordKey,
} from './crm-objects.ts';
import { listIn, numberIn, recordIn, textIn } from './parse.ts';
import { callServer } from './server-calls.ts';

const OBJECTS = '/crm-api/crm/objects/2026-09';
const COMPANIES = `${OBJECTS}/companies`;
const PROPERTIES = '/crm-api/crm/properties/2026-09';

/**
 * Every company of the portal. Portals of the stand-in are small enough to filter in the page.
 *
 * @param onProgress called with the count so far, after each page
 */
export async function listCompanies(
  ownerId: string,
  properties: readonly string[],
  onProgress: (count: number) => void,
): Promise<Company[]> {
  const companies: Company[] = [];
  let after = '';
  do {
    const query = new URLSearchParams({ limit: '100', properties: properties.join(',') });
    if (after) query.set('after', after);
    const page = recordIn(await callServer(ownerId, 'GET', `${COMPANIES}?${query.toString()}`));
    companies.push(...listIn(page['results']).map(companyIn));
    after = textIn(recordIn(recordIn(page['paging'])['next'])['after']);
    onProgress(companies.length);
  } while (after);
  return companies;
}

/** The ids of who is in a list of companies; none where there is no such list. */
export async function listMembers(ownerId: string, name: string): Promise<ReadonlySet<string>> {
  const lists = '/crm-api/crm/lists/2026-09';
  const found = recordIn(
    await callServer(ownerId, 'POST', `${lists}/search`, { query: name, count: 20, offset: 0 }),
  );
  const list = listIn(found['lists'])
    .map(recordIn)
    .find((each) => each['name'] === name);
  const ids = new Set<string>();
  if (list === undefined) return ids;
  const path = `${lists}/${encodeURIComponent(textIn(list['listId']))}/memberships`;
  let after = '';
  do {
    const query = new URLSearchParams({ limit: '250', ...(after && { after }) });
    const page = recordIn(await callServer(ownerId, 'GET', `${path}?${query.toString()}`));
    for (const member of listIn(page['results'])) ids.add(textIn(recordIn(member)['recordId']));
    after = textIn(recordIn(recordIn(page['paging'])['next'])['after']);
  } while (after);
  return ids;
}

export async function readRecord(
  ownerId: string,
  { objectType, id }: RecordKey,
  names: readonly string[],
): Promise<CompanyRecord> {
  const all = names.join(',');
  const query = new URLSearchParams({ properties: all, propertiesWithHistory: all });
  const path = `${OBJECTS}/${objectType}/${encodeURIComponent(id)}?${query.toString()}`;
  return companyRecordIn(await callServer(ownerId, 'GET', path));
}

export async function updateRecord(
  ownerId: string,
  { objectType, id }: RecordKey,
  properties: PropertyValues,
): Promise<void> {
  await callServer(ownerId, 'PATCH', `${OBJECTS}/${objectType}/${encodeURIComponent(id)}`, { properties });
}

export async function listProperties(
  ownerId: string,
  objectType: RecordType = 'companies',
): Promise<Property[]> {
  const { results } = recordIn(await callServer(ownerId, 'GET', `${PROPERTIES}/${objectType}`));
  return listIn(results).map(propertyIn);
}

export async function listGroups(ownerId: string): Promise<PropertyGroup[]> {
  const { results } = recordIn(await callServer(ownerId, 'GET', `${PROPERTIES}/companies/groups`));
  return listIn(results).map(groupIn);
}

/** HubSpot's search in the shape of its `useCrmSearch` hook. */
export async function searchCrm(ownerId: string, request: FetchCrmSearchRequest): Promise<CrmSearchResponse> {
  const { objectType, pageLength, ...rest } = request;
  const path = `/crm-api/crm/objects/2026-09/${encodeURIComponent(objectType)}/search`;
  const answer = recordIn(await callServer(ownerId, 'POST', path, { ...rest, limit: pageLength ?? 10 }));
  const after = textIn(recordIn(recordIn(answer['paging'])['next'])['after']);
  const results = listIn(answer['results']).map(companyIn);
  return {
    results: results.map(({ id, properties }) => ({ objectId: Number(id), properties })),
    total: numberIn(answer['total']),
    hasMore: after !== '',
    ...(after ? { after } : {}),
  };
}
