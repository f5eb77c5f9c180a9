import type { Gathered, NamedRecord, SharedCustomers } from '../../contract/facts.ts';
import { readLinks } from '../../crm/association-links.ts';
import { nextPage } from '../../crm/client/paging.ts';
import { COMPANIES } from '../../crm/companies.ts';
import { findList, listMembers } from '../../crm/lists.ts';
import { type CompanyInBatch, readCompanies } from '../../crm/many-companies.ts';
import { canName, recordsNaming } from '../../crm/named-records.ts';
import { sharedCustomersEvidence, sharedCustomersText } from '../../icp/crm-facts-in-words.ts';
import { type FactSources, PARTNER_PLACE } from '../../icp/settings.ts';
import { SHARED_NOT_SET, listAbsent, propertyAbsent, propertyUnfit } from '../../messages/facts.ts';
import { type Context, today } from '../context.ts';
import { companyNameOf } from '../names.ts';
import { type Partner, gathered, nameFault } from './gathered.ts';

type Source = NonNullable<FactSources['sharedCustomers']>;

/** What a source found, before it is put into words. */
interface Counted {
  companies: NamedRecord[];
  isAtLeast: boolean;
  /** `property Tools in use` */
  source: string;
}

/**
 * Counts the customers that use a partner's product.
 *
 * @param isWhole whether all are counted, or as many as two calls give
 */
export function countSharedCustomers(
  context: Context,
  partner: Partner,
  source: FactSources['sharedCustomers'],
  isWhole: boolean,
): Promise<Gathered<SharedCustomers>> {
  return gathered(async () => {
    if (source === null) return { state: 'not-set', message: SHARED_NOT_SET };
    const fault = source.by === 'label' ? null : nameFault(partner);
    if (fault !== null) return fault;
    const counted = await COUNTS[source.by](context, partner, source as never, isWhole);
    if ('state' in counted) return counted;
    const { companies, isAtLeast } = counted;
    const tally = { count: companies.length, isAtLeast };
    const by = { source: counted.source, on: today(context) };
    return {
      state: 'counted',
      fact: {
        ...tally,
        companies,
        text: sharedCustomersText(tally, by),
        evidence: sharedCustomersEvidence(tally, by),
      },
    };
  });
}

type Count<By extends Source['by']> = (
  context: Context,
  partner: Partner,
  source: Extract<Source, { by: By }>,
  isWhole: boolean,
) => Promise<Counted | Exclude<Gathered<never>, { state: 'counted' }>>;

const COUNTS: { [By in Source['by']]: Count<By> } = {
  property: async ({ crm, installation }, { id, name }, { property: wanted, lifecycleStages }, isWhole) => {
    const property = await installation.property(crm, 'companies', wanted);
    if (property === null) return { state: 'wrong-source', message: propertyAbsent(wanted, 'companies') };
    if (!canName(property))
      return { state: 'wrong-source', message: propertyUnfit(property.label, 'companies') };
    const ofStages =
      lifecycleStages.length === 0
        ? []
        : [{ propertyName: 'lifecyclestage', operator: 'IN', values: lifecycleStages } as const];
    const { found, isAtLeast } = await recordsNaming(crm, {
      ...{ path: COMPANIES, what: 'list of companies', property, partner: name, isWhole },
      ...{ filters: ofStages, names: ['name', 'domain'] },
    });
    const companies = found.filter((company) => company.id !== id).map(namedCompany);
    return { companies, isAtLeast, source: `property ${property.label}` };
  },
  label: async ({ crm }, { id }, { label, lifecycleStages }, isWhole) => {
    const linked: string[] = [];
    let after: string | undefined;
    do {
      const { results } = await readLinks(crm, 'companies/companies', [
        { id, ...(after !== undefined && { after }) },
      ]);
      const [page] = results;
      for (const { toObjectId, associationTypes } of page?.to ?? [])
        if (associationTypes.some((type) => type.label?.toLowerCase() === label.toLowerCase()))
          linked.push(toObjectId);
      after = nextPage(page?.paging);
    } while (isWhole && after !== undefined);
    const ids = isWhole ? linked : linked.slice(0, FIRST_LINKED);
    const { found, unread } = await readCompanies(crm, ids, ['name', 'domain', 'lifecyclestage']);
    const companies = [...found.values()].filter(
      ({ properties }) =>
        lifecycleStages.length === 0 || lifecycleStages.includes(properties['lifecyclestage'] ?? ''),
    );
    return {
      companies: companies.map(namedCompany),
      isAtLeast: after !== undefined || ids.length < linked.length || unread.size > 0,
      source: `association label ${label}`,
    };
  },
  lists: async ({ crm }, { id, name }, { name: pattern }, isWhole) => {
    const listName = pattern.replaceAll(PARTNER_PLACE, name);
    const list = await findList(crm, listName);
    if (list === null) return { state: 'wrong-source', message: listAbsent(listName) };
    const { ids, isAtLeast } = await listMembers(crm, list.listId, isWhole);
    const others = ids.filter((member) => member !== id);
    const named = isWhole ? (await readCompanies(crm, others, ['name', 'domain'])).found : NONE_READ;
    return {
      companies: others.map((member) => namedCompany(named.get(member) ?? { id: member, properties: {} })),
      isAtLeast,
      source: `list ${list.name}`,
    };
  },
};

const NONE_READ: ReadonlyMap<string, CompanyInBatch> = new Map();

/** As many companies as one call reads. */
const FIRST_LINKED = 100;

function namedCompany({
  id,
  properties,
  url,
}: {
  id: string;
  properties: Readonly<Record<string, string | null>>;
  url?: string | null | undefined;
}): NamedRecord {
  const name = companyNameOf({
    id,
    name: properties['name'] ?? '',
    domain: properties['domain'] ?? '',
  });
  return { id, name, url: url ?? null };
}
