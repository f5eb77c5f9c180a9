import { Checkbox } from '@hubspot/ui-extensions';

import { workflowTool } from '../../worked-example.ts';
import { createCompany, setClock } from './company-in-portal.ts';
import { openCard, openCardOf } from './open-card.tsx';

const REVIEWED = 'Reviewed, nothing changed';
const SAVE_AS_REVIEW = 'Save as the yearly review';

test('a review without changes sends none, and tells that it is noted', async () => {
  const card = await openCard(workflowTool);
  card.openTab('type');

  card.click(REVIEWED);
  await card.saved();

  expect(card.fn.calls.at(-1)).toMatchObject({
    operation: 'save-scorecard',
    input: { changes: {}, reviewed: true },
  });
  expect(card.mocks.actions.addAlert.calls).toEqual([
    [
      {
        type: 'success',
        message: expect.stringMatching(
          /^The yearly review of Larkspur Flow is noted\. The next one is due \d+ [A-Z][a-z]+ \d{4}\.$/,
        ) as unknown,
      },
    ],
  ]);
  expect((await card.company.record()).trail.reviewedBy).toBe('fake_email@example.com');
});

test('a review saves every unsaved change along', async () => {
  const card = await openCard(workflowTool);
  card.rate({ strategic_fit: 5 });
  card.openTab('type');

  card.click(SAVE_AS_REVIEW);
  await card.saved();

  const { scorecard, trail } = await card.company.record();
  expect([scorecard.ratings['strategic_fit'], trail.reviewedBy]).toEqual([5, 'fake_email@example.com']);
});

test('a review that meets a conflict says that it is not noted', async () => {
  const card = await openCard(workflowTool);
  card.rate({ strategic_fit: 5 });
  await card.company.save({ strategic_fit: 2 }, 'omar@example.com');
  card.openTab('type');

  card.click(SAVE_AS_REVIEW);
  await card.waitFor(() => expect(card.mocks.actions.addAlert.callCount).toBe(1));

  expect(card.mocks.actions.addAlert.calls).toEqual([
    [
      {
        type: 'warning',
        message: expect.stringMatching(/^The yearly review is not noted, because/) as unknown,
      },
    ],
  ]);
  expect((await card.company.record()).trail.reviewedBy).toBe('ben@example.com');
});

test('an ordinary save is no review', async () => {
  const card = await openCard(workflowTool);
  card.rate({ strategic_fit: 5 });

  card.click('Save');
  await card.saved();

  expect(card.fn.calls.at(-1)).not.toHaveProperty('input.reviewed');
});

/** The card of a company whose first complete rating, on 22 November 2026, was its review. */
async function openOn(day: string) {
  const company = await createCompany(workflowTool);
  setClock(`${day}T08:00:00Z`);
  return openCardOf(company);
}

test('31 days before the review is due the header offers none', async () => {
  const card = await openOn('2027-10-22');

  expect(card.words()).toContain('review due 22 November 2027');
  expect(() => card.button(REVIEWED)).toThrow();
});

test('from 30 days before, the header offers it, and once overdue it says since when', async () => {
  const card = await openOn('2027-11-23');
  expect(card.words()).toContain('review overdue since 22 November 2027');

  card.click(REVIEWED);
  await card.saved();

  expect(card.fn.calls.at(-1)).toMatchObject({ input: { changes: {}, reviewed: true } });
  expect(card.words()).toContain('review due 23 November 2028');
});

test('a save of changes is the review where the box beside Save is ticked', async () => {
  const card = await openOn('2027-11-01');
  card.rate({ strategic_fit: 5 });

  card.find(Checkbox, { name: 'yearly_review' }).props.onChange?.(true, '');
  card.click('Save');
  await card.saved();

  expect(card.fn.calls.at(-1)).toMatchObject({ input: { reviewed: true } });
});
