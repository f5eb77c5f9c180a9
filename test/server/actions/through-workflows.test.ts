import { type RunningAutomation, startAutomation } from '../../../sandbox/automation/start-automation.ts';
import type { Rule } from '../../../sandbox/workbench/pages/automation/automation.ts';
import { DEFAULT_TRANSPORT } from '../../../src/crm/client/client.ts';
import { ACTION_DEFINITIONS, type ActionName } from '../../../src/usecases/actions/definitions.ts';
import { editOutside } from '../../portal.ts';
import { scoredCompany } from '../../usecases/scorecard/scoring.ts';
import { APP } from '../server-in-test.ts';
import { type ActionsInTest, OWNERS, openActions } from './actions-in-test.ts';
import { actionBody, send, signedV2 } from './signed-action.ts';

const INPUTS: Readonly<Record<ActionName, Readonly<Record<string, string>>>> = {
  'judge-partner': {},
  'explain-lane': {},
  'ask-for-answers': {},
  'request-review': { due: '2027-05-20', owner: OWNERS[0]?.id ?? '' },
  'propose-decision': { owner: OWNERS[1]?.id ?? '', quarter: '2027-Q1' },
};
const NAMES = ACTION_DEFINITIONS.map(({ name, actionName }) => [actionName, name] as const);

/** A server that has no time to wait for an answer; it completes once HubSpot has read that it is to wait. */
const IMPATIENT = {
  ...DEFAULT_TRANSPORT,
  timer: (ms: number, ring: () => void) => {
    if (ms === 8_000) ring();
    return () => undefined;
  },
  sleep: async () => {
    while (actions.portal.sandbox.actions.executions().some(({ state }) => state === 'sending'))
      await new Promise((resolve) => setTimeout(resolve, 1));
  },
};

let actions: ActionsInTest;
let automation: RunningAutomation;

async function openWith(options: Parameters<typeof openActions>[0]): Promise<void> {
  actions = await openActions(options);
  const { events, baseUrl: crmBaseUrl, actions: runner } = actions.portal.sandbox;
  automation = startAutomation({
    ...{ events, crmBaseUrl, token: 'test-user-token', now: () => new Date(), rules: [] },
    customActions: { actions: runner, appIds: [APP.appId] },
  });
}
afterEach(async () => {
  await automation.close();
  await actions.close();
});

/** A company whose lane changes, so that a workflow runs the action for it. @returns what its log says of the call */
async function runByWorkflow(label: string, inputs: Readonly<Record<string, string>>) {
  const { portal } = actions;
  const found = (await automation.customActions()).find((action) => action.label === label);
  if (found === undefined) throw new Error(`there is no action ${label}`);
  const { appId, definitionId } = found;
  const rule: Rule = {
    ...{ id: 'rule', name: label, isOn: true, reEnrol: false },
    when: { objectType: 'companies', property: 'ipp_lane', becomes: 'pass' },
    then: { callAction: { appId, definitionId, label, inputs } },
  };
  const companyId = await scoredCompany(portal);
  await portal.clock.sleep(60_000);
  automation.saveRule(rule);
  await editOutside(portal, companyId, { ipp_lane: 'pass' });
  await automation.settled();
  const answered = automation.log()[0]?.outcome;
  while (automation.log()[0]?.outcome === 'waiting') await new Promise((resolve) => setTimeout(resolve, 5));
  return { answered, entry: automation.log()[0] };
}

test.each(NAMES)('a workflow runs %s, and has its outputs at once', async (label, name) => {
  await openWith({});
  const { answered, entry } = await runByWorkflow(label, INPUTS[name]);

  expect(answered).toBe('done');
  expect(entry?.call?.attempts).toMatchObject([{ text: 'Status 200' }]);
  expect(entry?.call?.outputs.map((output) => output.name)).toContain('message');
});

test.each(NAMES)(
  'a workflow runs %s, is told to wait, and gets its outputs by a call',
  async (label, name) => {
    await openWith({ stopwatch: IMPATIENT, works: 'here' });
    const { entry } = await runByWorkflow(label, INPUTS[name]);

    expect(entry).toMatchObject({ outcome: 'done', sentence: `“${label}” is done.` });
    expect(entry?.call?.attempts).toMatchObject([{ text: 'Status 200' }]);
    expect(entry?.call?.outputs.map((output) => output.name)).toContain('message');
    expect(actions.server.logged()).toContain('"code":"blocked"');
  },
);

test.each(NAMES)(
  'an agent runs %s for the company that it names, also without an id of its execution',
  async (_label, name) => {
    await openWith({});
    const companyId = await scoredCompany(actions.portal);
    await actions.portal.clock.sleep(60_000);
    const call = { object: null, context: { source: 'AGENTS' }, callbackId: null };
    const inputFields = { ...INPUTS[name], company_id: companyId };
    const body = actionBody(companyId, { ...call, inputFields });
    const target = `/api/workflow-actions/${name}`;
    const { status, text } = await send(actions.server, signedV2(actions.server, target, body));

    expect(status).toBe(200);
    expect(text).toContain('"hs_execution_state":"SUCCESS"');
  },
);
