import { readCompanies } from '../../crm/companies.ts';
import { dealProperties } from '../../crm/properties.ts';
import { type Deal, findPartnerPipeline, searchDeals, writeDeals } from '../../crm/deals.ts';
import { differingProperties } from '../../crm/verdict-codec.ts';
import { amount } from '../amount.ts';
import type { Context } from '../context.ts';
import { type Finding, fault, note } from './finding.ts';

/** HubSpot keeps a deal's primary company also as a property of the deal. */
const PRIMARY_COMPANY = 'hs_primary_associated_company';

/**
 * Compares the deals of the partner pipeline with what is stored on their primary companies.
 *
 * @throws CrmError
 */
export async function checkDeals(
  { crm, profiles }: Pick<Context, 'crm' | 'profiles'>,
  repair: boolean,
): Promise<{ findings: Finding[]; deals: number }> {
  const pipeline = await findPartnerPipeline(crm);
  if (pipeline === null) {
    const message = 'There is no partner pipeline, so no deal shows a lane. To make one, run: icp install';
    return { findings: [note('pipeline-missing', message)], deals: 0 };
  }
  const names = dealProperties(profiles).map(({ name }) => name);
  const deals = await searchDeals(crm, pipeline, ['dealname', PRIMARY_COMPANY, ...names]);
  const companyIds = [...new Set(deals.map(companyOf).filter((id) => id !== ''))];
  const companies = await readCompanies(crm, companyIds, names);
  const behind = deals
    .map((deal) => {
      const verdict = companies.get(companyOf(deal));
      const wanted = Object.fromEntries(names.map((name) => [name, verdict?.[name] ?? '']));
      return { deal, id: deal.id, properties: differingProperties(wanted, deal.properties) };
    })
    .filter(({ properties }) => Object.keys(properties).length > 0);
  const updates = behind.map(({ id, properties }) => ({ id, properties }));
  const repaired = repair && updates.length > 0 ? await writeDeals(crm, updates) : 0;
  const lonely = deals.filter((deal) => companyOf(deal) === '');
  return { findings: [...differing(behind, repaired), ...withoutCompany(lonely)], deals: deals.length };
}

function differing(behind: readonly { deal: Deal }[], repaired: number): Finding[] {
  if (behind.length === 0) return [];
  const what = `${amount(behind.length, 'deal shows', 'deals show')} another verdict than the primary company has.`;
  const message =
    repaired === behind.length ? `${what} Put right.` : `${what} Run: icp doctor --repair, or: icp deals`;
  const found = fault(
    'deal-differs',
    message,
    behind.map(({ deal }) => nameOf(deal)),
  );
  return [{ ...found, repaired }];
}

function withoutCompany(lonely: readonly Deal[]): Finding[] {
  if (lonely.length === 0) return [];
  const message = `${amount(lonely.length, 'partner deal has', 'partner deals have')} no primary company. Set one on each to see its lane.`;
  return [fault('deal-without-company', message, lonely.map(nameOf))];
}

function companyOf({ properties }: Deal): string {
  return properties[PRIMARY_COMPANY] ?? '';
}

function nameOf({ id, properties }: Deal): string {
  return `${properties['dealname'] ?? 'without a name'} (${id})`;
}
