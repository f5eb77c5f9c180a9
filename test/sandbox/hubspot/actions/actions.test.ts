import { createHash } from 'node:crypto';
import { expiryOf, actionDelay } from '../../../../sandbox/hubspot/actions/execution.ts';
import { ADMIN } from '../open-integrations-sandbox.ts';
import { bodyOf, outputs, typedAction, withAction } from './lane-action.ts';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const BLOCK = outputs({ hs_execution_state: 'BLOCK' });
const CALLBACKS = '/automation/actions/callbacks/2026-09';
const success = { outputFields: { hs_execution_state: 'SUCCESS', lane: 'deep' } };

test('the app gets the record, what the workflow filled in, and a signature of version 2', () =>
  withAction(
    () => outputs({ lane: 'deep' }),
    async ({ company, fire }, receiver) => {
      const { callbackId, state, outputFields } = await fire({ note: 'hot', town: { propertyName: 'city' } });

      const [first] = receiver.received;
      const hash = createHash('sha256')
        .update(`secret-1POST${receiver.url}${first?.text ?? ''}`)
        .digest('hex');
      expect(bodyOf(first)).toMatchObject({
        callbackId,
        origin: { portalId: 48_000_001, actionDefinitionId: 1, actionDefinitionVersion: 1 },
        context: { source: 'WORKFLOWS' },
        object: {
          objectId: Number(company),
          objectType: 'COMPANY',
          properties: { name: 'Larch', city: 'Graz' },
        },
        inputFields: { note: 'hot', town: 'Graz' },
      });
      expect(first?.headers).toMatchObject({
        'x-hubspot-signature': hash,
        'x-hubspot-signature-version': 'v2',
      });
      expect([state, outputFields]).toEqual(['succeeded', { lane: 'deep' }]);
    },
  ));

test('each execution has an enrolment of its own, named in the origin and in the id of the callback', () =>
  withAction(
    () => outputs({}),
    async ({ fire }, receiver) => {
      for (let run = 0; run < 2; run += 1) await fire();

      const bodies = receiver.received.map(bodyOf);
      for (const [index, body] of bodies.entries()) {
        const actionExecutionIndexIdentifier = { enrollmentId: index + 1, actionExecutionIndex: 0 };
        expect(body).toMatchObject({
          callbackId: `ap-48000001-${index + 1}-1-0`,
          origin: { actionExecutionIndexIdentifier },
          context: { source: 'WORKFLOWS', workflowId: 1, actionId: 1, actionExecutionIndexIdentifier },
        });
      }
    },
  ));

test('typed inputs carry numbers, booleans and lists where the fields are of these types', () =>
  withAction(
    () => outputs({}),
    async ({ fire }, receiver) => {
      await fire({ points: '430', urgent: 'true', types: 'oem;reseller', note: '5' });
      await fire({ points: 'many', urgent: 'yes', types: '', other: { propertyName: 'city' } });

      const [fitting, misfit] = receiver.received.map((each) => bodyOf(each));
      const text = { points: '430', urgent: 'true', types: 'oem;reseller', note: '5' };
      const typed = { points: 430, urgent: true, types: ['oem', 'reseller'], note: '5' };
      expect(fitting).toMatchObject({ inputFields: text, fields: text, typedInputs: typed });
      expect(misfit).toMatchObject({
        typedInputs: { points: 'many', urgent: 'yes', types: [], other: 'Graz' },
      });
    },
    {},
    typedAction,
  ));

test.each([
  ['an answer that is no JSON object', { body: 7 }, 'succeeded', {}],
  ['FAIL_CONTINUE', outputs({ hs_execution_state: 'FAIL_CONTINUE', why: 'x' }), 'failed', { why: 'x' }],
  ['a 4xx', { status: 422 }, 'failed', {}],
])('%s is final at once', (_name, reply, state, outputFields) =>
  withAction(
    () => reply,
    async ({ fire, crm, pass }, { received }) => {
      expect(await fire()).toMatchObject({ state, outputFields });
      pass(WEEK);
      await crm.actions.settled();
      expect(received).toHaveLength(1);
    },
  ),
);

