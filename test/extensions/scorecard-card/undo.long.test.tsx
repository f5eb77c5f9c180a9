import { workflowTool } from '../../worked-example.ts';
import { openCard } from './open-card.tsx';

/** Between two acts of a person; React takes fifty in one go for an endless loop. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve));

test('sixty ratings are taken back one by one, down to what was loaded', async () => {
  const card = await openCard(workflowTool);
  const given = Array.from({ length: 60 }, (_, step) => ((step % 5) + 1) as 1 | 2 | 3 | 4 | 5);
  for (const rating of given) {
    card.rate({ strategic_fit: rating });
    await aMoment();
  }

  for (const rating of given.toReversed()) {
    expect(card.chosen('strategic_fit')).toBe(String(rating));
    card.click('Undo');
    await aMoment();
  }

  expect(card.chosen('strategic_fit')).toBe('4');
  expect(card.tags()).toContain('Nothing unsaved');
  expect(card.button('Undo').props.disabled).toBe(true);
});

test('typing one text is one step, and what was left in between is another', async () => {
  const card = await openCard(workflowTool);
  for (const text of ['4', '41', '41 shared']) card.type('customer_overlap_evidence', text);
  card.write('customer_overlap_evidence', '41 shared');
  for (const text of ['41 shared,', '41 shared, May']) card.type('customer_overlap_evidence', text);

  card.click('Undo');
  expect(card.textArea('customer_overlap_evidence').props.value).toBe('41 shared');
  card.click('Undo');
  expect(card.textArea('customer_overlap_evidence').props.value).toBe('');
});

test('a text under the hands is not sent back letter by letter', async () => {
  const card = await openCard();

  card.type('customer_overlap_evidence', '41 sh');

  expect(card.textArea('customer_overlap_evidence').props.value).toBe('');
  expect(card.tags()).toContain('1 unsaved');
});

test('discard takes everything back, and undo brings it all again', async () => {
  const card = await openCard(workflowTool);
  card.rate({ customer_overlap: 1, strategic_fit: 1 });

  card.click('Discard');
  expect(card.tags()).toContain('Nothing unsaved');
  expect(card.chosen('customer_overlap')).toBe('5');
  card.click('Undo');

  expect(card.tags()).toContain('2 unsaved');
  expect(card.chosen('customer_overlap')).toBe('1');
});

test('a change that is changed back is no change', async () => {
  const card = await openCard(workflowTool);

  card.rate({ customer_overlap: 4 });
  card.rate({ customer_overlap: 5 });

  expect(card.tags()).toContain('Nothing unsaved');
});

test('undo after a save brings the old value back as an unsaved change', async () => {
  const card = await openCard(workflowTool);
  card.rate({ customer_overlap: 2 });
  card.click('Save');
  await card.saved();

  card.click('Undo');

  expect(card.chosen('customer_overlap')).toBe('5');
  expect(card.tags()).toContain('1 unsaved');
});

test('a cleared scorecard is empty in the CRM, and undo brings its values back as unsaved changes', async () => {
  const card = await openCard(workflowTool);

  card.openTab('type');
  card.click('Empty it');
  await card.saved();
  expect(card.words()).toContain('Not assessed as a partner');
  card.click('Undo');

  expect(card.tags()).toContain('7 unsaved');
  expect(card.words()).toContain('430 of 500');
});
