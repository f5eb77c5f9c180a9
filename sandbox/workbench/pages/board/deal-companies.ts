import { companyIn } from '../crm-objects.ts';
import { listIn, recordIn } from '../parse.ts';
import { callServer } from '../server-calls.ts';

/** The company's property that says which kind of partner it is. */
export const PARTNER_TYPE = 'ipp_partner_type';

/** A deal's primary company. */
export interface DealCompany {
  id: string;
  name: string;
  /** Empty where it has none. */
  partnerType: string;
}

const PATH = '/crm-api/crm/objects/2026-09/companies/batch/read';

/** The most records that HubSpot reads in one batch. */
const BATCH = 100;

/** Companies by id. A deleted one has its id as name. */
export async function companiesOf(
  ownerId: string,
  ids: readonly string[],
): Promise<Map<string, DealCompany>> {
  const companies = new Map(ids.map((id) => [id, { id, name: id, partnerType: '' }]));
  for (let start = 0; start < ids.length; start += BATCH) {
    const inputs = ids.slice(start, start + BATCH).map((id) => ({ id }));
    const body = { inputs, properties: ['name', PARTNER_TYPE], propertiesWithHistory: [] };
    const answer = recordIn(await callServer(ownerId, 'POST', PATH, body));
    for (const { id, properties } of listIn(answer['results']).map(companyIn)) {
      const partnerType = properties[PARTNER_TYPE] ?? '';
      companies.set(id, { id, name: properties['name'] || `Company ${id}`, partnerType });
    }
  }
  return companies;
}
