import type { SavedPortal } from '../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import { PARTNER_LISTS } from '../../../src/crm/partner-lists.ts';
import { syncDeals } from '../../../src/usecases/deals/sync.ts';
import { install, planInstall } from '../../../src/usecases/install/install.ts';
import { uninstall } from '../../../src/usecases/install/uninstall.ts';
import { type Portal, editOutside, openPortal, withPortal } from '../../portal.ts';
import { createDeal, createPipeline } from '../deals/partner-deals.ts';
import { examine, findingOf } from '../doctor/examine.ts';
import { scoredCompany } from '../scorecard/scoring.ts';
import {
  LABELS,
  LISTS,
  installedState,
  labelsOf,
  listsOf,
  pipelinesOf,
  restored,
} from './installed-state.ts';

const WHOLE = { extent: 'portal' } as const;
const PIPELINES = '/crm/pipelines/2026-09/deals';

let portal: Portal;
let installed: SavedPortal;
beforeAll(async () => {
  portal = await openPortal({ installed: false });
  await install(portal.context, WHOLE);
  installed = portal.sandbox.portal.dump();
});
beforeEach(() => {
  portal = restored(portal, installed);
});
afterAll(() => portal.close());

async function own() {
  const pipeline = (await pipelinesOf(portal)).find(({ label }) => label !== 'Sales Pipeline');
  if (pipeline === undefined) throw new Error('there is no pipeline of ours');
  return pipeline;
}

async function rename(path: string, body: object, method: 'PATCH' | 'PUT' = 'PATCH'): Promise<void> {
  await portal.outside.send({ method, path, body });
}

const RENAMES: readonly [string, () => Promise<void>][] = [
  ['the pipeline', async () => rename(`${PIPELINES}/${(await own()).id}`, { label: 'Ecosystem' })],
  [
    'a stage',
    async () => {
      const { id, stages } = await own();
      await rename(`${PIPELINES}/${id}/stages/${stages[2]?.id ?? ''}`, { label: 'Proof' });
    },
  ],
  [
    'a list',
    async () => {
      const list = (await listsOf(portal)).find(({ name }) => name === 'Partner ICP: Deep');
      const query = `listName=${encodeURIComponent('Partners to build with')}`;
      await rename(`${LISTS}/${list?.listId ?? ''}/update-list-name?${query}`, {}, 'PUT');
    },
  ],
  [
    'a label',
    async () => {
      const [label] = await labelsOf(portal);
      await rename(LABELS, { associationTypeId: label?.typeId, label: 'Ally' }, 'PUT');
    },
  ],
];

test.each(RENAMES)(
  'an admin renames %s: nothing is made twice, the doctor is healthy, and uninstall takes it away',
  async (_, renameIt) => {
    await renameIt();
    const before = await installedState(portal);

    const { created, repaired, clashes, skipped } = await install(portal.context, WHOLE);
    const diagnosis = await examine(portal);
    const { removed } = await uninstall(portal.context);

    expect({ created, repaired, clashes, skipped }).toEqual({
      ...{ created: [], repaired: [] },
      ...{ clashes: [], skipped: [] },
    });
    expect(before.pipelines).toHaveLength(2);
    expect(diagnosis).toMatchObject({ healthy: true });
    expect(diagnosis.findings).toEqual([]);
    expect(removed.filter((name) => /^(pipeline|label|list): /.test(name))).toHaveLength(
      1 + 3 + PARTNER_LISTS.length,
    );
  },
);

test('deals of a renamed pipeline are repaired by a save, by the command and by the doctor', async () => {
  const pipeline = await own();
  const companyId = await scoredCompany(portal);
  const dealId = await createDeal(
    portal,
    { id: pipeline.id, stage: pipeline.stages[0]?.id ?? '' },
    companyId,
  );
  await rename(`${PIPELINES}/${pipeline.id}`, { label: 'Ecosystem' });

  const synced = await syncDeals(portal.context);
  await editOutside(portal, companyId, { ipp_lane: 'fast' });
  const stale = await examine(portal);

  expect(synced).toMatchObject({ repaired: 1, deals: [{ id: dealId, lane: 'deep', total: '430' }] });
  expect(findingOf(stale, 'deal-differs')).toMatchObject({ count: 1 });
});

