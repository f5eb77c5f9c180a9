import type { CompaniesAsking, Gathered, NamedDeal } from '../../contract/facts.ts';
import { API_VERSION } from '../../crm/client/request.ts';
import { readCompanies } from '../../crm/many-companies.ts';
import { canName, recordsNaming } from '../../crm/named-records.ts';
import type { FoundRecord } from '../../crm/search.ts';
import { companiesAskingEvidence, companiesAskingText } from '../../icp/crm-facts-in-words.ts';
import { type AskingDeal, demandOf, stateOf } from '../../icp/demand.ts';
import type { FactSources } from '../../icp/settings.ts';
import { ASKING_NOT_SET, propertyAbsent, propertyUnfit } from '../../messages/facts.ts';
import { type Context, today } from '../context.ts';
import { companyNameOf, dealNameOf } from '../names.ts';
import { type Partner, gathered, nameFault } from './gathered.ts';

const DEALS = `/crm/objects/${API_VERSION}/deals`;

const NAMES = [
  ...['dealname', 'amount', 'amount_in_home_currency', 'hs_is_closed', 'hs_is_closed_won'],
  ...['createdate', 'closedate', 'notes_last_updated', 'hs_primary_associated_company'],
];

/**
 * Counts the companies whose open, stalled and lost deals name the partner.
 *
 * @param isWhole whether all deals are read, with the names of their companies, or the first 200 without
 */
export function countCompaniesAsking(
  context: Context,
  partner: Partner,
  source: FactSources['companiesAsking'],
  isWhole: boolean,
): Promise<Gathered<CompaniesAsking>> {
  return gathered(async () => {
    if (source === null) return { state: 'not-set', message: ASKING_NOT_SET };
    const fault = nameFault(partner);
    if (fault !== null) return fault;
    const { crm, installation } = context;
    const property = await installation.property(crm, 'deals', source.property);
    if (property === null)
      return { state: 'wrong-source', message: propertyAbsent(source.property, 'deals') };
    if (!canName(property)) return { state: 'wrong-source', message: propertyUnfit(property.label, 'deals') };
    const { found, isAtLeast } = await recordsNaming(crm, {
      ...{ path: DEALS, what: 'list of deals', property, partner: partner.name, isWhole },
      ...{ filters: [], names: NAMES },
    });
    const now = context.now();
    const deals = found.map((record) => ({ record, deal: askingDeal(record) }));
    const demand = demandOf(
      deals.map(({ deal }) => deal),
      partner.id,
      now,
      isAtLeast,
    );
    const companyIds = deals.flatMap(({ deal: { companyId } }) => companyId ?? []);
    const companies = isWhole
      ? (await readCompanies(crm, [...new Set(companyIds)], ['name', 'domain'])).found
      : new Map<string, FoundRecord>();
    const named = deals.flatMap(({ record, deal }): NamedDeal[] => {
      const state = stateOf(deal, now);
      if (state === null || deal.companyId === partner.id) return [];
      const { companyId, amount } = deal;
      const { properties = {} } = companies.get(companyId ?? '') ?? {};
      const company = companyId && {
        ...{ id: companyId, url: null },
        name: companyNameOf({
          id: companyId,
          name: properties['name'] ?? '',
          domain: properties['domain'] ?? '',
        }),
      };
      const name = dealNameOf({ id: record.id, name: record.properties['dealname'] ?? '' });
      return [{ id: record.id, url: record.url ?? null, name, state, amount, company: company || null }];
    });
    const { currency } = installation.current();
    const by = { source: `deal property ${property.label}`, on: today(context) };
    return {
      state: 'counted',
      fact: {
        ...demand,
        currency,
        deals: named,
        text: companiesAskingText(demand, currency),
        evidence: companiesAskingEvidence(demand, currency, by),
      },
    };
  });
}

function askingDeal({ id, properties }: FoundRecord): AskingDeal {
  const text = (name: string) => properties[name] ?? '';
  const orNull = (name: string) => (text(name) === '' ? null : text(name));
  const amount = orNull('amount_in_home_currency') ?? orNull('amount');
  return {
    id,
    companyId: orNull('hs_primary_associated_company'),
    isClosed: text('hs_is_closed') === 'true',
    isWon: text('hs_is_closed_won') === 'true',
    createdAt: orNull('createdate'),
    closedAt: orNull('closedate'),
    lastActivityAt: orNull('notes_last_updated'),
    amount: amount === null || !Number.isFinite(Number(amount)) ? null : Number(amount),
  };
}
