import { readCompanies } from '../../crm/companies.ts';
import { dealProperties } from '../../crm/properties.ts';
import { type Deal, findPartnerPipeline, searchDeals, writeDeals } from '../../crm/deals.ts';
import type { PartnerDeal, PartnerDeals } from '../../contract/partner-deals.ts';
import { inBulk } from '../../crm/client/client.ts';
import { differingProperties } from '../../crm/verdict-codec.ts';
import type { Context } from '../context.ts';

/** HubSpot keeps a deal's primary company also as a property of the deal. */
const PRIMARY_COMPANY = 'hs_primary_associated_company';

/**
 * Reads the deals of the partner pipeline and puts right each one that does not show the verdict of its primary company.
 *
 * @throws CrmError
 */
export async function syncDeals(context: Pick<Context, 'crm' | 'profiles'>): Promise<PartnerDeals> {
  const { profiles } = context;
  // a whole pipeline: people who wait for their card go first
  const crm = inBulk(context.crm);
  const pipeline = await findPartnerPipeline(crm);
  if (pipeline === null) return { deals: [], repaired: 0, withoutCompany: [] };
  const names = dealProperties(profiles).map(({ name }) => name);
  const found = await searchDeals(crm, pipeline, ['dealname', 'dealstage', PRIMARY_COMPANY, ...names]);
  const companyIds = [...new Set(found.map(companyOf).filter((id) => id !== null))];
  const verdicts = await readCompanies(crm, companyIds, names);
  const deals = found.map((deal) => {
    const company = companyOf(deal);
    const verdict = company === null ? undefined : verdicts.get(company);
    return { deal, company, shown: Object.fromEntries(names.map((name) => [name, verdict?.[name] ?? ''])) };
  });
  const behind = deals
    .map(({ deal, shown }) => ({ id: deal.id, properties: differingProperties(shown, deal.properties) }))
    .filter(({ properties }) => Object.keys(properties).length > 0);
  const repaired = behind.length === 0 ? 0 : await writeDeals(crm, behind);
  return {
    deals: deals.map(({ deal, company, shown }) => partnerDeal(deal, company, shown)),
    repaired,
    withoutCompany: deals.filter(({ company }) => company === null).map(({ deal }) => nameOf(deal)),
  };
}

function partnerDeal(deal: Deal, companyId: string | null, shown: Record<string, string>): PartnerDeal {
  const value = (name: string) => (shown[name] === '' ? null : (shown[name] ?? null));
  return {
    id: deal.id,
    name: nameOf(deal),
    stage: deal.properties['dealstage'] ?? '',
    companyId,
    lane: value('ipp_lane'),
    total: value('ipp_total'),
    clearance: value('ipp_clearance'),
  };
}

function companyOf({ properties }: Deal): string | null {
  const id = properties[PRIMARY_COMPANY] ?? '';
  return id === '' ? null : id;
}

function nameOf({ properties }: Deal): string {
  return properties['dealname'] ?? '';
}
