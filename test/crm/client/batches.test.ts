import fc from 'fast-check';
import * as z from 'zod';
import { CrmError } from '../../../src/crm/client/errors.ts';
import { batches, sendBatches } from '../../../src/crm/client/batches.ts';
import type { Crm } from '../../../src/crm/client/request.ts';
import { readCompanies } from '../../../src/crm/many-companies.ts';
import { updateRecords } from '../../../src/crm/update-records.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { type Portal, archiveCompany, openPortal } from '../../portal.ts';

interface Sent {
  inputs: { id: string }[];
}

/** Answers batches: the ids of each in turn, as a function of the inputs says. */
function answering(answer: (ids: string[]) => object, calls: string[][] = []): Crm {
  return {
    send: ({ body }) => {
      const ids = (body as Sent).inputs.map(({ id }) => id);
      calls.push(ids);
      return Promise.resolve(answer(ids));
    },
  };
}

const Output = z.object({ id: z.string() });

function send(crm: Crm, ids: readonly string[], repeat: 'reads' | 'same' = 'reads') {
  const inputs = ids.map((id) => ({ id }));
  const idsOf = ({ id }: { id: string }) => [id];
  return sendBatches(crm, inputs, 100, { path: '/batch', repeat, output: Output, idsOf });
}

const outputs = (ids: readonly string[]) => ids.map((id) => ({ id }));

/** Refuses a batch as a whole when one of its inputs is bad, as HubSpot does. */
function refusing(bad: ReadonlySet<string>, calls: string[][] = []): Crm {
  return answering((ids) => {
    if (ids.some((id) => bad.has(id))) throw new CrmError('invalid-request', 'one of them');
    return { results: outputs(ids) };
  }, calls);
}

const anyIds = fc.uniqueArray(fc.nat(200).map(String), { maxLength: 100 });

test('every good input is sent, every bad one is named, whichever they are', () =>
  fc.assert(
    fc.asyncProperty(anyIds, fc.array(fc.nat(200).map(String)), async (ids, bad) => {
      const { answered, refused, unknown } = await send(refusing(new Set(bad)), ids);

      expect([...answered.keys()]).toEqual(ids.filter((id) => !bad.includes(id)));
      expect([...refused.keys()]).toEqual(ids.filter((id) => bad.includes(id)));
      expect(unknown.size).toBe(0);
    }),
  ));

test('one bad input among a hundred costs at most fifteen calls', async () => {
  const calls: string[][] = [];
  const ids = Array.from({ length: 100 }, (_, index) => String(index));

  await send(refusing(new Set(['37']), calls), ids);

  expect(calls.length).toBeLessThanOrEqual(15);
});

test('a failure that is not about one input is not tried in halves', async () => {
  const calls: string[][] = [];
  const crm = answering(() => {
    throw new CrmError('missing-scope', 'no');
  }, calls);

  await expect(send(crm, ['1', '2', '3'])).rejects.toMatchObject({ code: 'missing-scope' });

  expect(calls).toHaveLength(1);
});

/** What may become of one input. */
const FATES = ['answered', 'declined', 'failed', 'left out'] as const;

test('whatever a partial answer says, each input is accounted for, and none that is left out counts as done', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(fc.nat(200).map(String), fc.constantFrom(...FATES)), {
        selector: ([id]) => id,
        maxLength: 30,
      }),
      async (inputs) => {
        const of = (fate: (typeof FATES)[number]) =>
          inputs.filter((each) => each[1] === fate).map(([id]) => id);
        const error = (category: string, ids: string[]) => ({
          category,
          message: category,
          context: { ids },
        });
        const crm = answering((ids) => ({
          results: outputs(ids.filter((id) => of('answered').includes(id))),
          errors: [
            error('VALIDATION_ERROR', of('declined')),
            ...of('failed').map((id) => error('INTERNAL_ERROR', [id])),
          ].filter(({ context }) => context.ids.length > 0),
        }));

        const { answered, refused, unknown } = await send(
          crm,
          inputs.map(([id]) => id),
          'same',
        );

        expect([...answered.keys()]).toEqual(of('answered'));
        expect([...refused.keys()].sort()).toEqual(of('declined').sort());
        expect([...unknown.keys()].sort()).toEqual([...of('failed'), ...of('left out')].sort());
      },
    ),
    { numRuns: 50 },
  ));

test('an error that names no input is traced to the one that it is about', async () => {
  const crm = answering((ids) => ({
    results: outputs(ids.filter((id) => id !== '3')),
    errors: ids.includes('3') ? [{ category: 'VALIDATION_ERROR', message: 'no' }] : [],
  }));

  const { answered, refused } = await send(crm, ['1', '2', '3', '4'], 'same');

  expect([...answered.keys()]).toEqual(['1', '2', '4']);
  expect([...refused]).toEqual([['3', expect.objectContaining({ code: 'invalid-request' })]]);
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
      const body = { primaryObjectId: first, objectIdToMerge: second };
      const path = '/crm/objects/2026-09/companies/merge';
      const { id } = (await own.outside.send({ method: 'POST', path, body })) as { id: string };

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
});
