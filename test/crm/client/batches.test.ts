import fc from 'fast-check';
import * as z from 'zod';
import { CrmError } from '../../../src/crm/client/errors.ts';
import { batches, sendBatches } from '../../../src/crm/client/batches.ts';
import type { Crm } from '../../../src/crm/client/request.ts';

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
