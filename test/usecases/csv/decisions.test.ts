import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { runIcp } from '../../cli/run-icp.ts';
import { createDeal, createPipeline } from '../deals/partner-deals.ts';
import { scoredCompany } from '../scorecard/scoring.ts';
import { applied, cellsOf, csv, exported, recordsOf } from './csv-files.ts';

const STORED = {
  ipp_decision: 'wait',
  ipp_decision_quarter: '2027-Q1',
  ipp_decision_reason: 'Their API changes, in spring.',
  ipp_decided_by: 'jane@example.com',
  ipp_decided_at: '2027-01-05T09:00:00Z',
  ipp_decision_basis: '430, Deep, Cleared, profile as shipped',
  ipp_ask_again_on: '2027-04-01',
};

let portal: Portal;
let companyId: string;
beforeEach(async () => {
  portal = await openPortal({ types: ['technology'] });
  companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, STORED);
});
afterEach(() => portal.close());

test('an export has what was decided, by whom, when and on which basis', async () => {
  const [row] = recordsOf(await exported(portal.context));

  expect(row).toMatchObject({
    ...{ decision: 'wait', decision_quarter: '2027-Q1', decision_reason: 'Their API changes, in spring.' },
    ...{ decided_by: 'jane@example.com', decision_basis: '430, Deep, Cleared, profile as shipped' },
    decided_at: expect.stringMatching(/^2027-01-05T09:00:00/) as unknown,
    ask_again_on: '2027-04-01',
  });
});

test('a changed cell of a decision writes nothing, and it is said once that decisions are made on the card', async () => {
  const [header = [], cells = []] = cellsOf(await exported(portal.context));
  const changed = cells.map((cell, at) => {
    if (header[at] === 'decision') return 'go-deep';
    return header[at] === 'decision_quarter' || header[at] === 'ask_again_on' ? '' : cell;
  });
  const before = await portal.stored(companyId);

  const report = await applied(portal.context, csv(header, changed));

  expect(report).toMatchObject({ rows: 1, changed: 0, unchanged: 1, faults: [] });
  expect(report.notes.filter((note) => note.includes('on the card'))).toEqual([
    expect.stringMatching(/^Decisions are made on the card, so not imported: decision, .*ask_again_on\.$/),
  ]);
  expect(await portal.stored(companyId)).toEqual(before);
});

test('deals show the decision and its quarter', async () => {
  await createDeal(portal, await createPipeline(portal, 'Partnerships'), companyId);
  const env = { HUBSPOT_ACCESS_TOKEN: 'test-app-token', HUBSPOT_BASE_URL: portal.sandbox.baseUrl };

  const shown = await runIcp(['deals'], env);
  const listed = await runIcp(['deals', '--json'], env);

  expect(shown.stdout).toMatch(/^Integration {2}.* {2}Wait in 2027-Q1$/m);
  expect(JSON.parse(listed.stdout)).toMatchObject({ deals: [{ decision: 'wait', quarter: '2027-Q1' }] });
});
