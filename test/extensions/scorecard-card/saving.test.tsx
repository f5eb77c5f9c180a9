import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { PRIVATE_REMEDIES } from '../../../src/usecases/remedies.ts';
import { answerCall } from '../../../src/usecases/answer-call.ts';
import { meanwhile } from '../../usecases/scorecard/scoring.ts';
import { recordTexts } from '../../../src/usecases/scorecard/record-texts.ts';
import { workflowTool } from '../../worked-example.ts';
import { TODAY_IN_WORDS, createCompany } from './company-in-portal.ts';
import { openCard, renderCard } from './open-card.tsx';

test('a save sends what changed, each with the value that was seen, and the type that was rated under, to the function by its uid', async () => {
  const card = await openCard(workflowTool);
  card.rate({ distribution_reach: 4 });
  card.write('strategic_fit_evidence', 'Line 3 of the plan');

  card.click('Save');
  await card.saved();

  expect(card.fn.calls.at(-1)).toEqual({
    name: 'partner-icp',
    operation: 'save-scorecard',
    input: {
      companyId: card.company.id,
      by: 'fake_email@example.com',
      changes: {
        partner_type: { seen: 'technology', value: 'technology' },
        distribution_reach: { seen: 3, value: 4 },
        strategic_fit_evidence: { seen: '', value: 'Line 3 of the plan' },
      },
    },
  });
});

test('after a save the record is refreshed and the header says "Saved", without a toast that could outlive it', async () => {
  const card = await openCard(workflowTool);
  card.rate({ distribution_reach: 4 });

  card.click('Save');
  await card.saved();

  expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
  expect(card.mocks.actions.addAlert.calls).toEqual([]);
});

test('Save waits until something is unsaved', async () => {
  const card = await openCard(workflowTool);
  expect(card.button('Save').props).toMatchObject({ disabled: true, variant: 'primary' });

  card.rate({ distribution_reach: 4 });
  expect(card.button('Save').props.disabled).toBe(false);
  expect(card.words()).toContain('Not saved. Stored: ben@example.com, 22 November 2026');
  card.click('Undo');

  expect(card.button('Save').props.disabled).toBe(true);
});

test('a refused save keeps every change and says the next step; trying again saves them', async () => {
  const card = await openCard(workflowTool);
  card.rate({ distribution_reach: 4 });
  card.fn.next(() => ({
    error: { code: 'rate-limited', message: 'HubSpot is busy. Wait a minute and save again.' },
  }));

  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Not saved; what you entered is still here']));
  expect(card.isShown('HubSpot is busy. Wait a minute and save again.')).toBe(true);
  expect(card.tags()).toContain('Not saved, 1 unsaved');
  card.click('Try again');
  await card.saved();

  expect(card.fn.saves()).toHaveLength(2);
  expect(card.chosen('distribution_reach')).toBe('4');
});

test('a field that the function refuses is named in words', async () => {
  const card = await openCard(workflowTool);
  card.fn.next(() => ({
    error: { code: 'invalid-input', message: 'Too long.', field: 'strategic_fit_evidence' },
  }));

  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toHaveLength(1));

  expect(card.isShown('Strategic fit: evidence. Too long.')).toBe(true);
});

test('loading again after a failed save keeps what was entered', async () => {
  const card = await openCard(workflowTool);
  card.rate({ distribution_reach: 4 });
  card.fn.next(() => Promise.reject(new Error('offline')));
  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toHaveLength(1));

  card.click('Load the record again');
  await card.waitFor(() => expect(card.tags()).toContain('1 unsaved'));

  expect(card.fn.calls.at(-1)?.operation).toBe('load-scorecard');
  expect(card.alerts()).toEqual([]);
  expect(card.chosen('distribution_reach')).toBe('4');
});

test('a field edited while its save runs keeps the newer value as unsaved', async () => {
  const card = await openCard(workflowTool);
  card.rate({ distribution_reach: 4 });
  card.click('Save');

  card.rate({ distribution_reach: 5, strategic_fit: 1 });
  await card.waitFor(() => expect(card.isLoading()).toBe(false));

  expect(card.chosen('distribution_reach')).toBe('5');
  expect(card.tags()).toContain('2 unsaved');
  card.click('Save');
  await card.saved();
  expect(card.fn.saves()[1]).toEqual({
    partner_type: { seen: 'technology', value: 'technology' },
    distribution_reach: { seen: 4, value: 5 },
    strategic_fit: { seen: 4, value: 1 },
  });
});

