import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { syncDeals } from '../../../src/usecases/deals/sync.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { type Pipeline, createDeal, createPipeline, editDeal, valueOfDeal } from './partner-deals.ts';

const DEAL_TO_COMPANY = 341;
const RANGE = ['ipp_partner_type', 'ipp_lane', 'ipp_total', 'ipp_total_low', 'ipp_total_high'];

let portal: Portal;
let partnerships: Pipeline;
beforeAll(async () => {
  portal = await openPortal();
  partnerships = await createPipeline(portal, 'Partnerships');
});
afterAll(() => portal.close());
afterEach(() => portal.sandbox.faults.clear());

test('a deal of the partner pipeline shows lane, total and clearance of its primary company', async () => {
  const companyId = await portal.createCompany();
  const dealId = await createDeal(portal, partnerships, companyId);

  const answer = await save(companyId, workflowTool);

  expect(answer.deals).toEqual({ mirrored: 1, of: 1, message: null });
  expect(await mirrored(dealId)).toEqual({ ipp_lane: 'deep', ipp_total: '430', ipp_clearance: 'pending' });
});

test('while answers are missing a deal shows type and range, and gives up both when the scorecard is cleared', async () => {
  const companyId = await portal.createCompany();
  const dealId = await createDeal(portal, partnerships, companyId);
  const shown = async () =>
    Promise.all(RANGE.map(async (name) => [name, await valueOfDeal(portal, dealId, name)] as const));

  const { customer_overlap: _unknown, ...known } = workflowTool;
  await save(companyId, known);
  const incomplete = Object.fromEntries(await shown());
  await clearScorecard(portal.context, { companyId, by: 'ann@example.com' });

  expect(incomplete).toEqual({
    ipp_partner_type: 'technology',
    ipp_lane: 'undecided',
    ipp_total: null,
    ipp_total_low: '310',
    ipp_total_high: '430',
  });
  expect(Object.values(Object.fromEntries(await shown()))).toEqual(RANGE.map(() => null));
});

test('a type that deals do not offer leaves the deal without one, and holds up nothing else', async () => {
  const path = '/crm/properties/2026-09/companies/ipp_partner_type';
  const { options } = (await portal.outside.send({ method: 'GET', path })) as { options: object[] };
  const more = [...options, { value: 'distributor', label: 'Distributor' }];
  await portal.outside.send({ method: 'PATCH', path, body: { options: more } });
  const companyId = await portal.createCompany({ ipp_partner_type: 'distributor', ipp_lane: 'fast' });
  const dealId = await createDeal(portal, partnerships, companyId);
  const known = await portal.createCompany({ ipp_partner_type: 'oem', ipp_lane: 'deep' });
  const other = await createDeal(portal, partnerships, known);

  const { behind } = await syncDeals(portal.context);

  expect(behind).toEqual([]);
  expect(await valueOfDeal(portal, dealId, 'ipp_partner_type')).toBeNull();
  expect(await valueOfDeal(portal, dealId, 'ipp_lane')).toBe('fast');
  expect(await valueOfDeal(portal, other, 'ipp_partner_type')).toBe('oem');
});

test('a deal of another pipeline, or with another primary company, is left alone', async () => {
  const companyId = await portal.createCompany();
  const other = await portal.createCompany();
  const customerDeal = await createDeal(portal, await createPipeline(portal, 'Renewals'), companyId);
  const otherPartner = await createDeal(portal, partnerships, other);
  await associate(otherPartner, companyId, DEAL_TO_COMPANY);

  const answer = await save(companyId, workflowTool);

  expect(answer.deals).toBeNull();
  expect([await mirrored(customerDeal), await mirrored(otherPartner)]).toEqual([NOTHING, NOTHING]);
});

test('a company without deals still takes three calls to save', async () => {
  const companyId = await portal.createCompany();
  portal.sandbox.journal.clear();

  await save(companyId, workflowTool);

  expect(portal.sandbox.journal.entries()).toHaveLength(3);
});

