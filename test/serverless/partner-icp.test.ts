import { Client } from '@hubspot/api-client';

import { APP_TOKEN, mergeCompanies } from '../portal.ts';
import { firstTime } from '../usecases/scorecard/scoring.ts';
import { wellKnownLogo, workflowTool } from '../worked-example.ts';
import { type FunctionPortal, by, openFunctionPortal } from './function-portal.ts';

let open: FunctionPortal;
beforeAll(async () => {
  open = await openFunctionPortal();
});
afterAll(() => open.close());

test.each([
  ['workflow tool', workflowTool, { total: 430, lane: 'deep', clearance: 'pending' }],
  ['well-known logo', wellKnownLogo, { total: 280, lane: 'fast', clearance: 'not-required' }],
])(
  'the %s of the guide, saved through the function, is read by HubSpot’s own client',
  async (_, ratings, verdict) => {
    const companyId = await open.portal.createCompany();

    const saved = await open.save(companyId, firstTime(ratings));

    const hubspot = new Client({ accessToken: APP_TOKEN, basePath: open.portal.sandbox.baseUrl });
    const names = ['ipp_total', 'ipp_lane', 'ipp_clearance', 'ipp_scored_by', 'ipp_partner_type'];
    const { properties } = await hubspot.crm.companies.basicApi.getById(companyId, names);
    expect(saved).toMatchObject({ answer: { state: 'judged', verdict, conflicts: [], overwrote: [] } });
    expect(properties).toMatchObject({
      ipp_total: String(verdict.total),
      ipp_lane: verdict.lane,
      ipp_clearance: verdict.clearance,
      ipp_scored_by: by,
      ipp_partner_type: 'technology',
    });
  },
);

test('a load answers the record with its profile, so that a card needs no rubric of its own', async () => {
  const companyId = await open.portal.createCompany();
  await open.save(companyId, firstTime(workflowTool));

  expect(await open.load(companyId)).toMatchObject({
    answer: {
      companyId,
      companyName: 'Brightdesk',
      profileVersion: 'technology@0',
      profile: { type: 'technology', dimensions: expect.arrayContaining([]) as unknown },
      changes: { customer_overlap: { by, source: 'our app' } },
    },
  });
});

test('a company id may be a number, as HubSpot hands it to a card', async () => {
  const companyId = await open.portal.createCompany();

  expect(await open.load(Number(companyId) as unknown as string)).toMatchObject({ answer: { companyId } });
});

test('clearing empties the scorecard', async () => {
  const companyId = await open.portal.createCompany();
  await open.save(companyId, firstTime(workflowTool));

  const answer = await open.call({ operation: 'clear-scorecard', input: { companyId, by } }, companyId);

  expect(answer).toMatchObject({ answer: { state: 'never-scored' } });
  expect(await open.portal.stored(companyId)).toEqual({});
});

test('a card acts on the record that it stands on only', async () => {
  const [here, there] = [await open.portal.createCompany(), await open.portal.createCompany()];
  const input = { companyId: there, changes: firstTime(workflowTool), by };

  for (const operation of ['load-scorecard', 'save-scorecard', 'clear-scorecard'])
    for (const record of [here, null])
      expect(
        await open.call(
          { operation, input: operation === 'save-scorecard' ? input : inputOf(operation, there) },
          record,
        ),
      ).toMatchObject({ error: { code: 'invalid-input', field: 'companyId' } });

  expect(await open.portal.stored(there)).toEqual({});
});

function inputOf(operation: string, companyId: string) {
  return operation === 'load-scorecard' ? { companyId } : { companyId, by };
}

test('a card on a merged company acts on the survivor, by whichever id it was opened', async () => {
  const [one, other] = [await open.portal.createCompany(), await open.portal.createCompany()];
  const id = await mergeCompanies(open.portal, one, other);

  expect(await open.call({ operation: 'load-scorecard', input: { companyId: other } }, id)).toMatchObject({
    answer: { companyId: id },
  });
});

test('the function does not list deals', async () => {
  expect(await open.call({ operation: 'sync-deals', input: {} })).toMatchObject({
    error: { code: 'invalid-input', field: 'operation' },
  });
});
