import { listedRecords } from './client/paging.ts';
import type { Crm } from './client/request.ts';
import { COMPANIES } from './companies.ts';

/** The most companies that are looked through. */
const MOST = 10_000;

/**
 * Looks through the companies themselves, for the time in which HubSpot's search does not find them.
 *
 * @param names of properties
 * @returns the ids of those that have a value in any of them, among the first 10,000 companies
 * @throws CrmError
 */
export async function listCompaniesWithAny(crm: Crm, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  let seen = 0;
  for await (const companies of listedRecords(crm, COMPANIES, names, 'list of companies')) {
    const filled = companies.filter(({ properties }) =>
      names.some((name) => (properties[name] ?? '') !== ''),
    );
    ids.push(...filled.map(({ id }) => id));
    seen += companies.length;
    if (seen >= MOST) break;
  }
  return ids;
}
