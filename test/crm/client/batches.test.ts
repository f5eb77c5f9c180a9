import fc from 'fast-check';
import { CrmError } from '../../../src/crm/client/errors.ts';
import { readCompanies, writeCompanies } from '../../../src/crm/companies.ts';
import { batches, bisectBatch } from '../../../src/crm/client/batches.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { type Portal, openPortal } from '../../portal.ts';

/** Refuses a batch as a whole when one of its inputs is bad, as HubSpot does. */
function refusing(bad: ReadonlySet<number>, calls: number[][] = []) {
  return (inputs: readonly number[]): Promise<number[]> => {
    calls.push([...inputs]);
    return inputs.some((input) => bad.has(input))
      ? Promise.reject(new CrmError('invalid-request', 'one of them'))
      : Promise.resolve([...inputs]);
  };
}

test('every good input is sent, every bad one is named, whichever they are', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(200), { maxLength: 100 }),
      fc.array(fc.nat(200)),
      async (inputs, bad) => {
        const { outputs, refused } = await bisectBatch(inputs, refusing(new Set(bad)));

        expect(outputs).toEqual(inputs.filter((input) => !bad.includes(input)));
        expect(refused.map(({ input }) => input)).toEqual(inputs.filter((input) => bad.includes(input)));
      },
    ),
  ));

test('one bad input among a hundred costs at most fifteen calls', async () => {
  const calls: number[][] = [];
  const inputs = Array.from({ length: 100 }, (_, index) => index);

  await bisectBatch(inputs, refusing(new Set([37]), calls));

  expect(calls.length).toBeLessThanOrEqual(15);
});

test('a failure that is not about one input is not tried in halves', async () => {
  let calls = 0;
  const send = () => {
    calls += 1;
    return Promise.reject(new CrmError('missing-scope', 'no'));
  };

  await expect(bisectBatch([1, 2, 3], send)).rejects.toMatchObject({ code: 'missing-scope' });

  expect(calls).toBe(1);
});

test('batches hold every input once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 20 }), (inputs, size) => {
      const runs = batches(inputs, size);

      expect(runs.flat()).toEqual(inputs);
      expect(runs.every((run) => run.length > 0 && run.length <= size)).toBe(true);
    }),
  );
});

describe('over HTTP', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  test('a batch of companies that HubSpot refuses as a whole is read in halves', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => portal.createCompany()));
    portal.sandbox.faults.add(FAULT_ANSWERS.badInput, { path: 'companies/batch/read', times: 2 });

    const companies = await readCompanies(portal.app, ids, ['name']);

    expect([...companies.keys()].sort()).toEqual([...ids].sort());
  });

  test('a company that HubSpot will not read is no company that is gone: the read fails', async () => {
    const ids = await Promise.all(Array.from({ length: 2 }, () => portal.createCompany()));
    portal.sandbox.faults.add(FAULT_ANSWERS.badInput, { path: 'companies/batch/read', times: 3 });

    await expect(readCompanies(portal.app, ids, ['name'])).rejects.toMatchObject({ code: 'already-exists' });
    portal.sandbox.faults.clear();
  });

  test('a value that HubSpot refuses stops only its own company', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => portal.createCompany()));
    const updates = ids.map((id, index) => ({ id, properties: { ipp_lane: index === 2 ? 'gold' : 'deep' } }));

    const { written, refused } = await writeCompanies(portal.app, updates);

    expect(written.sort()).toEqual(ids.filter((_, index) => index !== 2).sort());
    expect(refused).toMatchObject([{ id: ids[2], error: { property: 'ipp_lane' } }]);
  });
});
