import { DateInput, Heading, LoadingButton, Select, Text, ToggleGroup } from '@hubspot/ui-extensions';

import type { DecideInput } from '../../../extensions/scorecard-card/state/decision-form.ts';
import type { Decision } from '../../../src/icp/decision.ts';
import { runOperation } from '../../../src/usecases/answer-call.ts';
import { workflowTool } from '../../worked-example.ts';
import { textIn } from '../text-in.ts';
import { type Company, TODAY_IN_WORDS, createCompany, now } from './company-in-portal.ts';
import { openCardOf } from './open-card.tsx';
import { runOfCard } from './open-drafting.tsx';

/** The decision of somebody else, made through the app. */
async function decideElsewhere(company: Company, decision: Decision, quarter: string, reason = 'A plan') {
  const { stored, basisNow } = (await company.record()).decision;
  await runOperation('decide', () => company.portal.context, {
    companyId: company.id,
    by: 'ben@example.com',
    basis: basisNow,
    changes: {
      decision: { seen: stored.decision, value: decision },
      decision_quarter: { seen: stored.decision_quarter, value: quarter },
      decision_reason: { seen: stored.decision_reason, value: reason },
      ask_again_on: { seen: stored.ask_again_on, value: '' },
      decided_at: { seen: stored.decided_at, value: now().toISOString() },
    },
  });
}

async function storedTime(company: Company): Promise<string> {
  return (await company.record()).decision.stored.decided_at;
}

/** The tab "Decide" of a company; every test takes a quarter of its own where slots matter. */
async function openDecide(company: Company) {
  const card = await openCardOf(company, { run: runOfCard() });
  const { find, findAll, maybeFind, fn } = card;
  card.openTab('decide');
  return {
    ...card,
    company,
    quarter: (value: string) => find(Select, { name: 'decision_quarter' }).props.onChange?.(value),
    askAgain: () => maybeFind(DateInput, { name: 'ask_again_on' }),
    decideButton: () => find(LoadingButton, (each) => textIn(each) === 'Decide').props,
    headings: () => findAll(Heading).map(textIn),
    said: () => findAll(Text).map(textIn),
    sent: () =>
      fn.calls.filter(({ operation }) => operation === 'decide').map(({ input }) => input as DecideInput),
    asked: (operation: string) => fn.calls.filter((call) => call.operation === operation),
    decided: () => card.waitFor(() => expect(card.alerts().join()).toMatch(/Decided: /)),
  };
}

test('a decision goes out with what was seen, what it rests on and one time, and stands on the tab afterwards', async () => {
  const company = await createCompany(workflowTool);
  const card = await openDecide(company);
  const { basisNow } = (await company.record()).decision;
  expect(card.tabTitles()[3]).toBe('Decide');
  expect(card.said()).toContain(`A new decision rests on: ${basisNow ?? ''}.`);

  card.choose('decision', 'go-light');
  card.type('decision_reason', 'One intro call');
  card.click('Decide');
  await card.decided();

  expect(card.sent()).toEqual([
    {
      companyId: company.id,
      by: 'fake_email@example.com',
      basis: basisNow,
      changes: {
        decision: { seen: '', value: 'go-light' },
        decision_quarter: { seen: '', value: '2026-Q4' },
        decision_reason: { seen: '', value: 'One intro call' },
        ask_again_on: { seen: '', value: '' },
        decided_at: { seen: '', value: expect.any(String) as string },
      },
    },
  ]);
  expect(card.tabTitles()[3]).toBe('Go light, 2026-Q4');
  expect(card.said()).toContain('One intro call');
  expect(card.find(ToggleGroup, { name: 'decision' }).props.value).toBeUndefined();
  expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
});

test('the button that decides is no primary one, and says why it waits', async () => {
  const card = await openDecide(await createCompany(workflowTool));
  expect(card.decideButton()).toMatchObject({ variant: 'secondary', disabled: true });
  expect(card.said()).toContain('Choose what to do.');

  card.choose('decision', 'go-light');

  expect(card.decideButton().disabled).toBe(false);
});

test('before anything is rated nothing can be decided', async () => {
  const card = await openDecide(await createCompany());

  card.choose('decision', 'decline');

  expect(card.decideButton().disabled).toBe(true);
  expect(card.said()).toContain('Rate at least one question before you decide.');
});

test('unsaved changes are saved before a decision freezes what is stored', async () => {
  const card = await openDecide(await createCompany(workflowTool));
  card.choose('decision', 'go-light');
  card.rate({ distribution_reach: 4 });
  card.openTab('decide');
  expect(card.decideButton().disabled).toBe(true);
  expect(card.said()).toContain('Save first: a decision freezes what is stored.');

  card.click('Save');
  await card.saved();

  expect(card.decideButton().disabled).toBe(false);
});

