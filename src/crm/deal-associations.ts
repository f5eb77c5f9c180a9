import { LINK_BATCH, type Link, readLinks } from './association-links.ts';
import { batches } from './client/batches.ts';
import { nextPage } from './client/paging.ts';
import type { Crm } from './client/request.ts';

/** More pages than any company has. */
const PAGES = 20;

/** The association with a primary company, seen from the deal and from the company. Source: HubSpot, association type ids. */
const TO_PRIMARY = 5;
const FROM_PRIMARY = 6;

/**
 * All deals of a company, page by page: its record names only the first of many.
 *
 * @returns the ids of those whose primary company it is; `isWhole` is false when there may be more
 * @throws CrmError
 */
export async function readDealIds(crm: Crm, companyId: string): Promise<{ ids: string[]; isWhole: boolean }> {
  const ids: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const inputs = [{ id: companyId, ...(after !== undefined && { after }) }];
    const [result] = (await readLinks(crm, 'companies/deals', inputs)).results;
    if (result === undefined) return { ids, isWhole: false };
    ids.push(...linkedBy(result.to, FROM_PRIMARY));
    after = nextPage(result.paging);
    if (after === undefined) return { ids, isWhole: true };
  }
  return { ids, isWhole: false };
}

/**
 * The deals whose primary company is one of the given ones, of each company those on the first page.
 *
 * @throws CrmError
 */
export async function dealsOfCompanies(crm: Crm, companyIds: readonly string[]): Promise<string[]> {
  const deals: string[] = [];
  for (const ids of batches(companyIds, LINK_BATCH)) {
    const inputs = ids.map((id) => ({ id }));
    const { results } = await readLinks(crm, 'companies/deals', inputs);
    for (const { to } of results) deals.push(...linkedBy(to, FROM_PRIMARY));
  }
  return deals;
}

/**
 * The primary companies of deals, by their associations.
 *
 * @returns per deal its company; null where it has none. A deal that HubSpot said nothing about is absent
 * @throws CrmError
 */
export async function primaryCompaniesOf(
  crm: Crm,
  dealIds: readonly string[],
): Promise<Map<string, string | null>> {
  const companies = new Map<string, string | null>();
  for (const ids of batches(dealIds, LINK_BATCH)) {
    const inputs = ids.map((id) => ({ id }));
    const { results, errors } = await readLinks(crm, 'deals/companies', inputs);
    for (const { subCategory, context } of errors ?? [])
      if (subCategory === 'crm.associations.NO_ASSOCIATIONS_FOUND')
        for (const id of context?.fromObjectId ?? []) companies.set(id, null);
    for (const { from, to, paging } of results) {
      const [primary] = linkedBy(to, TO_PRIMARY);
      const isWhole = nextPage(paging) === undefined;
      if (primary !== undefined || isWhole) companies.set(from.id, primary ?? null);
    }
  }
  return companies;
}

function linkedBy(links: readonly Link[], typeId: number): string[] {
  return links
    .filter(({ associationTypes }) =>
      associationTypes.some((type) => type.category === 'HUBSPOT_DEFINED' && type.typeId === typeId),
    )
    .map(({ toObjectId }) => toObjectId);
}
