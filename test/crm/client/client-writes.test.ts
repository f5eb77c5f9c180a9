import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { COMPANIES, type OpenTransport, errorOf, openTransport } from './open-client.ts';

let open: OpenTransport;
beforeAll(async () => {
  open = await openTransport();
});
beforeEach(() => open.portal.sandbox.faults.clear());
afterAll(() => open.close());

test.each<[string, Fault]>([
  ['a failure inside HubSpot', FAULT_ANSWERS.serverError],
  ['a gateway that answers HTML', FAULT_ANSWERS.badGateway],
  ['a gateway that gave up', FAULT_ANSWERS.timeout],
  ['a gateway that had no answer in time', FAULT_ANSWERS.gatewayTimeout],
  ['a service that is not available', FAULT_ANSWERS.unavailable],
  ['a broken connection before it', { kind: 'reset', write: 'before' }],
  ['a broken connection after it', { kind: 'reset', write: 'after' }],
  ['an answer that never comes before it', { kind: 'hang', write: 'before' }],
  ['an answer that never comes after it', { kind: 'hang', write: 'after' }],
  ['half an answer', { kind: 'truncate' }],
])('a write with %s is not repeated: nobody knows whether it happened', async (_, fault) => {
  open.portal.sandbox.faults.add(fault, { method: 'PATCH' });

  const calls = await open.portal.callsDuring(async () => {
    expect(await errorOf(open.write())).toMatchObject({ code: 'unknown-outcome' });
  });

  expect(calls).toHaveLength(1);
});

test.each([
  ['ten-second limit', FAULT_ANSWERS.rollingLimit],
  ['limit per second', FAULT_ANSWERS.searchLimit],
])('a write under the %s is repeated, since HubSpot did nothing', async (_, fault) => {
  open.portal.sandbox.faults.add(fault, { times: 2 });

  const calls = await open.portal.callsDuring(() => open.write('Twice delayed'));

  expect(calls).toHaveLength(3);
  expect(await open.read()).toMatchObject({ properties: { name: 'Twice delayed' } });
});

test.each<[string, Fault]>([
  ['a lock', FAULT_ANSWERS.locked],
  [
    'a portal that is being moved',
    { kind: 'status', status: 477, headers: { 'Retry-After': '2' }, body: {} },
  ],
])('a write that meets %s is repeated, since HubSpot did nothing', async (_, fault) => {
  open.portal.sandbox.faults.add(fault, { method: 'PATCH' });

  const calls = await open.portal.callsDuring(() => open.write('Later'));

  expect(calls).toHaveLength(2);
});

test.each<[string, Fault]>([
  ['a failure inside HubSpot', FAULT_ANSWERS.serverError],
  ['a broken connection after it', { kind: 'reset', write: 'after' }],
  ['an answer that never comes', { kind: 'hang', write: 'after' }],
  ['half an answer', { kind: 'truncate' }],
])('a write that leaves the same values is repeated after %s', async (_, fault) => {
  open.portal.sandbox.faults.add(fault, { path: 'batch/update' });
  const inputs = [{ id: open.companyId, properties: { name: 'Written once or twice' } }];
  const path = `${COMPANIES}/batch/update`;

  const calls = await open.portal.callsDuring(() =>
    open.crm.send({ method: 'POST', path, body: { inputs }, repeat: 'same' }),
  );

  expect(calls).toHaveLength(2);
  expect(await open.read()).toMatchObject({ properties: { name: 'Written once or twice' } });
});

test('a POST that only reads is repeated like a read', async () => {
  open.portal.sandbox.faults.add(FAULT_ANSWERS.serverError);
  const body = { inputs: [{ id: open.companyId }], properties: ['name'], propertiesWithHistory: [] };

  const calls = await open.portal.callsDuring(() =>
    open.crm.send({ method: 'POST', path: `${COMPANIES}/batch/read`, body, repeat: 'reads' }),
  );

  expect(calls).toHaveLength(2);
});

test('a refused value is told by the property and in HubSpot’s words', async () => {
  const path = `${COMPANIES}/${open.companyId}`;
  const body = { properties: { hs_object_id: '1' } };

  expect(await errorOf(open.crm.send({ method: 'PATCH', path, body }))).toMatchObject({
    code: 'invalid-request',
    property: 'hs_object_id',
    message: expect.stringMatching(/refuses the value of hs_object_id: .*read only/) as unknown,
  });
});

test('a property that no longer exists is named, with the way to get it back', async () => {
  const path = `${COMPANIES}/${open.companyId}`;

  const error = await errorOf(
    open.crm.send({ method: 'PATCH', path, body: { properties: { ipp_lane: '' } } }),
  );

  expect(error).toMatchObject({ code: 'property-missing', property: 'ipp_lane' });
  expect(error.message).toMatch(/ipp_lane .* install Partner ICP again/);
});

test.each<[string, number, string | object, string]>([
  ['a page instead of an error', 400, '<html>no</html>', 'invalid-request'],
  ['an error without any field', 400, {}, 'invalid-request'],
  ['fields of the wrong kind', 403, { message: 7, errors: 'none', category: [] }, 'forbidden'],
  ['a list of property errors that is no list', 400, { message: 'bad: [{"name":1}]' }, 'invalid-request'],
  ['a broken list of property errors', 400, { message: 'bad: [{"name":' }, 'invalid-request'],
  ['a list instead of an object', 409, [], 'already-exists'],
])('a refusal with %s is still a sentence', async (_, status, body, code) => {
  const sent = body as Record<string, unknown> | string;
  open.portal.sandbox.faults.add({ kind: 'status', status, body: sent });

  const error = await errorOf(open.write());

  expect(error.code).toBe(code);
  expect(error.message).toMatch(/\w{3}.*/);
});
