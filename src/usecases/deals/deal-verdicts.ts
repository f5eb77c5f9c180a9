import { type Records, type Texts, readFields } from '../../crm/company-record.ts';
import { primaryCompaniesOf } from '../../crm/deal-associations.ts';
import type { Deal } from '../../crm/deals.ts';
import { isPartnerType } from '../../icp/partner-types.ts';
import { TYPE_FIELD } from '../../icp/type-change.ts';
import { DEAL_FIELDS } from '../../crm/verdict-fields.ts';

/** What a deal has to show, by field: type and verdict of its primary company. Null where that could not be found out. */
export type Shown = Readonly<Record<string, string>> | null;

/**
 * Reads what deals have to show. A deal has to show nothing only when it is certain to have no primary company: a company
 * that could not be read is not gone, and before a deal is emptied its associations are read.
 *
 * @param fallback the company of deals that name none
 * @throws CrmError when HubSpot refuses the reading as such
 */
export async function verdictsFor(
  portal: Records,
  deals: readonly Deal[],
  fallback: string | null = null,
): Promise<Map<string, Shown>> {
  const companyOf = ({ companyId }: Deal) => companyId ?? fallback;
  const named = await readFields(portal, distinct(deals.map(companyOf)), DEAL_FIELDS);
  const lone = deals.filter((deal) => {
    const id = companyOf(deal);
    return showsAnything(deal) && (id === null || (!named.texts.has(id) && !named.unread.has(id)));
  });
  const primary =
    lone.length === 0
      ? new Map<string, string | null>()
      : await primaryCompaniesOf(
          portal.crm,
          lone.map(({ id }) => id),
        );
  const associated = await readFields(portal, distinct([...primary.values()]), DEAL_FIELDS);
  const shownFor = (deal: Deal): Shown => {
    const id = companyOf(deal);
    const texts = id === null ? undefined : named.texts.get(id);
    if (texts !== undefined) return shownOf(texts);
    if (id !== null && named.unread.has(id)) return null;
    if (!lone.includes(deal)) return shownOf(NOTHING);
    const other = primary.get(deal.id);
    if (other === null) return shownOf(NOTHING);
    const found = other === undefined ? undefined : associated.texts.get(other);
    return found === undefined ? null : shownOf(found);
  };
  return new Map(deals.map((deal) => [deal.id, shownFor(deal)]));
}

const NOTHING: Texts = Object.fromEntries(DEAL_FIELDS.map((field) => [field, null]));

/**
 * What a deal shows of a company. A field whose property was deleted says nothing, so that the deal keeps it. Deals offer
 * only our types: HubSpot would refuse a deal with another, and all that are written with it.
 */
export function shownOf(texts: Texts): Record<string, string> {
  return Object.fromEntries(
    DEAL_FIELDS.flatMap((field) => {
      const text = texts[field];
      if (text === undefined) return [];
      const isOther = field === TYPE_FIELD && !isPartnerType(text);
      return [[field, isOther ? '' : (text ?? '')]];
    }),
  );
}

function showsAnything({ texts }: Deal): boolean {
  return DEAL_FIELDS.some((field) => (texts[field] ?? '') !== '');
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
