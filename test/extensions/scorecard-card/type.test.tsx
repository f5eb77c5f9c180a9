import { ToggleGroup } from '@hubspot/ui-extensions';

import { GUIDANCE } from '../../../src/icp/guidance.ts';
import { withPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { createCompany, now, profileOf } from './company-in-portal.ts';
import { openCard, openCardOf } from './open-card.tsx';
import { RATED, openChangedToSolution, openReseller } from './typed-cards.tsx';

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
async function openOnceReseller() {
  const company = await createCompany({
    partner_type: 'reseller',
    people: 4,
    people_evidence: 'Met in May',
  });
  await company.save({ partner_type: 'solution' });
  return openCardOf(company);
}

test('a rating that still holds is confirmed with one click, which can be undone', async () => {
  const card = await openOnceReseller();

  card.click('Still holds');

  expect(card.textArea('people_evidence').props.value).toBe('Met in May');
  expect(card.row('people')).not.toContain('Rated for another type');
  card.click('Undo');
  expect(card.row('people')).toContain('Rated for another type');
  card.click('Still holds');
  card.click('Save');
  await card.saved();
  expect(card.fn.saves()).toEqual([
    {
      to_confirm: { seen: ['people'], value: [] },
      people: { seen: 4, value: 4 },
      partner_type: { seen: 'solution', value: 'solution' },
    },
  ]);
  expect(await card.company.record()).toMatchObject({ scorecard: { toConfirm: [] } });
});

test('a rating that somebody changed meanwhile is not confirmed, and is asked about again', async () => {
  const card = await openOnceReseller();
  card.click('Still holds');
  await card.company.edit({ ipp_people: '1' });

  card.click('Save');
  await card.waitFor(() => expect(card.row('people')).toContain('Rated for another type'));

  expect(await card.company.record()).toMatchObject({
    scorecard: { toConfirm: ['people'], ratings: { people: 1 } },
  });
  card.click('Still holds');
  card.click('Save');
  await card.saved();
  expect(await card.company.record()).toMatchObject({ scorecard: { toConfirm: [] } });
});

test('evidence that is typed back to what it was confirms nothing', async () => {
  const card = await openOnceReseller();

  card.type('people_evidence', 'Met in May, and');
  expect(card.row('people')).not.toContain('Rated for another type');
  card.type('people_evidence', 'Met in May');

  expect(card.row('people')).toContain('Rated for another type');
  expect(card.tags()).toContain('Nothing unsaved');
});

test('a new rating confirms as well', async () => {
  const card = await openOnceReseller();

  card.rate({ people: 3 });

  expect(card.row('people')).not.toContain('Rated for another type');
});

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

test('before anything is emptied the card says what goes and what stays', async () => {
  const card = await openReseller();

  card.pickType('solution');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Change to Solution partner?']));

  const emptied = 'Emptied, because this type asks something else: Role criteria 4, Compatibility 3.';
  expect(card.isShown(emptied)).toBe(true);
  const opened = 'Open again, because they were checked for another type: Vanity logo.';
  expect(card.isShown(opened)).toBe(true);
  expect(card.isShown('Stays: Company alignment, Market access.')).toBe(true);
  const texts = 'Evidence and notes stay, marked with the type that they were written for.';
  expect(card.isShown(texts)).toBe(true);
  expect(card.isShown('People stays, and waits to be confirmed for solution partner.')).toBe(true);
  expect(card.tags()).toContain('Nothing unsaved');
});

test('keeping the type closes the question and changes nothing', async () => {
  const card = await openReseller();
  card.pickType('solution');
  await card.waitFor(() => expect(card.alerts()).toHaveLength(1));

  card.click('Keep Reseller');

  expect(card.alerts()).toEqual([]);
  expect(card.typeSelect().value).toBe('reseller');
  expect(card.chosen('role_criteria')).toBe('4');
});

test('a change of type keeps what holds for both, and is one step for undo', async () => {
  const card = await openChangedToSolution();
  expect(card.question('role_criteria')).toBe(profileOf('solution').dimensions[2]?.question);
  expect(card.chosen('role_criteria')).toBe('unknown');
  expect(card.chosen('market_access')).toBe('5');
  expect(card.textArea('role_criteria_evidence').props.value).toBe('Two demos in May');
  expect(card.row('people')).toContain('Rated for another type');
  expect(card.tags()).toContain('5 unsaved');

  card.click('Undo');

  expect(card.chosen('role_criteria')).toBe('4');
  expect(card.textArea('role_criteria_evidence').props.value).toBe('Two demos in May');
  expect(card.row('role_criteria')).toContain(profileOf('reseller').dimensions[2]?.question);
  expect(card.tags()).toContain('Nothing unsaved');
});

test('a saved change of type sends what it does as it was seen, and people waits to be confirmed', async () => {
  const card = await openChangedToSolution();

  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[0]).toEqual({
    partner_type: { seen: 'reseller', value: 'solution' },
    role_criteria: { seen: 4, value: null },
    compatibility: { seen: 3, value: null },
    collaboration_support: { seen: null, value: null },
    people: { seen: 4, value: 4 },
    to_confirm: { seen: [], value: ['people'] },
    check_vanity_logo: { seen: 'clear', value: 'open' },
    check_enthusiastic_contact: { seen: 'flagged', value: 'flagged' },
    ...Object.fromEntries(
      ['competitor_in_disguise', 'single_prospect_request', 'dead_api'].map((check) => [
        `check_${check}`,
        { seen: 'open', value: 'open' },
      ]),
    ),
  });
  expect(await card.company.record()).toMatchObject({
    writtenFor: { role_criteria_evidence: 'reseller', check_vanity_logo_note: 'reseller' },
  });
  expect(card.row('people')).toContain('Rated for another type');
});

