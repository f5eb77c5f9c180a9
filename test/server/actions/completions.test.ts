import { sql } from 'drizzle-orm';

import type { Execution } from '../../../sandbox/hubspot/actions/execution.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { DEFAULT_TRANSPORT } from '../../../src/crm/client/client.ts';
import type { WaitingExecution } from '../../../src/server/actions/execution.ts';
import { serverInTest } from '../server-in-test.ts';
import { scoredCompany } from '../../usecases/scorecard/scoring.ts';
import { type ActionsInTest, openActions } from './actions-in-test.ts';
import { type CompletingProcess, completingProcess } from './completing-process.ts';
import { actionBody, send, signedV2 } from './signed-action.ts';

const TASKS = '/tasks';
const CALLBACKS = '/automation/actions/callbacks';
const HOUR = 3_600_000;

/** A server that has no time to wait for an answer. */
const IMPATIENT = {
  ...DEFAULT_TRANSPORT,
  timer: (ms: number, ring: () => void) => {
    if (ms === 8_000) ring();
    return () => undefined;
  },
};

let actions: ActionsInTest;
let beside: CompletingProcess;

beforeEach(async () => {
  actions = await openActions({ stopwatch: IMPATIENT });
  beside = await completingProcess(actions);
});
afterEach(async () => {
  await beside.close();
  await actions.close();
});

/** An execution that was answered with BLOCK. The work that the server began for it is over, unless it hangs. */
async function blockedExecution(
  inputs: Record<string, unknown> = {},
): Promise<{ companyId: string; execution: Execution; waiting: WaitingExecution }> {
  const companyId = await actions.portal.createCompany();
  const execution = await actions.run('ask-for-answers', companyId, inputs);
  expect(execution.state).toBe('blocked');
  const waiting = await beside.take();
  if (waiting === null) throw new Error('nothing waits');
  return { companyId, execution, waiting };
}

const { execute } = {
  execute: (statement: string) => actions.server.store.database.execute(sql.raw(statement)),
};
/** As a process leaves it that was killed two minutes ago. */
const KILLED = `update requests set answer = null, started_at = now() - interval '121 seconds'`;

test('an execution is stored before HubSpot is told to wait, and another process completes it', async () => {
  const { companyId, execution, waiting } = await blockedExecution();

  expect(await beside.complete(waiting)).toBeNull();

  expect(execution).toMatchObject({ state: 'succeeded', outputFields: { task: 'made' } });
  expect(await actions.tasksOf(companyId)).toHaveLength(1);
  expect(beside.outcomes).toEqual(['completed']);
});

test('where the process was killed that had begun the work, another one finds its task and makes no second one', async () => {
  const { companyId, execution, waiting } = await blockedExecution();
  while ((await actions.tasksOf(companyId)).length === 0);
  await execute(KILLED);

  await beside.complete(waiting);

  expect(execution).toMatchObject({
    state: 'succeeded',
    outputFields: { message: 'The task was made already, by an earlier call of this execution.' },
  });
  expect(await actions.tasksOf(companyId)).toHaveLength(1);
});

test('where it was killed before it did anything, another one does the work', async () => {
  actions.portal.sandbox.faults.add(FAULT_ANSWERS.unavailable, { path: TASKS, times: Infinity });
  const { execution, waiting, companyId } = await blockedExecution();
  actions.portal.sandbox.faults.clear();
  await execute(KILLED);

  await beside.complete(waiting);

  expect(execution).toMatchObject({ state: 'succeeded', outputFields: { task: 'made' } });
  expect(await actions.tasksOf(companyId)).toHaveLength(1);
});

test('two processes that are called for one execution leave one piece of work, and one task', async () => {
  const { settings, store } = actions.server;
  const other = await serverInTest({
    ...{ hubspotUrl: actions.portal.sandbox.baseUrl, scopes: [], store, stopwatch: IMPATIENT },
    tokenKeys: settings.tokenKeys,
  });
  const companyId = await actions.portal.createCompany();
  const body = actionBody(companyId);
  const target = '/api/workflow-actions/ask-for-answers';
  const replies = await Promise.all([
    send(actions.server, signedV2(actions.server, target, body)),
    send(other, signedV2(other, target, body)),
  ]);
  const waiting = await beside.take();
  if (waiting === null) throw new Error('nothing waits');
  await beside.complete(waiting);
  await other.close();

  expect(replies.map(({ text }) => text)).toEqual([
    expect.stringContaining('BLOCK') as unknown,
    expect.stringContaining('BLOCK') as unknown,
  ]);
  expect(await beside.take()).toBeNull();
  expect(await actions.tasksOf(companyId)).toHaveLength(1);
});