test('the form outlives a change of tabs and another load of the record', async () => {
  const card = await openDecide(await createCompany(workflowTool));
  card.choose('decision', 'wait');
  card.type('decision_reason', 'Their API is late');
  card.askAgain()?.props.onChange?.({ year: 2027, month: 2, date: 1, formattedDate: '' });

  card.openTab('rate');
  card.fn.next(() => Promise.reject(new Error('offline')));
  card.rate({ distribution_reach: 4 });
  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toHaveLength(1));
  card.click('Load the record again');
  await card.waitFor(() => expect(card.alerts()).toEqual([]));
  card.openTab('decide');

  expect(card.chosen('decision')).toBe('wait');
  expect(card.textArea('decision_reason').props.value).toBe('Their API is late');
  expect(card.askAgain()?.props.value).toEqual({ year: 2027, month: 2, date: 1 });
  card.click('Discard the form');
  expect(card.chosen('decision')).toBeUndefined();
  expect(card.textArea('decision_reason').props.value).toBe('');
});

test('only Wait and Decline ask again, on a day after today', async () => {
  const card = await openDecide(await createCompany(workflowTool));
  card.choose('decision', 'go-light');
  expect(card.askAgain()).toBeNull();

  card.choose('decision', 'decline');
  card.askAgain()?.props.onChange?.({ year: 2026, month: 10, date: 22, formattedDate: '' });

  expect(card.said()).toContain('Ask again on: choose a day after today.');
  expect(card.decideButton().disabled).toBe(true);
});

test('going deep against the checks asks for a reason before it is sent', async () => {
  const card = await openDecide(await createCompany(workflowTool));

  card.choose('decision', 'go-deep');
  await card.waitFor(() => expect(card.words()).toContain('Deep slots of 2026-Q4: 0 of 2 used.'));
  expect(card.said()).toContain(
    'Reason: this partner is not cleared. Say why you go deep against the checks, or clear the checks first.',
  );
  expect(card.decideButton().disabled).toBe(true);
  card.type('decision_reason', 'The board wants it');
  card.quarter('2027-Q1');
  card.click('Decide');
  await card.decided();

  expect(card.headings()).toContain('Go deep in 2027-Q1, against the checks');
  await card.waitFor(() =>
    expect(card.words()).toContain('Deep slots of 2027-Q1: 1 of 2 used: Larkspur Flow.'),
  );
});

/** Two partners hold the slots of a quarter. */
async function fill(quarter: string): Promise<void> {
  for (const name of ['Alder', 'Birch']) {
    const company = await createCompany(workflowTool, { created: { name } });
    await decideElsewhere(company, 'go-deep', quarter);
  }
}

test('when the slots are full it says who holds them, and the next is offered Wait', async () => {
  await fill('2027-Q2');
  const card = await openDecide(await createCompany(workflowTool));
  card.quarter('2027-Q2');

  card.choose('decision', 'go-deep');
  await card.waitFor(() => expect(card.alerts()).toEqual(['No deep slot of 2027-Q2 is left']));
  expect(card.words()).toContain('Deep slots of 2027-Q2: 2 of 2 used: Alder, Birch.');
  expect(card.said()).toContain(
    'Reason: the slots of 2027-Q2 are used by Alder, Birch, and this partner is not cleared. Say why you go deep all the same, or choose Wait.',
  );
  card.click('Choose Wait instead');

  expect(card.chosen('decision')).toBe('wait');
  expect(card.alerts()).toEqual([]);
  expect(card.decideButton().disabled).toBe(false);
});

test('going over the slots is told after the decision', async () => {
  await fill('2027-Q3');
  const card = await openDecide(await createCompany(workflowTool));
  card.quarter('2027-Q3');
  card.choose('decision', 'go-deep');
  card.type('decision_reason', 'They bring the largest deal');

  card.click('Decide');

  await card.waitFor(() =>
    expect(card.alerts()).toEqual([
      'Decided: Go deep in 2027-Q3',
      '3 of 2 slots of 2027-Q3 are used: Alder, Birch, Larkspur Flow',
    ]),
  );
  expect(card.asked('read-slots').at(-1)?.input).toHaveProperty('decided', await storedTime(card.company));
});

test('a count that does not show the decision yet is called unsure, and can be made again', async () => {
  const card = await openDecide(await createCompany(workflowTool));
  card.quarter('2027-Q4');
  card.choose('decision', 'go-deep');
  await card.fn.settled();
  card.type('decision_reason', 'A plan');
  card.click('Decide');
  const unsure = {
    ...{ quarter: '2027-Q4', limit: 2, holders: [], isOver: false, isSure: false, text: '0 of 2 used' },
  };
  card.fn.next((call) => card.company.answer(call));
  card.fn.next(() => ({ answer: unsure }));

  await card.waitFor(() => expect(card.alerts()).toContain('Count unsure'));
  card.click('Count again');

  await card.waitFor(() => expect(card.alerts()).not.toContain('Count unsure'));
});

