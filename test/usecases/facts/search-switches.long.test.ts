import type { Switches } from '../../../sandbox/hubspot/switches.ts';
import type { FactSources } from '../../../src/icp/settings.ts';
import { withPortal } from '../../portal.ts';
import { ASKED_FOR, TOOLS, addProperty, addSourceProperties, createAskingDeal } from './fact-portal.ts';
import { askingOf, sharedOf } from './fact-records.ts';

/** What nobody knows of HubSpot's search, each the other way than by default, and all of it together. */
const OTHERWISE: readonly Partial<Switches>[] = [
  { multiSelectMatchesMember: false },
  { multiSelectHasTokens: false },
  { apostropheSplitsTokens: false },
  { searchAccents: 'folded' },
  { searchNormalises: false },
  { apostropheSplitsTokens: false, searchNormalises: false },
  { apostropheSplitsTokens: false, searchAccents: 'folded', multiSelectMatchesMember: false },
];
const SETTINGS = [{}, ...OTHERWISE].map((switches) => [JSON.stringify(switches), switches] as const);

const source: FactSources['sharedCustomers'] = { by: 'property', property: TOOLS, lifecycleStages: [] };

/** A partner, what tools say that name it, and what tools say that do not. */
const NAMES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["O'Lane", ["O'Lane", 'Postbox, O’LANE'], ['Lane', "O'Laney"]],
  ['Zoë & Müller', ['Zoe\u0308 & Mu\u0308ller', 'zoë & müller, Postbox'], ['Müller']],
  ['Larch "Blue" Works', ['Larch Blue Works', '"Larch" (blue) works'], ['Larch works']],
];

test.each(SETTINGS)('names with signs and accents are counted alike with %s', (_, switches) =>
  withPortal({ switches }, async (portal) => {
    await addSourceProperties(portal);
    const counted: unknown[] = [];
    for (const [name, naming, others] of NAMES) {
      const partner = { id: await portal.createCompany({ name }), name };
      for (const tools of [...naming, ...others]) {
        const customer = await portal.createCompany({ name: `uses ${tools}`, [TOOLS]: tools });
        await createAskingDeal(portal, customer, { [ASKED_FOR]: tools });
      }
      const asking = await askingOf(portal, partner, ASKED_FOR);
      const shared = await sharedOf(portal, partner, source);
      counted.push([name, shared, asking].map((each) => (typeof each === 'object' ? each.count : each)));
    }

    expect(counted).toEqual(NAMES.map(([name, naming]) => [name, naming.length, naming.length]));
  }),
);

// of two guesses about choices of several options one has to hold: with neither, no search finds one of them
const OF_OPTIONS = SETTINGS.filter(
  ([, { multiSelectMatchesMember = true, multiSelectHasTokens = true }]) =>
    multiSelectMatchesMember || multiSelectHasTokens,
);

test.each(OF_OPTIONS)('one of several options is found with %s', (_, switches) =>
  withPortal({ switches }, async (portal) => {
    const options = ['Ledgerlane', "O'Lane", 'Postbox'].map((label, displayOrder) => ({
      ...{ label, displayOrder, hidden: false },
      value: label.toLowerCase().replaceAll(/\W/g, '_'),
    }));
    const definition = { name: TOOLS, label: 'Tools in use', groupName: 'companyinformation', options };
    await addProperty(portal, 'companies', { ...definition, type: 'enumeration', fieldType: 'checkbox' });
    for (const tools of ['ledgerlane', 'postbox;ledgerlane', 'o_lane;ledgerlane', 'o_lane', 'postbox'])
      await portal.createCompany({ name: tools, [TOOLS]: tools });

    const counts: unknown[] = [];
    for (const name of ['Ledgerlane', "O'Lane"]) {
      const partner = { id: await portal.createCompany({ name }), name };
      const shared = await sharedOf(portal, partner, source);
      counts.push(typeof shared === 'object' ? shared.count : shared);
    }

    expect(counts).toEqual([3, 2]);
  }),
);
