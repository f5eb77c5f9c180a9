import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { aroundCalls } from '../../around-calls.ts';
import { type Portal, deleteProperty, editOutside, openPortal, withPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { firstTime, jane, omar, saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const on = (day: string, time = '12:00') => ({
  ...portal.context,
  now: () => new Date(`${day}T${time}:00Z`),
});

async function ratedOn(day: string): Promise<string> {
  const companyId = await portal.createCompany();
  await saveScorecard(on(day), { companyId, changes: firstTime(workflowTool), by: jane });
  return companyId;
}

const review = (companyId: string, day: string, by = omar, changes = {}) =>
  saveScorecard(on(day), { companyId, changes, by, reviewed: true });

test.each([
  ['2026-11-22', '2027-11-22'],
  ['2028-02-29', '2029-02-28'],
])('the first complete rating, on %s, counts as a review: the next is due on %s', async (day, due) => {
  const companyId = await ratedOn(day);

  const { trail } = await loadScorecard(on(day), { companyId });

  expect(trail).toMatchObject({ reviewedBy: jane, reviewedOn: day, reviewDue: due });
});

test('ratings that are not complete are due for no review', async () => {
  const companyId = await scoredCompany(portal, { strategic_fit: 4 });

  const { trail } = await loadScorecard(portal.context, { companyId });

  expect(trail).toMatchObject({ reviewedBy: null, reviewedOn: null, reviewDue: null });
});

test('no other save moves the review: not a typo, not a rating taken back and given again', async () => {
  const companyId = await ratedOn('2026-03-03');
  const later = on('2026-11-22');

  await saveField(later, companyId, 'strategic_fit_evidence', ['', 'Roadmap'], omar);
  await saveField(later, companyId, 'strategic_fit', [4, null], omar);
  const { trail } = await saveField(later, companyId, 'strategic_fit', [null, 5], omar);

  expect(trail).toMatchObject({
    ...{ scoredBy: omar, scoredOn: '2026-11-22' },
    ...{ reviewedBy: jane, reviewedOn: '2026-03-03', reviewDue: '2027-03-03' },
  });
});

test('a review without changes stamps who and when, and leaves who worked on it last', async () => {
  const companyId = await ratedOn('2026-03-03');

  const { trail, notReviewed } = await review(companyId, '2027-02-20');

  expect(notReviewed).toBeNull();
  expect(trail).toMatchObject({ scoredBy: jane, scoredOn: '2026-03-03' });
  expect(trail).toMatchObject({ reviewedBy: omar, reviewedOn: '2027-02-20', reviewDue: '2028-02-20' });
});

test('a review with changes saves them in the same write', async () => {
  const companyId = await ratedOn('2026-03-03');

  const answer = await review(companyId, '2027-02-20', omar, { strategic_fit: { seen: 4, value: 5 } });

  expect(answer).toMatchObject({ conflicts: [], notReviewed: null, verdict: { total: 435 } });
  expect(answer.trail).toMatchObject({ scoredBy: omar, reviewedBy: omar, reviewDue: '2028-02-20' });
  expect(await portal.valuesOf(companyId, 'ipp_review_due')).toEqual(['2028-02-20', '2027-03-03']);
});

test('the same review again on the same day is one call and leaves no trace', async () => {
  const companyId = await ratedOn('2026-03-03');
  await review(companyId, '2027-02-20');
  const before = await portal.stored(companyId);

  const calls = await portal.callsDuring(() => review(companyId, '2027-02-20'));

  expect(calls).toHaveLength(1);
  expect(await portal.stored(companyId)).toEqual(before);
});

test('two people who review on one day are both in the history', async () => {
  const companyId = await ratedOn('2026-03-03');

  await review(companyId, '2027-02-20', omar);
  await review(companyId, '2027-02-20', jane);

  expect(await portal.valuesOf(companyId, 'ipp_reviewed_by')).toEqual([jane, omar, jane]);
});

test.each([
  ['nothing', {}, {}],
  ['a fact', {}, { ipp_shared_customers: '3' }],
  ['a check', { check_dead_api: { seen: 'open', value: 'flagged' } }, {}],
])('a review of a company with %s is refused, and nothing is written', async (_, changes, properties) => {
  const companyId = await portal.createCompany(properties);

  await expect(review(companyId, '2027-02-20', omar, changes)).rejects.toMatchObject({
    ...{ code: 'invalid-input', field: 'reviewed' },
    message: expect.stringMatching(
      /^reviewed: this company has not been rated yet.*Nothing was written\.$/,
    ) as unknown,
  });
  expect(await portal.stored(companyId)).toEqual(properties);
});

test('a conflict holds the review back and names it; what does not conflict is saved', async () => {
  const companyId = await ratedOn('2026-03-03');
  await saveField(portal.context, companyId, 'customer_overlap', [5, 4], jane);

  const answer = await review(companyId, '2027-02-20', omar, {
    customer_overlap: { seen: 5, value: 3 },
    strategic_fit: { seen: 4, value: 5 },
  });

  expect(answer.conflicts).toMatchObject([{ field: 'customer_overlap', found: 4 }]);
  expect(answer.notReviewed).toMatch(/not noted, because somebody changed the scorecard meanwhile/);
  expect(answer.trail).toMatchObject({ reviewedBy: jane, reviewDue: '2027-03-03' });
  expect(answer.scorecard.ratings['strategic_fit']).toBe(5);
});

test('a change of type that conflicts holds the review back with everything else', async () => {
  const companyId = await ratedOn('2026-03-03');

  const answer = await review(companyId, '2027-02-20', omar, {
    partner_type: { seen: 'reseller', value: 'referral' },
  });

  expect(answer.conflicts).toMatchObject([{ field: 'partner_type' }]);
  expect(answer.notReviewed).not.toBeNull();
  expect(answer.trail.reviewDue).toBe('2027-03-03');
});

test('a review whose write was lost is written again, not taken for kept', async () => {
  const companyId = await ratedOn('2026-03-03');
  let writes = 0;
  const { crm } = portal.context;
  const lossy = {
    ...crm,
    send: (request: Parameters<typeof crm.send>[0]) =>
      request.method === 'PATCH' && ++writes === 1 ? Promise.resolve({}) : crm.send(request),
  };

  const { trail } = await saveScorecard(
    { ...on('2027-02-20'), crm: lossy },
    { companyId, changes: {}, by: omar, reviewed: true },
  );

  expect(writes).toBe(2);
  expect(trail).toMatchObject({ reviewedBy: omar, reviewDue: '2028-02-20' });
});

test('a review is noted under the day in the time zone of the portal', () =>
  withPortal({ account: { timeZone: 'Pacific/Auckland' } }, async (other) => {
    const companyId = await scoredCompany(other);
    const context = { ...other.context, now: () => new Date('2028-02-28T12:00:00Z') };

    const { trail } = await saveScorecard(context, { companyId, changes: {}, by: omar, reviewed: true });

    expect(trail).toMatchObject({ reviewedOn: '2028-02-29', reviewDue: '2029-02-28' });
  }));

test('a missing day is repaired by the day of the last save, also in the past', async () => {
  const companyId = await ratedOn('2026-03-03');
  await editOutside(portal, companyId, { ipp_review_due: '' });

  const { trail } = await saveScorecard(on('2028-01-01'), { companyId, changes: {}, by: omar });

  expect(trail).toMatchObject({ reviewedBy: jane, reviewDue: '2027-03-03' });
});

test('ratings from outside that were never saved here fall due a year from today', async () => {
  const properties = Object.entries(workflowTool).map(([key, value]) => [`ipp_${key}`, `${value}`] as const);
  const companyId = await portal.createCompany({
    ...Object.fromEntries(properties),
    ipp_partner_type: 'technology',
  });

  const { trail } = await saveScorecard(on('2026-05-05'), { companyId, changes: {}, by: omar });

  expect(trail).toMatchObject({ scoredBy: null, reviewedBy: null, reviewDue: '2027-05-05' });
});

test('without the properties of a review it is not noted, which is said, and the changes are saved', () =>
  withPortal({}, async (other) => {
    const companyId = await scoredCompany(other);
    for (const name of ['ipp_reviewed_by', 'ipp_reviewed_at', 'ipp_review_due'])
      await deleteProperty(other, name);

    const changes = { strategic_fit: { seen: 4, value: 5 } };
    const answer = await saveScorecard(other.context, { companyId, changes, by: omar, reviewed: true });

    expect(answer.notReviewed).toMatch(/ipp_reviewed_by.*icp install/);
    expect(answer.verdict?.total).toBe(435);
  }));

test('somebody who reviews in between stays in the history, and the last one counts', async () => {
  const companyId = await ratedOn('2026-03-03');
  let isFirst = true;
  const crm = aroundCalls(
    portal.context.crm,
    ({ method }) => method === 'PATCH',
    'before',
    async () => {
      if (!isFirst) return;
      isFirst = false;
      await review(companyId, '2027-02-20', omar);
    },
  );

  await saveScorecard({ ...on('2027-02-20'), crm }, { companyId, changes: {}, by: jane, reviewed: true });

  expect(await portal.valuesOf(companyId, 'ipp_reviewed_by')).toEqual([jane, omar, jane]);
});
