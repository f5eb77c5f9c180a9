import { PARTNER_LISTS } from '../../../src/crm/partner-lists.ts';
import { readRecordOfInstallation } from '../../../src/crm/installation-record.ts';
import { companyProperties } from '../../../src/crm/properties.ts';
import { technology } from '../../../src/icp/profiles/technology.ts';
import { install, planInstall } from '../../../src/usecases/install/install.ts';
import { uninstall } from '../../../src/usecases/install/uninstall.ts';
import { type Portal, deleteProperty, editOutside, openPortal, withPortal } from '../../portal.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import {
  LABELS,
  LISTS,
  installedState,
  labelsOf,
  listsOf,
  membersOf,
  pipelinesOf,
  writesDuring,
} from './installed-state.ts';
import { saveField, scoredCompany } from '../scorecard/scoring.ts';

const WHOLE = { extent: 'portal' } as const;
const LABEL_TEXTS = ['Champion', 'Executive sponsor', 'Partner owner'];
const BESIDE_PROPERTIES = [
  'pipeline: Partnerships',
  ...LABEL_TEXTS.map((label) => `label: ${label}`),
  ...PARTNER_LISTS.map(({ name }) => `list: ${name}`),
];
const STAGES = ['Sourced', 'Scored', 'Checks', 'Scoped', 'Launching', 'Launched', 'Declined'];

let now: Date;
let portal: Portal;
beforeEach(async () => {
  now = new Date('2026-09-01T09:00:00Z');
  portal = await openPortal({ installed: false, now: () => now });
});
afterEach(() => portal.close());

test('an empty portal gets properties, pipeline, labels, lists and a record, in 28 calls', async () => {
  const calls = await portal.callsDuring(async () => {
    const { created, clashes, skipped } = await install(portal.context, WHOLE);

    expect(created).toEqual(expect.arrayContaining(['ipp_installation_record', ...BESIDE_PROPERTIES]));
    expect({ clashes, skipped }).toEqual({ clashes: [], skipped: [] });
  });

  const state = await installedState(portal);
  expect(calls).toHaveLength(28);
  expect(state.pipelines).toContainEqual(['Partnerships', STAGES]);
  expect(state.labels).toEqual(LABEL_TEXTS);
  expect(state.lists).toHaveLength(8);
  expect(await readRecordOfInstallation(portal.outside)).toMatchObject({ edition: 'private', version: 2 });
});

test('when nothing is to do, eleven calls read and none writes', async () => {
  await install(portal.context, WHOLE);
  const before = await installedState(portal);

  const calls = await portal.callsDuring(async () => {
    const again = await install(portal.context, WHOLE);
    expect(again).toMatchObject({ created: [], repaired: [], clashes: [], skipped: [] });
    expect(again.unchanged).toEqual(expect.arrayContaining(BESIDE_PROPERTIES));
  });

  expect(calls).toHaveLength(11);
  expect(calls.filter((call) => !call.startsWith('GET '))).toEqual([`POST ${LISTS}/search`]);
  expect(await installedState(portal)).toEqual(before);
});

test('a plan reads and writes nothing, and is what an installation then does', async () => {
  const writes = await writesDuring(portal, async () => {
    const { steps, account } = await planInstall(portal.context, WHOLE);
    expect(account).toMatchObject({ id: '48000001' });
    expect(steps.filter(({ action }) => action !== 'create')).toEqual([]);
  });
  const planned = (await planInstall(portal.context, WHOLE)).steps.map(({ name }) => name);

  const { created } = await install(portal.context, WHOLE);

  expect(writes).toEqual([]);
  expect(created).toEqual(planned.filter((name) => !name.includes(': group ')));
});

test('progress counts every call that writes, in order', async () => {
  const told: [number, number, string][] = [];

  await install(portal.context, {
    ...WHOLE,
    onProgress: (step, of, sentence) => told.push([step, of, sentence]),
  });

  expect(told.map(([step, of]) => `${step}/${of}`)).toEqual(
    Array.from({ length: 16 }, (_, index) => `${index + 1}/16`),
  );
  expect(told[1]?.[2]).toBe(`Creating ${companyProperties([technology]).length + 1} properties of companies`);
  expect(told.at(-1)?.[2]).toBe('Creating list: Partner ICP: Review due');
});

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
  expect(await membersOf(portal, 'Partner ICP: Fast')).toEqual([fast]);
  expect(await membersOf(portal, 'Partner ICP: Pass')).toEqual([pass]);
  expect(await membersOf(portal, 'Partner ICP: Undecided')).toEqual([undecided]);
  expect(await membersOf(portal, 'Partner ICP: Checks pending')).toEqual([deep]);
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

