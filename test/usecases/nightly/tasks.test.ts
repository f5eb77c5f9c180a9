import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { newestTasksOf } from '../../../src/crm/tasks.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { firstTime, jane, saveField, scoredCompany } from '../scorecard/scoring.ts';
import { findingOf, nightly, writesAmong } from './run-nightly.ts';

const OWNER = { id: '71', email: jane, firstName: 'Jane', lastName: 'Doe', userId: 71 };
const RATED = '2026-03-03T12:00:00Z';
const OVERDUE = '2027-03-04T12:00:00Z';

let now: Date;
let portal: Portal;
beforeEach(async () => {
  now = new Date(RATED);
  portal = await openPortal({ now: () => now, types: ['technology'], owners: [OWNER] });
});
afterEach(() => portal.close());

async function ownedCompany(properties: Record<string, string> = {}): Promise<string> {
  const companyId = await portal.createCompany({ hubspot_owner_id: OWNER.id, ...properties });
  await saveScorecard(portal.context, { companyId, changes: firstTime(workflowTool), by: jane });
  return companyId;
}

interface Task {
  id: string;
  properties: Record<string, string | null>;
}

async function tasksOf(companyId: string): Promise<Task[]> {
  const ids = (await newestTasksOf(portal.outside, [companyId])).get(companyId) ?? [];
  const properties = [
    ...['hs_task_subject', 'hs_task_body', 'hs_task_status', 'hs_task_type'],
    ...['hs_timestamp', 'hubspot_owner_id'],
  ];
  const body = { inputs: ids.map((id) => ({ id })), properties };
  const path = '/crm/objects/2026-09/tasks/batch/read';
  if (ids.length === 0) return [];
  const { results } = (await portal.outside.send({ method: 'POST', path, body })) as { results: Task[] };
  return results;
}

const subjects = async (companyId: string) =>
  (await tasksOf(companyId)).map(({ properties }) => properties['hs_task_subject']).sort();

const REVIEW = 'Yearly partner review, due 3 March 2027';
const RECHECK = "Look at the partner's evidence again, due 3 March 2027";

test('an overdue review and old evidence make a task each, for the owner and on the company', async () => {
  const companyId = await ownedCompany();
  now = new Date(OVERDUE);

  const report = await nightly(portal);
  const [one, other] = await tasksOf(companyId);

  expect(report).toMatchObject({ tasks: 2, companiesRepaired: 0, findings: [], left: null });
  expect(await subjects(companyId)).toEqual([RECHECK, REVIEW]);
  for (const task of [one, other])
    expect(task?.properties).toMatchObject({
      ...{ hs_task_status: 'NOT_STARTED', hs_task_type: 'TODO', hubspot_owner_id: OWNER.id },
      hs_timestamp: expect.stringMatching(/^2027-03-03T12:00:00/) as unknown,
    });
  expect(JSON.stringify([one, other])).toMatch(
    /customer overlap: Last changed on 3 March 2026, over 365 days ago\./,
  );
});

test('on the day itself there is no task yet', async () => {
  const companyId = await ownedCompany();
  now = new Date('2027-03-03T23:00:00Z');

  expect((await nightly(portal)).tasks).toBe(0);
  expect(await subjects(companyId)).toEqual([]);
});

test('a second run makes none: not right after, not when the task is done or was moved to another day', async () => {
  const companyId = await ownedCompany();
  now = new Date(OVERDUE);
  await nightly(portal);

  const again = await portal.callsDuring(() => nightly(portal));
  for (const { id } of await tasksOf(companyId))
    await portal.outside.send({
      method: 'PATCH',
      path: `/crm/objects/2026-09/tasks/${id}`,
      body: { properties: { hs_task_status: 'COMPLETED', hs_timestamp: '2027-05-05T09:00:00Z' } },
    });
  now = new Date('2027-04-04T12:00:00Z');
  const later = await nightly(portal);

  expect(writesAmong(again)).toEqual([]);
  expect(later.tasks).toBe(0);
  expect(await subjects(companyId)).toEqual([RECHECK, REVIEW]);
});

test('the next due day makes the next task', async () => {
  const companyId = await ownedCompany();
  now = new Date(OVERDUE);
  await nightly(portal);
  await saveScorecard(portal.context, { companyId, changes: {}, by: jane, reviewed: true });
  await saveField(portal.context, companyId, 'overlap_as_of', [null, '2027-03-04']);
  const calm = await nightly(portal);

  now = new Date('2028-03-05T12:00:00Z');
  const due = await nightly(portal);

  expect([calm.tasks, due.tasks]).toEqual([0, 2]);
  expect(await subjects(companyId)).toEqual(
    [
      "Look at the partner's evidence again, due 3 March 2028",
      RECHECK,
      REVIEW,
      'Yearly partner review, due 4 March 2028',
    ].sort(),
  );
});

