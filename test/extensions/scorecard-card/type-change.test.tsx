import { workflowTool } from '../../worked-example.ts';
import { profileOf } from './company-in-portal.ts';
import { openCard } from './open-card.tsx';
import { openChangedToSolution, openReseller } from './typed-cards.tsx';

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
