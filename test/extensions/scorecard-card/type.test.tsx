import { ToggleGroup } from '@hubspot/ui-extensions';

import { GUIDANCE } from '../../../src/icp/guidance.ts';
import { withPortal } from '../../portal.ts';
import { createCompany, now } from './company-in-portal.ts';
import { openCard, openCardOf } from './open-card.tsx';
import { RATED, openReseller } from './typed-cards.tsx';

test('a company never scored is chosen to be a reseller, rated to a lane and saved under that type', async () => {
  const card = await openCard();
  card.pickType('reseller');
  await card.waitFor(() => expect(card.isAsking('people')).toBe(true));
  card.rate({ ...RATED, collaboration_support: 3 });
  expect(card.words()).toContain('Full resale · ');
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[0]).toMatchObject({ partner_type: { seen: null, value: 'reseller' } });
});

test('a company never scored is not offered its own type as another one', async () => {
  const card = await openCard();

  card.openTab('type');

  const { options } = card.find(ToggleGroup, { name: 'other_types' }).props;
  expect(options.map(({ value }) => value)).not.toContain('technology');
});

test('the first ratings are saved with the type whose questions were in sight', async () => {
  const card = await openCardOf(await createCompany({}, { context: { defaultType: 'referral' } }));

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

  card.check('competitor-in-disguise', 'clear');
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[0]).toEqual({ check_competitor_in_disguise: { seen: 'open', value: 'clear' } });
});

/** Of a solution partner whose people were rated while it was a reseller. */
test('unsaved answers under the questions in sight are asked about even before a type is set', async () => {
  const card = await openCardOf(await createCompany({}, { context: { defaultType: 'reseller' } }));
  card.rate({ role_criteria: 4, market_access: 5 });

  card.pickType('referral');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Change to Referral partner?']));
  card.click('Change to Referral partner');

  expect(card.chosen('role_criteria')).toBe('unknown');
  expect(card.chosen('market_access')).toBe('5');
});

test('a type without its properties is named with what an admin runs, and is not offered', async () => {
  await withPortal({ now, types: ['technology'] }, async (portal) => {
    const card = await openCardOf(await createCompany({}, { portal }));

    expect(card.typeSelect().options.map(({ value }) => value)).toEqual(['technology']);
    expect(card.words()).toContain('Not set up in this portal yet: Reseller, Referral partner, ');
    expect(card.words()).toContain('icp install --types reseller,referral,');
  });
});

test('the types are offered by category, with a sentence about the chosen one', async () => {
  const card = await openReseller();

  const { options, value, description } = card.typeSelect();
  expect(options.map(({ label }) => label.split(':')[0])).toEqual([
    'Product',
    ...Array.from({ length: 4 }, () => 'Channel'),
    ...Array.from({ length: 3 }, () => 'Service'),
    'Marketing',
  ]);
  expect(value).toBe('reseller');
  expect(description).toBe(GUIDANCE.types.reseller);
});

test('other partner types are a note that changes no lane', async () => {
  const card = await openReseller();
  const before = card.tags()[0];

  card.choose('other_types', ['solution', 'marketing']);
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[0]).toEqual({ other_types: { seen: [], value: ['solution', 'marketing'] } });
  expect(card.tags()[0]).toBe(before);
});
