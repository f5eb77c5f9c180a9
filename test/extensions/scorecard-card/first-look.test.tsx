import { Button } from '@hubspot/ui-extensions';

import { NOTHING_KNOWN } from '../../../src/messages/fact-lines.ts';
import { SHARED_NOT_SET } from '../../../src/messages/facts.ts';
import { textIn } from '../text-in.ts';
import { SENTENCE, contacts, fails, gives, openWith } from './card-with-facts.tsx';
import type { Answer } from './serve-function.ts';

const LOOK = 'Look at what the CRM knows';

/** The card of a company that was never scored. */
const openNew = (answer: Answer) => openWith(answer, {});

async function openLooked(answer: Answer) {
  const card = await openNew(answer);
  card.click(LOOK);
  await card.fn.settled();
  return card;
}

test('of a company that was never scored nothing is gathered before somebody asks', async () => {
  const card = await openNew(gives({}));

  expect(card.fn.gatherings).toEqual([]);
  expect(card.words()).not.toMatch(/Counting|customers use both|Ask about/);
  card.click(LOOK);
  await card.fn.settled();

  expect(card.fn.gatherings).toHaveLength(1);
});

test('a first look says what to ask first, and proposes a sentence for each place', async () => {
  const card = await openLooked(gives({}));

  expect(card.words()).toMatch(/Ask about customer overlap first: How many of our customers/);
  expect(card.words()).toContain(`For customer overlap: ${SENTENCE}`);
  expect(card.words()).toContain('For customer overlap: 4 companies asked');
  expect(card.words()).toContain('For the note on enthusiastic contact: Champion: Dana Whitt');
});

test('it rates nothing; a sentence that is used starts the evidence, and undo takes it back', async () => {
  const card = await openLooked(gives({}));

  expect(card.tags()).toContain('Nothing unsaved');
  card.click('Use as evidence');
  card.click('Use as evidence', 1);

  expect(card.textArea('customer_overlap_evidence').props.value).toBe(SENTENCE);
  expect(card.textArea('check_enthusiastic_contact_note').props.value).toMatch(/^Champion: Dana Whitt/);
  expect(card.chosen('customer_overlap')).toBe('unknown');
  card.openTab('rate');
  card.click('Undo');
  card.click('Undo');
  expect(card.tags()).toContain('Nothing unsaved');
});

test('a first look that finds nothing says what to do next', async () => {
  const none = { count: 0, isAtLeast: false, notes: [], companies: [] };
  const card = await openLooked(
    gives({
      sharedCustomers: {
        state: 'counted',
        fact: { ...none, text: '0 customers use both', evidence: '0 customers use both products.' },
      },
      companiesAsking: { state: 'failed', message: 'HubSpot did not answer.' },
      contacts: { state: 'counted', fact: { ...contacts([]), text: 'No contacts' } },
    }),
  );

  expect(card.words()).toContain(NOTHING_KNOWN);
  expect(card.words()).toContain('HubSpot did not answer.');
  expect(card.findAll(Button).map((each) => textIn(each))).toContain('Look again');
});

test('a source that is not set is said once, with where to set it', async () => {
  const card = await openLooked(gives({ sharedCustomers: { state: 'not-set', message: SHARED_NOT_SET } }));

  card.click('Shared customers: no source set');

  expect(card.words()).toContain(SHARED_NOT_SET);
});

test('a first look that failed says so, and is tried again by the same button', async () => {
  const card = await openLooked(fails);

  expect(card.words()).toContain('HubSpot did not answer.');
  card.fn.gather(gives({}));
  card.click(LOOK);
  await card.fn.settled();

  expect(card.words()).toContain(SENTENCE);
});

test('once it is scored, what the first look found stands by the questions, and is not gathered anew', async () => {
  const card = await openLooked(gives({}));

  card.rate({ customer_overlap: 4 });
  card.click('Save');
  await card.saved();
  await card.fn.settled();

  expect(card.fn.gatherings).toHaveLength(1);
  expect(card.row('customer_overlap')).toContain('37 customers use both (property');
  expect(card.words()).not.toContain('Ask about');
});

test('a company that was scored without a first look is looked at by the button', async () => {
  const card = await openNew(gives({}));
  card.rate({ customer_overlap: 4 });
  card.click('Save');
  await card.saved();

  expect(card.fn.gatherings).toEqual([]);
  card.click(LOOK);
  await card.fn.settled();

  expect(card.row('customer_overlap')).toContain('37 customers use both (property');
});
