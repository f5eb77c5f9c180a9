import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { nightly, writesAmong } from '../nightly/run-nightly.ts';
import { firstTime, jane, saveField, scoredCompany } from './scoring.ts';

let now: Date;
let portal: Portal;
beforeEach(async () => {
  now = new Date('2026-03-03T12:00:00Z');
  portal = await openPortal({ now: () => now, types: ['technology'] });
});
afterEach(() => portal.close());

const dueOf = async (companyId: string) => (await portal.stored(companyId))['ipp_recheck_due'];

test('a save writes the earliest day in the same write, and a repeat writes nothing', async () => {
  const companyId = await portal.createCompany();
  const save = () => saveScorecard(portal.context, { companyId, changes: firstTime(workflowTool), by: jane });

  const calls = writesAmong(await portal.callsDuring(save));

  expect(calls).toHaveLength(1);
  expect(await dueOf(companyId)).toBe('2027-03-03');
  expect(writesAmong(await portal.callsDuring(save))).toEqual([]);
});

test('new evidence, a day of a count and a clear mandate move the day', async () => {
  const companyId = await scoredCompany(portal);
  now = new Date('2026-04-04T12:00:00Z');

  await saveField(portal.context, companyId, 'customer_overlap_evidence', ['', '212 shared']);
  const withEvidence = await dueOf(companyId);
  await saveField(portal.context, companyId, 'overlap_as_of', [null, '2026-02-01']);
  const counted = await dueOf(companyId);
  await saveField(portal.context, companyId, 'check_enthusiastic_contact', ['open', 'clear']);
  const cleared = await dueOf(companyId);
  await saveField(portal.context, companyId, 'check_enthusiastic_contact', ['clear', 'flagged']);

  expect([withEvidence, counted, cleared]).toEqual(['2027-04-04', '2027-02-01', '2026-07-03']);
  expect(await dueOf(companyId)).toBe('2027-02-01');
});

test('past the day a load says what to look at, and neither lane nor clearance moves', async () => {
  const companyId = await scoredCompany(portal);
  const before = await loadScorecard(portal.context, { companyId });
  now = new Date('2027-03-04T12:00:00Z');

  const after = await loadScorecard(portal.context, { companyId });

  expect(before).toMatchObject({ lookAgain: {}, trail: { recheckDue: '2027-03-03' } });
  expect(after.lookAgain).toEqual({
    customer_overlap: 'Last changed on 3 March 2026, over 365 days ago.',
  });
  expect(after).toMatchObject({ drift: [], verdict: before.verdict });
});

test('a rating edited in HubSpot is a change, and the nightly run writes its day', async () => {
  const companyId = await scoredCompany(portal);
  now = new Date('2026-05-05T12:00:00Z');
  await editOutside(portal, companyId, { ipp_customer_overlap: '4' });

  await nightly(portal);
  const again = await portal.callsDuring(() => nightly(portal));

  expect(await dueOf(companyId)).toBe('2027-05-05');
  expect(writesAmong(again)).toEqual([]);
});

test('a day that was emptied or edited in HubSpot is written again by the nightly run', async () => {
  const [emptied, edited] = [await scoredCompany(portal), await scoredCompany(portal)];
  await editOutside(portal, emptied, { ipp_recheck_due: '', ipp_review_due: '' });
  await editOutside(portal, edited, { ipp_recheck_due: '2030-01-01' });

  const report = await nightly(portal);

  expect(report).toMatchObject({ companiesRepaired: 2, findings: [] });
  expect([await dueOf(emptied), await dueOf(edited)]).toEqual(['2027-03-03', '2027-03-03']);
  expect(await portal.stored(emptied)).toMatchObject({ ipp_review_due: '2027-03-03' });
});

test('a rating that is taken back leaves no day behind', async () => {
  const companyId = await scoredCompany(portal);

  await saveField(portal.context, companyId, 'customer_overlap', [5, null]);

  expect(await dueOf(companyId)).toBeUndefined();
});
