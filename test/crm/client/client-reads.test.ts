import { DEFAULT_TRANSPORT, inBulk, openCrm } from '../../../src/crm/client/client.ts';
import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { APP_TOKEN } from '../../portal.ts';
import { COMPANIES, type OpenTransport, errorOf, everythingIn, openTransport } from './open-client.ts';

const policy = (policyName: string): Fault => ({ kind: 'status', status: 429, body: { policyName } });

let open: OpenTransport;
beforeAll(async () => {
  open = await openTransport();
});
beforeEach(() => {
  open.portal.sandbox.faults.clear();
  open.pauses.length = 0;
});
afterAll(() => open.close());

const FAILING: [string, Fault][] = [
  ['a failure inside HubSpot', FAULT_ANSWERS.serverError],
  ['a gateway that answers HTML', FAULT_ANSWERS.badGateway],
  ['a gateway that gave up', FAULT_ANSWERS.timeout],
  ['a gateway that had no answer in time', FAULT_ANSWERS.gatewayTimeout],
  ['a service that is not available', FAULT_ANSWERS.unavailable],
  ['a broken connection', { kind: 'reset', write: 'before' }],
  ['an answer that never comes', { kind: 'hang', write: 'before' }],
  ['half an answer', { kind: 'truncate' }],
];

const LIMITS: [string, Fault, number[]][] = [
  ['the ten-second limit', FAULT_ANSWERS.rollingLimit, [3_500, 6_500]],
  ['the limit per second', FAULT_ANSWERS.searchLimit, [1_250, 1_500]],
  ['a limit per second that names its policy', policy('SECONDLY'), [1_250, 1_500]],
  ['a limit that says nothing of itself', { kind: 'status', status: 429, body: {} }, [3_500, 6_500]],
];

test.each(LIMITS)('a read is repeated after %s, in time for it to be free', async (_, fault, pauses) => {
  open.portal.sandbox.faults.add(fault, { times: 2 });

  expect(await open.read()).toMatchObject({ properties: { name: 'Brightdesk' } });

  expect(open.pauses).toEqual(pauses);
});

test.each(LIMITS)('%s is tried until the 13 seconds of a card are over', async (_, fault) => {
  open.portal.sandbox.faults.add(fault, { times: 99 });
  const start = open.portal.clock.now();

  expect(await errorOf(open.read())).toMatchObject({
    code: 'rate-limited',
    message: expect.stringMatching(/Try again in ten seconds/) as unknown,
  });

  expect(open.portal.clock.now() - start).toBeGreaterThanOrEqual(12_000);
  expect(open.portal.clock.now() - start).toBeLessThan(13_000);
});

test('work in bulk outlasts a window that stays full for a minute', async () => {
  open.portal.sandbox.faults.add(FAULT_ANSWERS.rollingLimit, { times: 10 });

  expect(await inBulk(open.crm).send(open.request)).toMatchObject({ properties: { name: 'Brightdesk' } });

  expect(open.pauses).toEqual(Array.from({ length: 10 }, () => 10_000));
});

test.each(FAILING)('a read is repeated after %s', async (_, fault) => {
  open.portal.sandbox.faults.add(fault, { times: 2 });

  const calls = await open.portal.callsDuring(async () => {
    expect(await open.read()).toMatchObject({ properties: { name: 'Brightdesk' } });
  });

  expect(calls).toHaveLength(3);
  expect(open.pauses).toEqual([250, 500]);
});

test('a lock is waited for about as long as HubSpot holds one', async () => {
  open.portal.sandbox.faults.add(FAULT_ANSWERS.locked, { times: 2 });

  expect(await open.read()).toMatchObject({ properties: { name: 'Brightdesk' } });

  expect(open.pauses).toEqual([2_000, 2_000]);
});

test.each([429, 477, 503])('a pause that HubSpot asks for is kept (%d with Retry-After)', async (status) => {
  open.portal.sandbox.faults.add({ kind: 'status', status, headers: { 'Retry-After': '4' }, body: {} });

  expect(await open.read()).toMatchObject({ properties: { name: 'Brightdesk' } });

  expect(open.pauses).toEqual([4_100]);
});

