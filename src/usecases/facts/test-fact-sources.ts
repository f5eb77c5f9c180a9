import type {
  CompaniesAsking,
  FactExample,
  FactSourceTest,
  Gathered,
  SharedCustomers,
} from '../../contract/facts.ts';
import type { Crm } from '../../crm/client/request.ts';
import { labelKey } from '../../crm/labels.ts';
import { companyListNames } from '../../crm/lists.ts';
import { canName } from '../../crm/named-records.ts';
import type { ObjectType } from '../../crm/property-definitions.ts';
import {
  DEFAULT_SETTINGS,
  type FactSources,
  PARTNER_PLACE,
  listNameFor,
  settingsFaults,
} from '../../icp/settings.ts';
import { NOTHING_TO_TRY, NO_PARTNER_TO_TRY } from '../../messages/fact-sources.ts';
import type { Context } from '../context.ts';
import { companyNameOf } from '../names.ts';
import { Refused } from '../refused.ts';
import { countCompaniesAsking } from './count-companies-asking.ts';
import { countSharedCustomers } from './count-shared-customers.ts';
import { gathered } from './gathered.ts';
import { readNames } from './names-of-companies.ts';
import { partnersLabelled, partnersNamed } from './partners-named.ts';
import { type ScoredPartner, scoredPartners } from './scored-partners.ts';

const EXAMPLES = 3;

/** Of the records behind a figure so many are named. */
const NAMED = 3;

/**
 * What sources give for three scored partners, before they are published: those for which both find something first, then
 * those with one. At most 19 calls: six to choose the partners, at most four for each of them, and one for names.
 *
 * @throws Refused `invalid-input` naming the field at fault
 * @throws CrmError
 */
export async function testFactSources(
  context: Context,
  { factSources }: { factSources: FactSources },
): Promise<FactSourceTest> {
  requireNoFaults(factSources);
  const { sharedCustomers, companiesAsking } = factSources;
  if (sharedCustomers === null && companiesAsking === null) return { examples: [], message: NOTHING_TO_TRY };
  await context.installation.read(context);
  const partners = await scoredPartners(context);
  if (partners.length === 0) return { examples: [], message: NO_PARTNER_TO_TRY };
  const examples = await Promise.all(
    (await likeliest(context, partners, factSources)).map(async (partner): Promise<FactExample> => {
      const [shared, asking] = await Promise.all([
        countSharedCustomers(context, partner, sharedCustomers, false),
        countCompaniesAsking(context, partner, companiesAsking, false),
      ]);
      return {
        ...{ companyId: partner.id, companyName: companyNameOf(partner) },
        ...{ sharedCustomers: firstOf(shared, 'companies'), companiesAsking: firstOf(asking, 'deals') },
      };
    }),
  );
  return { examples: await withNames(context.crm, examples), message: null };
}

/** @throws Refused */
function requireNoFaults(factSources: FactSources): void {
  const [fault] = settingsFaults({ ...DEFAULT_SETTINGS, factSources });
  if (fault === undefined) return;
  const { path, message } = fault;
  throw new Refused('invalid-input', `${path}: ${message}. Nothing was tested.`, { field: path });
}

/** Three partners, those first for which most of the sources find something. */
async function likeliest(
  context: Context,
  partners: readonly ScoredPartner[],
  { sharedCustomers, companiesAsking }: FactSources,
): Promise<ScoredPartner[]> {
  const [shared, asking] = await Promise.all([
    orNone(findShared(context, partners, sharedCustomers)),
    orNone(findNamed(context, 'deals', partners, companiesAsking?.property ?? null)),
  ]);
  const found = ({ id }: ScoredPartner) => Number(shared.has(id)) + Number(asking.has(id));
  return [...partners].sort((one, other) => found(other) - found(one)).slice(0, EXAMPLES);
}

type Ids = ReadonlySet<string>;
const NONE: Ids = new Set();

/** A source that cannot be read says so in each example. */
async function orNone(finding: Promise<Ids>): Promise<Ids> {
  const found = await gathered(async () => ({ state: 'counted', fact: await finding }));
  return found.state === 'counted' ? found.fact : NONE;
}

async function findShared(
  context: Context,
  partners: readonly ScoredPartner[],
  source: FactSources['sharedCustomers'],
): Promise<Ids> {
  const { crm } = context;
  switch (source?.by) {
    case undefined:
      return NONE;
    case 'property':
      return findNamed(context, 'companies', partners, source.property);
    case 'label': {
      const byLabel = await partnersLabelled(crm, partners);
      // a label may be worded otherwise on the partner's side
      return idsOf(byLabel.get(labelKey(source.label)) ?? [...byLabel.values()].flat());
    }
    case 'lists': {
      const [fixed = ''] = source.name.split(PARTNER_PLACE).sort((one, other) => other.length - one.length);
      const names = new Set(await companyListNames(crm, fixed.trim()));
      return idsOf(partners.filter(({ name }) => names.has(listNameFor(source.name, name))));
    }
  }
}

async function findNamed(
  { crm, installation }: Context,
  objectType: ObjectType,
  partners: readonly ScoredPartner[],
  name: string | null,
): Promise<Ids> {
  // somebody may have made it a minute ago, since a test said that it was not there
  const property = name === null ? null : await installation.property(crm, objectType, name, true);
  if (property === null || !canName(property)) return NONE;
  return idsOf((await partnersNamed(crm, objectType, [property], partners)).get(property.name));
}

function idsOf(partners: readonly ScoredPartner[] = []): Ids {
  return new Set(partners.map(({ id }) => id));
}

/** The fact with the first of the records behind it: a test shows no more. */
function firstOf<Key extends string, Fact extends Readonly<Record<Key, readonly unknown[]>>>(
  fact: Gathered<Fact>,
  key: Key,
): Gathered<Fact> {
  if (fact.state !== 'counted') return fact;
  return { ...fact, fact: { ...fact.fact, [key]: fact.fact[key].slice(0, NAMED) } };
}

/** The examples with the names of companies that were only counted. */
async function withNames(crm: Crm, examples: readonly FactExample[]): Promise<FactExample[]> {
  const ids = examples.flatMap(({ sharedCustomers, companiesAsking }) => [
    ...(sharedCustomers.state === 'counted' ? sharedCustomers.fact.companies.map(({ id }) => id) : []),
    ...(companiesAsking.state === 'counted'
      ? companiesAsking.fact.deals.flatMap(({ company }) => company?.id ?? [])
      : []),
  ]);
  const names = await readNames(crm, ids);
  const named = <One extends { id: string; name: string }>(record: One): One => ({
    ...record,
    name: names.get(record.id)?.name ?? record.name,
  });
  const shared = (fact: SharedCustomers): SharedCustomers => ({
    ...fact,
    companies: fact.companies.map(named),
  });
  const asking = (fact: CompaniesAsking): CompaniesAsking => ({
    ...fact,
    deals: fact.deals.map((deal) => ({ ...deal, company: deal.company && named(deal.company) })),
  });
  return examples.map(({ sharedCustomers, companiesAsking, ...example }) => ({
    ...example,
    sharedCustomers: mapped(sharedCustomers, shared),
    companiesAsking: mapped(companiesAsking, asking),
  }));
}

function mapped<Fact>(fact: Gathered<Fact>, change: (fact: Fact) => Fact): Gathered<Fact> {
  return fact.state === 'counted' ? { ...fact, fact: change(fact.fact) } : fact;
}
