import { FAULT_ANSWERS } from '../../sandbox/hubspot/faults/named-faults.ts';
import { readCompanies } from '../../src/crm/many-companies.ts';
import { updateRecords } from '../../src/crm/update-records.ts';
import { type Portal, archiveCompany, mergeCompanies, openPortal } from '../portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test('a batch of companies that HubSpot refuses as a whole is read in halves', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => portal.createCompany()));
  portal.sandbox.faults.add(FAULT_ANSWERS.badInput, { path: 'companies/batch/read', times: 2 });

  const { found } = await readCompanies(portal.app, ids, ['name']);

  expect([...found.keys()].sort()).toEqual([...ids].sort());
});

test('a company that HubSpot fails with is read singly, and is no company that is gone', async () => {
  const [first, second] = await Promise.all([portal.createCompany(), portal.createCompany()]);
  portal.sandbox.faults.add(
    { kind: 'input-error', error: 'internal' },
    { path: 'batch/read', input: first, times: 9 },
  );

  const { found, unread } = await readCompanies(portal.app, [first, second], ['name']);

  expect([...found.keys()].sort()).toEqual([first, second].sort());
  expect(unread.size).toBe(0);
});

test('a company that cannot be read at all is neither found nor gone', async () => {
  const [first, second] = await Promise.all([portal.createCompany(), portal.createCompany()]);
  portal.sandbox.faults.add(
    { kind: 'input-error', error: 'internal' },
    { path: 'batch/read', input: first, times: 9 },
  );
  portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { path: `companies/${first}`, times: 9 });

  const { found, unread } = await readCompanies(portal.app, [first, second], ['name']);

  expect([...found.keys()]).toEqual([second]);
  expect([...unread.keys()]).toEqual([first]);
});

test('a company in the recycling bin is in neither list: it is gone', async () => {
  const id = await portal.createCompany();
  await archiveCompany(portal, id);

  const { found, unread } = await readCompanies(portal.app, [id], ['name']);

  expect([found.size, unread.size]).toEqual([0, 0]);
});

test.each(['once', 'each'] as const)(
  'two merged ids are one company, named by its new id (answered %s)',
  async (mergedTwiceInBatch) => {
    const own = await openPortal({ installed: false, switches: { mergedTwiceInBatch } });
    const [first = '', second = '', other = ''] = await Promise.all(
      Array.from({ length: 3 }, () => own.createCompany()),
    );
    const id = await mergeCompanies(own, first, second);

    const { found } = await readCompanies(own.app, [first, second, other, id], ['name']);
    await own.close();

    expect([...found].map(([asked, company]) => [asked, company.id]).sort()).toEqual(
      [
        [first, id],
        [second, id],
        [other, other],
        [id, id],
      ].sort(),
    );
    expect(found.get(first)?.properties).not.toHaveProperty('hs_merged_object_ids');
  },
);

test('a value that HubSpot refuses stops only its own company', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => portal.createCompany()));
  const updates = ids.map((id, index) => ({ id, properties: { ipp_lane: index === 2 ? 'gold' : 'deep' } }));

  const { written, refused } = await updateRecords(portal.app, 'companies', updates);

  expect(written.sort()).toEqual(ids.filter((_, index) => index !== 2).sort());
  expect(refused).toMatchObject([{ id: ids[2], error: { property: 'ipp_lane' } }]);
});

test('one input that stands among the errors of a batch is refused with its reason, and sent once', async () => {
  const ids = await Promise.all(Array.from({ length: 3 }, () => portal.createCompany()));
  const [, bad = ''] = ids;
  const updates = ids.map((id) => ({ id, properties: { ipp_lane: 'deep' } }));
  portal.sandbox.faults.add(
    { kind: 'input-error', error: 'read-only' },
    { path: 'batch/update', input: bad },
  );

  const calls = await portal.callsDuring(async () => {
    const { written, refused, unknown } = await updateRecords(portal.app, 'companies', updates);

    expect(written.sort()).toEqual(ids.filter((id) => id !== bad).sort());
    expect(refused).toMatchObject([
      {
        id: bad,
        error: {
          code: 'invalid-request',
          property: 'ipp_lane',
          message: expect.stringMatching(/read only/) as unknown,
        },
      },
    ]);
    expect(unknown).toEqual([]);
  });

  expect(calls).toHaveLength(1);
});
