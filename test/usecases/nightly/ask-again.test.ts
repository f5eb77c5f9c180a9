import { newestTasksOf } from '../../../src/crm/tasks.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { scoredCompany } from '../scorecard/scoring.ts';
import { nightly } from './run-nightly.ts';

const OWNER = { id: '71', email: 'jane@example.com', firstName: 'Jane', lastName: 'Doe', userId: 71 };
const WAITS = {
  ipp_decision: 'wait',
  ipp_decision_reason: 'Their API changes in spring.',
  ipp_ask_again_on: '2026-06-10',
};

let now: Date;
let portal: Portal;
afterEach(() => portal.close());

async function waitingCompany(timeZone = 'Etc/UTC'): Promise<string> {
  now = new Date('2026-06-01T12:00:00Z');
  portal = await openPortal({
    ...{ now: () => now, types: ['technology'], owners: [OWNER], account: { timeZone } },
  });
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ...WAITS, hubspot_owner_id: OWNER.id });
  return companyId;
}

async function tasksOf(companyId: string): Promise<Record<string, string>[]> {
  const ids = (await newestTasksOf(portal.outside, [companyId])).get(companyId) ?? [];
  if (ids.length === 0) return [];
  const properties = ['hs_task_subject', 'hs_task_body', 'hs_timestamp', 'hubspot_owner_id'];
  const body = { inputs: ids.map((id) => ({ id })), properties };
  const path = '/crm/objects/2026-09/tasks/batch/read';
  const { results } = (await portal.outside.send({ method: 'POST', path, body })) as {
    results: { properties: Record<string, string> }[];
  };
  return results.map((task) => task.properties);
}

test('from the day of asking again on, the owner has a task that says what was decided and why', async () => {
  const companyId = await waitingCompany();
  now = new Date('2026-06-09T23:00:00Z');
  const before = await nightly(portal);
  now = new Date('2026-06-10T01:00:00Z');
  const onTheDay = await nightly(portal);

  expect([before.tasks, onTheDay.tasks]).toEqual([0, 1]);
  expect(await tasksOf(companyId)).toMatchObject([
    {
      hs_task_subject: 'Ask Brightdesk again, noted for 10 June 2026',
      hs_task_body: expect.stringMatching(
        /^The decision was Wait, .* The reason then: Their API changes in spring\. Look at/,
      ) as unknown,
      hs_timestamp: expect.stringMatching(/^2026-06-10T12:00:00/) as unknown,
      hubspot_owner_id: OWNER.id,
    },
  ]);
});

test('a reason with signs of HTML reads in the task as it was written', async () => {
  const companyId = await waitingCompany();
  await editOutside(portal, companyId, { ipp_decision_reason: 'R&D needs <1 year. <b>Ask</b>' });
  now = new Date('2026-06-10T01:00:00Z');
  await nightly(portal);

  expect(await tasksOf(companyId)).toMatchObject([
    {
      hs_task_body: expect.stringContaining(
        'The reason then: R&amp;D needs &lt;1 year. &lt;b&gt;Ask&lt;/b&gt; Look at',
      ) as unknown,
    },
  ]);
});

test('a second run makes none, and another day of asking again makes the next task', async () => {
  const companyId = await waitingCompany();
  now = new Date('2026-06-12T12:00:00Z');
  await nightly(portal);
  const again = await nightly(portal);
  await editOutside(portal, companyId, { ipp_ask_again_on: '2026-06-20' });
  const calm = await nightly(portal);
  now = new Date('2026-06-20T12:00:00Z');
  const next = await nightly(portal);

  expect([again.tasks, calm.tasks, next.tasks]).toEqual([0, 0, 1]);
  expect(await tasksOf(companyId)).toHaveLength(2);
});

test('a partner whose day of asking again was emptied has no task', async () => {
  const companyId = await waitingCompany();
  await editOutside(portal, companyId, { ipp_decision: 'go-light', ipp_ask_again_on: '' });
  now = new Date('2026-06-12T12:00:00Z');

  expect((await nightly(portal)).tasks).toBe(0);
});

test.each([
  ['Pacific/Kiritimati', 1],
  ['Etc/UTC', 0],
  ['Pacific/Pago_Pago', 0],
])('at 11:00 UTC on the day before, %s has %d tasks: days are the portal’s', async (zone, count) => {
  await waitingCompany(zone);
  now = new Date('2026-06-09T11:00:00Z');

  expect((await nightly(portal)).tasks).toBe(count);
});
