import type { CrmRequest } from '../../../src/crm/client/request.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { aroundCalls } from '../../around-calls.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { omar, saveField, scoredCompany } from '../scorecard/scoring.ts';
import { applied, csv } from './csv-files.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

/** Something happens right before or right after the first batch is written. */
function aroundFirstBatch(at: 'before' | 'after', happens: () => Promise<unknown>): Context {
  const isBatch = ({ path }: CrmRequest) => path.endsWith('/companies/batch/update');
  const crm = aroundCalls(portal.context.crm, isBatch, at, async (_, count) => {
    if (count === 1) await happens();
  });
  return { ...portal.context, crm };
}

test('a row that replaces what somebody saved during the import says whose value it was', async () => {
  const company = await scoredCompany(portal);
  const context = aroundFirstBatch('before', () =>
    saveField(portal.context, company, 'customer_overlap', [5, 2], omar),
  );

  const report = await applied(context, csv(['record_id', 'customer_overlap'], [company, 1]));

  expect(report.warnings).toEqual([
    {
      line: 2,
      column: 'customer_overlap',
      message: `the row replaced 2, which ${omar} wrote while the file was imported. Look which is right.`,
    },
  ]);
  expect(await portal.stored(company)).toMatchObject({ ipp_customer_overlap: '1' });
});

test('a row that replaces an edit of evidence says so too', async () => {
  const company = await scoredCompany(portal);
  const context = aroundFirstBatch('before', () =>
    editOutside(portal, company, { ipp_customer_overlap_evidence: '12, counted' }),
  );

  const report = await applied(context, csv(['record_id', 'customer_overlap_evidence'], [company, 'a few']));

  expect(report.warnings).toMatchObject([
    { column: 'customer_overlap_evidence', message: expect.stringContaining('"12, counted"') as unknown },
  ]);
});

test('a value that somebody changes right after a row was written stays, and the row says so', async () => {
  const company = await scoredCompany(portal);
  const context = aroundFirstBatch('after', () =>
    editOutside(portal, company, { ipp_customer_overlap: '5' }),
  );

  const report = await applied(context, csv(['record_id', 'customer_overlap'], [company, 1]));

  expect(report.warnings).toMatchObject([
    { column: 'customer_overlap', message: expect.stringMatching(/changed it to 5 since/) as unknown },
  ]);
  expect(await portal.stored(company)).toMatchObject({ ipp_customer_overlap: '5', ipp_lane: 'deep' });
});

test('an import that nobody disturbs says nothing of the kind, also where a value was imported before', async () => {
  const company = await scoredCompany(portal);
  await applied(portal.context, csv(['record_id', 'customer_overlap'], [company, 1]));
  await saveField(portal.context, company, 'customer_overlap', [1, 5], omar);

  const report = await applied(portal.context, csv(['record_id', 'customer_overlap'], [company, 1]));

  expect(report.warnings).toEqual([]);
});
