import { workflowTool } from '../../worked-example.ts';
import { TODAY, recordOf } from './function-in-test.ts';
import { openCard } from './open-card.tsx';

/** Ratings are saved with the type that they were given under. */
const TYPED = { partner_type: { seen: 'technology', value: 'technology' } };

async function clash() {
  const card = await openCard(recordOf({ ratings: workflowTool }));
  card.rate({ customer_overlap: 4, strategic_fit: 5 });
  card.fn.change('customer_overlap', 2);
  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Somebody else changed 1 field meanwhile']));
  return card;
}

test('a field that somebody else changed shows both values, and the rest is saved', async () => {
  const card = await clash();

  const tile = card.row('clash-customer_overlap');

  expect(tile).toContain('Mine 4');
  expect(tile).toContain(`Theirs. Changed by ben@example.com on ${TODAY} 2`);
  expect(card.chosen('customer_overlap')).toBe('4');
  expect(card.tags()).toContain('1 unsaved, 1 to pick');
});

test('keep mine saves that field again over the value that was found', async () => {
  const card = await clash();

  card.click('Keep mine');
  await card.saved();

  expect(card.fn.saves()[1]).toEqual({ ...TYPED, customer_overlap: { seen: 2, value: 4 } });
  expect(card.alerts()).toEqual([]);
});

test('take theirs shows the other value and leaves nothing to save', async () => {
  const card = await clash();

  card.click('Take theirs');

  expect(card.chosen('customer_overlap')).toBe('2');
  expect(card.tags()).toContain('Nothing unsaved');
  expect(card.alerts()).toEqual([]);
});

test('taking theirs can be undone like any other step', async () => {
  const card = await clash();
  card.click('Take theirs');

  card.click('Undo');

  expect(card.chosen('customer_overlap')).toBe('4');
});

test('a value that the save wrote over can be put back', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));
  card.rate({ customer_overlap: 4 });
  card.fn.next((call) => {
    const { answer } = card.fn.answer(call) as { answer: object };
    const change = { by: null, at: `${TODAY}T10:00:00Z`, source: 'CRM_UI' };
    return { answer: { ...answer, overwrote: [{ field: 'customer_overlap', lost: 3, change }] } };
  });
  card.click('Save');
  await card.saved();
  expect(card.words()).toContain(
    `Customer overlap was 3. Changed by somebody outside this card (CRM_UI) on ${TODAY}.`,
  );

  card.click('Put back');
  await card.waitFor(() => expect(card.fn.saves()).toHaveLength(2));
  await card.saved();

  expect(card.fn.saves()[1]).toEqual({ ...TYPED, customer_overlap: { seen: 4, value: 3 } });
  expect(card.chosen('customer_overlap')).toBe('3');
  expect(card.alerts()).toEqual([]);
});
