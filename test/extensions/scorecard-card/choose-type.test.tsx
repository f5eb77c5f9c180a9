import { MultiSelect, ToggleGroup } from '@hubspot/ui-extensions';

import { TODAY, profileOf, recordOf } from './function-in-test.ts';
import { openCard } from './open-card.tsx';
import { RATED, openReseller, recordUnder, typeSection } from './typed-cards.tsx';

test('a company never scored is chosen to be a reseller, rated to a lane and saved under that type', async () => {
  const card = await openCard(recordOf());
  expect(typeSection(card)).toMatchObject({ open: true });

  card.pickType('reseller');
  await card.waitFor(() => expect(card.isAsking('people')).toBe(true));
  card.rate({ ...RATED, collaboration_support: 3 });
  expect(card.tags()).toContain('Full resale');
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[0]).toMatchObject({ partner_type: { seen: null, value: 'reseller' } });
  expect(card.words()).toContain('profile reseller@0');
  expect(typeSection(card)).toMatchObject({ title: 'Partner type · Reseller · Channel', open: true });
});

test('the choice is one folded line once the type is set', async () => {
  const card = await openReseller();

  expect(typeSection(card)).toMatchObject({ title: 'Partner type · Reseller · Channel', open: false });
});

test('the first ratings are saved with the type whose questions were in sight', async () => {
  const card = await openCard(recordOf({}, { profile: profileOf('referral') }));

  card.rate({ people: 3 });
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[0]).toEqual({
    people: { seen: null, value: 3 },
    partner_type: { seen: null, value: 'referral' },
  });
});

test('a check alone is saved without a word about the type', async () => {
  const card = await openReseller();

  card.check('vanity-logo', 'clear');
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[0]).toEqual({ check_vanity_logo: { seen: 'open', value: 'clear' } });
});

test('a rating that still holds is confirmed by a line in its evidence, which can be undone', async () => {
  const card = await openCard(
    recordUnder(
      'solution',
      { ratings: { people: 4 }, evidence: { people: 'Met in May' } },
      { toConfirm: ['people'] },
    ),
  );

  card.click('Still holds');

  expect(card.textArea('people_evidence').props.value).toBe(
    `Met in May\nConfirmed for solution partner on ${TODAY}.`,
  );
  expect(card.row('people')).not.toContain('Confirm for this type');
  card.click('Undo');
  expect(card.row('people')).toContain('Confirm for this type');
});

test('a new rating confirms as well', async () => {
  const card = await openCard(recordUnder('solution', { ratings: { people: 4 } }, { toConfirm: ['people'] }));

  card.rate({ people: 3 });

  expect(card.row('people')).not.toContain('Confirm for this type');
});

test('unsaved answers under the questions in sight are asked about even before a type is set', async () => {
  const card = await openCard(recordOf({}, { profile: profileOf('reseller') }));
  card.rate({ role_criteria: 4, market_access: 5 });

  card.pickType('referral');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Change to Referral partner?']));
  card.click('Change to Referral partner');

  expect(card.chosen('role_criteria')).toBe('unknown');
  expect(card.chosen('market_access')).toBe('5');
});

test('a type without its properties is shown with the reason and cannot be picked', async () => {
  const card = await openCard(recordOf({}, { readyTypes: ['technology', 'reseller'] }));

  card.choose('category', 'service');

  const { options } = card.find(ToggleGroup, { name: 'partner_type' }).props;
  expect(options).toHaveLength(3);
  for (const option of options) {
    expect(option).toMatchObject({ readOnly: true });
    expect(option.description).toContain(`icp install --types ${option.value}`);
  }
});

test('other partner types are a note that changes no lane', async () => {
  const card = await openReseller();
  const before = card.tags()[0];

  card.find(MultiSelect, { name: 'other_types' }).props.onChange?.(['solution', 'marketing']);
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[0]).toEqual({ other_types: { seen: [], value: ['solution', 'marketing'] } });
  expect(card.tags()[0]).toBe(before);
});
