import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import type { Crm, CrmRequest } from '../../../src/crm/client/request.ts';
import { syncDeals } from '../../../src/usecases/deals/sync.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { aroundCalls } from '../../around-calls.ts';
import { type Portal, editOutside, mergeCompanies, openPortal, withPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { applied, csv } from '../csv/csv-files.ts';
import { examine } from '../doctor/examine.ts';
import { firstTime, jane, omar, saveField, scoredCompany } from '../scorecard/scoring.ts';
import { createDeal, createPipeline, editDeal, valueOfDeal } from './partner-deals.ts';

let portal: Portal;
beforeEach(async () => (portal = await openPortal({ types: ['technology'] })));
afterEach(() => portal.close());

const partnerPipeline = (one: Portal) => createPipeline(one, 'Partnerships');
const laneOf = (one: Portal, dealId: string) => valueOfDeal(one, dealId, 'ipp_lane');

/** A scored company with a deal that shows its verdict. */
async function companyWithDeal(): Promise<{ companyId: string; dealId: string }> {
  const companyId = await scoredCompany(portal);
  const dealId = await createDeal(portal, await partnerPipeline(portal), companyId);
  await syncDeals(portal.context);
  return { companyId, dealId };
}

test.each<[string, (lagging: Portal, other: string) => Promise<unknown>]>([
  ['a run over all deals', ({ context }) => syncDeals(context)],
  ['an import', ({ context }, other) => applied(context, csv(['record_id', 'strategic_fit'], [other, 5]))],
  ['a repair by the doctor', (lagging) => examine(lagging, { repair: true })],
])(
  'two partners that were merged while the search lags: after %s both deals show the survivor’s lane',
  async (_, run) => {
    let at = Date.parse('2026-11-23T09:00:00Z');
    await withPortal(
      { types: ['technology'], searchLagMs: 5_000, now: () => new Date((at += 5)) },
      async (lagging) => {
        const pipeline = await partnerPipeline(lagging);
        const deep = await scoredCompany(lagging);
        const fast = await scoredCompany(lagging, { ...workflowTool, customer_overlap: 1 });
        const other = await scoredCompany(lagging);
        const deals = [await createDeal(lagging, pipeline, deep), await createDeal(lagging, pipeline, fast)];
        at += 60_000;
        await syncDeals(lagging.context);
        at += 60_000;
        const before = await Promise.all(deals.map((id) => laneOf(lagging, id)));

        await mergeCompanies(lagging, deep, fast);
        await run(lagging, other);

        expect(before).toEqual(['deep', 'fast']);
        expect(await Promise.all(deals.map((id) => laneOf(lagging, id)))).toEqual(['deep', 'deep']);
      },
    );
  },
);

test('a deal whose company HubSpot says nothing about is left alone, and named with the reason', async () => {
  const { companyId, dealId } = await companyWithDeal();
  const failing = { kind: 'input-error', error: 'internal' } as const;
  portal.sandbox.faults.add(failing, { path: 'companies/batch/read', input: companyId, times: 99 });
  portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { path: `companies/${companyId}`, times: 99 });

  const answer = await syncDeals(portal.context);

  expect(answer.repaired).toBe(0);
  expect(answer.behind).toMatchObject([
    { id: dealId, reason: expect.stringMatching(/stays as it is/) as unknown },
  ]);
  expect(await laneOf(portal, dealId)).toBe('deep');
});

test('a deal that HubSpot will not write is named with HubSpot’s reason, and written once', async () => {
  const { dealId } = await companyWithDeal();
  await editDeal(portal, dealId, { ipp_lane: 'pass' });
  const refused = { kind: 'input-error', error: 'read-only' } as const;
  portal.sandbox.faults.add(refused, { path: 'deals/batch/update', input: dealId, times: 99 });

  const calls = await portal.callsDuring(async () => {
    expect(await syncDeals(portal.context)).toMatchObject({
      repaired: 0,
      behind: [{ id: dealId, reason: expect.stringMatching(/ipp_lane.*read only/) as unknown }],
    });
  });

  expect(calls.filter((call) => call.endsWith('deals/batch/update'))).toHaveLength(1);
});

test('a write of a deal that HubSpot answers and does not do is no repair', async () => {
  const { dealId } = await companyWithDeal();
  await editDeal(portal, dealId, { ipp_lane: 'pass' });
  portal.sandbox.faults.add({ kind: 'ignored' }, { path: 'deals/batch/update', times: 99 });

  expect(await syncDeals(portal.context)).toMatchObject({
    repaired: 0,
    behind: [{ id: dealId, reason: 'HubSpot answered that it wrote the deal, and did not.' }],
  });
});

/** Our app's way, with a save of somebody else right before deals are written for the first time. */
function overtakenBySave(companyId: string): Crm {
  const isOfDeals = ({ path }: CrmRequest) => path.endsWith('deals/batch/update');
  return aroundCalls(portal.app, isOfDeals, 'before', async (_, count) => {
    if (count === 1)
      await saveField(portal.context, companyId, 'check_vanity_logo', ['open', 'flagged'], omar);
  });
}

