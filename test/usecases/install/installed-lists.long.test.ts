import { install } from '../../../src/usecases/install/install.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { LISTS, listsOf, membersOf } from './installed-state.ts';
import { saveField, scoredCompany } from '../scorecard/scoring.ts';

const WHOLE = { extent: 'portal' } as const;

let now: Date;
let portal: Portal;
beforeEach(async () => {
  now = new Date('2026-09-01T09:00:00Z');
  portal = await openPortal({ installed: false, now: () => now });
});
afterEach(() => portal.close());

test('each list holds exactly the companies that its name says', async () => {
  await install(portal.context, WHOLE);
  const deep = await scoredCompany(portal);
  const fast = await scoredCompany(portal, wellKnownLogo);
  const undecided = await scoredCompany(portal, { customer_overlap: 4 });
  const pass = await scoredCompany(portal, ones(workflowTool));
  const blocked = await scoredCompany(portal);
  await saveField(portal.context, blocked, 'check_dead_api', ['open', 'flagged']);
  const cleared = await portal.createCompany({ ipp_lane: 'deep', ipp_clearance: 'cleared' });
  await portal.createCompany();

  expect(await membersOf(portal, 'Partner ICP: Deep')).toEqual(
    (await deepAmong([deep, blocked, cleared])).sort(),
  );
  expect(await membersOf(portal, 'Partner ICP: Fast lane')).toEqual([fast]);
  expect(await membersOf(portal, 'Partner ICP: No lane')).toEqual([pass]);
  expect(await membersOf(portal, 'Partner ICP: Needs answers')).toEqual([undecided]);
  expect(await membersOf(portal, 'Partner ICP: Not yet cleared')).toEqual([deep]);
  expect(await membersOf(portal, 'Partner ICP: Blocked')).toEqual([blocked]);
  expect(await membersOf(portal, 'Partner ICP: Cleared')).toEqual([cleared]);
  expect(await membersOf(portal, 'Partner ICP: Review due')).toEqual([]);
});

async function deepAmong(ids: readonly string[]): Promise<string[]> {
  const stored = await Promise.all(ids.map((id) => portal.stored(id)));
  return ids.filter((_, index) => stored[index]?.['ipp_lane'] === 'deep');
}

function ones(ratings: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.keys(ratings).map((key) => [key, 1]));
}

test('a review is due from its day on, not the day before', async () => {
  await install(portal.context, WHOLE);
  const due = await portal.createCompany({ ipp_review_due: '2026-09-10' });

  now = new Date('2026-09-09T23:59:00Z');
  const before = await membersOf(portal, 'Partner ICP: Review due');
  now = new Date('2026-09-10T00:01:00Z');
  const onTheDay = await membersOf(portal, 'Partner ICP: Review due');
  now = new Date('2027-01-01T00:00:00Z');

  expect({ before, onTheDay }).toEqual({ before: [], onTheDay: [due] });
  expect(await membersOf(portal, 'Partner ICP: Review due')).toEqual([due]);
});

test('who is to be decided about, and what was decided, is in a list each', async () => {
  await install(portal.context, WHOLE);
  const both = { ipp_lane: 'deep', ipp_clearance: 'cleared' };
  const toDecide = await portal.createCompany(both);
  const goesDeep = await portal.createCompany({ ...both, ipp_decision: 'go-deep' });
  const waits = await portal.createCompany({ ipp_decision: 'wait', ipp_ask_again_on: '2026-09-02' });
  const declined = await portal.createCompany({ ipp_decision: 'decline', ipp_ask_again_on: '2026-09-01' });
  await portal.createCompany({ ...both, ipp_clearance: 'pending' });
  await portal.createCompany({ ...both, ipp_lane: 'fast' });

  expect(await membersOf(portal, 'Partner ICP: Deep and Cleared, no decision')).toEqual([toDecide]);
  expect(await membersOf(portal, 'Partner ICP: Go deep')).toEqual([goesDeep]);
  expect(await membersOf(portal, 'Partner ICP: Waiting')).toEqual([waits]);
  expect(await membersOf(portal, 'Partner ICP: Ask again due')).toEqual([declined]);
});

test('a list of the same name that is not ours is named and stays, with its members', async () => {
  const name = 'Partner ICP: Deep';
  const theirs = { name, objectTypeId: '0-2', processingType: 'MANUAL' };
  await portal.outside.send({ method: 'POST', path: LISTS, body: theirs });
  const [before] = await listsOf(portal);

  const { clashes, created } = await install(portal.context, WHOLE);

  expect(clashes).toEqual([
    {
      name: `list: ${name}`,
      message: expect.stringMatching(/stays as it is\. Rename or delete it/) as unknown,
    },
  ]);
  expect(created).toContain('list: Partner ICP: Cleared');
  expect((await listsOf(portal)).find((list) => list.name === name)).toEqual(before);
});

test('a list whose filters somebody changed is named and stays', async () => {
  await install(portal.context, WHOLE);
  const [first] = await listsOf(portal);
  const cleared = (await listsOf(portal)).find(({ name }) => name === 'Partner ICP: Cleared');
  const path = `${LISTS}/${first?.listId ?? ''}/update-list-filters`;
  const body = { filterBranch: cleared?.filterBranch };
  await portal.outside.send({ method: 'PUT', path, body });

  const { clashes } = await install(portal.context, WHOLE);

  expect(clashes).toMatchObject([{ name: 'list: Partner ICP: Ask again due' }]);
});

test('a list on a property that exists with another definition is left out with the reason', async () => {
  const body = { name: 'ipp_review_due', label: 'Theirs', type: 'string', fieldType: 'text' };
  const path = '/crm/properties/2026-09/companies';
  await portal.outside.send({ method: 'POST', path, body: { ...body, groupName: 'companyinformation' } });

  const { clashes, skipped } = await install(portal.context, WHOLE);

  expect(clashes).toMatchObject([{ name: 'ipp_review_due' }]);
  expect(skipped).toMatchObject([
    { name: 'list: Partner ICP: Review due', message: expect.stringMatching(/ipp_review_due/) as unknown },
  ]);
});