test('what somebody deleted is made again: a label, a list, a property, an option', async () => {
  await install(portal.context, WHOLE);
  const before = await installedState(portal);
  const [label] = await labelsOf(portal);
  const [list] = await listsOf(portal);
  await portal.outside.send({ method: 'DELETE', path: `${LABELS}/${label?.typeId ?? 0}` });
  await portal.outside.send({ method: 'DELETE', path: `${LISTS}/${list?.listId ?? ''}` });
  await deleteProperty(portal, 'ipp_total');
  const options = before.companies.find(({ name }) => name === 'ipp_clearance')?.options.slice(0, 3);
  const path = '/crm/properties/2026-09/companies/ipp_clearance';
  await portal.outside.send({ method: 'PATCH', path, body: { options } });

  const { created, repaired } = await install(portal.context, WHOLE);

  expect(created).toEqual(['ipp_total', 'label: Champion', 'list: Partner ICP: Blocked']);
  expect(repaired).toEqual(['ipp_clearance']);
  expect(await installedState(portal)).toEqual(before);
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
  const [blocked] = await listsOf(portal);
  const cleared = (await listsOf(portal)).find(({ name }) => name === 'Partner ICP: Cleared');
  const path = `${LISTS}/${blocked?.listId ?? ''}/update-list-filters`;
  await fetch(`${portal.sandbox.baseUrl}${path}`, {
    method: 'PUT',
    headers: { authorization: 'Bearer test-user-token', 'content-type': 'application/json' },
    body: JSON.stringify({ filterBranch: cleared?.filterBranch }),
  });

  const { clashes } = await install(portal.context, WHOLE);

  expect(clashes).toMatchObject([{ name: 'list: Partner ICP: Blocked' }]);
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

test('a label that is there already, in other capitals, is used as it is', async () => {
  await portal.outside.send({ method: 'POST', path: LABELS, body: { name: 'theirs', label: 'champion' } });

  const { unchanged } = await install(portal.context, WHOLE);

  expect(unchanged).toEqual(['label: Champion']);
  expect((await labelsOf(portal)).map(({ label }) => label)).toEqual([
    'champion',
    'Executive sponsor',
    'Partner owner',
  ]);
});

test('a label of ours that somebody renamed is known by its id, stays, and holds nothing else back', async () => {
  await install(portal.context, WHOLE);
  const [champion] = await labelsOf(portal);
  const body = { associationTypeId: champion?.typeId, label: 'Ally' };
  await fetch(`${portal.sandbox.baseUrl}${LABELS}`, {
    method: 'PUT',
    headers: { authorization: 'Bearer test-user-token', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const [list] = await listsOf(portal);
  await portal.outside.send({ method: 'DELETE', path: `${LISTS}/${list?.listId ?? ''}` });

  const { clashes, created, unchanged } = await install(portal.context, WHOLE);

  expect(clashes).toEqual([]);
  expect(unchanged).toContain('label: Champion');
  expect(created).toEqual(['list: Partner ICP: Blocked']);
  expect((await labelsOf(portal)).map(({ label }) => label)).toContain('Ally');
});

test('lists whose names HubSpot does not free after a removal are left out, each with what HubSpot says', () =>
  withPortal({ installed: false, switches: { deletedListName: 'taken' } }, async (other) => {
    await install(other.context, WHOLE);
    await uninstall(other.context);

    const { skipped, created } = await install(other.context, WHOLE);

    expect(skipped).toHaveLength(8);
    expect(skipped[1]?.message).toMatch(/Partner ICP: Cleared/);
    expect(created).toContain('label: Champion');
  }));

test('where HubSpot keeps no more labels, those that do not fit are left out with the figures', async () => {
  for (let index = 1; index <= 48; index++)
    await portal.outside.send({
      method: 'POST',
      path: LABELS,
      body: { name: `n${index}`, label: `L${index}` },
    });

  const { skipped, created } = await install(portal.context, WHOLE);

  expect(created).toContain('label: Executive sponsor');
  expect(skipped).toEqual([
    {
      name: 'label: Partner owner',
      message: expect.stringMatching(/keeps 50 labels .* there are 48/) as unknown,
    },
  ]);
});

test('a pipeline of the same name with other stages is used and stays as it is', async () => {
  const stages = [{ label: 'Talking', displayOrder: 0, metadata: { probability: '0.5' } }];
  const path = '/crm/pipelines/2026-09/deals';
  const body = { label: 'Partnerships', displayOrder: 1, stages };
  await portal.outside.send({ method: 'POST', path, body });
  const before = await pipelinesOf(portal);

  const { steps } = await planInstall(portal.context, WHOLE);
  const { unchanged } = await install(portal.context, WHOLE);

  expect(unchanged).toEqual(['pipeline: Partnerships']);
  expect(steps.find(({ kind }) => kind === 'pipeline')?.sentence).toMatch(/stages of its own \(Talking\)/);
  expect(await pipelinesOf(portal)).toEqual(before);
});

test('records keep what they have: an installation changes no company', async () => {
  const companyId = await portal.createCompany({ domain: 'brightdesk.example' });
  await install(portal.context, WHOLE);
  await editOutside(portal, companyId, { ipp_strategic_fit: '4' });
  const before = await portal.stored(companyId);

  await install(portal.context, { ...WHOLE, types: ['reseller'] });

  expect(await portal.stored(companyId)).toEqual(before);
});