test('a pause that nobody has time for ends the request at once, and says how long it is', async () => {
  open.portal.sandbox.faults.add({ kind: 'status', status: 429, headers: { 'Retry-After': '30' }, body: {} });

  expect(await errorOf(open.read())).toMatchObject({
    code: 'rate-limited',
    message: expect.stringMatching(/Try again in 30 seconds/) as unknown,
  });

  expect(open.pauses).toEqual([]);
});

test.each(FAILING)('a read gives up after three times %s, and says what to do', async (_, fault) => {
  open.portal.sandbox.faults.add(fault, { times: 9 });

  let message = '';
  const calls = await open.portal.callsDuring(async () => {
    ({ message } = await errorOf(open.read()));
  });

  expect(calls).toHaveLength(3);
  expect(message).toMatch(/(try again|Try again in a minute)\.$/);
});

test('a read that only hangs ends within the ten seconds that a function has', () => {
  const { card, deadlineMs } = DEFAULT_TRANSPORT;
  const pauses = 250 + 500;

  expect(card.attempts * deadlineMs + pauses).toBeLessThanOrEqual(10_000);
});

test('the daily limit is not tried again, and the message says when it ends', async () => {
  open.portal.sandbox.faults.add(FAULT_ANSWERS.dailyLimit);

  const calls = await open.portal.callsDuring(async () => {
    expect(await errorOf(open.read())).toMatchObject({
      code: 'rate-limited',
      message: expect.stringMatching(/daily limit .* midnight/) as unknown,
    });
  });

  expect(calls).toHaveLength(1);
});

test.each([
  ['a missing scope', FAULT_ANSWERS.missingScope, 'missing-scope', /crm\.objects\.companies\.write/],
  [
    'a portal that is being moved',
    FAULT_ANSWERS.migrating,
    'unavailable',
    /moving this portal.*in 3600 seconds/,
  ],
])('%s is not tried again, and the message says what to do', async (_, fault, code, message) => {
  open.portal.sandbox.faults.add(fault);

  const calls = await open.portal.callsDuring(async () => {
    expect(await errorOf(open.read())).toMatchObject({
      code,
      message: expect.stringMatching(message) as unknown,
    });
  });

  expect(calls).toHaveLength(1);
});

test('an unknown record is not found, and HubSpot’s id of the call is kept', async () => {
  const error = await errorOf(open.crm.send({ method: 'GET', path: `${COMPANIES}/999999` }));

  expect(error.code).toBe('not-found');
  expect(error.correlationId).toMatch(/^[0-9a-f-]{36}$/);
});

test('a wrong token is said to be wrong, and is shown nowhere', async () => {
  const { baseUrl } = open.portal.sandbox;
  const crm = openCrm({ baseUrl, accessToken: 'pat-wrong' });

  const error = await errorOf(crm.send({ method: 'GET', path: `${COMPANIES}/1` }));

  expect(error).toMatchObject({
    code: 'wrong-token',
    message: expect.stringContaining('Check the token') as unknown,
  });
  expect(everythingIn(error)).not.toContain('pat-wrong');
});

test.each(FAILING)('the token is in no part of the error after %s', async (_, fault) => {
  open.portal.sandbox.faults.add(fault, { times: 9 });

  expect(everythingIn(await errorOf(open.read()))).not.toContain(APP_TOKEN);
});

test('an address where nobody listens is said to be out of reach', async () => {
  const crm = openCrm(
    { baseUrl: 'http://127.0.0.1:1', accessToken: APP_TOKEN },
    { ...DEFAULT_TRANSPORT, card: { attempts: 1, totalMs: 5_000 } },
  );

  const error = await errorOf(crm.send({ method: 'GET', path: COMPANIES }));

  expect(error).toMatchObject({ code: 'unavailable', message: expect.stringMatching(/network/) as unknown });
  expect(everythingIn(error)).not.toContain(APP_TOKEN);
});

test('a base URL with a slash at its end is the same address', async () => {
  const crm = openCrm({ baseUrl: `${open.portal.sandbox.baseUrl}/`, accessToken: APP_TOKEN });

  expect(await crm.send({ method: 'GET', path: `${COMPANIES}/${open.companyId}` })).toMatchObject({
    id: open.companyId,
  });
});
