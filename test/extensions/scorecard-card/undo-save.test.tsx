import { Button, LoadingButton, Tile } from '@hubspot/ui-extensions';

import { NOT_UNDONE, SAVE_UNDONE, undoneUnderEdit } from '../../../src/messages/history-tab.ts';
import { CLEARED } from '../../../src/messages/cards.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { textIn } from '../text-in.ts';
import {
  type Company,
  type Values,
  TODAY,
  TODAY_IN_WORDS,
  createCompany,
  now,
  setClock,
} from './company-in-portal.ts';
import { openDrafting } from './open-drafting.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({ home: true, now });
});
afterAll(() => portal.close());

const ME = { id: 11, email: 'mateo@example.com' };

/** A scored company, saved once more by Ana. */
async function savedOver(values: Values): Promise<Company> {
  const company = await createCompany(workflowTool, { portal });
  setClock(`${TODAY}T07:30:00Z`);
  await company.save(values, 'ana@example.com');
  return company;
}

/** Mateo opens the history. */
async function openHistory(company: Company) {
  const card = await openDrafting(company, ME);
  card.openTab('history');
  await card.fn.settled();
  const labels = () => [...card.findAll(Button), ...card.findAll(LoadingButton)].map(textIn);
  return {
    ...card,
    labels,
    question: () => textIn(card.findByTestId(Tile, 'undo-save')),
    press: async (label: string) => {
      card.click(label);
      await card.fn.settled();
    },
    undo: async () => {
      card.click('Undo this save');
      card.click('Undo it');
      await card.fn.settled();
    },
  };
}

test('the last save alone offers an undo, and asks first with what would stand there again', async () => {
  const card = await openHistory(await savedOver({ strategic_fit: 2 }));
  expect(card.labels().filter((label) => label === 'Undo this save')).toHaveLength(1);

  card.click('Undo this save');

  expect(card.question()).toContain(`Undo the save by ana@example.com of ${TODAY_IN_WORDS}, `);
  expect(card.question()).toContain('Strategic fit: 4');
  card.click('Leave it');
  expect(card.maybeFind(Tile, { testId: 'undo-save' })).toBeNull();
  expect(await card.company.record()).toMatchObject({ scorecard: { ratings: { strategic_fit: 2 } } });
});

test('an undo puts back what stood there, as a save by whoever undoes, and the history shows it', async () => {
  const card = await openHistory(await savedOver({ strategic_fit: 2, customer_overlap: 1 }));

  await card.undo();

  expect(card.alerts()).toEqual([SAVE_UNDONE]);
  expect(card.tags()).toEqual(expect.arrayContaining(['Saved', 'Deep']));
  expect(card.chosen('strategic_fit')).toBe('4');
  expect(await card.company.record()).toMatchObject({
    scorecard: { ratings: workflowTool },
    trail: { scoredBy: ME.email },
  });
  expect(card.mocks.actions.refreshObjectProperties.calls).toHaveLength(1);
  card.openTab('history');
  await card.fn.settled();
  expect(card.words()).toContain(`· ${ME.email}`);
});

test('the undo is the last save then, and is undone in the same way', async () => {
  const card = await openHistory(await savedOver({ strategic_fit: 2 }));
  await card.undo();
  await card.waitFor(() => expect(card.labels()).toContain('Undo this save'));

  card.click('Undo this save');
  expect(card.question()).toContain('Strategic fit: 2');
  await card.press('Undo it');

  expect(await card.company.record()).toMatchObject({ scorecard: { ratings: { strategic_fit: 2 } } });
});

test('unsaved edits of other fields stay unsaved, and stay a draft', async () => {
  const card = await openHistory(await savedOver({ strategic_fit: 2 }));
  card.rate({ customer_overlap: 3 });
  await card.settled();

  card.openTab('history');
  await card.settled();
  await card.undo();

  expect(card.tags()).toContain('1 unsaved');
  expect(card.chosen('customer_overlap')).toBe('3');
  expect(await card.company.record()).toMatchObject({
    scorecard: { ratings: { customer_overlap: 5, strategic_fit: 4 } },
  });
  const again = await openDrafting(card.company, ME);
  expect(again.alerts()).toEqual([expect.stringMatching(/^1 unsaved change from today/)]);
});

test('an unsaved edit of a field that the undo puts back is to be picked', async () => {
  const card = await openHistory(await savedOver({ strategic_fit: 2 }));
  card.rate({ strategic_fit: 5 });
  card.openTab('history');
  await card.settled();

  await card.undo();

  expect(card.alerts()).toEqual([undoneUnderEdit('1 field'), SAVE_UNDONE]);
  expect(card.row('conflict-strategic_fit')).toContain('Mine 5');
  card.click('Take theirs');
  expect(card.chosen('strategic_fit')).toBe('4');
  expect(card.tags()).toContain('Nothing unsaved');
});

