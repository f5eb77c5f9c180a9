import { Button } from '@hubspot/ui-extensions';

import { ASKING_NOT_SET, SHARED_NOT_SET } from '../../../src/messages/facts.ts';
import { workflowTool } from '../../worked-example.ts';
import { textIn } from '../text-in.ts';
import {
  type Card,
  FACTS,
  SENTENCE,
  TEXT,
  buttonsIn,
  createCompanyWithSources,
  fails,
  gives,
  lineOf,
  linesOf,
  openWith,
  press,
} from './card-with-facts.tsx';
import { createCompany } from './company-in-portal.ts';
import { renderCard } from './open-card.tsx';
import { RATED } from './typed-cards.tsx';

const evidenceOf = (card: Card, field = 'customer_overlap_evidence') => card.textArea(field).props.value;

test('shared customers and companies asking stand by customer overlap, each on a line', async () => {
  const card = await openWith(gives({}));

  expect(linesOf(card, 'customer_overlap').map((line) => textIn(line))).toEqual([
    expect.stringContaining(TEXT),
    expect.stringContaining('4 companies asked: 2 open, 1 lost, 1 stalled, 310,000 EUR'),
  ]);
  expect(linesOf(card, 'check-single-prospect-request').map(({ props }) => props.testId)).toEqual([
    'fact-companies-asking',
    'fact-shared-customers',
  ]);
  expect(linesOf(card, 'check-enthusiastic-contact').map((line) => textIn(line))).toEqual([
    expect.stringContaining('Champion: Dana Whitt; executive sponsor: none'),
  ]);
});

test('a type that asks about people and not about overlap shows the contacts by both places that ask for them', async () => {
  const card = await openWith(gives({}), { partner_type: 'reseller', ...RATED });

  expect(linesOf(card, 'people').map(({ props }) => props.testId)).toEqual(['fact-contacts']);
  card.openTab('rate');
  expect(card.words()).not.toContain('customers use both');
  expect(linesOf(card, 'check-enthusiastic-contact')).toHaveLength(1);
});

test('while facts are counted their lines keep the place, and a rating is taken', async () => {
  let answerNow: (value: unknown) => void = () => undefined;
  const late = new Promise((resolve) => {
    answerNow = resolve;
  });
  const card = renderCard(await createCompanyWithSources());
  card.fn.gather(() => late);
  await card.ready();

  expect(card.words()).toContain('Counting the customers who use both products in HubSpot ...');
  card.rate({ strategic_fit: 5 });
  card.write('customer_overlap_evidence', 'Two lists compared');
  expect(card.tags()).toContain('2 unsaved');
  answerNow({ answer: FACTS });
  await card.fn.settled();

  expect(evidenceOf(card)).toBe('Two lists compared');
  expect(card.chosen('strategic_fit')).toBe('5');
  expect(card.words()).toContain(TEXT);
});

test('a number that somebody typed stays visible beside the counted one', async () => {
  const card = await openWith(gives({}), { ...workflowTool, shared_customers: 12 });

  expect(textIn(lineOf(card, 'customer_overlap'))).toContain(`${TEXT} · typed: 12 on 22 November 2026`);
});

test('a count that goes on is said to be at least, and is counted to the end by a button', async () => {
  const atLeast = { ...asking(), isAtLeast: true, text: 'At least 4 companies asked' };
  const card = await openWith(gives({ companiesAsking: { state: 'counted', fact: atLeast } }));

  card.fn.next(fails);
  card.click('Count all deals');
  await card.fn.settled();
  expect(card.words()).toContain('Not all deals could be counted. HubSpot did not answer.');
  expect(card.words()).toContain(TEXT);
  card.fn.next(() => ({
    answer: {
      fact: 'companies-asking',
      gathered: {
        state: 'counted',
        fact: { ...atLeast, isAtLeast: false, text: '9 companies asked: 9 open' },
      },
    },
  }));
  card.click('Count all deals', 1);
  await card.fn.settled();

  expect(card.words()).toContain('9 companies asked: 9 open');
  expect(card.words()).not.toContain('could be counted');
  expect(card.fn.calls.filter(({ operation }) => operation === 'count-fact')).toHaveLength(2);
});

function asking() {
  if (FACTS.companiesAsking.state !== 'counted') throw new Error('not counted');
  return FACTS.companiesAsking.fact;
}

test('sources that are not set take no line by a question; by a check they share one, and say where to set one', async () => {
  const card = await openWith(
    gives({
      sharedCustomers: { state: 'not-set', message: SHARED_NOT_SET },
      companiesAsking: { state: 'not-set', message: ASKING_NOT_SET },
    }),
  );

  expect(card.row('customer_overlap')).not.toContain('no source');
  card.openTab('checks');
  card.click('Companies asking: no source set');

  expect(card.words()).toContain(ASKING_NOT_SET);
  expect(card.words()).not.toContain(SHARED_NOT_SET);
  card.click('Count deals again');
  await card.fn.settled();
  expect(card.fn.gatherings).toHaveLength(2);
});

