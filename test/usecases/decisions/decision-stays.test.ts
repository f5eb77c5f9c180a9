import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { rejudgeScorecard } from '../../../src/usecases/policy/rejudge.ts';
import { syncDeals } from '../../../src/usecases/deals/sync.ts';
import { type Portal, editOutside, mergeCompanies, openPortal } from '../../portal.ts';
import { applied, csv } from '../csv/csv-files.ts';
import { createDeal, installedPipeline } from '../deals/partner-deals.ts';
import { examine } from '../doctor/examine.ts';
import { nightly } from '../nightly/run-nightly.ts';
import { makeCurrent, otherTechnology } from '../policy/published.ts';
import { changeType } from '../scorecard/partners-of-types.ts';
import { jane, omar, saveField, scoredCompany } from '../scorecard/scoring.ts';
import { decideNow, decisionWithHistory } from './deciding.ts';

let portal: Portal;
let companyId: string;
beforeAll(async () => {
  portal = await openPortal({ types: ['technology', 'reseller'], home: true });
});
afterAll(() => portal.close());
beforeEach(async () => {
  companyId = await scoredCompany(portal);
  await decideNow(portal, companyId, { decision: 'wait', reason: 'Next year', askAgainOn: '2099-01-31' });
});

/** What the work leaves of a decision: its values, and how often each was written. */
async function staysDuring(work: () => Promise<unknown>, changed?: string): Promise<void> {
  const before = await decisionWithHistory(portal, companyId);
  expect(before['ipp_decision']).toEqual(['wait', 1]);
  const stored = await portal.stored(companyId);

  await work();

  expect(await decisionWithHistory(portal, companyId)).toEqual(before);
  // the work did something
  if (changed !== undefined) expect((await portal.stored(companyId))[changed]).not.toBe(stored[changed]);
}

test('a save leaves the decision, also one that changes the lane', () =>
  staysDuring(() => saveField(portal.context, companyId, 'customer_overlap', [5, 1]), 'ipp_lane'));

test('a yearly review leaves the decision', () =>
  staysDuring(
    () => saveScorecard(portal.context, { companyId, changes: {}, by: omar, reviewed: true }),
    'ipp_reviewed_by',
  ));

test('clearing the scorecard leaves the decision', () =>
  staysDuring(() => clearScorecard(portal.context, { companyId, by: omar }), 'ipp_lane'));

test('another type leaves the decision', () =>
  staysDuring(() => changeType(portal, companyId, 'reseller'), 'ipp_partner_type'));

test('an import leaves the decision, whatever the file says of one', () =>
  staysDuring(
    () =>
      applied(
        portal.context,
        csv(
          ['record_id', 'customer_overlap', 'decision', 'decision_quarter', 'decided_at', 'ask_again_on'],
          [companyId, 1, 'go-deep', '2030-Q1', '2026-01-01T00:00:00Z', '2030-01-01'],
        ),
      ),
    'ipp_customer_overlap',
  ));

test('the nightly run leaves the decision while it repairs the verdict', async () => {
  await editOutside(portal, companyId, { ipp_customer_overlap: '1' });

  await staysDuring(() => nightly(portal), 'ipp_lane');
});

test('the doctor leaves the decision while it repairs the verdict', async () => {
  await editOutside(portal, companyId, { ipp_customer_overlap: '1' });

  await staysDuring(() => examine(portal, { repair: true }), 'ipp_lane');
});

test('mirroring to deals leaves the decision', async () => {
  await createDeal(portal, await installedPipeline(portal), companyId);

  await staysDuring(() => syncDeals(portal.context));
});

test('a load leaves the decision', () => staysDuring(() => loadScorecard(portal.context, { companyId })));

test('a merge keeps the decision of the record that stays, and loading the survivor shows it', async () => {
  const other = await scoredCompany(portal);
  const before = await loadScorecard(portal.context, { companyId });

  const survivor = await mergeCompanies(portal, companyId, other);

  const after = await loadScorecard(portal.context, { companyId: survivor });
  expect(after.decision.stored).toEqual(before.decision.stored);
  expect(after.decision).toMatchObject({ by: jane, basis: before.decision.basis });
});

test('judging by a newer profile leaves the decision and its basis', async () => {
  await makeCurrent(portal.context, otherTechnology(1, { floors: { deep: 440, fast: 250 } }));

  await staysDuring(
    () => rejudgeScorecard(portal.context, { companyId, by: omar, to: 'technology@1' }),
    'ipp_lane',
  );
});