test('a deal that shows the verdict already is not written again', async () => {
  const companyId = await portal.createCompany();
  await createDeal(portal, partnerships, companyId);
  await save(companyId, workflowTool);
  portal.sandbox.journal.clear();

  const changes = { check_dead_api_note: { seen: '', value: 'Docs opened' } };
  const answer = await saveScorecard(portal.context, { companyId, changes, by: 'ann@example.com' });

  expect(answer.deals).toEqual({ mirrored: 1, of: 1, message: null });
  expect(portal.sandbox.journal.entries().filter(({ path }) => path.includes('/deals/batch/update'))).toEqual(
    [],
  );
});

test('a mirror that fails is said, keeps the save, and is repaired by the next one', async () => {
  const companyId = await portal.createCompany();
  const dealId = await createDeal(portal, partnerships, companyId);
  portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { path: '/deals/batch/update', times: 9 });

  const failed = await save(companyId, wellKnownLogo);
  portal.sandbox.faults.clear();
  const changes = { strategic_fit: { seen: 3, value: 4 } };
  const mended = await saveScorecard(portal.context, { companyId, changes, by: 'ann@example.com' });

  expect(failed.verdict).toMatchObject({ lane: 'fast', total: 280 });
  expect(failed.deals).toMatchObject({
    mirrored: 0,
    of: 1,
    message: expect.stringMatching(/^0 of 1 deals/) as string,
  });
  expect(mended.deals).toEqual({ mirrored: 1, of: 1, message: null });
  expect(await mirrored(dealId)).toMatchObject({ ipp_lane: 'fast', ipp_total: '285' });
});

test('clearing a scorecard empties its mirror', async () => {
  const companyId = await portal.createCompany();
  const dealId = await createDeal(portal, partnerships, companyId);
  await save(companyId, workflowTool);

  await clearScorecard(portal.context, { companyId, by: 'ann@example.com' });

  expect(await mirrored(dealId)).toEqual(NOTHING);
});

test('reading the deals of the partner pipeline repairs what differs, and names those without a company', async () => {
  const companyId = await portal.createCompany();
  const dealId = await createDeal(portal, partnerships, companyId);
  await save(companyId, workflowTool);
  await editDeal(portal, dealId, { ipp_lane: 'pass', ipp_total: '1' });
  const lonely = {
    dealname: 'Nobody yet',
    pipeline: partnerships.id,
    dealstage: partnerships.stage,
    ipp_lane: 'deep',
  };
  await portal.outside.send({
    method: 'POST',
    path: '/crm/objects/2026-09/deals',
    body: { properties: lonely },
  });

  const first = await syncDeals(portal.context);
  const second = await syncDeals(portal.context);

  expect(first).toMatchObject({ repaired: 2, withoutCompany: ['Nobody yet'] });
  expect(first.deals.find(({ id }) => id === dealId)).toMatchObject({
    companyId,
    lane: 'deep',
    total: '430',
  });
  expect(second.repaired).toBe(0);
  expect(await mirrored(dealId)).toMatchObject({ ipp_lane: 'deep', ipp_total: '430' });
});

const NOTHING = { ipp_lane: null, ipp_total: null, ipp_clearance: null };

function save(companyId: string, ratings: Record<string, number>) {
  const changes = Object.fromEntries(
    Object.entries(ratings).map(([field, value]) => [field, { seen: null, value }]),
  );
  return saveScorecard(portal.context, { companyId, changes, by: 'ann@example.com' });
}

async function associate(dealId: string, companyId: string, associationTypeId: number): Promise<void> {
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }];
  const body = { inputs: [{ from: { id: dealId }, to: { id: companyId }, types }] };
  await portal.outside.send({
    method: 'POST',
    path: '/crm/associations/2026-09/deals/companies/batch/create',
    body,
  });
}

async function mirrored(dealId: string): Promise<Record<string, string | null>> {
  const values = Object.keys(NOTHING).map(async (name) => [name, await valueOfDeal(portal, dealId, name)]);
  return Object.fromEntries(await Promise.all(values)) as Record<string, string | null>;
}
