import type { PropertyValues } from '../../host/protocol.ts';
import { companyIn, propertyIn, type Property } from '../crm-objects.ts';
import { listIn, numberIn, recordIn, textIn } from '../parse.ts';
import { callServer } from '../server-calls.ts';

const OBJECTS = '/crm-api/crm/objects/2026-09';
const PROPERTIES = '/crm-api/crm/properties/2026-09';

/** The most records that HubSpot reads in one batch. */
const BATCH = 100;

export type RelatedType = 'contacts' | 'deals' | 'tasks';

/** How one record is associated with the company. */
interface Link {
  typeIds: number[];
  /** The plain association has none. */
  labels: string[];
}

export interface RelatedRecord extends Link {
  id: string;
  properties: PropertyValues;
  /** ISO 8601 */
  createdAt: string;
}

/** The records of a type that are associated with a company, oldest association first. */
export async function readRelated(
  ownerId: string,
  companyId: string,
  type: RelatedType,
  properties: readonly string[],
): Promise<RelatedRecord[]> {
  const links = await linksOf(ownerId, companyId, type);
  const ids = [...links.keys()];
  const records: RelatedRecord[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    const inputs = ids.slice(start, start + BATCH).map((id) => ({ id }));
    const body = { inputs, properties, propertiesWithHistory: [] };
    const answer = recordIn(await callServer(ownerId, 'POST', `${OBJECTS}/${type}/batch/read`, body));
    for (const result of listIn(answer['results'])) {
      // companyIn reads any record: an id and values.
      const record = companyIn(result);
      const link = links.get(record.id) ?? { typeIds: [], labels: [] };
      records.push({ ...record, ...link, createdAt: textIn(recordIn(result)['createdAt']) });
    }
  }
  // A batch returns records in any order.
  return records.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

async function linksOf(ownerId: string, companyId: string, type: RelatedType): Promise<Map<string, Link>> {
  const path = `${OBJECTS}/companies/${encodeURIComponent(companyId)}/associations/${type}`;
  const links = new Map<string, Link>();
  let after = '';
  do {
    const query = after ? `?${new URLSearchParams({ after }).toString()}` : '';
    const page = recordIn(await callServer(ownerId, 'GET', `${path}${query}`));
    for (const result of listIn(page['results'])) {
      const { toObjectId, associationTypes } = recordIn(result);
      const kinds = listIn(associationTypes).map(recordIn);
      links.set(textIn(toObjectId), {
        typeIds: kinds.map(({ typeId }) => numberIn(typeId)),
        labels: kinds.map(({ label }) => textIn(label)).filter((label) => label !== ''),
      });
    }
    after = textIn(recordIn(recordIn(page['paging'])['next'])['after']);
  } while (after);
  return links;
}

/** Definitions of a type's properties by name. */
export async function definitionsOf(ownerId: string, type: RelatedType): Promise<Map<string, Property>> {
  const { results } = recordIn(await callServer(ownerId, 'GET', `${PROPERTIES}/${type}`));
  return new Map(listIn(results).map((json) => [propertyIn(json).name, propertyIn(json)]));
}

/** @throws Error with the CRM's own words */
export async function setTaskStatus(ownerId: string, id: string, status: string): Promise<void> {
  await callServer(ownerId, 'PATCH', `${OBJECTS}/tasks/${encodeURIComponent(id)}`, {
    properties: { hs_task_status: status },
  });
}
