import * as z from 'zod';

import { batches } from './client/batches.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';

/** The most companies on one page of a list. */
const PAGE = 100;

/** The most companies whose associations one call reads. */
const BATCH = 1_000;

const Next = z.object({ next: z.object({ after: z.string() }).optional() }).optional();
const Companies = z.object({ results: z.array(z.object({ id: z.string() })), paging: Next });
const Contact = z.object({
  associationTypes: z.array(z.object({ category: z.string(), typeId: z.number() })),
});
const Associations = z.object({
  results: z.array(z.object({ from: z.object({ id: z.string() }), to: z.array(Contact), paging: Next })),
});

/**
 * Finds out which labels between companies and contacts any association carries, since HubSpot deletes a label in use and
 * the records lose it. HubSpot has no call for that, so the associations of all companies are read until every label is
 * found: some eleven calls for a thousand companies.
 *
 * @param ids of labels
 * @returns those in use
 * @throws CrmError
 */
export async function labelsInUse(crm: Crm, ids: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>();
  let collected: Asked[] = [];
  for await (const companies of pages(crm)) {
    collected.push(...companies);
    if (collected.length < BATCH) continue;
    await look(crm, collected, ids, used);
    if (used.size === ids.length) return used;
    collected = [];
  }
  await look(crm, collected, ids, used);
  return used;
}

/** A company, and the contact behind which its associations go on. */
interface Asked {
  id: string;
  after?: string;
}

async function* pages(crm: Crm): AsyncGenerator<Asked[]> {
  const path = `/crm/objects/${API_VERSION}/companies`;
  for (let after: string | undefined = ''; after !== undefined;) {
    const query = { limit: String(PAGE), properties: 'hs_object_id', ...(after !== '' && { after }) };
    const page: z.infer<typeof Companies> = await read(
      crm,
      { method: 'GET', path, query },
      Companies,
      'list of companies',
    );
    yield page.results.map(({ id }) => ({ id }));
    after = page.paging?.next?.after;
  }
}

async function look(
  crm: Crm,
  companies: readonly Asked[],
  ids: readonly string[],
  used: Set<string>,
): Promise<void> {
  const path = `/crm/associations/${API_VERSION}/companies/contacts/batch/read`;
  for (let asked = companies; asked.length > 0;) {
    const more: Asked[] = [];
    for (const inputs of batches(asked, BATCH)) {
      const request = { method: 'POST', path, body: { inputs }, repeat: 'reads' } as const;
      const { results } = await read(crm, request, Associations, 'list of associations');
      for (const { from, to, paging } of results) {
        for (const { category, typeId } of to.flatMap(({ associationTypes }) => associationTypes))
          if (category === 'USER_DEFINED' && ids.includes(String(typeId))) used.add(String(typeId));
        const after = paging?.next?.after;
        if (after !== undefined) more.push({ id: from.id, after });
      }
    }
    if (used.size === ids.length) return;
    asked = more;
  }
}
