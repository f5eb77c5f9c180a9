import { PARTNER_LISTS } from '../../../src/crm/partner-lists.ts';
import { readRecordOfInstallation } from '../../../src/crm/installation-record.ts';
import { companyProperties } from '../../../src/crm/properties.ts';
import { technology } from '../../../src/icp/profiles/technology.ts';
import { install, planInstall } from '../../../src/usecases/install/install.ts';
import { uninstall } from '../../../src/usecases/install/uninstall.ts';
import { type Portal, deleteProperty, editOutside, openPortal, withPortal } from '../../portal.ts';
import {
  LABELS,
  LISTS,
  installedState,
  labelsOf,
  listsOf,
  pipelinesOf,
  writesDuring,
} from './installed-state.ts';

const WHOLE = { extent: 'portal' } as const;
const LABEL_TEXTS = ['Champion', 'Executive sponsor', 'Partner owner'];
const BESIDE_PROPERTIES = [
  'pipeline: Partnerships',
  ...LABEL_TEXTS.map((label) => `label: ${label}`),
  ...PARTNER_LISTS.map(({ name }) => `list: ${name}`),
  'object: Partner ICP entries',
];
const STAGES = ['Sourced', 'Scored', 'Checks', 'Scoped', 'Launching', 'Launched', 'Declined'];

let now: Date;
let portal: Portal;
beforeEach(async () => {
  now = new Date('2026-09-01T09:00:00Z');
  portal = await openPortal({ installed: false, now: () => now });
});
afterEach(() => portal.close());

test('an empty portal gets properties, pipeline, labels, lists, an object and a record, in 37 calls', async () => {
  const calls = await portal.callsDuring(async () => {
    const { created, clashes, skipped } = await install(portal.context, WHOLE);

    expect(created).toEqual(expect.arrayContaining(['ipp_installation_record', ...BESIDE_PROPERTIES]));
    expect({ clashes, skipped }).toEqual({ clashes: [], skipped: [] });
  });

  const state = await installedState(portal);
  expect(calls).toHaveLength(37);
  expect(state.pipelines).toContainEqual(['Partnerships', STAGES]);
  expect(state.labels).toEqual(LABEL_TEXTS);
  expect(state.lists).toHaveLength(14);
  expect(await readRecordOfInstallation(portal.outside)).toMatchObject({ edition: 'private', version: 5 });
});

test('when nothing is to do, twelve calls read and none writes', async () => {
  await install(portal.context, WHOLE);
  const before = await installedState(portal);

  const calls = await portal.callsDuring(async () => {
    const again = await install(portal.context, WHOLE);
    expect(again).toMatchObject({ created: [], repaired: [], clashes: [], skipped: [] });
    expect(again.unchanged).toEqual(expect.arrayContaining(BESIDE_PROPERTIES));
  });

  expect(calls).toHaveLength(12);
  expect(calls.filter((call) => !call.startsWith('GET '))).toEqual([
    `POST ${LISTS}/search`,
    'POST /crm/objects/2026-09/p_partner_icp_home/batch/read',
  ]);
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
    Array.from({ length: 23 }, (_, index) => `${index + 1}/23`),
  );
  expect(told[1]?.[2]).toBe(`Creating ${companyProperties([technology]).length + 1} properties of companies`);
  expect(told.at(-1)?.[2]).toBe('Creating object: Partner ICP entries');
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

  expect(created).toEqual(['ipp_total', 'label: Champion', 'list: Partner ICP: Ask again due']);
  expect(repaired).toEqual(['ipp_installation_record', 'ipp_clearance']);
  expect(await installedState(portal)).toEqual(before);
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
  await portal.outside.send({ method: 'PUT', path: LABELS, body });
  const [list] = await listsOf(portal);
  await portal.outside.send({ method: 'DELETE', path: `${LISTS}/${list?.listId ?? ''}` });

  const { clashes, created, unchanged } = await install(portal.context, WHOLE);

  expect(clashes).toEqual([]);
  expect(unchanged).toContain('label: Champion');
  expect(created).toEqual(['list: Partner ICP: Ask again due']);
  expect((await labelsOf(portal)).map(({ label }) => label)).toContain('Ally');
});

test('lists whose names HubSpot does not free after a removal are left out, each with what HubSpot says', () =>
  withPortal({ installed: false, switches: { deletedListName: 'taken' } }, async (other) => {
    await install(other.context, WHOLE);
    await uninstall(other.context);

    const { skipped, created } = await install(other.context, WHOLE);

    expect(skipped).toHaveLength(14);
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
