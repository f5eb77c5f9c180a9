import { LoadingSpinner } from '@hubspot/ui-extensions';

import { workflowTool } from '../../worked-example.ts';
import { profileOf, recordOf } from './function-in-test.ts';
import { openCard } from './open-card.tsx';
import { RATED, openChangedToSolution, openReseller, recordUnder, typeSection } from './typed-cards.tsx';

test('a rating that somebody changed meanwhile holds the whole change of type back', async () => {
  const card = await openChangedToSolution();
  card.fn.change('role_criteria', 5);

  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Somebody else changed 1 field meanwhile']));

  expect(card.mocks.actions.addAlert.calls).toEqual([
    [expect.objectContaining({ message: expect.stringContaining('Nothing is saved yet') as string })],
  ]);
  expect(card.chosen('partner_type')).toBe('solution');
  expect(card.tags()).toContain('4 unsaved, 1 to pick');
});

test('keep mine sends the whole change of type', async () => {
  const card = await openChangedToSolution();
  card.fn.change('role_criteria', 5);
  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toHaveLength(1));

  card.click('Keep mine');
  await card.saved();

  expect(card.fn.saves()[1]).toMatchObject({
    partner_type: { seen: 'reseller', value: 'solution' },
    role_criteria: { seen: 5, value: null },
    compatibility: { seen: 3, value: null },
  });
});

test('taking their rating under an unsaved change of type asks again, and either answer can be saved', async () => {
  const card = await openChangedToSolution();
  card.fn.change('role_criteria', 5);
  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toHaveLength(1));

  card.click('Take theirs');
  expect(card.isShown('These answer other questions and are emptied: Role criteria 5.')).toBe(true);
  card.click('Change to Solution partner');
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[1]).toMatchObject({ role_criteria: { seen: 5, value: null } });
});

test('ratings under a type that somebody changed meanwhile are kept back, and the card says so', async () => {
  const card = await openReseller();
  card.rate({ market_access: 4, role_criteria: 5 });
  card.fn.change('role_criteria', null);
  card.fn.change('partner_type', 'solution');

  card.click('Save');
  const notice = 'Somebody changed the type to Solution partner meanwhile';
  await card.waitFor(() => expect(card.alerts()).toContain(notice));

  expect(card.chosen('market_access')).toBe('4');
  expect(card.row('role_criteria')).toContain(profileOf('solution').dimensions[2]?.question);
  expect(card.tags()).not.toContain('Saved in HubSpot');
  expect(
    card.fn.answer({ name: '', operation: 'load-scorecard', input: { companyId: '123' } }),
  ).toMatchObject({
    answer: { scorecard: { ratings: { market_access: 5 } } },
  });
});

test('answers that the new type does not ask for stay in sight by name, unsent', async () => {
  const card = await openCard(recordOf({ type: 'technology', ratings: workflowTool }));
  card.rate({ strategic_fit: 1 });
  card.fn.change('partner_type', 'marketing');

  card.click('Save');
  await card.waitFor(() => expect(card.isAsking('people')).toBe(true));
  card.rate({ people: 3 });
  card.click('Save');
  await card.waitFor(() => expect(card.fn.saves()).toHaveLength(2));

  expect(card.isShown('No question of this type, so kept here unsaved: Strategic fit.')).toBe(true);
  expect(card.fn.saves()[1]).toEqual({
    people: { seen: null, value: 3 },
    partner_type: { seen: 'marketing', value: 'marketing' },
  });
});

test('an answer about a type that was picked before another one changes nothing', async () => {
  const card = await openCard(recordOf());
  let answerLate: (answer: unknown) => void = () => undefined;
  card.fn.next(() => new Promise((resolve) => (answerLate = resolve)));
  card.pickType('reseller');
  await card.waitFor(() => expect(card.fn.calls).toHaveLength(2));

  card.pickType('marketing');
  await card.waitFor(() => expect(card.chosen('people')).toBe('unknown'));
  answerLate({ answer: profileOf('reseller') });
  await new Promise((resolve) => setTimeout(resolve, 5));

  expect(card.chosen('partner_type')).toBe('marketing');
  expect(card.row('people')).toContain(profileOf('marketing').dimensions[0]?.question);
});

test('until the questions of a type arrive the card says so, and everything else stays usable', async () => {
  const card = await openReseller();
  card.fn.next(() => new Promise(() => undefined));

  card.pickType('solution');
  card.rate({ market_access: 2 });

  expect(card.find(LoadingSpinner).props.label).toBe('Fetching the questions of solution partner');
  expect(card.chosen('market_access')).toBe('2');
  expect(card.chosen('role_criteria')).toBe('4');
});

test('questions that do not arrive are said in words, and trying again goes on', async () => {
  const card = await openCard(recordOf());
  card.rate({ customer_overlap: 4 });
  card.fn.next(() => ({ error: { code: 'unavailable', message: 'HubSpot did not answer.' } }));

  card.pickType('reseller');
  await card.waitFor(() => expect(card.alerts()).toEqual(['The questions of reseller did not arrive']));
  expect(card.isShown('HubSpot did not answer. Nothing was changed.')).toBe(true);
  expect(card.chosen('customer_overlap')).toBe('4');
  card.click('Try again');
  await card.waitFor(() => expect(card.isAsking('people')).toBe(true));

  expect(card.alerts()).toEqual([]);
});

test('a scorecard whose type lost its properties can be moved to another type', async () => {
  const message = 'This portal has no properties for the type Solution partner yet.';
  const card = await openCard(
    recordUnder(
      'solution',
      {},
      {
        state: 'unjudgeable',
        problems: [{ field: 'partner_type', message }],
        readyTypes: ['technology', 'reseller'],
      },
    ),
  );
  expect(card.tags()).toContain('Not judged');
  expect(typeSection(card)).toMatchObject({ open: true });

  card.pickType('technology');
  await card.waitFor(() => expect(card.isAsking('customer_overlap')).toBe(true));
  card.rate(workflowTool);

  expect(card.isShown('430 of 500')).toBe(true);
});

test('a type that was changed outside is set back by one button', async () => {
  const message =
    'The scorecard was judged by reseller@0, but its type was changed to solution. Set the type back.';
  const card = await openCard(
    recordUnder(
      'reseller',
      { type: 'solution', ratings: RATED },
      { state: 'unjudgeable', profileVersion: 'reseller@0', problems: [{ field: 'partner_type', message }] },
    ),
  );

  card.click('Set the type to reseller');

  expect(card.alerts()).toEqual(['This scorecard cannot be judged']);
  expect(card.chosen('role_criteria')).toBe('4');
  expect(card.tags()).toContain('1 unsaved');
  expect(card.tags()).not.toContain('Not judged');
});
