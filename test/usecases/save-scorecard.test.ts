import { loadScorecard } from '../../src/usecases/load-scorecard.ts';
import { saveScorecard } from '../../src/usecases/save-scorecard.ts';
import { type Portal, editOutside, openPortal } from '../portal.ts';
import { wellKnownLogo, workflowTool } from '../worked-example.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const jane = 'jane@example.com';

function firstRatings(ratings: Record<string, number>) {
  return Object.fromEntries(Object.entries(ratings).map(([field, value]) => [field, { seen: null, value }]));
}

async function scored(ratings: Record<string, number> = workflowTool) {
  const companyId = await portal.createCompany();
  await saveScorecard(portal.context, { companyId, changes: firstRatings(ratings), by: jane });
  return companyId;
}

test('the first ratings start the scorecard under the default type and write the verdict', async () => {
  const companyId = await scored();

  expect(await portal.stored(companyId)).toMatchObject({
    ipp_partner_type: 'technology',
    ipp_profile_version: 'technology@0',
    ipp_customer_overlap: '5',
    ipp_lane: 'deep',
    ipp_score_lane: 'deep',
    ipp_clearance: 'pending',
    ipp_total: '430',
    ipp_rated_total: '430',
    ipp_total_low: '430',
    ipp_total_high: '430',
    ipp_lane_causes: 'ratings',
    ipp_evidence_gaps: '2',
    ipp_rules: '1',
    ipp_scored_by: jane,
  });
});

test('the first lane leaves the previous lane empty', async () => {
  const companyId = await scored(wellKnownLogo);

  const stored = await portal.stored(companyId);

  expect(stored).toMatchObject({ ipp_lane: 'fast', ipp_total: '280', ipp_clearance: 'not-required' });
  expect(stored).not.toHaveProperty('ipp_previous_lane');
  expect(stored).toHaveProperty('ipp_lane_changed_at');
});

test('a save takes three calls, and one when nothing changed', async () => {
  const companyId = await scored();
  const request = { companyId, changes: { strategic_fit: { seen: 4, value: 5 } }, by: jane };
  const calls = async () => {
    const before = portal.sandbox.journal.entries().length;
    await saveScorecard(portal.context, request);
    return portal.sandbox.journal.entries().length - before;
  };

  expect(await calls()).toBe(3);
  expect(await calls()).toBe(1);
});

test('a flag lowers the lane and remembers the one before', async () => {
  const companyId = await scored();

  const changes = { check_vanity_logo: { seen: 'open', value: 'flagged' } };
  const answer = await saveScorecard(portal.context, { companyId, changes, by: jane });

  expect(answer.verdict).toMatchObject({ lane: 'fast', clearance: 'blocked', total: 430 });
  expect(await portal.stored(companyId)).toMatchObject({
    ipp_lane: 'fast',
    ipp_previous_lane: 'deep',
    ipp_lane_causes: 'ratings;vanity-logo',
  });
});

test('a field that somebody else changed is a conflict, and the rest is applied', async () => {
  const companyId = await scored();
  await editOutside(portal, companyId, { ipp_distribution_reach: '1' });

  const changes = { distribution_reach: { seen: 3, value: 5 }, strategic_fit: { seen: 4, value: 1 } };
  const answer = await saveScorecard(portal.context, { companyId, changes, by: jane });

  expect(answer.conflicts).toMatchObject([
    { field: 'distribution_reach', seen: 3, wanted: 5, found: 1, change: { by: null, source: 'CRM_UI' } },
  ]);
  expect(await portal.stored(companyId)).toMatchObject({
    ipp_distribution_reach: '1',
    ipp_strategic_fit: '1',
  });
});

test('a stored lane that was edited from outside is said on load and repaired by the next save', async () => {
  const companyId = await scored();
  await editOutside(portal, companyId, { ipp_lane: 'pass' });

  const loaded = await loadScorecard(portal.context, { companyId });
  expect(loaded.drift).toEqual(['ipp_lane']);
  await saveScorecard(portal.context, { companyId, changes: {}, by: jane });

  expect(await portal.stored(companyId)).toMatchObject({ ipp_lane: 'deep', ipp_previous_lane: 'pass' });
});