test('a second press while a save runs sends nothing twice', async () => {
  const card = await openCard(workflowTool);
  card.rate({ distribution_reach: 4 });

  card.click('Save');
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()).toHaveLength(1);
});

test('a load that answers after a newer one is ignored', async () => {
  const company = await createCompany(workflowTool);
  const record = { ...(await company.record()), missing: ['ipp_lane'] };
  const stale = {
    answer: {
      ...record,
      texts: {
        ...record.texts,
        ...recordTexts(record, {}, null, { remedies: PRIVATE_REMEDIES, settings: DEFAULT_SETTINGS }),
      },
    },
  };
  const card = renderCard(company);
  card.fn.next(() => stale);
  await card.ready();
  let answerLate: (answer: unknown) => void = () => undefined;
  card.fn.next(() => new Promise((resolve) => (answerLate = resolve)));

  card.click('Look again');
  await card.waitFor(() => expect(card.fn.calls).toHaveLength(2));
  card.rate({ distribution_reach: 4 });
  card.click('Save');
  await card.saved();
  answerLate(stale);
  await new Promise(setImmediate);

  expect(card.chosen('distribution_reach')).toBe('4');
  expect(card.tags()).toContain('Saved');
});

/** Ratings are saved with the type that they were given under. */
const TYPED = { partner_type: { seen: 'technology', value: 'technology' } };

async function openConflict() {
  const card = await openCard(workflowTool);
  card.rate({ customer_overlap: 4, strategic_fit: 5 });
  await card.company.save({ customer_overlap: 2 });
  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Somebody else changed 1 field meanwhile']));
  return card;
}

test('a field that somebody else changed shows both values, and the rest is saved', async () => {
  const card = await openConflict();

  const tile = card.row('conflict-customer_overlap');

  expect(tile).toContain('Mine 4');
  expect(tile).toContain(`Theirs. Changed by ben@example.com on ${TODAY_IN_WORDS} 2`);
  expect(card.chosen('customer_overlap')).toBe('4');
  expect(card.tags()).toContain('1 unsaved, 1 to pick');
});

test('keep mine saves that field again over the value that was found', async () => {
  const card = await openConflict();

  card.click('Keep mine');
  await card.saved();

  expect(card.fn.saves()[1]).toEqual({ ...TYPED, customer_overlap: { seen: 2, value: 4 } });
  expect(card.alerts()).toEqual([]);
});

test('take theirs shows the other value and leaves nothing to save', async () => {
  const card = await openConflict();

  card.click('Take theirs');

  expect(card.chosen('customer_overlap')).toBe('2');
  expect(card.tags()).toContain('Nothing unsaved');
  expect(card.alerts()).toEqual([]);
});

test('taking theirs can be undone like any other step', async () => {
  const card = await openConflict();
  card.click('Take theirs');

  card.click('Undo');

  expect(card.chosen('customer_overlap')).toBe('4');
});

test('a value that the save wrote over can be put back', async () => {
  const card = await openCard(workflowTool);
  const { portal, edit } = card.company;
  card.rate({ customer_overlap: 4 });
  card.fn.next((call) =>
    answerCall(() => meanwhile(portal, 'before', () => edit({ ipp_customer_overlap: '3' })), call),
  );
  card.click('Save');
  await card.saved();
  expect(card.words()).toContain(
    `Customer overlap was 3. Changed by somebody in HubSpot on ${TODAY_IN_WORDS}.`,
  );

  card.click('Put back');
  await card.waitFor(() => expect(card.fn.saves()).toHaveLength(2));
  await card.saved();

  expect(card.fn.saves()[1]).toEqual({ ...TYPED, customer_overlap: { seen: 4, value: 3 } });
  expect(card.chosen('customer_overlap')).toBe('3');
  expect(card.alerts()).toEqual([]);
});
