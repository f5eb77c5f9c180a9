import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import {
  type Portal,
  archiveCompany,
  deleteProperty,
  editOutside,
  openPortal,
  withPortal,
} from '../../portal.ts';
import { jane, omar, saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.sandbox.faults.clear());
afterAll(() => portal.close());

function load(companyId: string) {
  return loadScorecard(portal.context, { companyId });
}

function importInto(companyId: string, properties: Record<string, string>) {
  const path = `/crm/objects/2026-09/companies/${companyId}`;
  return portal.imported.send({ method: 'PATCH', path, body: { properties } });
}

test('a load is one call', async () => {
  const companyId = await scoredCompany(portal);

  expect(await portal.callsDuring(() => load(companyId))).toEqual([
    `GET /crm/objects/2026-09/companies/${companyId}`,
  ]);
});

test('a judged company is shown with name, verdict, profile version and trail', async () => {
  const record = await load(await scoredCompany(portal));

  expect(record).toMatchObject({
    companyName: 'Brightdesk',
    state: 'judged',
    profileVersion: 'technology@0',
    verdict: { total: 430, lane: 'deep', clearance: 'pending' },
    drift: [],
    problems: [],
    missing: [],
    trail: { scoredBy: jane, previousLane: null },
  });
  expect(Date.parse(record.trail.scoredAt ?? '')).toBeLessThanOrEqual(Date.now());
  expect(record.trail.reviewDue).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('each change names who made it: us, another saver, a hand in HubSpot, an import', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'strategic_fit', [4, 5], omar);
  await editOutside(portal, companyId, { ipp_distribution_reach: '2' });
  await importInto(companyId, { ipp_shared_customers: '12' });

  const { changes } = await load(companyId);

  expect(changes).toMatchObject({
    customer_overlap: { by: jane, source: 'our app' },
    strategic_fit: { by: omar, source: 'our app' },
    distribution_reach: { by: null, source: 'CRM_UI' },
    shared_customers: { by: null, source: 'IMPORT' },
  });
  expect(changes).not.toHaveProperty('overlap_as_of');
});

test('an import that carries the scorer along is not taken for our app', async () => {
  const companyId = await scoredCompany(portal);
  await importInto(companyId, { ipp_scored_by: omar, ipp_strategic_fit: '1' });

  expect((await load(companyId)).changes['strategic_fit']).toMatchObject({ by: null, source: 'IMPORT' });
});

test('a value that cannot be read is unknown in the verdict, named, and still in the CRM', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_strategic_fit: '6' });

  const record = await load(companyId);

  expect(record).toMatchObject({
    state: 'judged',
    verdict: { total: null, ratedCount: 5 },
    problems: [{ field: 'strategic_fit' }],
  });
  expect(await portal.stored(companyId)).toMatchObject({ ipp_strategic_fit: '6' });
});

test('a stored verdict that somebody edited is drift, property by property', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_lane: 'pass', ipp_total: '99', ipp_lane_causes: '' });

  expect((await load(companyId)).drift).toEqual(['ipp_lane', 'ipp_lane_causes', 'ipp_total']);
});

test('a deleted property is named, and is no drift', () =>
  withPortal({}, async (other) => {
    const companyId = await scoredCompany(other);
    await deleteProperty(other, 'ipp_total');
    await deleteProperty(other, 'ipp_strategic_fit');

    const record = await loadScorecard(other.context, { companyId });

    expect(record.missing).toEqual(['ipp_strategic_fit', 'ipp_total']);
    expect(record.drift).toEqual([]);
  }));

test('an override in force sets the lane, and the computed one stays visible', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_override_lane: 'pass', ipp_override_until: '2999-12-31' });

  const { verdict, drift } = await load(companyId);

  expect(verdict).toMatchObject({ lane: 'pass', computedLane: 'deep', override: { lane: 'pass' } });
  expect(drift).toContain('ipp_lane');
});

test('an override whose last day is over has no effect', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_override_lane: 'pass', ipp_override_until: '2020-01-01' });

  expect(await load(companyId)).toMatchObject({
    verdict: { lane: 'deep', override: null },
    drift: [],
    problems: [],
  });
});

test('half an override written by hand has no effect and is named', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_override_lane: 'pass' });

  expect(await load(companyId)).toMatchObject({
    verdict: { lane: 'deep' },
    problems: [{ field: 'override_lane' }],
  });
});

test('an unknown company and an archived one are said to be gone', async () => {
  const archived = await portal.createCompany();
  await archiveCompany(portal, archived);

  for (const companyId of ['999999', archived])
    await expect(load(companyId)).rejects.toMatchObject({
      code: 'company-not-found',
      message: expect.stringContaining(companyId) as unknown,
    });
});

test('an answer that is no company is no company', async () => {
  portal.sandbox.faults.add({ kind: 'status', status: 200, body: { id: 7 } });

  await expect(load('1')).rejects.toMatchObject({ code: 'unavailable' });
});

test('a load gets through the ten-second limit', async () => {
  const companyId = await scoredCompany(portal);
  portal.sandbox.faults.add(FAULT_ANSWERS.rollingLimit, { times: 2 });

  expect(await load(companyId)).toMatchObject({ state: 'judged' });
});