test('a save that writes deals after a newer save leaves them with the newer verdict', async () => {
  const { companyId, dealId } = await companyWithDeal();
  await editDeal(portal, dealId, { ipp_lane: '' });
  const context = { ...portal.context, crm: overtakenBySave(companyId) };

  const { deals } = await saveField(context, companyId, 'strategic_fit', [4, 5]);

  expect(deals).toEqual({ mirrored: 1, of: 1, message: null });
  expect(await laneOf(portal, dealId)).toBe('fast');
});

test('a run over all deals that is overtaken by a save leaves the newer verdict as well', async () => {
  const { companyId, dealId } = await companyWithDeal();
  await editDeal(portal, dealId, { ipp_lane: '' });

  await syncDeals({ ...portal.context, crm: overtakenBySave(companyId) });

  expect(await laneOf(portal, dealId)).toBe('fast');
});

test('a company whose deals come in pages: every one follows', async () => {
  await withPortal({ types: ['technology'], switches: { recordAssociationPage: 50 } }, async (paged) => {
    const companyId = await paged.createCompany();
    const pipeline = await partnerPipeline(paged);
    const deals: string[] = [];
    for (let index = 0; index < 80; index += 1) deals.push(await createDeal(paged, pipeline, companyId));

    const answer = await saveScorecard(paged.context, {
      companyId,
      changes: firstTime(workflowTool),
      by: jane,
    });

    expect(answer.deals).toEqual({ mirrored: 80, of: 80, message: null });
    expect(await Promise.all(deals.map((id) => laneOf(paged, id)))).toEqual(deals.map(() => 'deep'));
  });
});

test('a merged company whose deals come in pages: those of both follow', async () => {
  await withPortal({ types: ['technology'], switches: { recordAssociationPage: 10 } }, async (paged) => {
    const pipeline = await partnerPipeline(paged);
    const [scored, other] = [await scoredCompany(paged), await paged.createCompany()];
    const deals: string[] = [];
    for (let index = 0; index < 12; index += 1)
      for (const id of [scored, other]) deals.push(await createDeal(paged, pipeline, id));
    await mergeCompanies(paged, scored, other);

    const answer = await saveField(paged.context, scored, 'strategic_fit', [4, 5]);

    expect(answer.deals).toEqual({ mirrored: 24, of: 24, message: null });
    expect(await Promise.all(deals.map((id) => laneOf(paged, id)))).toEqual(deals.map(() => 'deep'));
  });
});

test('a deleted property of the company empties no deal', async () => {
  const { companyId, dealId } = await companyWithDeal();
  await portal.outside.send({ method: 'DELETE', path: '/crm/properties/2026-09/companies/ipp_lane' });

  await syncDeals(portal.context);

  expect(await laneOf(portal, dealId)).toBe('deep');
  expect(await portal.stored(companyId)).toMatchObject({ ipp_total: '430' });
});

test('a token that is rotated among the deals: it is said how far the run came', async () => {
  const { companyId } = await companyWithDeal();
  await editOutside(portal, companyId, { ipp_total: '431' });
  portal.sandbox.faults.add(
    { kind: 'status', status: 401, body: { category: 'INVALID_AUTHENTICATION' } },
    { path: 'deals/batch/update', times: 99 },
  );

  await expect(syncDeals(portal.context)).rejects.toMatchObject({
    code: 'wrong-token',
    message: expect.stringMatching(/0 of the 1 deals that differ .* Run it again: it goes on/) as unknown,
  });
});

test('deals that the search does not know yet are found by looking through them', async () => {
  await withPortal({ types: ['technology'], searchLagMs: 5_000 }, async (lagging) => {
    const companyId = await scoredCompany(lagging);
    const dealId = await createDeal(lagging, await partnerPipeline(lagging), companyId);

    expect(await syncDeals(lagging.context)).toMatchObject({
      repaired: 1,
      deals: [{ id: dealId, lane: 'deep' }],
    });
  });
});

test('two deals that were merged while the search lags: the survivor shows its lane', async () => {
  await withPortal({ types: ['technology'], searchLagMs: 5_000 }, async (lagging) => {
    const pipeline = await partnerPipeline(lagging);
    const [one, two] = [await scoredCompany(lagging), await scoredCompany(lagging)];
    const deals = [await createDeal(lagging, pipeline, one), await createDeal(lagging, pipeline, two)];
    await syncDeals(lagging.context);
    const [primaryObjectId, objectIdToMerge] = deals;
    const body = { primaryObjectId, objectIdToMerge };
    const path = '/crm/objects/2026-09/deals/merge';
    const { id } = (await lagging.outside.send({ method: 'POST', path, body })) as { id: string };

    const { behind } = await syncDeals(lagging.context);
    await saveField(lagging.context, one, 'check_vanity_logo', ['open', 'flagged']);

    expect(behind).toEqual([]);
    expect(await laneOf(lagging, id)).toBe('fast');
  });
});
