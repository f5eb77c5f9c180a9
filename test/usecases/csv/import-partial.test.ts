import { type Portal, openPortal } from '../../portal.ts';
import { applied, csv } from './csv-files.ts';

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
