import { isOurDescription, isOurLabel, isOurOptionLabel } from '../../src/crm/earlier-texts.ts';
import { PARTNER_LISTS, isOurListName } from '../../src/crm/partner-lists.ts';
import { companyProperties, dealProperties } from '../../src/crm/properties.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
// every text that stood in a released or unreleased version up to the first version of the rules
import shipped from './shipped-texts.json' with { type: 'json' };

const DEFINITIONS = [...companyProperties(SHIPPED_PROFILES), ...dealProperties(SHIPPED_PROFILES)];
const options = new Map<string, Record<string, string>>(Object.entries(shipped.options));
const labels = new Map<string, string>(Object.entries(shipped.labels));

test('every label of a property that was ever shipped is known as ours', () => {
  const unknown = DEFINITIONS.filter((definition) => {
    const label = labels.get(definition.name);
    return label !== undefined && !isOurLabel(definition, label);
  });

  expect(unknown.map(({ name }) => name)).toEqual([]);
});

test('every label of an option that was ever shipped is known as ours', () => {
  const unknown = DEFINITIONS.flatMap((definition) =>
    (definition.options ?? [])
      .filter((option) => {
        const label = options.get(definition.name)?.[option.value];
        return label !== undefined && !isOurOptionLabel(definition, option, label);
      })
      .map(({ value }) => `${definition.name}: ${value}`),
  );

  expect(unknown).toEqual([]);
});

test('every description that was ever shipped is known as ours', () => {
  const [first] = DEFINITIONS;
  if (first === undefined) throw new Error('there are no properties');
  const now = new Set(DEFINITIONS.map(({ description }) => description));

  const unknown = shipped.descriptions.filter((text) => !now.has(text) && !isOurDescription(first, text));

  expect(unknown).toEqual([]);
});

test('every name of a list that was ever shipped is known as ours', () => {
  const unknown = shipped.lists.filter((name) => !PARTNER_LISTS.some((list) => isOurListName(list, name)));

  expect(unknown).toEqual([]);
});

test('a label, an option and a description of somebody else are not ours', () => {
  const lane = DEFINITIONS.find(({ name }) => name === 'ipp_lane');
  const [deep] = lane?.options ?? [];
  if (lane === undefined || deep === undefined) throw new Error('there is no lane');

  expect(isOurLabel(lane, 'Clearance')).toBe(false);
  expect(isOurOptionLabel(lane, deep, 'Cleared for build')).toBe(false);
  expect(isOurDescription(lane, 'Ours')).toBe(false);
});
