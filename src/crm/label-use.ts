import { type Asked, CUSTOM_LABEL, LINK_BATCH, readLinks } from './association-links.ts';
import { batches } from './client/batches.ts';
import { listedRecords, nextPage } from './client/paging.ts';
import type { Crm } from './client/request.ts';
import { COMPANIES } from './companies.ts';

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
  for await (const companies of listedRecords(crm, COMPANIES, ['hs_object_id'], 'list of companies')) {
    collected.push(...companies.map(({ id }) => ({ id })));
    if (collected.length < LINK_BATCH) continue;
    await noteUsed(crm, collected, ids, used);
    if (used.size === ids.length) return used;
    collected = [];
  }
  await noteUsed(crm, collected, ids, used);
  return used;
}

/** Adds to `used` the labels that the companies' associations with contacts carry. */
async function noteUsed(
  crm: Crm,
  companies: readonly Asked[],
  ids: readonly string[],
  used: Set<string>,
): Promise<void> {
  for (let asked = companies; asked.length > 0;) {
    const more: Asked[] = [];
    for (const inputs of batches(asked, LINK_BATCH)) {
      const { results } = await readLinks(crm, 'companies/contacts', inputs);
      for (const { from, to, paging } of results) {
        for (const { category, typeId } of to.flatMap(({ associationTypes }) => associationTypes))
          if (category === CUSTOM_LABEL && ids.includes(String(typeId))) used.add(String(typeId));
        const after = nextPage(paging);
        if (after !== undefined) more.push({ id: from.id, after });
      }
    }
    if (used.size === ids.length) return;
    asked = more;
  }
}
