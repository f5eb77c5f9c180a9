import type { ActionName } from '../../../src/usecases/actions/definitions.ts';
import { editOutside } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { scoredCompany } from '../../usecases/scorecard/scoring.ts';
import { type ActionsInTest, OWNERS, openActions } from './actions-in-test.ts';

const [ADA, OMAR] = OWNERS.map(({ id }) => id);
const { distribution_reach: _reach, strategic_fit: _fit, ...fourAnswers } = workflowTool;

let actions: ActionsInTest;

beforeAll(async () => {
  actions = await openActions();
});
afterAll(() => actions.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('the lane is explained in one paragraph, and nothing is written', async () => {
  const companyId = await scoredCompany(actions.portal);
  const calls = await actions.portal.callsDuring(async () => {
    const { state, outputFields } = await actions.run('explain-lane', companyId);

    expect(state).toBe('succeeded');
    expect(outputFields['explanation']).toMatch(
      /^Brightdesk: Deep.*430.*\. Technology partner, .*Customer overlap 5.*430 points of 500 reach the floor.*Clearance for Deep: Not yet cleared\. Next: Check/,
    );
  });

  expect(calls.filter((call) => !/^GET |\/batch\/read$/.test(call))).toEqual([]);
});

test('an explanation says where the company shows another verdict', async () => {
  const companyId = await scoredCompany(actions.portal);
  await editOutside(actions.portal, companyId, { ipp_customer_overlap: '1' });

  const { outputFields } = await actions.run('explain-lane', companyId);

  expect(outputFields['explanation']).toMatch(/HubSpot holds another verdict/);
});

test('missing answers become a task of the owner within a week, the next question first', async () => {
  const companyId = await scoredCompany(actions.portal, fourAnswers);
  await editOutside(actions.portal, companyId, { hubspot_owner_id: ADA ?? '' });

  const { state, outputFields } = await actions.run('ask-for-answers', companyId);

  expect(state).toBe('succeeded');
  expect(outputFields).toMatchObject({
    task: 'made',
    question: expect.stringMatching(/^Distribution reach\. Can they bring us installs/) as unknown,
  });
  expect(await actions.tasksOf(companyId)).toMatchObject([
    {
      hs_task_subject: 'Find the missing answers about Brightdesk as a partner',
      hs_task_body: expect.stringMatching(
        /^Ask next: Distribution reach\..*<br>It can be asked so: .*<br>Not answered yet: strategic fit\.<br>/,
      ) as unknown,
      hs_timestamp: expect.stringContaining(inDays(7)) as unknown,
      hubspot_owner_id: ADA,
    },
  ]);
  expect((await actions.portal.stored(companyId))['ipp_distribution_reach']).toBeUndefined();
});

test('where every answer is there, the missing evidence and the open checks are asked for', async () => {
  const companyId = await scoredCompany(actions.portal);

  await actions.run('ask-for-answers', companyId, { owner: OMAR, due: inDays(3) });

  expect(await actions.tasksOf(companyId)).toMatchObject([
    {
      hs_task_body: expect.stringMatching(
        /^Evidence is missing for: customer overlap, technical readiness\.<br>Checks that are open: /,
      ) as unknown,
      hs_timestamp: expect.stringContaining(inDays(3)) as unknown,
      hubspot_owner_id: OMAR,
    },
  ]);
});

test('where nothing is missing no task is made', async () => {
  const companyId = await scoredCompany(actions.portal, {
    ...{ ...workflowTool, customer_overlap: 1, technical_readiness: 3 },
  });

  expect(await actions.run('ask-for-answers', companyId)).toMatchObject({
    state: 'succeeded',
    outputFields: { task: 'not-needed', message: 'No answer and no evidence is missing.' },
  });
  expect(await actions.tasksOf(companyId)).toEqual([]);
});

test('a company without a rating is asked about from the first question on', async () => {
  const companyId = await actions.portal.createCompany({ name: 'R&D <Works>' });

  expect(await actions.run('ask-for-answers', companyId)).toMatchObject({
    outputFields: { task: 'made', question: expect.stringMatching(/^Customer overlap\./) as unknown },
  });
  expect(await actions.tasksOf(companyId)).toMatchObject([
    { hs_task_subject: 'Find the missing answers about R&D <Works> as a partner' },
  ]);
});

test('a review is requested until a day, and none is noted', async () => {
  const companyId = await scoredCompany(actions.portal);
  const before = await actions.portal.stored(companyId);
  // as HubSpot sends a date
  const due = String(Date.parse('2027-05-20'));

  expect(await actions.run('request-review', companyId, { due })).toMatchObject({
    state: 'succeeded',
    outputFields: { task: 'made', message: 'The task was made.' },
  });
  expect(await actions.tasksOf(companyId)).toMatchObject([
    {
      hs_task_subject: 'Review Brightdesk as a partner, due 20 May 2027',
      hs_timestamp: expect.stringMatching(/^2027-05-20T12:00:00/) as unknown,
    },
  ]);
  expect(await actions.portal.stored(companyId)).toEqual(before);
});

test('a decision is proposed to a person with place and slots, and nothing is decided', async () => {
  const { portal } = actions;
  const first = await scoredCompany(portal, { ...workflowTool, strategic_fit: 5, distribution_reach: 5 });
  const companyId = await scoredCompany(portal, fourAnswers);
  await editOutside(portal, first, { name: 'Ledgerlane' });
  await editOutside(portal, companyId, { name: 'Quillstack' });
  await portal.clock.sleep(60_000);

  const { state, outputFields } = await actions.run('propose-decision', companyId, {
    ...{ owner: OMAR, quarter: '2027-Q1', due: '2027-01-15' },
  });

  expect({ state, outputFields }).toMatchObject({
    state: 'succeeded',
    outputFields: {
      task: 'made',
      place: expect.stringMatching(/^Place \d+ of \d+$/) as unknown,
      slots: '0 of 2 used',
    },
  });
  expect(await actions.tasksOf(companyId)).toMatchObject([
    {
      hs_task_subject: 'Decide about Quillstack as a partner for 2027-Q1',
      hs_task_body: expect.stringMatching(
        /^Needs answers.*<br>Ask about .*<br>Place \d+ of \d+ of the partners without a decision in 2027-Q1: .*<br>Deep slots in 2027-Q1: 0 of 2 used\.<br>/,
      ) as unknown,
      hs_timestamp: expect.stringMatching(/^2027-01-15T12:00:00/) as unknown,
      hubspot_owner_id: OMAR,
    },
  ]);
  expect((await portal.stored(companyId))['ipp_decision']).toBeUndefined();
});

test('a partner about which is decided already is not proposed again', async () => {
  const { portal } = actions;
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_decision: 'wait', ipp_decision_quarter: '2027-Q2' });
  await portal.clock.sleep(60_000);

  expect(await actions.run('propose-decision', companyId, { owner: OMAR, quarter: '2027-Q2' })).toMatchObject(
    {
      state: 'succeeded',
      outputFields: {
        task: 'not-needed',
        message: 'It is decided already: Wait in 2027-Q2. No task was made.',
      },
    },
  );
});