test.each(['wrong-source', 'no-name', 'not-allowed', 'failed'] as const)(
  'a source that is %s says why, and is tried again; the others stand',
  async (state) => {
    const card = await openWith(gives({ sharedCustomers: { state, message: 'It is not there.' } }));

    const shared = lineOf(card, 'customer_overlap');
    const asked = lineOf(card, 'customer_overlap', 1);
    expect(textIn(shared)).toContain('It is not there.');
    expect(textIn(asked)).toContain('4 companies asked');
    card.fn.gather(gives({}));
    press(shared, 'Count customers again');
    await card.fn.settled();

    expect(card.words()).toContain(TEXT);
  },
);

test('a gathering that failed as a whole is one line with a way to try again, and can be rated under', async () => {
  const card = await openWith(fails);

  expect(card.words()).toContain('What HubSpot knows could not be counted. HubSpot did not answer.');
  card.rate({ strategic_fit: 5 });
  card.fn.gather(gives({}));
  card.click('Try again');
  await card.fn.settled();

  expect(card.words()).toContain(TEXT);
  expect(card.words()).not.toContain('could not be counted');
  expect(card.tags()).toContain('1 unsaved');
});

test('a fact is written into the evidence once, below what is there, as an edit that undo takes back', async () => {
  const card = await openWith(gives({}), {
    ...workflowTool,
    customer_overlap_evidence: 'Two lists compared',
  });

  card.click('Use as evidence');
  expect(evidenceOf(card)).toBe(`Two lists compared\n${SENTENCE}`);
  expect(buttonsIn(lineOf(card, 'customer_overlap'))).toContain('Used as evidence');
  press(lineOf(card, 'customer_overlap'), 'Used as evidence');
  expect(evidenceOf(card)).toBe(`Two lists compared\n${SENTENCE}`);
  card.click('Undo');

  expect(evidenceOf(card)).toBe('Two lists compared');
  expect(card.fn.saves()).toEqual([]);
});

test('a fact that belongs to a check is written into its note', async () => {
  const card = await openWith(gives({}));

  press(lineOf(card, 'check-enthusiastic-contact'), 'Use as evidence');

  expect(card.textArea('check_enthusiastic_contact_note').props.value).toBe(
    'Champion: Dana Whitt; executive sponsor: none; partner owner: none. Read from HubSpot.',
  );
});

test('evidence that becomes too long opens for its error', async () => {
  const card = await openWith(gives({}), {
    ...workflowTool,
    customer_overlap_evidence: 'x'.repeat(3_990),
  });

  card.click('Use as evidence');

  expect(card.textArea('customer_overlap_evidence').props.validationMessage).toMatch(
    /^At most 4,000 characters/,
  );
});

test('a clear check without a sponsor now asks for a look and stays clear', async () => {
  const card = await openWith(gives({ at: '2026-11-23T06:00:00Z', on: '2026-11-23' }), {
    ...workflowTool,
    check_enthusiastic_contact: 'clear',
    check_enthusiastic_contact_note: 'Sponsor met',
  });

  expect(card.row('check-enthusiastic-contact')).toMatch(
    /Look again.*No sponsor now, and the check of 22 November 2026 is clear/,
  );
  expect(card.chosen('check_enthusiastic_contact')).toBe('clear');
});

test('a save gathers nothing anew', async () => {
  const card = await openWith(gives({}));

  card.rate({ strategic_fit: 5 });
  card.click('Save');
  await card.saved();
  await card.fn.settled();

  expect(card.fn.gatherings).toHaveLength(1);
  card.openTab('rate');
  expect(card.words()).toContain(TEXT);
});

test('buttons of a fact are named after it, but for the one that writes its sentence, which says the sentence', async () => {
  const card = await openWith(gives({}));

  const shared = lineOf(card, 'customer_overlap');
  const asked = lineOf(card, 'customer_overlap', 1);
  expect(buttonsIn(shared)).toEqual(['Customers', 'Use as evidence']);
  expect(buttonsIn(asked)).toEqual(['Deals', 'Use as evidence']);
  const use = shared.find(Button, (each) => textIn(each) === 'Use as evidence');
  expect(textIn(use.props.overlay as never)).toBe(SENTENCE);
});

test('where the settings name no source, no line waits by the question', async () => {
  const card = renderCard(await createCompany(workflowTool));
  card.fn.gather(() => new Promise(() => undefined));
  await card.ready();

  expect(card.row('customer_overlap')).not.toContain('Counting');
});
