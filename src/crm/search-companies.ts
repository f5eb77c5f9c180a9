import { batches } from './client/batches.ts';
import type { Crm } from './client/request.ts';
import { type Filter, type FoundRecord, SEARCH_PAGE, searchPages } from './search.ts';
import { COMPANIES } from './companies.ts';
import type { Decision } from '../icp/decision.ts';
import type { PartnerType } from '../icp/partner-types.ts';
import { TYPE_FIELD } from '../icp/type-change.ts';
import { propertyOf } from './property-names.ts';

/** Filter groups of one search, of at most 6 filters each and 18 in all. Source: HubSpot, search guide. */
export const MAX_GROUPS = 5;

/** HubSpot accepts searches of at most 3,000 characters; ours needs a few hundred besides the values. */
const MAX_VALUES_LENGTH = 2_400;

/** One page of companies that were found. */
export interface CompanyPage {
  /** Ascending over all pages. */
  ids: string[];
  /** How many there are on all pages, as the first page said. */
  total: number;
}

/**
 * Finds every company that has a value in any of the properties. Pages by id, since a search returns at most 10,000
 * results. HubSpot's index lags a few seconds behind writes.
 *
 * @param names at most five properties, all of which exist in the portal
 * @param without a property that they have no value in; null for none
 * @param behind only those with a greater id; null for all
 * @throws CrmError
 */
export async function* companiesWithAny(
  crm: Crm,
  names: readonly string[],
  without: string | null = null,
  behind: string | null = null,
): AsyncGenerator<CompanyPage> {
  const asked = names
    .slice(0, MAX_GROUPS)
    .map((name): Filter[] => [
      { propertyName: name, operator: 'HAS_PROPERTY' },
      ...(without === null ? [] : [{ propertyName: without, operator: 'NOT_HAS_PROPERTY' } as const]),
    ]);
  if (asked.length === 0) return;
  for await (const { found, total } of pages(crm, asked, ['hs_object_id'], behind))
    yield { ids: found.map(({ id }) => id), total };
}

/**
 * Finds the next companies of a partner type, by ascending id.
 *
 * @param behind only those with a greater id; null for all
 * @returns at most 200, how many there are from here on, and whether these are the last ones
 * @throws CrmError
 */
export async function companiesOfType(
  crm: Crm,
  type: PartnerType,
  behind: string | null,
): Promise<CompanyPage & { isLast: boolean }> {
  const filter: Filter = { propertyName: propertyOf(TYPE_FIELD), operator: 'EQ', value: type };
  for await (const { found, total } of pages(crm, [[filter]], ['hs_object_id'], behind))
    return { ids: found.map(({ id }) => id), total, isLast: found.length < SEARCH_PAGE };
  return { ids: [], total: 0, isLast: true };
}

/**
 * Finds every company whose decision names a quarter.
 *
 * @param quarter `2027-Q1`
 * @param decision only those of this kind; null for all
 * @param names of properties that are read of them, all of which exist in the portal
 * @throws CrmError
 */
export async function companiesDecidedIn(
  crm: Crm,
  quarter: string,
  decision: Decision | null,
  names: readonly string[],
): Promise<{ id: string; properties: Readonly<Record<string, string | null>> }[]> {
  const filters: Filter[] = [
    { propertyName: propertyOf('decision_quarter'), operator: 'EQ', value: quarter },
    decision === null
      ? { propertyName: propertyOf('decision'), operator: 'HAS_PROPERTY' }
      : { propertyName: propertyOf('decision'), operator: 'EQ', value: decision },
  ];
  const companies: FoundRecord[] = [];
  for await (const { found } of pages(crm, [filters], names)) companies.push(...found);
  return companies;
}

/**
 * Finds companies by their domain names.
 *
 * @param domains in lower case, as HubSpot's search compares
 * @returns per domain the ids of the companies that have it; a domain that none has is absent
 */
export async function companiesByDomain(
  crm: Crm,
  domains: readonly string[],
): Promise<Map<string, string[]>> {
  const byDomain = new Map<string, string[]>();
  for (const values of inRequests([...new Set(domains)])) {
    const filters: Filter[] = [{ propertyName: 'domain', operator: 'IN', values }];
    for await (const { found } of pages(crm, [filters], ['domain']))
      for (const { id, properties } of found) {
        const domain = (properties['domain'] ?? '').trim().toLowerCase();
        byDomain.set(domain, [...(byDomain.get(domain) ?? []), id]);
      }
  }
  return byDomain;
}

function pages(
  crm: Crm,
  groups: readonly (readonly Filter[])[],
  names: readonly string[],
  behind: string | null = null,
): ReturnType<typeof searchPages> {
  return searchPages(crm, { path: COMPANIES, what: 'list of companies', groups, names, behind });
}

/** Splits domains so that each run fits into one search. A text above 253 characters is no domain and is skipped. */
function inRequests(domains: readonly string[]): string[][] {
  const runs: string[][] = [];
  let length = Infinity;
  for (const domain of domains.filter(({ length: letters }) => letters > 0 && letters <= 253)) {
    const needs = JSON.stringify(domain).length + 1;
    if (length + needs > MAX_VALUES_LENGTH) {
      runs.push([]);
      length = 0;
    }
    runs.at(-1)?.push(domain);
    length += needs;
  }
  return runs.flatMap((run) => batches(run, 100));
}
