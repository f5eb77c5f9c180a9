import type { CompaniesAsking, Gathered, NamedDeal, NamedRecord } from '../../contract/facts.ts';
import { API_VERSION } from '../../crm/client/request.ts';
import { type NamedRecords, recordsNaming } from '../../crm/named-records.ts';
import type { ExistingProperty } from '../../crm/property-definitions.ts';
import type { FoundRecord } from '../../crm/search.ts';
import {
  companiesAskingEvidence,
  companiesAskingNotes,
  companiesAskingText,
} from '../../icp/crm-facts-in-words.ts';
import { dayOfTime } from '../../icp/day-in.ts';
import { type AskingDeal, demandOf, stateOf } from '../../icp/demand.ts';
import type { FactSources } from '../../icp/settings.ts';
import { ASKING_NOT_SET, countEndedEarly, firstListed } from '../../messages/facts.ts';
import { type Context, today } from '../context.ts';
import { dealNameOf } from '../names.ts';
import { MOST_LISTED, type Partner, countBySource, gathered, nameFault } from './gathered.ts';
import { type NamesOfCompanies, readNames } from './names-of-companies.ts';

const DEALS = `/crm/objects/${API_VERSION}/deals`;

const NAMES = [
  ...['dealname', 'amount', 'amount_in_home_currency', 'deal_currency_code'],
  ...['hs_is_closed', 'hs_is_closed_won', 'createdate', 'closedate', 'notes_last_updated'],
  'hs_primary_associated_company',
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
    const { crm } = context;
    const asked = { of: 'deals', name: source.property, partner, isFresh: isWhole } as const;
    return countBySource(context, asked, async (property) => {
      const search = { path: DEALS, what: 'list of deals', property, partner: partner.name, isWhole };
      const records = await recordsNaming(crm, { ...search, filters: [], names: NAMES });
      const companyIds = records.found.flatMap(({ properties }) => properties[PRIMARY] ?? []);
      const names = isWhole
        ? await readNames(crm, [partner.id, ...companyIds])
        : new Map<string, NamedRecord>();
      return { state: 'counted', fact: askingOf(context, partner, property, records, names) };
    });
  });
}

const PRIMARY = 'hs_primary_associated_company';

function askingOf(
  context: Context,
  partner: Partner,
  property: ExistingProperty,
  { found, isAtLeast, brokenOff }: NamedRecords,
  names: NamesOfCompanies,
): CompaniesAsking {
  const now = context.now();
  const { currency: home, zone } = context.installation.current();
  const currency = home ?? onlyCurrency(found);
  const deals = found.map((record) => ({ record, deal: askingDeal(record, currency, names) }));
  const partnerId = names.get(partner.id)?.id ?? partner.id;
  const demand = demandOf(
    deals.map(({ deal }) => deal),
    partnerId,
    now,
    isAtLeast,
  );
  const named = deals.flatMap(({ record, deal: { companyId, amount, ...deal } }): NamedDeal[] => {
    const state = stateOf({ companyId, amount, ...deal }, now);
    if (state === null || companyId === partnerId) return [];
    const name = dealNameOf({ id: record.id, name: record.properties['dealname'] ?? '' });
    const company = companyId === null ? null : (names.get(companyId) ?? unnamed(companyId));
    return [{ id: record.id, url: record.url ?? null, name, state, amount, company }];
  });
  const sorted = [...named].sort(
    (one, other) => Number(one.company === null) - Number(other.company === null),
  );
  const by = { source: `deal property ${property.label}`, on: today(context) };
  return {
    ...demand,
    currency,
    newestOn: demand.newestAt === null ? null : dayOfTime(zone, demand.newestAt),
    deals: sorted.slice(0, MOST_LISTED),
    text: companiesAskingText(demand, currency),
    evidence: companiesAskingEvidence(demand, currency, by),
    notes: [
      ...companiesAskingNotes(demand),
      ...(brokenOff === null ? [] : [countEndedEarly(brokenOff.message)]),
      ...(sorted.length > MOST_LISTED ? [firstListed(MOST_LISTED)] : []),
    ],
  };
}

function unnamed(id: string): NamedRecord {
  return { id, name: `record ${id}`, url: null };
}

/** The currency of all deals where nothing says which the portal has. */
function onlyCurrency(found: readonly FoundRecord[]): string | null {
  const codes = new Set(found.map(({ properties }) => properties['deal_currency_code'] ?? ''));
  codes.delete('');
  const [only = null, ...others] = codes;
  return others.length === 0 ? only : null;
}

function askingDeal(
  { id, properties }: FoundRecord,
  currency: string | null,
  names: NamesOfCompanies,
): AskingDeal {
  const text = (name: string) => properties[name] ?? '';
  const orNull = (name: string) => (text(name) === '' ? null : text(name));
  const companyId = orNull(PRIMARY);
  const code = text('deal_currency_code');
  const [inHome, asEntered] = [amountOf(text('amount_in_home_currency')), amountOf(text('amount'))];
  const isOfHome = code === '' || code === currency;
  return {
    id,
    // companies that were merged are one
    companyId: companyId === null ? null : (names.get(companyId)?.id ?? companyId),
    isClosed: text('hs_is_closed') === 'true',
    isWon: text('hs_is_closed_won') === 'true',
    createdAt: orNull('createdate'),
    closedAt: orNull('closedate'),
    lastActivityAt: orNull('notes_last_updated'),
    amount: inHome ?? (isOfHome ? asEntered : null),
    isOtherCurrency: inHome === null && asEntered !== null && !isOfHome,
  };
}

function amountOf(text: string): number | null {
  return text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}
