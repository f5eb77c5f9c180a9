import { type Portal, deleteProperty, mergeCompanies, openPortal } from '../../portal.ts';
import { applied, csv, dryRun } from './csv-files.ts';

let portal: Portal;
beforeAll(async () => (portal = await openPortal({ types: ['technology'] })));
afterEach(() => portal.sandbox.faults.clear());
afterAll(() => portal.close());

test('a row whose write HubSpot answers with success and never keeps is an error, not written', async () => {
  const company = await portal.createCompany();
  portal.sandbox.faults.add({ kind: 'ignored' }, { path: '/companies/batch/update', times: 9 });

  const report = await applied(portal.context, csv(['record_id', 'strategic_fit'], [company, 4]));

  expect(report).toMatchObject({ changed: 0, columns: {}, lanes: [], warnings: [] });
  expect(report.faults).toEqual([
    { line: 2, column: null, message: expect.stringMatching(/^HubSpot did not keep the write/) as string },
  ]);
});
test('a row that HubSpot refuses inside a batch is an error with its reason, and is not written again', async () => {
  const ids = await Promise.all([1, 2, 3].map(() => portal.createCompany()));
  const [first = '', refused = '', last = ''] = ids;
  const fault = { kind: 'input-error', error: 'read-only', input: refused } as const;
  portal.sandbox.faults.add(fault, { path: '/companies/batch/update', times: 9 });
  const file = csv(['record_id', 'strategic_fit'], ...ids.map((id) => [id, 4]));
  let report: Awaited<ReturnType<typeof applied>> | undefined;

  const calls = await portal.callsDuring(async () => {
    report = await applied(portal.context, file);
  });

  expect(report).toMatchObject({
    ...{ rows: 3, changed: 2, columns: { strategic_fit: 2 }, warnings: [] },
    lanes: [{ from: '', to: 'undecided', companies: 2 }],
  });
  expect(report?.faults.map(({ line }) => line)).toEqual([3]);
  expect(report?.faults[0]?.message).toMatch(/read.?only/i);
  expect(calls.filter((call) => call.endsWith('/companies/batch/update'))).toHaveLength(1);
  const stored = await Promise.all([first, refused, last].map((id) => portal.stored(id)));
  expect(stored.map((values) => values['ipp_strategic_fit'])).toEqual(['4', undefined, '4']);
});

test('rows under the ids of merged companies mean the survivor, and two of them are both left out', async () => {
  const [survivor, merged] = await Promise.all([portal.createCompany(), portal.createCompany()]);
  const id = await mergeCompanies(portal, survivor, merged);

  const alone = await applied(portal.context, csv(['record_id', 'strategic_fit'], [merged, 4]));
  const both = await applied(portal.context, csv(['record_id', 'strategic_fit'], [survivor, 1], [merged, 2]));

  expect(alone).toMatchObject({ changed: 1, faults: [] });
  expect(both.faults.map(({ message }) => message)).toEqual(
    [3, 2].map((other) => `line ${other} is about the same company, ${id}. Keep one of them.`),
  );
  expect((await portal.stored(id))['ipp_strategic_fit']).toBe('4');
});

test.each([
  ['evidence', 'customer_overlap_evidence', 'two deals'],
  ['a fact', 'shared_customers', '12'],
])(
  '%s whose property was deleted is named, tried or written, and counted nowhere',
  async (_, field, text) => {
    const company = await portal.createCompany();
    await deleteProperty(portal, `ipp_${field}`);
    const alone = csv(['record_id', field], [company, text]);
    const beside = csv(['record_id', 'strategic_fit', field], [company, 4, text]);
    const named = [
      { line: 2, column: field, message: expect.stringMatching(/not in this portal/) as unknown },
    ];

    for (const run of [dryRun, applied]) {
      expect(await run(portal.context, alone)).toMatchObject({ changed: 0, unchanged: 0, faults: named });
      expect(await run(portal.context, beside)).toMatchObject({
        ...{ changed: 1, columns: { strategic_fit: 1 }, faults: [], warnings: named },
      });
    }

    expect((await portal.stored(company))['ipp_strategic_fit']).toBe('4');
  },
);