test('slots that cannot be counted say so, and are counted again on request', async () => {
  const card = await openDecide(await createCompany(workflowTool));
  card.fn.next(() => ({ error: { code: 'rate-limited', message: 'HubSpot is busy.' } }));

  card.choose('decision', 'go-deep');
  await card.waitFor(() => expect(card.alerts()).toEqual(['The deep slots of 2026-Q4 could not be counted']));
  card.click('Count again');

  await card.waitFor(() => expect(card.words()).toContain('Deep slots of 2026-Q4: 0 of 2 used.'));
});

test('a retry after a lost answer sends the same time, so that it is decided once', async () => {
  const company = await createCompany(workflowTool);
  const card = await openDecide(company);
  card.choose('decision', 'go-light');
  card.fn.next(async (call) => {
    await company.answer(call);
    throw new Error('the answer was lost');
  });

  card.click('Decide');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Not decided; what you entered is still here']));
  card.click('Decide');
  await card.decided();

  const [first, second] = card.sent();
  expect(second).toEqual(first);
  expect(await company.portal.valuesOf(company.id, 'ipp_decided_at')).toHaveLength(1);
});

test('a decision whose answer was lost is found when the record is loaded again', async () => {
  const company = await createCompany(workflowTool);
  const card = await openDecide(company);
  card.choose('decision', 'go-light');
  card.fn.next(async (call) => {
    await company.answer(call);
    throw new Error('the answer was lost');
  });
  card.click('Decide');
  await card.waitFor(() => expect(card.alerts()).toHaveLength(1));

  card.click('Load the record again');
  await card.decided();

  expect(card.chosen('decision')).toBeUndefined();
  expect(card.sent()).toHaveLength(1);
});

test('deciding again with the same choice sends a new time', async () => {
  const company = await createCompany(workflowTool);
  const card = await openDecide(company);
  for (const nth of [1, 2]) {
    card.choose('decision', 'go-light');
    card.click('Decide');
    await card.waitFor(() => expect(card.sent()).toHaveLength(nth));
    await card.decided();
    await card.fn.settled();
  }

  const [first, second] = card.sent().map(({ changes }) => changes.decided_at.value);

  expect(second).not.toBe(first);
  expect(await company.portal.valuesOf(company.id, 'ipp_decided_at')).toHaveLength(2);
});

test('a decision of somebody else meanwhile is told with who and what; after a look at it the form decides', async () => {
  const company = await createCompany(workflowTool);
  const card = await openDecide(company);
  card.choose('decision', 'go-light');
  await decideElsewhere(company, 'decline', '2027-Q1', 'No plan');

  card.click('Decide');
  await card.waitFor(() =>
    expect(card.alerts()).toEqual(['Nothing was decided: the record changed meanwhile']),
  );
  expect(card.words()).toContain(
    `Decision is now: Decline. Changed by ben@example.com on ${TODAY_IN_WORDS}.`,
  );
  expect(card.said()).toContain('First look at what changed.');
  expect(card.tabTitles()[3]).toBe('Decide');
  card.click('Look at it');
  expect(card.tabTitles()[3]).toBe('Decline, 2027-Q1');
  expect(card.chosen('decision')).toBe('go-light');
  card.click('Decide');
  await card.decided();

  expect(card.sent()[1]?.changes.decision).toEqual({ seen: 'decline', value: 'go-light' });
});

test('a verdict that changed meanwhile holds the decision back', async () => {
  const company = await createCompany(workflowTool);
  const card = await openDecide(company);
  card.choose('decision', 'go-light');
  await company.save({ customer_overlap: 1 });

  card.click('Decide');
  await card.waitFor(() => expect(card.alerts()).toHaveLength(1));
  expect(card.words()).toMatch(/What it rests on is now: 310, /);
  card.click('Look at it');

  expect(card.said().join(' ')).toMatch(/A new decision rests on: 310, /);
});

test('a decision that was edited in HubSpot reads "Changed outside"', async () => {
  const company = await createCompany(workflowTool);
  await decideElsewhere(company, 'go-light', '2027-Q1');
  await company.edit({ ipp_decision: 'wait' });

  const card = await openDecide(company);

  expect(card.tags()).toContain('Changed outside');
  expect(card.tabTitles()[3]).toBe('Wait, 2027-Q1');
});

test('a new decision says that it rests on something else than the stored one', async () => {
  const company = await createCompany(workflowTool);
  await decideElsewhere(company, 'go-light', '2027-Q1');
  await company.save({ customer_overlap: 1 });

  const card = await openDecide(company);

  expect(card.said().join(' ')).toContain('This is not what the stored decision rests on.');
});

test('a stored quarter that is offered no more stays to choose', async () => {
  const company = await createCompany(workflowTool);
  await decideElsewhere(company, 'go-light', '2025-Q2');

  const card = await openDecide(company);
  const { options, value } = card.find(Select, { name: 'decision_quarter' }).props;

  expect(options.map((option) => option.value)).toEqual([
    ...['2025-Q2', '2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4'],
  ]);
  expect(value).toBe('2026-Q4');
});
