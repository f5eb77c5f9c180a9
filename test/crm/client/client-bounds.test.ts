import { DEFAULT_TRANSPORT, inBulk, openCrm } from '../../../src/crm/client/client.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { APP_TOKEN } from '../../portal.ts';
import { type OpenTransport, errorOf, openTransport } from './open-client.ts';

let open: OpenTransport;
beforeAll(async () => {
  open = await openTransport();
});
beforeEach(() => {
  open.portal.sandbox.faults.clear();
  open.pauses.length = 0;
});
afterAll(() => open.close());

const read = () => ({ method: 'GET', path: `/crm/objects/2026-09/companies/${open.companyId}` }) as const;

/** The way of somebody who has to answer within so many milliseconds. */
function openUntil(limitMs: number) {
  const { sandbox, clock } = open.portal;
  const access = { baseUrl: sandbox.baseUrl, accessToken: APP_TOKEN };
  const endsAt = clock.now() + limitMs;
  return openCrm(access, { ...DEFAULT_TRANSPORT, ...clock, endsAt, random: () => 1 });
}

test('what has to be over by a moment is over by then, whatever is left to try', async () => {
  open.portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { times: 9 });
  const crm = openUntil(600);

  const calls = await open.portal.callsDuring(() => errorOf(crm.send(read())));

  // the pause after the second failure would end too late
  expect(calls).toHaveLength(2);
});

test('a call that hangs is left behind when the time for all is up, not after the time for one', async () => {
  open.portal.sandbox.faults.add({ kind: 'hang', write: 'before' });
  const crm = openUntil(200);
  const start = open.portal.clock.now();

  expect(await errorOf(crm.send(read()))).toMatchObject({ code: 'unavailable' });

  expect(open.portal.clock.now() - start).toBe(200);
});

test('cancelled work makes no further call, and says that what was written stays', async () => {
  open.portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { times: 9 });
  const cancel = new AbortController();
  const crm = inBulk(open.crm, cancel.signal);

  cancel.abort();
  const calls = await open.portal.callsDuring(async () => {
    expect(await errorOf(crm.send(read()))).toMatchObject({
      code: 'cancelled',
      message: expect.stringMatching(/What was written stays/) as unknown,
    });
  });

  expect(calls).toEqual([]);
});

test('work in bulk is more patient than a card', async () => {
  open.portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { times: 6 });

  const calls = await open.portal.callsDuring(() => inBulk(open.crm).send(read()));

  expect(calls).toHaveLength(7);
  expect(open.pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000]);
});
