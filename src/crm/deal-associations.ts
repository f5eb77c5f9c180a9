import * as z from 'zod';

import { batches } from './client/batches.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';

/** The most records whose associations HubSpot reads in one call. */
const BATCH = 1_000;

/** More pages than any company has. */
const PAGES = 20;

/** The association with a primary company, seen from the deal and from the company. Source: HubSpot, association type ids. */
const TO_PRIMARY = 5;
const FROM_PRIMARY = 6;

const Link = z.object({
  toObjectId: z.union([z.string(), z.number()]).transform(String),
  associationTypes: z.array(z.object({ category: z.string(), typeId: z.number() })),
});
const Links = z.object({
  results: z.array(
    z.object({
      from: z.object({ id: z.string() }),
      to: z.array(Link),
      paging: z.object({ next: z.object({ after: z.string() }).nullish() }).nullish(),
    }),
  ),
  errors: z
    .array(
      z.object({
        subCategory: z.string().nullish(),
        context: z.object({ fromObjectId: z.array(z.string()).catch([]) }).nullish(),
      }),
    )
    .nullish(),
});

/**
 * All deals of a company, page by page: its record names only the first of many.
 *
 * @returns the ids of those whose primary company it is; `isWhole` is false when there may be still more
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
    after = result.paging?.next?.after;
    if (after === undefined) return { ids, isWhole: true };
  }
  return { ids, isWhole: false };
}

/**
 * The primary companies of deals, by their associations.
 *
 * @returns per deal its company; null where it surely has none. A deal of which HubSpot does not say it is absent
 * @throws CrmError
 */
export async function primaryCompaniesOf(
  crm: Crm,
  dealIds: readonly string[],
): Promise<Map<string, string | null>> {
  const companies = new Map<string, string | null>();
  for (const ids of batches(dealIds, BATCH)) {
    const inputs = ids.map((id) => ({ id }));
    const { results, errors } = await readLinks(crm, 'deals/companies', inputs);
    for (const { subCategory, context } of errors ?? [])
      if (subCategory === 'crm.associations.NO_ASSOCIATIONS_FOUND')
        for (const id of context?.fromObjectId ?? []) companies.set(id, null);
    for (const { from, to, paging } of results) {
      const [primary] = linkedBy(to, TO_PRIMARY);
      const hasMore = (paging?.next ?? null) !== null;
      if (primary !== undefined || !hasMore) companies.set(from.id, primary ?? null);
    }
  }
  return companies;
}

function linkedBy(links: readonly z.infer<typeof Link>[], typeId: number): string[] {
  return links
    .filter(({ associationTypes }) =>
      associationTypes.some((type) => type.category === 'HUBSPOT_DEFINED' && type.typeId === typeId),
    )
    .map(({ toObjectId }) => toObjectId);
}

function readLinks(crm: Crm, pair: string, inputs: readonly { id: string; after?: string }[]) {
  const path = `/crm/associations/${API_VERSION}/${pair}/batch/read`;
  return read(
    crm,
    { method: 'POST', path, body: { inputs }, repeat: 'reads' },
    Links,
    'list of associations',
  );
}
