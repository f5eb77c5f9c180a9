import fc from 'fast-check';

import { DEFAULT_SETTINGS, type FactSources, settingsFaults } from '../../src/icp/settings.ts';

const pathsOf = (factSources: Partial<FactSources>) =>
  settingsFaults({
    ...DEFAULT_SETTINGS,
    factSources: { ...DEFAULT_SETTINGS.factSources, ...factSources },
  }).map(({ path }) => path);

const asking = (property: string) => pathsOf({ companiesAsking: { property } });
const byProperty = (property: string, lifecycleStages: readonly string[] = ['customer']) =>
  pathsOf({ sharedCustomers: { by: 'property', property, lifecycleStages } });

test('the settings that a portal starts with have no faults', () => {
  expect(settingsFaults(DEFAULT_SETTINGS)).toEqual([]);
});

test.each(['', ' ', 'Tools', '1tool', '_tools', 'tools used', 'tools-used', 't'.repeat(101)])(
  'the property "%s" is refused by field, of companies and of deals',
  (name) => {
    expect(asking(name)).toEqual(['factSources.companiesAsking.property']);
    expect(byProperty(name)).toEqual(['factSources.sharedCustomers.property']);
  },
);

test('every name that HubSpot gives a property passes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9_]{0,99}$/), (name) => {
      expect([...asking(name), ...byProperty(name)]).toEqual([]);
    }),
  );
});

test.each(['', '  ', '\u200b', 'l'.repeat(101)])(
  'the association label "%s" is refused by field',
  (label) => {
    expect(pathsOf({ sharedCustomers: { by: 'label', label, lifecycleStages: [] } })).toEqual([
      'factSources.sharedCustomers.label',
    ]);
  },
);

test('labels, lists and stages pass; an empty line between stages is named', () => {
  expect(pathsOf({ sharedCustomers: { by: 'label', label: 'Uses both', lifecycleStages: [] } })).toEqual([]);
  expect(pathsOf({ sharedCustomers: { by: 'lists', name: 'Uses {partner}' } })).toEqual([]);
  expect(byProperty('tools', ['customer', ''])).toEqual(['factSources.sharedCustomers.lifecycleStages']);
});
