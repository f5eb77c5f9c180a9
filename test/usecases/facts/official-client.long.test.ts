import { Client } from '@hubspot/api-client';
import fc from 'fast-check';

import type { FactSources } from '../../../src/icp/settings.ts';
import type { Switches } from '../../../sandbox/hubspot/switches.ts';
import { APP_TOKEN, type Portal, openPortal } from '../../portal.ts';
import { addProperty } from './fact-portal.ts';
import { ask, counted, publishSources } from './labelled-portal/ask-portal.ts';
import { OPTIONS, anyPortal } from './random-portal/any-portal.ts';
import { type Filled, addLabels, fill } from './random-portal/fill.ts';
import { type Counting, naiveCount } from './random-portal/naive-count.ts';

const NOW = new Date('2026-11-27T12:00:00Z');
const STAGES = ['customer', 'evangelist'];

let portal: Portal;
let hubspot: Client;

type SharedSource = FactSources['sharedCustomers'];
const WAYS: readonly [string, SharedSource, (filled: Filled) => Counting['sharedBy']][] = [
  ['a text', { by: 'property', property: 'tools', lifecycleStages: STAGES }, () => ({ text: 'tools' })],
  [
    'a multi-select',
    { by: 'property', property: 'chosen', lifecycleStages: STAGES },
    () => ({ options: 'chosen' }),
  ],
  ['a label', { by: 'label', label: 'Uses both', lifecycleStages: STAGES }, () => ({ label: 'Uses both' })],
  ['a list', { by: 'lists', name: 'Users of {partner}' }, ({ list }) => ({ list })],
];

/** What HubSpot documents does not say: figures are the same at both settings. */
const SETTINGS: readonly [string, Partial<Switches>][] = [
  ['as we guess that HubSpot is', {}],
  [
    'as HubSpot may be',
    {
      ...{ multiSelectMatchesMember: false, datedToObjectId: 'text' },
      ...{ primaryLabel: 'long', clearedValueReads: 'null', openTaskIsActivity: false },
    },
  ],
];

describe.each(SETTINGS)('%s', (_, switches) => {
  beforeAll(async () => {
    portal = await openPortal({ home: true, now: () => NOW, switches });
    hubspot = new Client({ accessToken: APP_TOKEN, basePath: portal.sandbox.baseUrl });
    const text = { type: 'string', fieldType: 'textarea' };
    const options = Object.entries(OPTIONS).map(([value, label], displayOrder) => ({
      ...{ value, label, displayOrder, hidden: false },
    }));
    const choice = { type: 'enumeration', fieldType: 'checkbox', options };
    const groupName = 'companyinformation';
    await addProperty(portal, 'companies', { name: 'tools', label: 'Tools', groupName, ...text });
    await addProperty(portal, 'companies', { name: 'chosen', label: 'Chosen', groupName, ...choice });
    await addProperty(portal, 'deals', {
      name: 'asked',
      label: 'Asked',
      groupName: 'dealinformation',
      ...text,
    });
    await addLabels(portal);
  });
  afterAll(() => portal.close());

  test.each(WAYS)(
    'by %s, every figure equals a count of all records by the official client',
    async (_way, sharedCustomers, sharedBy) => {
      await publishSources(portal, { sharedCustomers, companiesAsking: { property: 'asked' } });
      const empty = portal.sandbox.portal.dump();

      await fc.assert(
        fc.asyncProperty(anyPortal, async (planned) => {
          const filled = await fill(portal, planned);
          const partner = { id: filled.partner, name: planned.partner };
          const naive = await naiveCount(hubspot, {
            ...{ partner, now: NOW, stages: STAGES, sharedBy: sharedBy(filled), askedFor: 'asked' },
          });

          expect(await figures(filled.partner)).toEqual(naiveFigures(naive));
          expect(await wholeCount(filled.partner)).toEqual({ shared: naive.shared, asking: naive.asking });
        }),
        { numRuns: 12, plugins: [fc.afterEach(() => portal.sandbox.portal.restore(empty))] },
      );
    },
  );
});

async function figures(companyId: string) {
  const { sharedCustomers, companiesAsking } = await ask(portal, 'gather-facts', { companyId });
  const { amount, withoutCompany, open, stalled, lost, count } = counted(companiesAsking);
  return { shared: counted(sharedCustomers).count, count, open, stalled, lost, amount, withoutCompany };
}

function naiveFigures({ shared, asking, amount, withoutCompany }: Awaited<ReturnType<typeof naiveCount>>) {
  const states = Object.values(asking);
  const of = (wanted: string) => states.filter((state) => state === wanted).length;
  return {
    ...{ shared: shared.length, count: states.length, amount, withoutCompany },
    ...{ open: of('open'), stalled: of('stalled'), lost: of('lost') },
  };
}

/** The records behind the figures; of several deals of a company, the one furthest from lost. */
async function wholeCount(companyId: string) {
  const shared = await ask(portal, 'count-fact', { companyId, fact: 'shared-customers' });
  const demand = await ask(portal, 'count-fact', { companyId, fact: 'companies-asking' });
  if (shared.fact !== 'shared-customers' || demand.fact !== 'companies-asking')
    throw new Error('other facts');
  const asking: Record<string, string> = {};
  for (const state of ['lost', 'stalled', 'open'])
    for (const deal of counted(demand.gathered).deals)
      if (deal.state === state && deal.company !== null) asking[deal.company.id] = state;
  return {
    shared: counted(shared.gathered)
      .companies.map(({ id }) => id)
      .sort(),
    asking,
  };
}
