import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { NightlyBrokenOff } from '../../../src/usecases/nightly/broken-off.ts';
import type { Position } from '../../../src/usecases/nightly/report.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { createPipeline } from '../deals/partner-deals.ts';
import { scoredCompany } from '../scorecard/scoring.ts';
import { nightly } from './run-nightly.ts';

const DEALS = 120;

let portal: Portal;
let company: string;
beforeAll(async () => {
  portal = await openPortal({ types: ['technology'] });
  company = await scoredCompany(portal);
  const { id, stage } = await createPipeline(portal, 'Partnerships');
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }];
  for (let start = 0; start < DEALS; start += 60) {
    const inputs = Array.from({ length: 60 }, () => ({
      properties: { dealname: 'Integration', pipeline: id, dealstage: stage },
      associations: [{ to: { id: company }, types }],
    }));
    const path = '/crm/objects/2026-09/deals/batch/create';
    await portal.outside.send({ method: 'POST', path, body: { inputs } });
  }
});
afterEach(() => portal.sandbox.faults.clear());
afterAll(() => portal.close());

test('runs of few calls go through the deals a hundred at a time, each once', async () => {
  const done: [phase: string | undefined, deals: number, dealsRepaired: number][] = [];
  let left: Position | null = { phase: 'verdicts', after: null };
  while (left !== null && done.length < 9) {
    const report = await nightly(portal, { mostCalls: 1, from: left });
    left = report.left;
    done.push([left?.phase, report.deals, report.dealsRepaired]);
  }

  expect(done).toEqual([
    ['verdicts', 0, 0],
    ['deals', 0, 0],
    ['deals', 100, 100],
    ['deals', 20, 20],
    [undefined, 0, 0],
  ]);
});

test('a run that breaks off among the deals goes on with them, and what is behind is not done again', async () => {
  await editOutside(portal, company, { ipp_customer_overlap: '1' });
  portal.sandbox.faults.add(FAULT_ANSWERS.tokenRefused, { path: '/deals/search', skip: 1, times: 9 });

  const broken = await nightly(portal).catch((error: unknown) => error);
  portal.sandbox.faults.clear();
  if (!(broken instanceof NightlyBrokenOff)) throw broken;
  const { left } = broken.report;
  const again = await nightly(portal, { ...(left !== null && { from: left }) });

  expect(broken.message).toMatch(
    /The run broke off: 1 company was looked at, 1 repaired; 100 deals, 100 rep/,
  );
  expect(broken.message).toMatch(/Only deals are left\./);
  expect(again).toMatchObject({ companies: 0, deals: 20, dealsRepaired: 20, left: null });
});

test('a run that breaks off between a write and its reading back leaves nothing to write twice', async () => {
  await editOutside(portal, company, { ipp_lane: 'pass' });
  const path = '/objects/2026-09/companies/batch/read';
  // of the page, of the one that differs, and of what was written
  portal.sandbox.faults.add(FAULT_ANSWERS.tokenRefused, { path, skip: 2, times: 9 });

  const broken = await nightly(portal).catch((error: unknown) => error);
  portal.sandbox.faults.clear();
  if (!(broken instanceof NightlyBrokenOff)) throw broken;
  const before = await portal.valuesOf(company, 'ipp_lane');
  const again = await nightly(portal);

  expect(broken.report).toMatchObject({ companies: 0, left: { phase: 'verdicts', after: null } });
  expect(broken.message).toMatch(/Run it again\.$/);
  expect(again).toMatchObject({ companies: 1, companiesRepaired: 0, left: null });
  expect(await portal.valuesOf(company, 'ipp_lane')).toEqual(before);
});