test('going back to the type that is saved brings its answers back in one step', async () => {
  const card = await openChangedToSolution();

  card.pickType('reseller');

  expect(card.alerts()).toEqual([]);
  expect(card.chosen('role_criteria')).toBe('4');
  expect(card.tags()).toContain('Nothing unsaved');
  card.click('Undo');
  expect(card.typeSelect().value).toBe('solution');
  expect(card.chosen('role_criteria')).toBe('unknown');
});

test('answers given since are not dropped on the way back without asking', async () => {
  const card = await openChangedToSolution();
  card.rate({ compatibility: 5 });

  card.pickType('reseller');

  expect(card.isShown('Emptied, because this type asks something else: Compatibility 5.')).toBe(true);
  expect(card.isShown('What is saved for this type comes back.')).toBe(true);
  card.click('Change to Reseller');
  expect(card.chosen('compatibility')).toBe('3');
});

test('nothing is asked where nothing would be emptied, and technology ratings stay where they are', async () => {
  const card = await openCard(workflowTool);

  card.pickType('marketing');
  await card.waitFor(() => expect(card.isAsking('people')).toBe(true));
  expect(card.alerts()).toEqual([]);
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[0]).toMatchObject({ partner_type: { seen: 'technology', value: 'marketing' } });
  card.pickType('technology');
  expect(card.words()).toContain('430 of 500');
});

test('discard takes an unsaved type back as well', async () => {
  const card = await openChangedToSolution();

  card.click('Discard');

  expect(card.typeSelect().value).toBe('reseller');
  expect(card.question('role_criteria')).toBe(profileOf('reseller').dimensions[2]?.question);
});

test('a saved change of type can be undone and saved again', async () => {
  const card = await openChangedToSolution();
  card.click('Save');
  await card.saved();

  card.click('Undo');
  expect(card.question('role_criteria')).toBe(profileOf('reseller').dimensions[2]?.question);
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[1]).toMatchObject({
    partner_type: { seen: 'solution', value: 'reseller' },
    role_criteria: { seen: null, value: 4 },
  });
  expect(card.chosen('role_criteria')).toBe('4');
});

test('a number given anew for the new type is kept though it was the one before, and nothing is asked again', async () => {
  const card = await openChangedToSolution();

  card.rate({ role_criteria: 4 });
  card.check('vanity-logo', 'clear');

  expect(card.alerts()).toEqual([]);
  card.click('Save');
  await card.saved();
  expect(await card.company.record()).toMatchObject({
    scorecard: {
      type: 'solution',
      ratings: { role_criteria: 4, compatibility: null },
      checks: { 'vanity-logo': { state: 'clear' } },
    },
  });
});

test('a check that somebody cleared meanwhile holds the change, which then opens it too', async () => {
  const card = await openChangedToSolution();
  await card.company.edit({ ipp_check_dead_api: 'clear' });

  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Change to Solution partner?']));
  expect(card.words()).toContain('Open again, because they were checked for another type: Dead api.');
  card.click('Change to Solution partner');
  card.click('Save');
  await card.saved();

  expect(await card.company.record()).toMatchObject({
    scorecard: { type: 'solution', checks: { 'dead-api': { state: 'open' } } },
  });
});