test('a blocked record waits for the callback, and goes on with its outputs', () =>
  withAction(
    () => BLOCK,
    async ({ fire, call, crm }) => {
      const execution = await fire();
      const path = `${CALLBACKS}/${execution.callbackId}/complete`;

      expect(execution.state).toBe('blocked');
      expect((await call('POST', path, success)).status).toBe(204);
      expect(crm.actions.executions()).toMatchObject([
        { state: 'succeeded', outputFields: { lane: 'deep' } },
      ]);
      expect((await call('POST', path, success)).status).toBe(404);
      expect((await call('GET', `${ADMIN}/actions`)).body).toMatchObject({
        executions: [{ state: 'succeeded' }],
      });
    },
  ));

test('several blocked records are completed in one call, all or none', () =>
  withAction(
    () => BLOCK,
    async ({ fire, call, crm }) => {
      const ids = [(await fire()).callbackId, (await fire()).callbackId];
      const inputs = ids.map((callbackId) => ({
        callbackId,
        outputFields: { hs_execution_state: 'FAIL_CONTINUE' },
      }));

      const refused = await call('POST', `${CALLBACKS}/complete`, {
        inputs: [...inputs, { ...inputs[0], callbackId: 'x' }],
      });
      const states = () => crm.actions.executions().map(({ state }) => state);

      expect(refused).toMatchObject({ status: 404, body: { category: 'OBJECT_NOT_FOUND' } });
      expect(states()).toEqual(['blocked', 'blocked']);
      expect((await call('POST', `${CALLBACKS}/complete`, { inputs })).status).toBe(204);
      expect(states()).toEqual(['failed', 'failed']);
    },
  ));

test.each([
  [undefined, WEEK],
  ['PT10M', 10 * MINUTE],
])('a blocked record with duration %s goes on without an answer after %i ms', (duration, ms) =>
  withAction(
    () => outputs({ hs_execution_state: 'BLOCK', ...(duration && { hs_expiration_duration: duration }) }),
    async ({ fire, crm, pass }) => {
      const execution = await fire();
      pass(ms - 1);
      await crm.actions.settled();
      expect(execution.state).toBe('blocked');
      pass(1);
      await crm.actions.settled();
      expect(execution.state).toBe('expired');
    },
  ),
);

test('a failing server is asked again, later and later, for three days', () =>
  withAction(
    () => ({ status: 503 }),
    async ({ fire, crm, pass }) => {
      const execution = await fire();
      for (let round = 0; round < 200 && execution.state === 'retrying'; round += 1) {
        pass(actionDelay(execution.attempts.length));
        await crm.actions.settled();
      }

      const [first = 0, ...later] = execution.attempts.map(({ at }) => at);
      expect(execution.state).toBe('failed');
      expect((later[0] ?? 0) - first).toBe(MINUTE);
      expect((later.at(-1) ?? 0) - first).toBeGreaterThan(2.5 * 24 * 60 * MINUTE);
      expect((later.at(-1) ?? 0) - first).toBeLessThanOrEqual(3 * 24 * 60 * MINUTE);
    },
  ));

test('after a 429 the app is left alone for as many milliseconds as it asks for', () =>
  withAction(
    (_received, index) => (index === 0 ? { status: 429, headers: { 'retry-after': '2500' } } : outputs({})),
    async ({ fire, crm, pass }) => {
      const execution = await fire();
      pass(2_499);
      await crm.actions.settled();
      expect(execution.state).toBe('retrying');
      pass(1);
      await crm.actions.settled();
      expect(execution).toMatchObject({ state: 'succeeded', attempts: [{ status: 429 }, { status: 200 }] });
    },
  ));

test('another process can bring a record to an action', () =>
  withAction(
    () => outputs({ lane: 'fast' }),
    async ({ call, company }) => {
      const order = { appId: 4711, definitionId: '1', objectType: 'company', objectId: company };

      expect((await call('POST', `${ADMIN}/actions`, order)).body).toMatchObject({
        outputFields: { lane: 'fast' },
      });
      expect((await call('POST', `${ADMIN}/actions`, { ...order, objectId: '1' })).status).toBe(404);
    },
  ));

test.each([
  ['P1W', WEEK],
  ['P1DT1H', 25 * 60 * MINUTE],
  ['PT30S', 30_000],
  ['nonsense', WEEK],
  ['P', WEEK],
])('the duration %s is %i ms', (text, ms) => {
  expect(expiryOf(text)).toBe(ms);
});
