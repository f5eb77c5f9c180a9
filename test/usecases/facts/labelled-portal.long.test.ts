import type {
  CompaniesAsking,
  Gathered,
  GatheredFacts,
  SharedCustomers,
} from '../../../src/contract/facts.ts';
import type { FactSources } from '../../../src/icp/settings.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { ask, counted, publishSources } from './labelled-portal/ask-portal.ts';
import {
  ASKED_CHOSEN,
  ASKED_FOR,
  LIST_NAME,
  type Loaded,
  TOOLS,
  TOOLS_CHOSEN,
  loadPlanned,
} from './labelled-portal/load.ts';
import {
  CUSTOMER_STAGES,
  type PlannedPartner,
  type Source,
  USES_BOTH,
  plannedPortal,
} from './labelled-portal/plan.ts';

const NOW = new Date('2026-11-27T12:00:00Z');
const plan = plannedPortal(2026);

let portal: Portal;
let loaded: Loaded;
beforeAll(async () => {
  portal = await openPortal({ home: true, now: () => NOW });
  loaded = await loadPlanned(portal, plan);
});
afterAll(() => portal.close());

const lifecycleStages = CUSTOMER_STAGES;
const BY: Readonly<Record<Source, FactSources>> = {
  text: {
    sharedCustomers: { by: 'property', property: TOOLS, lifecycleStages },
    companiesAsking: { property: ASKED_FOR },
  },
  options: {
    sharedCustomers: { by: 'property', property: TOOLS_CHOSEN, lifecycleStages },
    companiesAsking: { property: ASKED_CHOSEN },
  },
  label: {
    sharedCustomers: { by: 'label', label: USES_BOTH, lifecycleStages },
    companiesAsking: { property: ASKED_FOR },
  },
  list: { sharedCustomers: { by: 'lists', name: LIST_NAME }, companiesAsking: { property: ASKED_CHOSEN } },
};

test('the portal is one of more than two hundred companies, of which a hundred are partners', () => {
  expect(loaded.partners.length).toBe(100);
  expect(new Set([...loaded.partners, ...loaded.companies]).size).toBeGreaterThan(200);
});

describe.each(Object.keys(BY) as Source[])('counted by %s', (source) => {
  beforeAll(() => publishSources(portal, BY[source]));

  test('every figure of a first look is the true one', async () => {
    const found = await ofPartners((companyId) => ask(portal, 'gather-facts', { companyId }).then(figuresOf));

    expect(found).toEqual(plan.partners.map((partner) => trueFigures(partner, source)));
  });

  test('a whole count names the true customers', async () => {
    const found = await ofSome(async (companyId) => {
      const { gathered } = await ask(portal, 'count-fact', { companyId, fact: 'shared-customers' });
      const { companies } = counted(gathered as Gathered<SharedCustomers>);
      return companies.map(({ id }) => id).sort();
    });

    expect(found).toEqual(some(plan.partners).map(({ truth }) => idsOf(truth.shared[source])));
  });
});

describe.each(['text', 'options'] as const)('asked for by %s', (source) => {
  beforeAll(() => publishSources(portal, BY[source]));

  test('a whole count names the true companies that ask', async () => {
    const found = await ofSome(async (companyId) => {
      const { gathered } = await ask(portal, 'count-fact', { companyId, fact: 'companies-asking' });
      const { deals } = counted(gathered as Gathered<CompaniesAsking>);
      return [...new Set(deals.flatMap(({ company }) => company?.id ?? []))].sort();
    });

    expect(found).toEqual(
      some(plan.partners).map(({ truth }) => idsOf(truth.asking.map(({ company }) => company))),
    );
  });
});

/** What a first look says, without words. */
function figuresOf({ sharedCustomers, companiesAsking, contacts }: GatheredFacts) {
  const shared = counted(sharedCustomers);
  const demand = counted(companiesAsking);
  const { people, ...known } = counted(contacts);
  return {
    shared: [shared.count, shared.isAtLeast],
    asking: [demand.count, demand.isAtLeast],
    states: { open: demand.open, stalled: demand.stalled, lost: demand.lost },
    ...{
      amount: demand.amount,
      withoutCompany: demand.withoutCompany,
      newest: demand.newestAt && Date.parse(demand.newestAt),
    },
    contacts: [known.count, known.isAtLeast, known.sponsors],
    roles: people.map(({ name, roles }) => `${name}: ${[...roles].sort().join(', ')}`).sort(),
  };
}

function trueFigures({ truth, people }: PlannedPartner, source: Source): ReturnType<typeof figuresOf> {
  const { asking, newest } = truth;
  const of = (wanted: string) => asking.filter(({ state }) => state === wanted).length;
  return {
    shared: [truth.shared[source].length, false],
    asking: [asking.length, false],
    states: { open: of('open'), stalled: of('stalled'), lost: of('lost') },
    ...{ amount: truth.amount, withoutCompany: truth.withoutCompany },
    newest: newest === null ? null : NOW.getTime() - newest * 86_400_000,
    contacts: [
      people.length,
      false,
      people.filter(({ roles }) => roles.includes('Executive sponsor')).length,
    ],
    roles: people.map(({ name, roles }) => `${name} Doe: ${roles.map(keyOf).sort().join(', ')}`).sort(),
  };
}

const keyOf = (label: string) => label.toLowerCase().replace(' ', '-');

function idsOf(companies: readonly number[]): string[] {
  return companies.map((index) => loaded.companies[index] ?? '').sort();
}

/** Every fourth: a whole count takes several calls more, and the figures of all are held against the truth above. */
function some<Item>(items: readonly Item[]): Item[] {
  return items.filter((_, index) => index % 4 === 0);
}

function ofPartners<Found>(find: (companyId: string) => Promise<Found>): Promise<Found[]> {
  return findIn(loaded.partners, find);
}

function ofSome<Found>(find: (companyId: string) => Promise<Found>): Promise<Found[]> {
  return findIn(some(loaded.partners), find);
}

async function findIn<Found>(
  companyIds: readonly string[],
  find: (companyId: string) => Promise<Found>,
): Promise<Found[]> {
  const all: Found[] = [];
  for (const companyId of companyIds) all.push(await find(companyId));
  return all;
}
