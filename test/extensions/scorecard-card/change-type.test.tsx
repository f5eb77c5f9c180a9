import { workflowTool } from '../../worked-example.ts';
import { profileOf, recordOf } from './function-in-test.ts';
import { openCard } from './open-card.tsx';
import { openChangedToSolution, openReseller } from './typed-cards.tsx';

test('before anything is emptied the card says what goes and what stays', async () => {
  const card = await openReseller();

  card.pickType('solution');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Change to Solution partner?']));

  expect(
    card.isShown(
      'These answer other questions and are emptied: Role criteria 4, Compatibility 3, with their evidence.',
    ),
  ).toBe(true);
  expect(card.isShown('Stays: Company alignment, Market access.')).toBe(true);
  expect(card.isShown('People stays, and waits to be confirmed for solution partner.')).toBe(true);
  expect(card.tags()).toContain('Nothing unsaved');
});

test('keeping the type closes the question and changes nothing', async () => {
  const card = await openReseller();
  card.pickType('solution');
  await card.waitFor(() => expect(card.alerts()).toHaveLength(1));

  card.click('Keep Reseller');

  expect(card.alerts()).toEqual([]);
  expect(card.chosen('partner_type')).toBe('reseller');
  expect(card.chosen('role_criteria')).toBe('4');
});

test('a change of type keeps what holds for both, and is one step for undo', async () => {
  const card = await openChangedToSolution();
  expect(card.row('role_criteria')).toContain(profileOf('solution').dimensions[2]?.question);
  expect(card.chosen('role_criteria')).toBe('unknown');
  expect(card.chosen('market_access')).toBe('5');
  expect(card.row('people')).toContain('Confirm for this type');
  expect(card.tags()).toContain('4 unsaved');

  card.click('Undo');

  expect(card.chosen('role_criteria')).toBe('4');
  expect(card.textArea('role_criteria_evidence').props.value).toBe('Two demos in May');
  expect(card.row('role_criteria')).toContain(profileOf('reseller').dimensions[2]?.question);
  expect(card.tags()).toContain('Nothing unsaved');
});

test('a saved change of type sends every emptied field with it, and people waits to be confirmed', async () => {
  const card = await openChangedToSolution();

  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[0]).toEqual({
    partner_type: { seen: 'reseller', value: 'solution' },
    role_criteria: { seen: 4, value: null },
    role_criteria_evidence: { seen: 'Two demos in May', value: '' },
    compatibility: { seen: 3, value: null },
  });
  expect(card.words()).toContain('profile solution@0');
  expect(card.row('people')).toContain('Confirm for this type');
});

test('going back to the type that is saved brings its answers back in one step', async () => {
  const card = await openChangedToSolution();

  card.pickType('reseller');

  expect(card.alerts()).toEqual([]);
  expect(card.chosen('role_criteria')).toBe('4');
  expect(card.tags()).toContain('Nothing unsaved');
  card.click('Undo');
  expect(card.chosen('partner_type')).toBe('solution');
  expect(card.chosen('role_criteria')).toBe('unknown');
});

test('answers given since are not dropped on the way back without asking', async () => {
  const card = await openChangedToSolution();
  card.rate({ compatibility: 5 });

  card.pickType('reseller');

  expect(card.isShown('These answer other questions and are emptied: Compatibility 5.')).toBe(true);
  expect(card.isShown('What is saved for this type comes back.')).toBe(true);
  card.click('Change to Reseller');
  expect(card.chosen('compatibility')).toBe('3');
});

test('nothing is asked where nothing would be emptied, and technology ratings stay where they are', async () => {
  const card = await openCard(recordOf({ type: 'technology', ratings: workflowTool }));

  card.pickType('marketing');
  await card.waitFor(() => expect(card.isAsking('people')).toBe(true));
  expect(card.alerts()).toEqual([]);
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[0]).toEqual({ partner_type: { seen: 'technology', value: 'marketing' } });
  card.pickType('technology');
  expect(card.isShown('430 of 500')).toBe(true);
});

test('discard takes an unsaved type back as well', async () => {
  const card = await openChangedToSolution();

  card.click('Discard');

  expect(card.chosen('partner_type')).toBe('reseller');
  expect(card.row('role_criteria')).toContain(profileOf('reseller').dimensions[2]?.question);
});

test('a saved change of type can be undone and saved again', async () => {
  const card = await openChangedToSolution();
  card.click('Save');
  await card.saved();

  card.click('Undo');
  expect(card.row('role_criteria')).toContain(profileOf('reseller').dimensions[2]?.question);
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[1]).toMatchObject({
    partner_type: { seen: 'solution', value: 'reseller' },
    role_criteria: { seen: null, value: 4 },
  });
  expect(card.chosen('role_criteria')).toBe('4');
});