test.each<[string, ActionName, Record<string, unknown>, RegExp]>([
  ['a review without a day', 'request-review', {}, /^Due date: say until which day/],
  ['a day that does not exist', 'request-review', { due: '2027-02-30' }, /^Due date: give an existing day/],
  ['an owner that is none', 'ask-for-answers', { owner: 'omar' }, /^Choose an owner/],
  ['an owner who is not in the portal', 'ask-for-answers', { owner: '999' }, /^HubSpot did not make the task\./],
  ['a decision of nobody', 'propose-decision', { owner: '' }, /^Who decides/],
  ['a quarter that is none', 'propose-decision', { owner: OMAR, quarter: '2027-Q5' }, /^Quarter/],
  ['a decision about a company without a rating', 'propose-decision', { owner: OMAR }, /^Rate at least one/],
  ['another company than the enrolled one', 'explain-lane', { company_id: '7' }, /^The company record ID is of another/],
  ['a company by name', 'explain-lane', { company_id: 'Brightdesk' }, /^Company record ID: give the ID/],
])('%s is a fault in words, and no task is made', async (_case, name, inputs, message) => {
  const companyId = await actions.portal.createCompany();

  expect(await actions.run(name, companyId, inputs)).toMatchObject({
    state: 'failed',
    outputFields: { message: expect.stringMatching(message) as unknown },
  });
  expect(await actions.tasksOf(companyId)).toEqual([]);
}); // prettier-ignore

test('tasks of a portal that does not allow them are refused in words', async () => {
  const companyId = await actions.portal.createCompany();
  const body = { status: 'error', message: 'No.', category: 'FORBIDDEN' };
  const path = '/crm/objects/2026-09/tasks/batch/create';
  actions.portal.sandbox.faults.add({ kind: 'status', status: 403, body }, { path, times: 1 });

  expect(await actions.run('ask-for-answers', companyId)).toMatchObject({
    state: 'failed',
    outputFields: { message: expect.any(String) as unknown },
  });
});
