import { CrmError } from '../../../src/crm/client/errors.ts';
import { syncDeals } from '../../../src/usecases/deals/sync.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { applied, csv, dryRun, exported } from './csv-files.ts';
import { createDeal, createPipeline, valueOfDeal } from '../deals/partner-deals.ts';
import { ratedAs } from '../scorecard/partners-of-types.ts';
import { omar, saveField, scoredCompany } from '../scorecard/scoring.ts';

let portal: Portal;
beforeEach(async () => (portal = await openPortal()));
afterEach(() => portal.close());

const lostAnswer = new CrmError('unknown-outcome', 'The answer was lost.');

const isWrite = (call: string) => !/^GET |\/search$|\/batch\/read$/.test(call);

test('importing what was exported changes nothing, unreadable values included', async () => {
  const odd = await scoredCompany(portal);
  await editOutside(portal, odd, { ipp_people: '6', ipp_check_dead_api_note: 'docs\r\nopened' });
  await ratedAs(portal, 'reseller');
  await createDeal(portal, await createPipeline(portal, 'Partnerships'), odd);
  await syncDeals(portal.context);
  const file = await exported(portal.context);

  const calls = await portal.callsDuring(async () => {
    const report = await applied(portal.context, file.replaceAll('\r\n', '\n'));
    expect(report).toMatchObject({ rows: 2, changed: 0, unchanged: 2, faults: [], warnings: [] });
  });

  expect(calls.filter(isWrite)).toEqual([]);
});

test('a dry run says what would change and writes nothing', async () => {
  const company = await scoredCompany(portal);
  const file = csv(['record_id', 'customer_overlap', 'lane', 'mood'], [company, 1, 'deep', 'sunny']);

  const calls = await portal.callsDuring(async () => {
    const report = await dryRun(portal.context, file);
    expect(report).toMatchObject({
      ...{ applied: false, rows: 1, changed: 1, unchanged: 0, faults: [] },
      ...{ columns: { customer_overlap: 1 }, lanes: [{ from: 'deep', to: 'fast', companies: 1 }] },
    });
    expect(report.notes).toEqual([
      'Read only, so not imported: lane. They follow from the scorecard or are set elsewhere.',
      'Unknown, so not imported: mood.',
    ]);
  });

  expect(calls.filter(isWrite)).toEqual([]);
});

test('applied rows hold answers, the verdict that follows, and who imported them', async () => {
  const scored = await scoredCompany(portal);
  const fresh = await portal.createCompany({ domain: 'fresh.example' });
  const deal = await createDeal(portal, await createPipeline(portal, 'Partnerships'), fresh);
  const header = ['record_id', 'domain', ...Object.keys(workflowTool), 'lane', 'check_dead_api', 'artifacts'];
  const rows = [
    [scored, '', ...Object.values(wellKnownLogo), 'deep', 'Clear', 'sandbox; api-docs'],
    ['', 'Fresh.Example', ...Object.values(workflowTool), 'pass', '', ''],
  ];

  const report = await applied(portal.context, csv(header, ...rows));

  expect(report).toMatchObject({ changed: 2, faults: [], warnings: [] });
  expect(await portal.stored(scored)).toMatchObject({
    ...{ ipp_lane: 'fast', ipp_previous_lane: 'deep', ipp_total: '280', ipp_check_dead_api: 'clear' },
    ...{ ipp_artifacts: 'api-docs;sandbox', ipp_scored_by: 'ines@example.com' },
  });
  expect(await portal.stored(fresh)).toMatchObject({
    ...{ ipp_partner_type: 'technology', ipp_profile_version: 'technology@0', ipp_lane: 'deep' },
  });
  expect(await valueOfDeal(portal, deal, 'ipp_lane')).toBe('deep');
});

test('a thousand rows with fifty bad ones: fifty are named, the others are written, and once more changes nothing', async () => {
  const ids: string[] = [];
  for (let start = 0; start < 1_000; start += 100) {
    const inputs = Array.from({ length: 100 }, (_, index) => ({
      properties: { name: `Partner ${start + index}` },
      associations: [],
    }));
    const path = '/crm/objects/2026-09/companies/batch/create';
    const made = (await portal.outside.send({ method: 'POST', path, body: { inputs } })) as {
      results: { id: string }[];
    };
    ids.push(...made.results.map(({ id }) => id));
  }
  const isBad = (index: number) => index % 20 === 5;
  const rows = ids.map((id, index) => [id, ...Object.values(workflowTool).slice(0, 5), isBad(index) ? 6 : 4]);
  const file = csv(['record_id', ...Object.keys(workflowTool)], ...rows);

  const dry = await dryRun(portal.context, file);
  const calls = await portal.callsDuring(async () => {
    const report = await applied(portal.context, file);
    expect({ ...report, applied: false }).toEqual(dry);
  });
  const again = await applied(portal.context, file);

  expect(dry).toMatchObject({ rows: 1_000, changed: 950, unchanged: 0 });
  expect(dry.lanes).toEqual([{ from: '', to: 'deep', companies: 950 }]);
  expect(dry.faults).toHaveLength(50);
  expect(dry.faults[0]).toEqual({
    line: 7,
    column: 'strategic_fit',
    message: '6 is not allowed here. A rating is a whole number from 1 to 5, or unknown.',
  });
  expect(calls.filter(isWrite)).toHaveLength(10);
  expect(again).toMatchObject({ changed: 0, unchanged: 950 });
  expect(await portal.stored(ids[5] ?? '')).toEqual({});
  expect(await portal.stored(ids[6] ?? '')).toMatchObject({ ipp_lane: 'deep', ipp_total: '430' });
});

test('what somebody changes while the file is imported stays theirs', async () => {
  const company = await scoredCompany(portal);
  const { crm } = portal.context;
  let isFirst = true;
  const context = {
    ...portal.context,
    crm: {
      send: async (request: Parameters<typeof crm.send>[0]) => {
        if (request.path.endsWith('/batch/update') && isFirst) {
          isFirst = false;
          await saveField(portal.context, company, 'customer_overlap', [5, 2], omar);
          throw lostAnswer;
        }
        return crm.send(request);
      },
    },
  };
  const file = csv(['record_id', 'customer_overlap', 'strategic_fit'], [company, 1, 1]);

  const report = await applied(context, file);

  expect(report.warnings).toEqual([
    {
      line: 2,
      column: 'customer_overlap',
      message: 'somebody changed this while the file was imported. Their value stays.',
    },
  ]);
  expect(await portal.stored(company)).toMatchObject({ ipp_customer_overlap: '2', ipp_strategic_fit: '1' });
});

test('an import that breaks off is finished by running it again', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 150; index += 1) ids.push(await portal.createCompany());
  const file = csv(['record_id', 'strategic_fit'], ...ids.map((id) => [id, 3]));
  const gone = { kind: 'reset', write: 'before' } as const;
  portal.sandbox.faults.add(gone, { path: '/batch/update', skip: 1, times: 99 });
  portal.sandbox.faults.add(gone, { path: '/batch/read', skip: 2, times: 99 });

  await expect(applied(portal.context, file)).rejects.toThrow(/could not be reached/);
  portal.sandbox.faults.clear();
  const report = await applied(portal.context, file);

  expect(report).toMatchObject({ changed: 50, unchanged: 100, faults: [] });
});
