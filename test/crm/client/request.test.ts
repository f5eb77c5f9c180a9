import * as z from 'zod';

import { CrmError } from '../../../src/crm/client/errors.ts';
import { type Crm, read } from '../../../src/crm/client/request.ts';

const Deal = z.object({ id: z.string() });
const REQUEST = { method: 'GET', path: '/crm/objects/2026-09/deals/1' } as const;

function answering(response: unknown): Crm {
  return { send: () => Promise.resolve(response) };
}

test('a response is read by its schema', async () => {
  expect(await read(answering({ id: '1', more: true }), REQUEST, Deal, 'deal')).toEqual({ id: '1' });
});

test.each([[undefined], [null], ['<html>'], [{ id: 1 }], [[]]])(
  'a response of another shape is refused with what was expected: %j',
  async (response) => {
    const failure = await read(answering(response), REQUEST, Deal, 'deal').catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(CrmError);
    expect(failure).toMatchObject({
      code: 'unavailable',
      message: 'HubSpot answered something that is no deal. Try again in a minute.',
      cause: expect.any(z.ZodError) as unknown,
    });
  },
);
