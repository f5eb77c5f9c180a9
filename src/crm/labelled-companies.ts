import { CUSTOM_LABEL, LINK_BATCH, type Link, readLinks, readLinksOf } from './association-links.ts';
import { batches } from './client/batches.ts';
import type { CrmError } from './client/errors.ts';
import { nextPage } from './client/paging.ts';
import type { Crm } from './client/request.ts';
import { labelKey } from './labels.ts';

const PAIR = 'companies/companies';

/** Companies that carry a label. Where it is "at least", there may be more. */
interface LabelledCompanies {
  ids: string[];
  isAtLeast: boolean;
  /** Why HubSpot gave no further page; null where none failed. */
  brokenOff: CrmError | null;
}

/**
 * The companies that are associated with a company under a label, upper and lower case alike. A paired label has another
 * wording on the other side, which HubSpot shows from there alone: so where an association has a label that is another one,
 * the other side is read as well, in one call more for a thousand of them.
 *
 * @param isWhole whether all associations are read, or the first 500
 * @throws CrmError
 */
export async function linkedUnder(
  crm: Crm,
  companyId: string,
  label: string,
  isWhole: boolean,
): Promise<LabelledCompanies> {
  const { links, isAtLeast, brokenOff } = await readLinksOf(crm, PAIR, companyId, isWhole);
  const ids = links.filter((link) => hasLabel(link, label)).map(({ toObjectId }) => toObjectId);
  const others = links
    .filter((link) => !hasLabel(link, label) && link.associationTypes.some(isCustom))
    .map(({ toObjectId }) => toObjectId);
  let isUnsure = false;
  for (const some of batches(others, LINK_BATCH)) {
    const { results } = await readLinks(
      crm,
      PAIR,
      some.map((id) => ({ id })),
    );
    const sides = new Map(results.map(({ from, to, paging }) => [from.id, { to, paging }]));
    for (const id of some) {
      const side = sides.get(id);
      const back = side?.to.find(({ toObjectId }) => toObjectId === companyId);
      if (back === undefined && (side === undefined || nextPage(side.paging) !== undefined)) isUnsure = true;
      if (back !== undefined && hasLabel(back, label)) ids.push(id);
    }
  }
  return { ids, isAtLeast: isAtLeast || isUnsure, brokenOff };
}

function hasLabel({ associationTypes }: Link, label: string): boolean {
  const wanted = labelKey(label);
  return associationTypes.some((type) => labelKey(type.label ?? '') === wanted);
}

function isCustom({ category, label }: Link['associationTypes'][number]): boolean {
  return category === CUSTOM_LABEL && label !== null && label !== undefined;
}
