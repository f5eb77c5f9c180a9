import type { Gathered, NamedRecord, SharedCustomers } from '../../contract/facts.ts';
import { COMPANIES } from '../../crm/companies.ts';
import { linkedUnder } from '../../crm/labelled-companies.ts';
import { labelKey, listLabels } from '../../crm/labels.ts';
import { findList, listMembers } from '../../crm/lists.ts';
import { readCompanies } from '../../crm/many-companies.ts';
import { recordsNaming } from '../../crm/named-records.ts';
import { sharedCustomersEvidence, sharedCustomersText } from '../../icp/crm-facts-in-words.ts';
import { type FactSources, listNameFor } from '../../icp/settings.ts';
import { shortened } from '../../icp/visible-text.ts';
import {
  SHARED_NOT_SET,
  companiesUnread,
  countEndedEarly,
  firstListed,
  labelAbsent,
  listAbsent,
} from '../../messages/facts.ts';
import { type Context, today } from '../context.ts';
import {
  MOST_LISTED,
  type NotGathered,
  type Partner,
  countBySource,
  gathered,
  nameFault,
} from './gathered.ts';
import { namedCompany, readNames } from './names-of-companies.ts';

type Source = NonNullable<FactSources['sharedCustomers']>;

/** What a source found, before it is put into words. */
interface Counted {
  companies: NamedRecord[];
  isAtLeast: boolean;
  /** `property Tools in use` */
  source: string;
  notes?: readonly string[];
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
    const { isAtLeast, notes = [] } = counted;
    // after a merge two ids answer one company, the partner's own among them
    const distinct = new Map(counted.companies.map((company) => [company.id, company]));
    distinct.delete(partner.id);
    const tally = { count: distinct.size, isAtLeast };
    const by = { source: counted.source, on: today(context) };
    return {
      state: 'counted',
      fact: {
        ...tally,
        companies: [...distinct.values()].slice(0, MOST_LISTED),
        text: sharedCustomersText(tally, by),
        evidence: sharedCustomersEvidence(tally, by),
        notes: distinct.size > MOST_LISTED ? [...notes, firstListed(MOST_LISTED)] : notes,
      },
    };
  });
}

type Count<By extends Source['by']> = (
  context: Context,
  partner: Partner,
  source: Extract<Source, { by: By }>,
  isWhole: boolean,
) => Promise<Counted | NotGathered>;

const COUNTS: { [By in Source['by']]: Count<By> } = {
  property: (context, partner, source, isWhole) =>
    countBySource(
      context,
      { of: 'companies', name: source.property, partner, isFresh: isWhole },
      async (property) => {
        const { lifecycleStages: values } = source;
        const { found, isAtLeast, brokenOff } = await recordsNaming(context.crm, {
          ...{ path: COMPANIES, what: 'list of companies', property, partner: partner.name, isWhole },
          filters: values.length === 0 ? [] : [{ propertyName: 'lifecyclestage', operator: 'IN', values }],
          names: ['name', 'domain'],
        });
        const notes = whyInPart(brokenOff);
        return { companies: found.map(namedCompany), isAtLeast, notes, source: `property ${property.label}` };
      },
    ),

  label: async ({ crm }, { id }, { label, lifecycleStages }, isWhole) => {
    const { ids: linked, isAtLeast, brokenOff } = await linkedUnder(crm, id, label, isWhole);
    const source = `association label ${label}`;
    if (linked.length === 0 && !isAtLeast) {
      const labels = await listLabels(crm, 'companies/companies');
      if (!labels.some((one) => labelKey(one.label) === labelKey(label)))
        return { state: 'wrong-source', message: labelAbsent(label) };
    }
    const isAnyStage = lifecycleStages.length === 0;
    if (isAnyStage && !isWhole) return { companies: linked.map(unnamed), isAtLeast, source };
    const ids = isWhole ? linked : linked.slice(0, FIRST_LINKED);
    const { found, unread } = await readCompanies(crm, ids, ['name', 'domain', 'lifecyclestage']);
    const companies = [...found.values()].filter(
      ({ properties }) => isAnyStage || lifecycleStages.includes(properties['lifecyclestage'] ?? ''),
    );
    return {
      companies: companies.map(namedCompany),
      isAtLeast: isAtLeast || ids.length < linked.length || unread.size > 0,
      notes: [...whyInPart(brokenOff), ...(unread.size > 0 ? [companiesUnread(unread.size)] : [])],
      source,
    };
  },

  lists: async ({ crm }, { name }, { name: pattern }, isWhole) => {
    const listName = listNameFor(pattern, name);
    const list = listName.length > LONGEST_LIST_NAME ? null : await findList(crm, listName);
    if (list === null)
      return { state: 'wrong-source', message: listAbsent(shortened(listName, LONGEST_LIST_NAME)) };
    const { ids, isAtLeast, brokenOff } = await listMembers(crm, list.listId, isWhole);
    const names = isWhole ? await readNames(crm, ids) : new Map<string, NamedRecord>();
    return {
      companies: ids.map((id) => names.get(id) ?? unnamed(id)),
      isAtLeast,
      notes: whyInPart(brokenOff),
      source: `list ${list.name}`,
    };
  },
};

/** As many companies as one call reads. */
const FIRST_LINKED = 100;

/** HubSpot gives lists names of at most 200 characters. */
const LONGEST_LIST_NAME = 200;

function unnamed(id: string): NamedRecord {
  return namedCompany({ id, properties: {} });
}

function whyInPart(brokenOff: Error | null): string[] {
  return brokenOff === null ? [] : [countEndedEarly(brokenOff.message)];
}
