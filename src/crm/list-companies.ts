import * as z from 'zod';

import { API_VERSION, type Crm, read } from './client/request.ts';

/** The most companies on one page. */
const PAGE = 100;

/** The most pages that are looked through. */
const PAGES = 100;

const Listed = z.object({
  results: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) })),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).optional(),
});

/**
 * Looks through the companies themselves, without HubSpot's search, which may not know yet what was written last.
 *
 * @param names of properties
 * @returns the ids of those that have a value in any of them, among the first 10,000 companies
 * @throws CrmError
 */
export async function listCompaniesWithAny(crm: Crm, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const query = { limit: String(PAGE), properties: names.join(','), ...(after !== undefined && { after }) };
    const path = `/crm/objects/${API_VERSION}/companies`;
    const { results, paging } = await read(crm, { method: 'GET', path, query }, Listed, 'list of companies');
    const filled = results.filter(({ properties }) => names.some((name) => (properties[name] ?? '') !== ''));
    ids.push(...filled.map(({ id }) => id));
    after = paging?.next?.after;
    if (after === undefined) break;
  }
  return ids;
}
