import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { firstTime, jane, omar, saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test('the first ratings start the scorecard under the default type and write the verdict', async () => {
  const companyId = await scoredCompany(portal);

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
    ipp_rules: '2',
    ipp_scored_by: jane,
  });
});

test('the first lane leaves the previous lane empty', async () => {
  const companyId = await scoredCompany(portal, wellKnownLogo);

  const stored = await portal.stored(companyId);

  expect(stored).toMatchObject({ ipp_lane: 'fast', ipp_total: '280', ipp_clearance: 'not-required' });
  expect(stored).not.toHaveProperty('ipp_previous_lane');
  expect(stored).toHaveProperty('ipp_lane_changed_at');
});

test('a save takes three calls, and one when nothing changed', async () => {
  const companyId = await scoredCompany(portal);
  const path = `/crm/objects/2026-09/companies/${companyId}`;
  const save = () => saveField(portal.context, companyId, 'strategic_fit', [4, 5]);

  expect(await portal.callsDuring(save)).toEqual([`GET ${path}`, `PATCH ${path}`, `GET ${path}`]);
  expect(await portal.callsDuring(save)).toEqual([`GET ${path}`]);
});

test('a flag lowers the lane and remembers the one before', async () => {
  const companyId = await scoredCompany(portal);

  const answer = await saveField(portal.context, companyId, 'check_vanity_logo', ['open', 'flagged']);

  expect(answer.verdict).toMatchObject({ lane: 'fast', clearance: 'blocked', total: 430 });
  expect(await portal.stored(companyId)).toMatchObject({
    ipp_lane: 'fast',
    ipp_previous_lane: 'deep',
    ipp_lane_causes: 'ratings;vanity-logo',
  });
});

test('a change that leaves the lane alone leaves its trail alone', async () => {
  const companyId = await scoredCompany(portal);
  const { ipp_lane_changed_at } = await portal.stored(companyId);

  await saveField(portal.context, companyId, 'strategic_fit', [4, 5]);

  const stored = await portal.stored(companyId);
  expect(stored).toMatchObject({ ipp_total: '435', ipp_lane_changed_at });
  expect(stored).not.toHaveProperty('ipp_previous_lane');
});

test('everything that makes a partner buildable clears it, and one open check holds it', async () => {
  const companyId = await scoredCompany(portal);
  const checks = [
    ...['vanity_logo', 'competitor_in_disguise', 'single_prospect_request'],
    ...['dead_api', 'enthusiastic_contact'],
  ];
  const changes = Object.fromEntries([
    ...checks.map((key) => [`check_${key}`, { seen: 'open', value: 'clear' }]),
    ...checks.map((key) => [`check_${key}_note`, { seen: '', value: 'Asked and seen.' }]),
    ...['customer_overlap', 'technical_readiness'].map((key) => [
      `${key}_evidence`,
      { seen: '', value: 'https://example.com/proof' },
    ]),
  ]) as Record<string, { seen: string; value: string }>;

  const cleared = await saveScorecard(portal.context, { companyId, changes, by: jane });
  const held = await saveField(portal.context, companyId, 'check_dead_api', ['clear', 'open']);

  expect(cleared.verdict?.clearance).toBe('cleared');
  expect(held.verdict?.clearance).toBe('pending');
});

test('a saver is remembered for what was saved, and the one before for the rest', async () => {
  const companyId = await scoredCompany(portal);

  const { changes, trail } = await saveField(portal.context, companyId, 'strategic_fit', [4, 5], omar);

  expect(changes).toMatchObject({ strategic_fit: { by: omar }, customer_overlap: { by: jane } });
  expect(trail.scoredBy).toBe(omar);
});

test('values that cannot be read stay in the CRM while another field is saved', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_strategic_fit: '6', ipp_shared_customers: '-1' });

  const answer = await saveField(portal.context, companyId, 'distribution_reach', [3, 4]);

  expect(answer.problems.map(({ field }) => field)).toEqual(['shared_customers', 'strategic_fit']);
  expect(await portal.stored(companyId)).toMatchObject({
    ipp_strategic_fit: '6',
    ipp_shared_customers: '-1',
    ipp_distribution_reach: '4',
  });
});

test('a rating taken back to unknown empties the total and is undecided', async () => {
  const companyId = await scoredCompany(portal);

  await saveField(portal.context, companyId, 'customer_overlap', [5, null]);

  const stored = await portal.stored(companyId);
  expect(stored).toMatchObject({ ipp_lane: 'undecided', ipp_previous_lane: 'deep', ipp_total_low: '310' });
  expect(stored).not.toHaveProperty('ipp_total');
  expect(stored).not.toHaveProperty('ipp_customer_overlap');
});

test('a stored lane that was edited from outside is repaired by the next save, though nothing else changed', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_lane: 'pass' });

  const { drift } = await saveScorecard(portal.context, { companyId, changes: {}, by: omar });

  expect(drift).toEqual([]);
  expect(await portal.stored(companyId)).toMatchObject({
    ipp_lane: 'deep',
    ipp_previous_lane: 'pass',
    ipp_scored_by: jane,
  });
});

test('six ratings at once and six ratings one by one end in the same verdict', async () => {
  const atOnce = await portal.stored(await scoredCompany(portal));
  const companyId = await portal.createCompany();

  for (const [field, value] of Object.entries(workflowTool))
    await saveScorecard(portal.context, { companyId, changes: firstTime({ [field]: value }), by: jane });

  const times = ['ipp_scored_at', 'ipp_reviewed_at', 'ipp_lane_changed_at', 'ipp_previous_lane'];
  const lasting = (stored: Record<string, string>) =>
    Object.entries(stored).filter(([name]) => !times.includes(name));
  expect(Object.fromEntries(lasting(await portal.stored(companyId)))).toEqual(
    Object.fromEntries(lasting(atOnce)),
  );
});