test('what was deleted is made anew, and the plan says so', async () => {
  const { id, stages } = await own();
  await portal.outside.send({ method: 'DELETE', path: `${PIPELINES}/${id}/stages/${stages[3]?.id ?? ''}` });
  const [label] = await labelsOf(portal);
  await portal.outside.send({ method: 'DELETE', path: `${LABELS}/${label?.typeId ?? ''}` });
  const list = (await listsOf(portal)).find(({ name }) => name === 'Partner ICP: Fast lane');
  await portal.outside.send({ method: 'DELETE', path: `${LISTS}/${list?.listId ?? ''}` });

  const { steps } = await planInstall(portal.context, WHOLE);
  const { created } = await install(portal.context, WHOLE);
  const again = await install(portal.context, WHOLE);

  const planned = steps.filter(({ action }) => action === 'create').map(({ name }) => name);
  expect(created).toEqual(['stage: Scoped', 'label: Champion', 'list: Partner ICP: Fast lane']);
  expect(planned).toEqual(created);
  expect(again).toMatchObject({ created: [], repaired: [], clashes: [] });
  expect((await own()).stages.map((stage) => stage.label)).toContain('Scoped');
});

test('a deleted pipeline is named by the doctor and made anew, and deals are found in the new one', async () => {
  const { id } = await own();
  await portal.outside.send({ method: 'DELETE', path: `${PIPELINES}/${id}` });

  const diagnosis = await examine(portal);
  const { created } = await install(portal.context, WHOLE);
  const pipeline = await own();
  const companyId = await scoredCompany(portal);
  await createDeal(portal, { id: pipeline.id, stage: pipeline.stages[0]?.id ?? '' }, companyId);

  expect(findingOf(diagnosis, 'pipeline-missing')).toBeDefined();
  expect(created).toEqual(['pipeline: Partnerships']);
  expect((await syncDeals(portal.context)).deals).toMatchObject([{ lane: 'deep' }]);
});

test('the places of options that an admin ordered stay, and a lost one goes behind', async () => {
  const path = '/crm/properties/2026-09/companies/ipp_lane';
  const options = [
    { value: 'undecided', label: 'Needs answers', displayOrder: 0 },
    { value: 'deep', label: 'Deep', displayOrder: 2, hidden: true, description: 'Build.' },
    { value: 'fast', label: 'Quick', displayOrder: 3 },
    { value: 'theirs', label: 'On hold', displayOrder: 4 },
  ];
  await portal.outside.send({ method: 'PATCH', path, body: { options } });

  await install(portal.context, WHOLE);

  const { options: kept } = (await portal.outside.send({ method: 'GET', path })) as { options: object[] };
  expect(kept).toEqual([
    ...options.map((option) => expect.objectContaining(option) as unknown),
    expect.objectContaining({ value: 'pass', displayOrder: 5 }) as unknown,
  ]);
});

test('options that an admin turned around keep their places as well, and a lost one goes behind', async () => {
  const path = '/crm/properties/2026-09/companies/ipp_clearance';
  const read = async () =>
    ((await portal.outside.send({ method: 'GET', path })) as { options: { value: string }[] }).options;
  const [lost, ...left] = await read();
  const options = left.reverse().map((option, index) => ({ ...option, displayOrder: 3 * index }));
  await portal.outside.send({ method: 'PATCH', path, body: { options } });

  await examine(portal, { repair: true });

  expect(await read()).toMatchObject([...options, { value: lost?.value, displayOrder: 7 }]);
});

test('a label and a pipeline that others made before the first installation of the whole portal stay theirs', () =>
  withPortal({ types: ['technology'] }, async (other) => {
    await other.outside.send({
      method: 'POST',
      path: LABELS,
      body: { name: 'their_champion', label: 'champion' },
    });
    await createPipeline(other, 'Partnerships');

    await install(other.context, WHOLE);
    const { removed } = await uninstall(other.context);

    expect(removed.filter((name) => /^(?:label|pipeline): /.test(name))).toEqual([
      'label: Executive sponsor',
      'label: Partner owner',
    ]);
    expect((await labelsOf(other)).map(({ label }) => label)).toEqual(['champion']);
    expect((await pipelinesOf(other)).map(({ label }) => label)).toContain('Partnerships');
  }));

test('a label that somebody made in place of a deleted one of ours is theirs', () =>
  withPortal({ installed: false }, async (other) => {
    await install(other.context, WHOLE);
    const [ours] = await labelsOf(other);
    await other.outside.send({ method: 'DELETE', path: `${LABELS}/${ours?.typeId ?? ''}` });
    await other.outside.send({
      ...{ method: 'POST', path: LABELS },
      body: { name: 'their_champion', label: ours?.label },
    });

    await install(other.context, WHOLE);
    await uninstall(other.context);

    expect((await labelsOf(other)).map(({ label }) => label)).toEqual([ours?.label]);
  }));