test('what somebody changed since stays, and the outcome names it', async () => {
  const company = await savedOver({ strategic_fit: 2, customer_overlap: 1 });
  await company.edit({ ipp_strategic_fit: '5' });
  const card = await openHistory(company);

  await card.undo();

  expect(card.alerts()).toContain('Not undone: 1 field');
  expect(card.words()).toContain('Strategic fit is 5.');
  expect(await company.record()).toMatchObject({
    scorecard: { ratings: { customer_overlap: 5, strategic_fit: 5 } },
  });
});

test('where another save is the last one by now nothing is written, and the new history stands', async () => {
  const company = await savedOver({ strategic_fit: 2 });
  const card = await openHistory(company);
  card.click('Undo this save');
  await company.save({ customer_overlap: 1 }, 'ben@example.com');

  await card.press('Undo it');

  expect(card.alerts()).toEqual([NOT_UNDONE]);
  expect(card.words()).toContain('Nothing was written.');
  expect(card.labels()).not.toContain('Try again');
  expect(card.labels()).toContain('Undo this save');
  expect(await company.record()).toMatchObject({
    scorecard: { ratings: { customer_overlap: 1, strategic_fit: 2 } },
  });
});

test('nothing else is written while an undo is under way', async () => {
  const card = await openHistory(await savedOver({ strategic_fit: 2 }));
  card.click('Undo this save');
  const letGo = card.hold();

  card.click('Undo it');
  expect(card.tags()).toContain('Undoing');
  expect(card.button('Leave it').props.disabled).toBe(true);
  card.rate({ customer_overlap: 3 });
  expect(card.button('Save').props.disabled).toBe(true);
  card.click('Save');
  letGo();
  await card.settled();

  expect(card.fn.calls.filter(({ operation }) => operation === 'save-scorecard')).toEqual([]);
  expect(card.chosen('customer_overlap')).toBe('3');
});

test('the first save of a scorecard can be undone: nothing is scored any more', async () => {
  const company = await createCompany({ strategic_fit: 4 }, { portal });
  const card = await openHistory(company);

  await card.undo();

  expect(card.alerts()).toEqual([SAVE_UNDONE]);
  expect(await company.record()).toMatchObject({ scorecard: { ratings: { strategic_fit: null } } });
});

test('an undone first save of this card is not told as an emptying that the button Undo takes back', async () => {
  const card = await openHistory(await createCompany({}, { portal }));
  card.openTab('rate');
  card.rate({ strategic_fit: 4 });
  await card.press('Save');
  card.openTab('history');
  await card.fn.settled();

  await card.undo();

  expect(card.alerts()).toEqual([SAVE_UNDONE]);
  expect(card.isShown(CLEARED)).toBe(false);
});

test('an undone change of the partner type brings back its questions and ratings', async () => {
  const card = await openHistory(await savedOver({ partner_type: 'reseller' }));
  expect(card.isAsking('customer_overlap')).toBe(false);
  card.openTab('history');
  await card.settled();

  await card.undo();

  expect(card.alerts()).toEqual([SAVE_UNDONE]);
  expect(card.chosen('customer_overlap')).toBe('5');
  expect(await card.company.record()).toMatchObject({
    scorecard: { type: 'technology', ratings: workflowTool },
  });
});

test('an undone emptying brings the scorecard back', async () => {
  const company = await createCompany(workflowTool, { portal });
  const input = { companyId: company.id, by: 'ana@example.com' };
  await company.answer({ operation: 'clear-scorecard', input });
  const card = await openHistory(company);
  expect(card.isShown('Scorecard emptied')).toBe(true);

  await card.undo();

  expect(card.tags()).toContain('Deep');
  expect(await company.record()).toMatchObject({ scorecard: { ratings: workflowTool } });
});

test('an undo whose answer is lost is shown as it stands once the record is loaded again', async () => {
  const company = await savedOver({ strategic_fit: 2 });
  const card = await openHistory(company);
  card.click('Undo this save');
  card.fn.next(async (call) => {
    await company.answer(call);
    throw new Error('no connection');
  });

  await card.press('Undo it');
  expect(card.alerts()).toEqual([NOT_UNDONE]);
  await card.press('Load the record again');

  expect(card.alerts()).toEqual([]);
  expect(card.chosen('strategic_fit')).toBe('4');
});

test('an undo whose answer is lost can be tried again, and is not done twice', async () => {
  const company = await savedOver({ strategic_fit: 2 });
  const card = await openHistory(company);
  card.click('Undo this save');
  card.fn.next(async (call) => {
    await company.answer(call);
    throw new Error('no connection');
  });
  await card.press('Undo it');

  await card.press('Try again');

  expect(card.alerts()).toEqual([SAVE_UNDONE]);
  expect(card.chosen('strategic_fit')).toBe('4');
  expect(await company.record()).toMatchObject({ scorecard: { ratings: { strategic_fit: 4 } } });
});
