import { LoadingSpinner } from '@hubspot/ui-extensions';

import { workflowTool } from '../../worked-example.ts';
import { withPortal } from '../../portal.ts';
import { createCompany, now, profileOf } from './company-in-portal.ts';
import { openCard, openCardOf } from './open-card.tsx';
import { RATED, openChangedToSolution, openReseller } from './typed-cards.tsx';

test('a rating that somebody changed meanwhile holds the whole change of type back', async () => {
  const card = await openChangedToSolution();
  await card.company.save({ role_criteria: 5 });

  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Somebody else changed 1 field meanwhile']));

  expect(card.words()).toContain('A change of type is saved whole, so nothing of yours is saved yet.');
  expect(card.typeSelect().value).toBe('solution');
  expect(card.tags()).toContain('5 unsaved, 1 to pick');
});

test('keep mine sends the whole change of type', async () => {
  const card = await openChangedToSolution();
  await card.company.save({ role_criteria: 5 });
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
  await card.company.save({ role_criteria: 5 });
  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toHaveLength(1));

  card.click('Take theirs');
  expect(card.isShown('Emptied, because this type asks something else: Role criteria 5.')).toBe(true);
  card.click('Change to Solution partner');
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[1]).toMatchObject({ role_criteria: { seen: 5, value: null } });
});

test('ratings under a type that somebody changed meanwhile are kept back, and the card says so', async () => {
  const card = await openReseller();
  card.rate({ market_access: 4, role_criteria: 5 });
  await card.company.save({
    partner_type: 'solution',
    role_criteria: null,
    role_criteria_evidence: '',
    compatibility: null,
  });

  card.click('Save');
  const notice = 'Somebody changed the type to Solution partner meanwhile';
  await card.waitFor(() => expect(card.alerts()).toContain(notice));

  expect(card.chosen('market_access')).toBe('4');
  expect(card.question('role_criteria')).toBe(profileOf('solution').dimensions[2]?.question);
  expect(card.tags()).not.toContain('Saved');
  expect(await card.company.record()).toMatchObject({ scorecard: { ratings: { market_access: 5 } } });
});

test('answers that the new type does not ask for stay in sight by name, unsent', async () => {
  const card = await openCard(workflowTool);
  card.rate({ strategic_fit: 1 });
  await card.company.save({ partner_type: 'marketing' });

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
  const card = await openCard();
  let answerLate: (answer: unknown) => void = () => undefined;
  card.fn.next(() => new Promise((resolve) => (answerLate = resolve)));
  card.pickType('reseller');
  await card.waitFor(() => expect(card.fn.calls).toHaveLength(2));

  card.pickType('marketing');
  await card.waitFor(() => expect(card.chosen('people')).toBe('unknown'));
  answerLate({ answer: profileOf('reseller') });
  await new Promise(setImmediate);

  expect(card.typeSelect().value).toBe('marketing');
  expect(card.question('people')).toBe(profileOf('marketing').dimensions[0]?.question);
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
  const card = await openCard();
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
  await withPortal({ now, types: ['technology'] }, async (portal) => {
    const created = { ipp_partner_type: 'solution' };
    const card = await openCardOf(await createCompany({}, { portal, created }));
    expect(card.words()).toContain('Not judged');

    card.pickType('technology');
    await card.waitFor(() => expect(card.isAsking('customer_overlap')).toBe(true));
    card.rate(workflowTool);

    expect(card.words()).toContain('430 of 500');
  });
});

test('a type that was changed outside is set back by one button', async () => {
  const company = await createCompany({ partner_type: 'reseller', ...RATED });
  await company.edit({ ipp_partner_type: 'solution' });
  const card = await openCardOf(company);

  card.click('Set the type to reseller');

  expect(card.alerts()).toEqual(['This scorecard cannot be judged', 'HubSpot holds another verdict']);
  expect(card.chosen('role_criteria')).toBe('4');
  expect(card.tags()).toContain('1 unsaved');
  expect(card.tags()).not.toContain('Not judged');
});
