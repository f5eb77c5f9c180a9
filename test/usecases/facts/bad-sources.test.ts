import type { SavedPortal } from '../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import type { GatheredFacts } from '../../../src/contract/facts.ts';
import { type Portal, openPortal, withPortal } from '../../portal.ts';
import {
  ASKED_FOR,
  BY_PROPERTIES,
  TOOLS,
  addProperty,
  addSourceProperties,
  createAskingDeal,
  createContactOf,
} from './fact-portal.ts';
import { ask, publishSources } from './labelled-portal/ask-portal.ts';

let portal: Portal;
let partner: string;
let whole: SavedPortal;
beforeAll(async () => {
  portal = await openPortal({ home: true });
  await addSourceProperties(portal);
  await publishSources(portal, BY_PROPERTIES);
  partner = await portal.createCompany({ name: 'Ledgerlane' });
  const customer = { lifecyclestage: 'customer', [TOOLS]: 'Ledgerlane' };
  await portal.createCompany({ name: 'One', ...customer });
  const asking = await portal.createCompany({ name: 'Two', ...customer });
  await createAskingDeal(portal, asking, { [ASKED_FOR]: 'Ledgerlane' });
  await createContactOf(portal, partner);
  whole = portal.sandbox.portal.dump();
});
beforeEach(async () => {
  portal.sandbox.portal.restore(whole);
  // the app has counted a moment ago and knows the properties
  await ask(portal, 'count-fact', { companyId: partner, fact: 'shared-customers' });
  await ask(portal, 'count-fact', { companyId: partner, fact: 'companies-asking' });
});
afterAll(() => portal.close());

const gather = () => ask(portal, 'gather-facts', { companyId: partner });
const statesOf = ({ sharedCustomers, companiesAsking, contacts }: GatheredFacts) =>
  [sharedCustomers, companiesAsking, contacts].map(({ state }) => state);

const SOURCES = [
  ['companies', TOOLS, 0],
  ['deals', ASKED_FOR, 1],
] as const;
type Source = readonly [of: 'companies' | 'deals', name: string, index: number];

/** Three facts of which one is wrong. */
const withOneWrong = (index: number) =>
  ['counted', 'counted', 'counted'].map((state, at) => (at === index ? 'wrong-source' : state));

test.each(SOURCES)(
  'a deleted property of %s says so and where to set another; the others stand',
  async (of, name, index) => {
    await deleteSource([of, name, index]);

    const facts = await gather();

    expect(statesOf(facts)).toEqual(withOneWrong(index));
    expect(index === 0 ? facts.sharedCustomers : facts.companiesAsking).toHaveProperty(
      'message',
      expect.stringMatching(new RegExp(`${name} of ${of} is not there.*settings page`)),
    );
  },
);

test.each(SOURCES)('a renamed property of %s counts on, under its new label', async (of, name, index) => {
  await portal.outside.send({
    ...{ method: 'PATCH', path: `/crm/properties/2026-09/${of}/${name}` },
    body: { label: 'Stack' },
  });

  const { gathered } = await ask(portal, 'count-fact', {
    companyId: partner,
    fact: index === 0 ? 'shared-customers' : 'companies-asking',
  });

  expect(gathered).toMatchObject({
    state: 'counted',
    fact: { evidence: expect.stringContaining('Stack') as unknown },
  });
});

test.each(['number', 'date', 'datetime', 'bool'] as const)(
  'properties made anew as %s name no partner, and say so',
  async (type) => {
    const fieldType = type === 'bool' ? 'booleancheckbox' : type === 'number' ? 'number' : 'date';
    const options = ['true', 'false'].map((value) => ({ value, label: value }));
    for (const source of SOURCES)
      await makeAnew(source, { type, fieldType, ...(type === 'bool' && { options }) });

    const counts = await countWhole();

    expect(counts).toEqual([
      expect.objectContaining({
        state: 'wrong-source',
        message: expect.stringMatching(/settings page/) as unknown,
      }),
      expect.objectContaining({
        state: 'wrong-source',
        message: expect.stringMatching(/settings page/) as unknown,
      }),
    ]);
  },
);

test('properties made anew as options that nobody has chosen are counted as none, of which the partner is one', async () => {
  const options = [{ value: 'o1', label: 'Ledgerlane' }];
  for (const source of SOURCES)
    await makeAnew(source, { type: 'enumeration', fieldType: 'checkbox', options });

  const counts = await countWhole();

  expect(counts).toEqual([
    expect.objectContaining({ state: 'counted' }),
    expect.objectContaining({ state: 'counted' }),
  ]);
});

test('an option keeps its companies when its label changes, as long as label or value is the name', () =>
  withPortal({ home: true }, async (other) => {
    const source = { by: 'property', property: 'chosen', lifecycleStages: [] } as const;
    await publishSources(other, { sharedCustomers: source, companiesAsking: null });
    const optionsUnder = (label: string) =>
      ['ledgerlane', 'x7'].map((value) => ({ value, label: `${label} ${value}` }));
    await addProperty(other, 'companies', {
      ...{ name: 'chosen', label: 'Chosen', groupName: 'companyinformation' },
      ...{ type: 'enumeration', fieldType: 'checkbox', options: optionsUnder('Tool') },
    });
    const companyId = await other.createCompany({ name: 'Ledgerlane' });
    await other.createCompany({ name: 'By value', chosen: 'ledgerlane' });
    await other.createCompany({ name: 'By label', chosen: 'x7' });
    const countAs = async (label: string) => {
      const options = [
        { value: 'ledgerlane', label: 'Renamed' },
        { value: 'x7', label },
      ];
      const path = '/crm/properties/2026-09/companies/chosen';
      await other.outside.send({ method: 'PATCH', path, body: { options } });
      return (await ask(other, 'count-fact', { companyId, fact: 'shared-customers' })).gathered;
    };

    expect(await countAs('Ledgerlane GmbH')).toMatchObject({ fact: { count: 2 } });
    expect(await countAs('Ledgerlane Sync')).toMatchObject({
      fact: { count: 1, companies: [{ name: 'By value' }] },
    });
  }));

async function countWhole() {
  const shared = await ask(portal, 'count-fact', { companyId: partner, fact: 'shared-customers' });
  const asking = await ask(portal, 'count-fact', { companyId: partner, fact: 'companies-asking' });
  return [shared.gathered, asking.gathered];
}

async function deleteSource([of, name]: Source): Promise<void> {
  await portal.outside.send({ method: 'DELETE', path: `/crm/properties/2026-09/${of}/${name}` });
}

async function makeAnew(source: Source, definition: Record<string, unknown>): Promise<void> {
  await deleteSource(source);
  const [of, name] = source;
  const groupName = of === 'deals' ? 'dealinformation' : 'companyinformation';
  await addProperty(portal, of, { name, label: 'Made anew', groupName, ...definition });
}
