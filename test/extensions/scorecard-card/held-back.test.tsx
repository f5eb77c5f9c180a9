import { TextArea } from '@hubspot/ui-extensions';

import { MAX_PROSE } from '../../../src/icp/scorecard.ts';
import { deleteProperty, withPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { createCompany, now } from './company-in-portal.ts';
import { openCard, openCardOf } from './open-card.tsx';

const NOT_SAVED = 'Not saved: 1 field; what you entered is still here';
let clearRules = () => {};
afterEach(() => {
  clearRules();
});

const TOO_LONG = 'x'.repeat(MAX_PROSE + 1);

/** A rule of the portal: the property is asked for when another holds a value. */
function setRule(
  { company }: Awaited<ReturnType<typeof openCard>>,
  property: string,
  when: string,
  is: string,
) {
  const { setRules } = company.portal.sandbox.portal;
  setRules([{ objectType: 'companies', property, when: { property: when, isOneOf: [is] } }]);
  clearRules = () => {
    setRules([]);
  };
}

async function openTooLong() {
  const card = await openCard(workflowTool);
  card.rate({ strategic_fit: 5 });
  card.write('strategic_fit_evidence', TOO_LONG);
  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual([NOT_SAVED]));
  return card;
}

test('a text that is too long is named with its reason and stays unsaved, and the rest is saved', async () => {
  const card = await openTooLong();

  expect(card.words()).toMatch(/Strategic fit: evidence\. .*at most 4,000 characters; this one has 4,001/);
  expect(card.textArea('strategic_fit_evidence').props.value).toBe(TOO_LONG);
  expect(card.tags()).toContain('1 unsaved');
  expect(card.tags()).not.toContain('Saved');
  expect(await card.company.record()).toMatchObject({ scorecard: { ratings: { strategic_fit: 5 } } });
});

test('a button leads to the field that was held back, on its tab and open', async () => {
  const card = await openTooLong();
  card.openTab('why');

  card.click('Go to strategic fit: evidence');

  expect(card.find(TextArea, { name: 'strategic_fit_evidence' }).props.value).toBe(TOO_LONG);
});

test('an edit right after a save does not turn its tick into a warning', async () => {
  const card = await openCard(workflowTool);
  card.rate({ strategic_fit: 5 });
  card.click('Save');
  await card.saved();

  card.rate({ strategic_fit: 3 });

  expect(card.button('Save').props).toMatchObject({ resultIconName: 'success' });
});

test('the tick of a full success is not shown for a save that held something back', async () => {
  const card = await openTooLong();

  expect(card.button('Save').props).toMatchObject({ resultIconName: 'warning' });
});

test('changing the field takes its reason away, and the next save saves it', async () => {
  const card = await openTooLong();

  card.write('strategic_fit_evidence', 'Line 3 of the plan');
  expect(card.alerts()).toEqual([]);
  card.click('Save');
  await card.saved();

  expect(await card.company.record()).toMatchObject({
    scorecard: { evidence: { strategic_fit: 'Line 3 of the plan' } },
  });
});

test.each(['Undo', 'Discard'])('%s takes the reason away together with the text', async (act) => {
  const card = await openTooLong();

  card.click(act);

  expect(card.alerts()).toEqual([]);
});

test('where nothing at all was saved, nothing says that something was', async () => {
  const card = await openCard(workflowTool);
  card.write('strategic_fit_evidence', TOO_LONG);

  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual([NOT_SAVED]));

  expect(card.tags()).not.toContain('Saved');
  expect(card.mocks.actions.addAlert.calls).toEqual([]);
});

test('evidence whose property is deleted is held back alone, and the notice says so from the start', async () => {
  await withPortal({ now }, async (portal) => {
    const company = await createCompany(workflowTool, { portal });
    await deleteProperty(portal, 'ipp_strategic_fit_evidence');
    const card = await openCardOf(company);
    const deleted = '1 property of the app missing';
    expect(card.alerts()).toEqual([deleted]);
    expect(card.words()).toContain('the rest is saved');
    card.write('strategic_fit_evidence', 'Line 3 of the plan');
    card.rate({ strategic_fit: 5 });

    card.click('Save');
    await card.waitFor(() => expect(card.alerts()).toEqual([NOT_SAVED, deleted]));

    expect(card.words()).toContain('The property ipp_strategic_fit_evidence is not in this portal');
    expect(card.textArea('strategic_fit_evidence').props.value).toBe('Line 3 of the plan');
    expect(await portal.stored(company.id)).toMatchObject({ ipp_strategic_fit: '5' });
  });
});

test("a field that a rule of the portal refuses is held back alone, with HubSpot's reason", async () => {
  const card = await openCard({ ...workflowTool, strategic_fit_evidence: 'two deals' });
  setRule(card, 'ipp_strategic_fit_evidence', 'ipp_customer_overlap', '4');
  card.write('strategic_fit_evidence', '');
  card.rate({ customer_overlap: 4 });

  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual([NOT_SAVED]));

  expect(card.words()).toMatch(
    /Strategic fit: evidence\. A rule of this portal does not allow the value: .*ipp_customer_overlap/,
  );
  expect(card.tags()).toContain('1 unsaved');
  expect(card.chosen('customer_overlap')).toBe('4');
});

test('a name inside a reason stays as HubSpot wrote it, and a failed save says its own reason alone', async () => {
  const card = await openTooLong();
  const message = 'Refused: ipp_distribution_reach: only for the team.';
  const held = { field: 'distribution_reach', reason: 'refused', message };
  card.rate({ distribution_reach: 4 });
  card.fn.next(async () => ({
    answer: {
      ...(await card.company.record()),
      ...{ conflicts: [], overwrote: [], notWritten: [held], deals: null },
    },
  }));
  card.click('Save');
  await card.waitFor(() => expect(card.isShown(`Distribution reach. ${message}`)).toBe(true));

  card.fn.next(() => ({ error: { code: 'rate-limited', message: 'HubSpot is busy.' } }));
  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Not saved; what you entered is still here']));
});

test('a rule that asks for a property of somebody else refuses the save: it is named, nothing is repeated, all stays', async () => {
  const card = await openCard(workflowTool);
  setRule(card, 'partner_tier', 'ipp_lane', 'fast');
  card.rate({ customer_overlap: 1, strategic_fit: 5 });

  const calls = await card.company.portal.callsDuring(async () => {
    card.click('Save');
    await card.waitFor(() => expect(card.alerts()).toEqual(['Not saved; what you entered is still here']));
  });

  expect(calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
  expect(card.words()).toContain('A rule of this portal asks for a value in partner_tier.');
  expect(card.tags()).toContain('Not saved, 2 unsaved');
  expect(card.chosen('customer_overlap')).toBe('1');
});

test('five good ratings are saved beside evidence of 4,001 characters', async () => {
  const card = await openCard();
  const { strategic_fit: _, ...five } = workflowTool;
  card.rate(five);
  card.write('customer_overlap_evidence', TOO_LONG);

  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual([NOT_SAVED]));

  expect(await card.company.record()).toMatchObject({
    scorecard: { ratings: five, evidence: { customer_overlap: '' } },
  });
  expect(card.textArea('customer_overlap_evidence').props.value).toBe(TOO_LONG);
});
