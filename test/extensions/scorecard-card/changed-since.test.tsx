import { answerCall } from '../../../src/usecases/answer-call.ts';
import type { Crm } from '../../../src/crm/client/request.ts';
import { meanwhile } from '../../usecases/scorecard/scoring.ts';
import { workflowTool } from '../../worked-example.ts';
import { TODAY, TODAY_IN_WORDS } from './company-in-portal.ts';
import { openCard } from './open-card.tsx';

type Card = Awaited<ReturnType<typeof openCard>>;

const SINCE = 'Saved, and since then changed by somebody in HubSpot: 1 field';
const TYPED = { partner_type: { seen: 'technology', value: 'technology' } };

/** The next call of the card meets an edit of somebody right before or right after its first write. */
function meet(card: Card, at: 'before' | 'after', properties: Record<string, string>): void {
  const { portal, edit } = card.company;
  const context = meanwhile(portal, at, (_, count) => (count === 1 ? edit(properties) : Promise.resolve()));
  card.fn.next((call) => answerCall(() => context, call));
}

/** A workflow sets strategic fit back to the 4 that the person had seen, before our 5 is read back. */
async function openSetBack(others = {}) {
  const card = await openCard(workflowTool);
  card.rate({ strategic_fit: 5, ...others });
  meet(card, 'after', { ipp_strategic_fit: '4' });
  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual([SINCE]));
  return card;
}

test('a value that was set back to the one seen is no success, and both values are offered', async () => {
  const card = await openSetBack();

  const tile = card.row('conflict-strategic_fit');

  expect(tile).toContain('Mine 5');
  expect(tile).toContain(`Theirs. Changed by somebody in HubSpot on ${TODAY_IN_WORDS} 4`);
  expect(card.chosen('strategic_fit')).toBe('5');
  expect(card.tags()).toContain('1 unsaved, 1 to pick');
  expect(card.mocks.actions.addAlert.calls).toEqual([]);
});

test('the fields beside it are saved, and it alone stays unsaved', async () => {
  const card = await openSetBack({ customer_overlap: 4 });

  expect(card.tags()).toContain('1 unsaved, 1 to pick');
  expect(await card.company.record()).toMatchObject({ verdict: { total: 400 } });
});

test('keep mine saves once more over what stands there now', async () => {
  const card = await openSetBack();

  card.click('Keep mine');
  await card.saved();

  expect(card.fn.saves()[1]).toEqual({ ...TYPED, strategic_fit: { seen: 4, value: 5 } });
  expect(card.alerts()).toEqual([]);
  expect(await card.company.record()).toMatchObject({ verdict: { total: 435 } });
});

test('take theirs drops the edit', async () => {
  const card = await openSetBack();

  card.click('Take theirs');

  expect(card.chosen('strategic_fit')).toBe('4');
  expect(card.tags()).toContain('Nothing unsaved');
  expect(card.alerts()).toEqual([]);
});

test('a save in place of a choice writes over nobody, and the choice stays', async () => {
  const card = await openSetBack();

  card.click('Save');
  await card.waitFor(() => expect(card.fn.saves()).toHaveLength(2));
  await card.waitFor(() => expect(card.isLoading()).toBe(false));

  expect(card.alerts()).toEqual([SINCE]);
  expect(await card.company.record()).toMatchObject({ scorecard: { ratings: { strategic_fit: 4 } } });
});

test('a rating that is changed while it waits for the choice is still one that was saved and changed', async () => {
  const card = await openSetBack();

  card.rate({ strategic_fit: 3 });

  expect(card.alerts()).toEqual([SINCE]);
  expect(card.row('conflict-strategic_fit')).toContain('Mine 3');
});

test('a field changed before the save and one changed after it are told apart', async () => {
  const card = await openCard(workflowTool);
  card.rate({ strategic_fit: 5, customer_overlap: 4 });
  await card.company.save({ customer_overlap: 2 });
  meet(card, 'after', { ipp_strategic_fit: '4' });

  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Somebody else changed 1 field meanwhile', SINCE]));

  expect(card.tags()).toContain('2 unsaved, 2 to pick');
});