test('a company without an owner has tasks of nobody', async () => {
  const companyId = await scoredCompany(portal);
  now = new Date(OVERDUE);

  await nightly(portal);

  expect((await tasksOf(companyId)).map(({ properties }) => properties['hubspot_owner_id'])).toEqual([
    null,
    null,
  ]);
});

test('neither companies that nobody rated nor half rated ones have tasks', async () => {
  await portal.createCompany({ ipp_shared_customers: '3', ipp_review_due: '2020-01-01' });
  await scoredCompany(portal, { strategic_fit: 4 });
  now = new Date(OVERDUE);

  expect((await nightly(portal)).tasks).toBe(0);
});

test('a run without tasks asks nothing about them', async () => {
  await ownedCompany();
  now = new Date(OVERDUE);

  const calls = await portal.callsDuring(() => nightly(portal, { tasks: false }));

  expect(calls.filter((call) => call.includes('tasks'))).toEqual([]);
});

test('a task whose answer was lost is named, and found by the next run', async () => {
  const companyId = await ownedCompany();
  now = new Date(OVERDUE);
  portal.sandbox.faults.add({ kind: 'reset', write: 'after' }, { path: 'tasks/batch/create' });

  const report = await nightly(portal);
  const again = await nightly(portal);

  expect(report).toMatchObject({ tasks: 0, left: null });
  expect(findingOf(report, 'task-refused')).toMatchObject({ count: 2 });
  expect(again).toMatchObject({ tasks: 0, findings: [] });
  expect(await subjects(companyId)).toEqual([RECHECK, REVIEW]);
});

test('a task that HubSpot refuses is named, and the others are made', async () => {
  const [bad, good] = [await ownedCompany(), await ownedCompany()];
  now = new Date(OVERDUE);
  portal.sandbox.faults.add(FAULT_ANSWERS.badInput, { path: 'tasks/batch/create', input: bad, times: 99 });

  const report = await nightly(portal);

  expect(report).toMatchObject({ tasks: 2, left: null });
  expect(findingOf(report, 'task-refused')).toMatchObject({
    count: 2,
    examples: [expect.stringContaining(bad), expect.stringContaining(bad)] as unknown,
  });
  expect([await subjects(bad), await subjects(good)]).toEqual([[], [RECHECK, REVIEW]]);
});

test('an owner whom HubSpot refuses leaves the task to nobody', async () => {
  const companyId = await ownedCompany();
  now = new Date(OVERDUE);
  portal.sandbox.faults.add(FAULT_ANSWERS.badInput, {
    path: 'tasks/batch/create',
    input: OWNER.id,
    times: 99,
  });

  const report = await nightly(portal);

  expect(report).toMatchObject({ tasks: 2, findings: [] });
  expect((await tasksOf(companyId)).map(({ properties }) => properties['hubspot_owner_id'])).toEqual([
    null,
    null,
  ]);
});

test('without the permission for tasks the run says so once, and does everything else', async () => {
  const companyId = await ownedCompany();
  now = new Date(OVERDUE);
  await portal.createCompany({ ipp_strategic_fit: '4', ipp_partner_type: 'technology' });
  portal.sandbox.faults.add(FAULT_ANSWERS.missingScope, { path: 'tasks', times: 99 });

  const report = await nightly(portal, { atOnce: 1 });

  expect(report).toMatchObject({ companies: 2, companiesRepaired: 1, tasks: 0, left: null });
  expect(findingOf(report, 'tasks-refused')).toMatchObject({ count: 1 });
  portal.sandbox.faults.clear();
  expect(await subjects(companyId)).toEqual([]);
});

test('tasks for which there are no calls left are counted, and made by the next run', async () => {
  const companies = [await ownedCompany(), await ownedCompany()];
  now = new Date(OVERDUE);
  const first = await nightly(portal, { atOnce: 1, mostCalls: 27 });
  const second = await nightly(portal);

  expect(first.tasks + second.tasks).toBe(4);
  for (const companyId of companies) expect(await subjects(companyId)).toEqual([RECHECK, REVIEW]);
});

test('a company with hundreds of tasks costs a few calls, and gets its task once', async () => {
  const companyId = await ownedCompany();
  now = new Date(OVERDUE);
  const input = {
    properties: { hs_timestamp: OVERDUE, hs_task_subject: 'Call' },
    associations: [
      { to: { id: companyId }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 192 }] },
    ],
  };
  const inputs = Array.from({ length: 100 }, () => input);
  for (let count = 0; count < 6; count += 1)
    await portal.outside.send({
      ...{ method: 'POST', path: '/crm/objects/2026-09/tasks/batch/create' },
      body: { inputs },
    });

  const calls = await portal.callsDuring(() => nightly(portal));
  const again = await nightly(portal);

  expect(calls.filter((call) => call.includes('tasks')).length).toBeLessThanOrEqual(4);
  expect(again.tasks).toBe(0);
});
