import type { Rule } from '../../../sandbox/workbench/pages/automation/automation.ts';
import { laneAction, outputs } from '../hubspot/actions/lane-action.ts';
import { SCORER } from '../hubspot/open-integrations-sandbox.ts';
import { gate, type Received, type Receiver, type Reply, withReceiver } from '../hubspot/open-receiver.ts';
import { type OpenAutomation, withAutomation } from './open-automation.ts';

const CALL: Rule = {
  id: 'judge',
  name: 'Judge what becomes deep',
  isOn: true,
  reEnrol: true,
  when: { objectType: 'companies', property: 'ipp_lane', becomes: 'deep' },
  then: {
    callAction: {
      ...{ appId: '4711', definitionId: '1', label: 'Judge the partner' },
      inputs: { note: 'from a rule', town: { propertyName: 'city' } },
    },
  },
};
const TASK: Rule = { ...CALL, id: 'task', then: { createTask: { subject: 'Run the open checks' } } };
const MINUTE = 60_000;

/** Rules over an account whose app answers calls of its action so. */
function withApp(
  reply: (received: Received, index: number) => Reply,
  run: (open: OpenAutomation, receiver: Receiver) => Promise<void>,
  rules: readonly Rule[] = [CALL],
): Promise<void> {
  return withReceiver(reply, (receiver) =>
    withAutomation(rules, (open) => run(open, receiver), [
      { ...SCORER, actions: [laneAction(receiver.url)] },
    ]),
  );
}

test('the app gets HubSpot’s payload with the fields filled in, and its answer stands in the log', () =>
  withApp(
    () => outputs({ lane: 'deep', total: 430 }),
    async ({ company, automation }, { received }) => {
      const id = await company({ name: 'Larch', city: 'Graz', ipp_lane: 'deep' });

      expect(received.map(({ body }) => body)).toMatchObject([
        {
          callbackId: expect.stringMatching(/^ap-/) as string,
          context: { source: 'WORKFLOWS' },
          object: { objectType: 'COMPANY', properties: { name: 'Larch', city: 'Graz' } },
          inputFields: { note: 'from a rule', town: 'Graz' },
        },
      ]);
      expect(automation.log()).toMatchObject([
        {
          record: { id, name: 'Larch' },
          outcome: 'done',
          sentence: '“Judge the partner” is done.',
          call: {
            attempts: [{ text: 'Status 200' }],
            outputs: [
              { name: 'lane', value: 'deep' },
              { name: 'total', value: '430' },
            ],
          },
        },
      ]);
    },
  ));

test('a blocked call waits for the app until it completes the callback', () =>
  withApp(
    () => outputs({ hs_execution_state: 'BLOCK' }),
    async ({ company, automation, call, crm }) => {
      await company({ name: 'Larch', ipp_lane: 'deep' });
      const callbackId = crm.actions.executions()[0]?.callbackId ?? '';
      expect(automation.log()).toMatchObject([
        {
          outcome: 'waiting',
          sentence: `“Judge the partner” waits for the app, which completes callback ${callbackId}.`,
        },
      ]);

      await call('POST', `/automation/actions/callbacks/2026-09/${callbackId}/complete`, {
        outputFields: { hs_execution_state: 'SUCCESS', lane: 'fast' },
      });

      expect(automation.log()).toMatchObject([
        { outcome: 'done', call: { outputs: [{ name: 'lane', value: 'fast' }] } },
      ]);
    },
  ));

test('an app that breaks down is called again, and every attempt stands in the log', () =>
  withApp(
    (_received, index) => (index === 0 ? { status: 503 } : outputs({ lane: 'deep' })),
    async ({ company, automation, pass }) => {
      await company({ name: 'Larch', ipp_lane: 'deep' });
      expect(automation.log()).toMatchObject([
        {
          outcome: 'waiting',
          sentence: '“Judge the partner” could not be done yet: it is called again later.',
        },
      ]);

      await pass(MINUTE);

      expect(automation.log()).toMatchObject([
        {
          outcome: 'done',
          call: {
            attempts: [{ at: '2026-09-01T12:00:00.000Z', text: 'Status 503' }, { text: 'Status 200' }],
          },
        },
      ]);
    },
  ));

test.each<[string, Reply, string]>([
  ['refuses', { status: 400 }, '“Judge the partner” failed.'],
  [
    'says that it failed',
    outputs({ hs_execution_state: 'FAIL_CONTINUE' }),
    'The app says that “Judge the partner” failed.',
  ],
])('an app that %s makes the call fail for good', (_name, reply, sentence) =>
  withApp(
    () => reply,
    async ({ company, automation, pass }, { received }) => {
      await company({ name: 'Larch', ipp_lane: 'deep' });
      await pass(60 * MINUTE);

      expect(automation.log()).toMatchObject([{ outcome: 'failed', sentence }]);
      expect(received).toHaveLength(1);
    },
  ),
);

test('an app that takes its time holds no other rule up', () => {
  const { opened, open } = gate();
  return withApp(
    () => ({ after: opened, ...outputs({}) }),
    async ({ call, automation, subjects }) => {
      await call('POST', '/crm/objects/2026-09/companies', { properties: { ipp_lane: 'deep' } });
      while ((await subjects()).length === 0);

      expect(automation.log().map(({ outcome }) => outcome)).toEqual(['done', 'waiting']);
      open();
      await automation.settled();
      expect(automation.log().map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    },
    [CALL, TASK],
  );
});

test('published actions are offered with their fields, and one that is gone fails in words', () =>
  withApp(
    () => outputs({}),
    async ({ automation, call, company }) => {
      const draft = { ...laneAction('http://127.0.0.1:1'), published: false };
      await call('POST', '/automation/actions/2026-09/4711', draft);
      expect(await automation.customActions()).toEqual([
        {
          appId: '4711',
          definitionId: '1',
          label: 'Judge the partner',
          objectTypes: ['companies'],
          fields: [{ name: 'note', label: 'note', isRequired: true, takesProperty: false, options: [] }],
        },
      ]);

      await call('DELETE', '/automation/actions/2026-09/4711/1');
      await company({ name: 'Larch', ipp_lane: 'deep' });

      expect(await automation.customActions()).toEqual([]);
      expect(automation.log()).toMatchObject([
        {
          outcome: 'failed',
          sentence: '“Judge the partner” was not called: There is no such custom action.',
        },
      ]);
    },
  ));

test('an account without the app offers no custom action', () =>
  withAutomation([], async ({ automation }) => {
    expect(await automation.customActions()).toEqual([]);
  }));