test.each([
  ['gone', 404],
  ['not to be completed so', 400],
])('a callback that is %s ends it', async (_what, status) => {
  const { waiting } = await blockedExecution();
  const body = { status: 'error', message: 'No.', category: 'VALIDATION_ERROR' };
  actions.portal.sandbox.faults.add({ kind: 'status', status, body }, { path: CALLBACKS, times: Infinity });

  expect(await beside.complete(waiting)).toBeNull();
  expect(beside.outcomes).toEqual([status === 404 ? 'completed' : 'failed']);
});

test.each(['secondlyLimit', 'serverError', 'unavailable'] as const)(
  'a callback that HubSpot answers with %s is sent again, with growing pauses, and the task is not made again',
  async (fault) => {
    const { companyId, execution, waiting } = await blockedExecution();
    actions.portal.sandbox.faults.add(FAULT_ANSWERS[fault], { path: CALLBACKS, times: Infinity });
    const pauses: (number | null)[] = [];
    for (let tries = 0; tries < 3; tries++) pauses.push(await beside.complete({ ...waiting, tries }));
    actions.portal.sandbox.faults.clear();
    await beside.complete({ ...waiting, tries: 3 });

    expect(pauses).toEqual([15, 30, 60]);
    expect(execution.state).toBe('succeeded');
    expect(await actions.tasksOf(companyId)).toHaveLength(1);
  },
);

test('what fails for a reason that passes is tried again, and ends in words before HubSpot stops to wait', async () => {
  actions.portal.sandbox.faults.add(FAULT_ANSWERS.unavailable, { path: TASKS, times: Infinity });
  const { execution, waiting } = await blockedExecution();
  const first = await beside.complete(waiting);
  const { state } = execution;
  const endsAt = Date.now() + actions.portal.clock.now() + 650_000;
  const last = await beside.complete({ ...waiting, tries: 9, endsAt });

  expect([first, state, last]).toEqual([15, 'blocked', null]);
  expect(execution).toMatchObject({
    state: 'failed',
    outputFields: { message: expect.stringMatching(/HubSpot/) as unknown },
  });
});

test('an execution for which HubSpot waits no longer is not carried out', async () => {
  actions.portal.sandbox.faults.add(FAULT_ANSWERS.unavailable, { path: TASKS, times: Infinity });
  const { companyId, waiting } = await blockedExecution();
  actions.portal.sandbox.faults.clear();
  await actions.portal.clock.sleep(HOUR);

  expect(await beside.complete(waiting)).toBeNull();
  expect(beside.outcomes).toEqual(['expired']);
  expect(await actions.tasksOf(companyId)).toEqual([]);
});

test('a portal that has uninstalled the app ends it', async () => {
  const { execution, waiting } = await blockedExecution();
  await execute('update installs set uninstalled_at = now(), access_token = null, refresh_token = null');

  expect(await beside.complete(waiting)).toBeNull();
  expect(beside.outcomes).toEqual(['failed']);
  expect(execution.state).toBe('blocked');
});

test('a process that ends leaves the execution to another one at once', async () => {
  const { waiting } = await blockedExecution();
  await execute('update requests set answer = null, started_at = now()');
  const stopping = new AbortController();
  const left = beside.complete(waiting, stopping.signal);
  stopping.abort();

  expect(await left).toBe(0);
  expect(beside.outcomes).toEqual([]);
});

test('of the inputs those of the action alone are stored, whatever characters they have', async () => {
  const { execution, waiting } = await blockedExecution({ due: 'a\0b\ud83d', note: 'x'.repeat(9_999) });
  await beside.complete(waiting);

  expect(waiting.body.inputs).toEqual({ due: 'a\0b\ud83d' });
  expect(execution).toMatchObject({
    state: 'failed',
    outputFields: { message: expect.any(String) as unknown },
  });
});

test('while the database does not answer, HubSpot is told to call again', async () => {
  const companyId = await scoredCompany(actions.portal);
  await beside.close();
  await actions.server.store.breakDown();
  const execution = await actions.run('judge-partner', companyId);

  expect(execution).toMatchObject({ state: 'retrying', attempts: [{ status: 503 }] });
  beside = { ...beside, close: () => Promise.resolve() };
});