test('a text that HubSpot keeps in its own form is no conflict for what is typed meanwhile', async () => {
  const card = await openCard(workflowTool);
  const { context } = card.company.portal;
  const trimming: Crm = {
    send: (request) =>
      context.crm.send(JSON.parse(JSON.stringify(request).replaceAll('plan  ', 'plan')) as typeof request),
  };
  card.write('strategic_fit_evidence', 'Line 3 of the plan  ');
  card.fn.next((call) => answerCall(() => ({ ...context, crm: trimming }), call));

  card.click('Save');
  card.write('strategic_fit_evidence', 'Line 3 of the plan  , page 2');
  await card.waitFor(() => expect(card.isLoading()).toBe(false));

  expect(card.alerts()).toEqual([]);
  expect(card.tags()).toContain('1 unsaved');
});

test('of several values that a save wrote over, each is shown and put back by itself', async () => {
  const card = await openCard(workflowTool);
  card.rate({ customer_overlap: 4 });
  card.fn.next(async (call) => {
    const { answer } = (await answerCall(() => card.company.portal.context, call)) as { answer: object };
    const lost = (value: number, by: string, second: number) => ({
      field: 'customer_overlap',
      lost: value,
      change: { by, at: `${TODAY}T08:00:0${second}Z`, on: TODAY, source: 'our app' },
    });
    return {
      answer: { ...answer, overwrote: [lost(3, 'ana@example.com', 2), lost(1, 'ben@example.com', 1)] },
    };
  });
  card.click('Save');
  await card.saved();
  const [first, second] = [
    `Customer overlap was 3. Changed by ana@example.com on ${TODAY_IN_WORDS}.`,
    `Customer overlap was 1. Changed by ben@example.com on ${TODAY_IN_WORDS}.`,
  ];
  expect([first, second].map(card.isShown)).toEqual([true, true]);

  card.click('Put back', 1);
  await card.waitFor(() => expect(card.fn.saves()).toHaveLength(2));
  await card.saved();
  expect(card.fn.saves()[1]).toEqual({ ...TYPED, customer_overlap: { seen: 4, value: 1 } });
  expect([first, second].map(card.isShown)).toEqual([true, false]);
  card.click('Leave as saved');

  expect(card.alerts()).toEqual([]);
});

test('a value that came in after a clearing had emptied it stays, and the card says so', async () => {
  const card = await openCard(workflowTool);
  meet(card, 'after', { ipp_strategic_fit: '2' });

  card.openTab('type');
  card.click('Empty it');
  await card.waitFor(() => expect(card.alerts()).toContain('Filled in again since: 1 field'));

  expect(card.isShown(`Strategic fit is 2. Changed by somebody in HubSpot on ${TODAY_IN_WORDS}.`)).toBe(true);
  expect(card.tags()).not.toContain('Saved');
  expect(card.mocks.actions.addAlert.calls[0]).toEqual([
    {
      type: 'warning',
      message: expect.stringContaining('Undo brings the values back. Filled in again') as string,
    },
  ]);
  card.click('Undo');
  expect(card.chosen('customer_overlap')).toBe('5');
});

test('a value that a clearing wrote over can be put back', async () => {
  const card = await openCard(workflowTool);
  meet(card, 'before', { ipp_shared_customers: '2' });

  card.openTab('type');
  card.click('Empty it');
  await card.waitFor(() => expect(card.alerts()).toEqual(["Somebody else's change was written over"]));
  card.click('Put back');
  await card.saved();

  expect(await card.company.record()).toMatchObject({ scorecard: { facts: { sharedCustomers: 2 } } });
});

test('before it empties the scorecard, the card says what is emptied and what stays', async () => {
  const card = await openCard(workflowTool);

  card.openTab('type');
  const question = card.words();

  expect(question).toMatch(
    /empties types, ratings, evidence, checks, notes, facts, verdict and yearly review/,
  );
  expect(question).toContain('History, override and decision stay.');
});
