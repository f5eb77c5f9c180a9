import type { Switches } from '../../../sandbox/hubspot/switches.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { TOOLS, addProperty, addSourceProperties } from './fact-portal.ts';
import { createMany, sharedOf } from './fact-records.ts';

/** A partner's name, texts that name it, and texts that do not. */
const NAMES: readonly (readonly [name: string, named: readonly string[], others: readonly string[]])[] = [
  ['Ledgerlane, Inc.', ['slack; LEDGERLANE', 'Ledgerlane Inc'], ['Ledgerlanes', 'Ledger lane']],
  ['Ledgerlane S.A.', ['ledgerlane'], ['Ledger S.A.']],
  ["O'Neil Tools", ["O'Neil Tools", 'o’neil tools, slack'], ['Neil Tools', "O'Neill Tools"]],
  ["Lucy's", ["we use Lucy's"], ['Lucy', 'Lucys']],
  ['SAP', ['SAP SE', "SAP's connector"], ['Sapphire', 'PSAP']],
  ['Müller'.normalize('NFC'), ['Müller'.normalize('NFD'), 'MÜLLER GmbH'], ['Muller', 'Müllers']],
  ['Müller'.normalize('NFD'), ['Müller'.normalize('NFC')], ['Mueller']],
  ['Straße 7', ['STRASSE 7', 'straße 7'], ['Strasse 8']],
  ['"Pay" *Star*', ['pay star', '"Pay" *Star*'], ['pay stars', 'star pay']],
  ['node.js', ['Node.js, Deno'], ['node', 'js node']],
  ['HP', ['HP', 'hp, dell'], ['PHP', 'HPE']],
  ['用友', ['使用用友软件', '用友'], ['用和友']],
  ['Smith & Sons', ['smith & sons'], ['smith and sons', 'Smith']],
  ['Ünïcödé Ğüzel Söftware', ['ünïcödé ğüzel söftware'], ['Unicode Guzel Software']],
];

const SETTINGS: readonly Partial<Switches>[] = [
  {},
  { apostropheSplitsTokens: false },
  { searchAccents: 'folded' },
  { searchNormalises: false },
];

const source = { by: 'property', property: TOOLS, lifecycleStages: [] } as const;

describe.each(SETTINGS)('where HubSpot searches by %j', (switches) => {
  let portal: Portal;
  let texts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    portal = await openPortal({ switches });
    await addSourceProperties(portal);
    const all = NAMES.flatMap(([, named, others]) => [...named, ...others]);
    const ids = await createMany(
      portal,
      'companies',
      all.map((text) => ({ properties: { name: 'Customer', [TOOLS]: text } })),
    );
    texts = new Map(ids.map((id, index) => [id, all[index] ?? '']));
  });
  afterAll(() => portal.close());

  test.each(NAMES)('%s is found where it is named and nowhere else', async (name, named, others) => {
    const found = await sharedOf(portal, { id: 'none', name }, source);

    if (typeof found === 'string') throw new Error(found);
    const foundTexts = found.ids.map((id) => texts.get(id) ?? '');
    expect(foundTexts).toEqual(expect.arrayContaining([...named]));
    for (const text of others) expect(foundTexts).not.toContain(text);
  });
});

test.each<Partial<Switches>>([{}, { multiSelectMatchesMember: false }, { multiSelectHasTokens: false }])(
  'chosen options are counted where HubSpot searches by %j',
  async (switches) => {
    const portal = await openPortal({ switches });
    const options = ['Ledgerlane', 'Slack', 'ledgerlane_pay'].map((value, displayOrder) => ({
      ...{ label: value, value, displayOrder, hidden: false },
    }));
    await addProperty(portal, 'companies', {
      ...{ name: 'tools', label: 'Tools', groupName: 'companyinformation', options },
      ...{ type: 'enumeration', fieldType: 'checkbox' },
    });
    const [one, both, ...others] = await createMany(
      portal,
      'companies',
      ['Ledgerlane', 'Slack;Ledgerlane', 'Slack', 'ledgerlane_pay'].map((tools) => ({
        properties: { tools },
      })),
    );

    const found = await sharedOf(
      portal,
      { id: 'none', name: 'Ledgerlane Ltd' },
      { ...source, property: 'tools' },
    );
    await portal.close();

    expect(found).toMatchObject({ ids: [one, both].sort() });
    expect(others).toHaveLength(2);
  },
);

test('a name of thousands of characters fits into a search, and is found', async () => {
  const portal = await openPortal();
  await addSourceProperties(portal);
  const name = 'Ledgerlane and the others of the northern coast '.repeat(200);
  await portal.createCompany({ [TOOLS]: `Slack; ${name}` });

  const found = await sharedOf(portal, { id: 'none', name }, source);
  const endless = await sharedOf(portal, { id: 'none', name: 'x'.repeat(5_000) }, source);
  const listed = await sharedOf(portal, { id: 'none', name }, { by: 'lists', name: 'Uses {partner}' });
  await portal.close();

  expect(found).toMatchObject({ count: 1 });
  expect(endless).toMatch(/^no-name: "x{120}…" is too long to look for/);
  expect(listed).toMatch(/^wrong-source: There is no list of companies/);
});
