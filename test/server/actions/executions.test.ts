import { eq } from 'drizzle-orm';

import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { DEFAULT_TRANSPORT } from '../../../src/crm/client/client.ts';
import { requests } from '../../../src/store/schema.ts';
import { scoredCompany } from '../../usecases/scorecard/scoring.ts';
import { type ActionsInTest, PORTAL, openActions } from './actions-in-test.ts';
import { actionBody, send, signedV2 } from './signed-action.ts';

const ASK = '/api/workflow-actions/ask-for-answers';
const COMPANIES = '/crm/objects/2026-09/companies';

let actions: ActionsInTest;
afterEach(() => actions.close());

const post = (body: string, target = ASK) => send(actions.server, signedV2(actions.server, target, body));

/** A server that has no time to wait for an answer; it completes once HubSpot has read that it is to wait. */
const IMPATIENT = {
  ...DEFAULT_TRANSPORT,
  timer: (ms: number, ring: () => void) => {
    if (ms === 8_000) ring();
    return () => undefined;
  },
  sleep: async () => {
    while (actions.portal.sandbox.actions.executions().at(-1)?.state === 'sending')
      await new Promise((resolve) => setTimeout(resolve, 1));
  },
};

async function ended(): Promise<unknown> {
  const last = () => actions.portal.sandbox.actions.executions().at(-1);
  while (last()?.state === 'blocked') await new Promise((resolve) => setTimeout(resolve, 5));
  return last();
}

test.each(['v2', 'v2-and-v3'] as const)('HubSpot may sign its calls in %s', async (actionCallsSigned) => {
  actions = await openActions({ switches: { actionCallsSigned } });
  const companyId = await scoredCompany(actions.portal);

  expect(await actions.run('judge-partner', companyId)).toMatchObject({ state: 'succeeded' });
});

test('an execution that HubSpot calls again is answered the same, and makes one task', async () => {
  actions = await openActions();
  const companyId = await actions.portal.createCompany();
  const first = await post(actionBody(companyId));
  const second = await post(actionBody(companyId));
  const next = await post(actionBody(companyId, { callbackId: `ap-${PORTAL}-2-1-0` }));

  expect(second.text).toBe(first.text);
  expect(next.text).toContain('The task was made.');
  expect(await actions.tasksOf(companyId)).toHaveLength(2);
});

test('two calls of one execution at once make one task', async () => {
  actions = await openActions();
  const companyId = await actions.portal.createCompany();
  const both = await Promise.all([post(actionBody(companyId)), post(actionBody(companyId))]);

  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(await actions.tasksOf(companyId)).toHaveLength(1);
});

test('an agent’s call without an id of its execution makes one task too when it is sent again', async () => {
  actions = await openActions();
  const companyId = await actions.portal.createCompany();
  const body = actionBody(companyId, { callbackId: null, context: { source: 'AGENTS' } });
  await post(body);
  await post(body);

  expect(await actions.tasksOf(companyId)).toHaveLength(1);
});

test('a server that was killed after it made the task, and knows nothing of it, makes no second one', async () => {
  actions = await openActions();
  const companyId = await actions.portal.createCompany();
  await post(actionBody(companyId));
  await actions.server.store.database.delete(requests).where(eq(requests.portalId, PORTAL));
  const again = await post(actionBody(companyId));

  expect(again.text).toContain('The task was made already, by an earlier call of this execution.');
  expect(await actions.tasksOf(companyId)).toHaveLength(1);
});

test('where HubSpot does not answer the making of a task, its next call makes or finds it', async () => {
  actions = await openActions();
  const { portal } = actions;
  const companyId = await portal.createCompany();
  portal.sandbox.faults.add(FAULT_ANSWERS.unavailable, { path: COMPANIES, times: 99 });
  const execution = await actions.run('ask-for-answers', companyId);
  const first = execution.state;
  portal.sandbox.faults.clear();
  await portal.clock.sleep(120_000);
  await portal.sandbox.actions.settled();

  expect([first, execution.state]).toEqual(['retrying', 'succeeded']);
  expect(execution.attempts.map(({ status }) => status)).toEqual([503, 200]);
  expect(await actions.tasksOf(companyId)).toHaveLength(1);
});

test('more calls than there is room for wait as long as they are told, in milliseconds', async () => {
  actions = await openActions({
    limits: { user: 2, portal: 100, atOnce: 100, unsigned: 100, authorizations: 100 },
  });
  const companyId = await actions.portal.createCompany();
  for (let count = 0; count < 2; count++) await post(actionBody(companyId, { callbackId: `ap-${count}` }));
  const { status, headers } = await post(actionBody(companyId, { callbackId: 'ap-3' }));

  expect(status).toBe(429);
  expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1_000);
});

test('a workflow that waits for a slow action gets its outputs by a call of ours', async () => {
  actions = await openActions({ stopwatch: IMPATIENT, works: 'here' });
  const companyId = await scoredCompany(actions.portal);
  const { state, attempts } = await actions.run('judge-partner', companyId);

  expect(attempts).toMatchObject([{ status: 200 }]);
  expect(['blocked', 'succeeded']).toContain(state);
  expect(await ended()).toMatchObject({
    state: 'succeeded',
    outputFields: { lane: 'deep', total: 430 },
  });
  expect(actions.server.logged()).toContain('"code":"blocked"');
});

test('a slow action that fails ends in words too', async () => {
  actions = await openActions({ stopwatch: IMPATIENT, works: 'here' });
  const companyId = await actions.portal.createCompany();
  await actions.run('request-review', companyId, { due: 'soon' });

  expect(await ended()).toMatchObject({
    state: 'failed',
    outputFields: { message: expect.stringMatching(/^Due date/) as unknown },
  });
});

test('where the portal has not granted to complete executions, HubSpot calls again and gets the answer', async () => {
  let isSlow = true;
  const timer: typeof IMPATIENT.timer = (ms, ring) => {
    if (ms === 8_000 && isSlow) ring();
    return () => undefined;
  };
  actions = await openActions({ granted: [], stopwatch: { ...IMPATIENT, timer } });
  const { portal } = actions;
  const companyId = await portal.createCompany();
  const execution = await actions.run('ask-for-answers', companyId);
  const first = execution.state;
  isSlow = false;
  while ((await actions.tasksOf(companyId)).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 5));
  await portal.clock.sleep(120_000);
  await portal.sandbox.actions.settled();

  expect([first, execution.state]).toEqual(['retrying', 'succeeded']);
  expect(await actions.tasksOf(companyId)).toHaveLength(1);
});
