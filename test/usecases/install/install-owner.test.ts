import { markText, parseMark } from '../../../src/crm/installation-mark.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { syncDeals } from '../../../src/usecases/deals/sync.ts';
import { uninstall } from '../../../src/usecases/install/uninstall.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { installedState, pipelinesOf, writesDuring } from './installed-state.ts';
import { createDeal, createPipeline } from '../deals/partner-deals.ts';
import { saveField, scoredCompany } from '../scorecard/scoring.ts';

const WHOLE = { extent: 'portal' } as const;
const MARK = '/crm/properties/2026-09/deals/ipp_installation';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ installed: false });
});
afterEach(() => portal.close());

async function describeMark(description: string): Promise<void> {
  await portal.outside.send({ method: 'PATCH', path: MARK, body: { description } });
}

async function mark() {
  const { deals } = await installedState(portal);
  return parseMark(deals.find(({ name }) => name === 'ipp_installation')?.description ?? '');
}

test('another edition is refused by name before any write, for properties alone too', async () => {
  await install(portal.context, WHOLE);

  const writes = await writesDuring(portal, async () => {
    for (const options of [{ ...WHOLE, edition: 'oauth' }, { edition: 'oauth' }] as const)
      await expect(install(portal.context, options)).rejects.toMatchObject({
        code: 'other-edition',
        message: expect.stringMatching(/^The private edition .* this is the oauth edition/) as unknown,
      });
    await expect(uninstall(portal.context, { edition: 'oauth' })).rejects.toMatchObject({
      code: 'other-edition',
    });
  });

  expect(writes).toEqual([]);
});

test('a mark that says nothing is refused: nobody knows whose portal it is', async () => {
  await install(portal.context, WHOLE);
  await describeMark('What is this?');

  await expect(install(portal.context, WHOLE)).rejects.toMatchObject({
    code: 'other-edition',
    message: expect.stringMatching(/ipp_installation does not say/) as unknown,
  });
});

test('the mark of an older app is brought up to date, that of a newer one stays', async () => {
  await install(portal.context, WHOLE);
  await describeMark('Old. [edition=private version=0]');
  const { repaired } = await install(portal.context, WHOLE);
  await describeMark(markText({ edition: 'private', version: 7, pipeline: null, foundBefore: [] }));
  const newer = await install(portal.context, WHOLE);

  expect(repaired).toEqual(['deals: ipp_installation']);
  expect(newer.repaired).toEqual([]);
  expect(await mark()).toMatchObject({ version: 7 });
});

test('a mark is read as it was written', () => {
  const full = {
    edition: 'oauth',
    version: 3,
    pipeline: 'a1-b_2',
    foundBefore: ['pipeline', 'ipp_champion'],
  } as const;

  expect(parseMark(markText(full))).toEqual(full);
  expect(parseMark(markText({ ...full, pipeline: null, foundBefore: [] }))).toEqual({
    ...full,
    pipeline: null,
    foundBefore: [],
  });
  expect(parseMark('Partner ICP')).toBeNull();
});

describe('an existing pipeline that is chosen for partners', () => {
  test('is used by saves and by the list of deals, and stays as it is', async () => {
    const alliances = await createPipeline(portal, 'Alliances');
    const before = await pipelinesOf(portal);

    const { created, unchanged } = await install(portal.context, { ...WHOLE, pipeline: 'alliances' });
    const companyId = await scoredCompany(portal);
    const dealId = await createDeal(portal, alliances, companyId);
    const saved = await saveField(portal.context, companyId, 'strategic_fit', [4, 5]);

    expect(created).not.toContain('pipeline: Partnerships');
    expect(unchanged).toContain('pipeline: Alliances');
    expect(saved.deals).toEqual({ mirrored: 1, of: 1, message: null });
    expect((await syncDeals(portal.context)).deals).toMatchObject([
      { id: dealId, lane: 'deep', total: '435' },
    ]);
    expect(await pipelinesOf(portal)).toEqual(before);
  });

  test('is kept by later installations that do not name it, also under a new label', async () => {
    const { id } = await createPipeline(portal, 'Alliances');
    await install(portal.context, { ...WHOLE, pipeline: 'Alliances' });
    const path = `/crm/pipelines/2026-09/deals/${id}`;
    await portal.outside.send({ method: 'PATCH', path, body: { label: 'Allies' } });

    const writes = await writesDuring(portal, async () => {
      expect((await install(portal.context, WHOLE)).unchanged).toContain('pipeline: Allies');
    });

    expect(writes).toEqual([]);
  });

  test('is named once it is deleted, until another one is chosen', async () => {
    const { id } = await createPipeline(portal, 'Alliances');
    await install(portal.context, { ...WHOLE, pipeline: 'Alliances' });
    await portal.outside.send({ method: 'DELETE', path: `/crm/pipelines/2026-09/deals/${id}` });

    const { clashes } = await install(portal.context, WHOLE);
    const { created, repaired } = await install(portal.context, { ...WHOLE, pipeline: 'Partnerships' });

    expect(clashes).toMatchObject([{ message: expect.stringMatching(/has been deleted/) as unknown }]);
    expect({ created, repaired }).toEqual({
      created: ['pipeline: Partnerships'],
      repaired: ['deals: ipp_installation'],
    });
    expect(await mark()).toMatchObject({ pipeline: null });
  });

  test('has to be there: an unknown one is refused with the labels that are, and nothing is written', async () => {
    const writes = await writesDuring(portal, async () => {
      await expect(install(portal.context, { ...WHOLE, pipeline: 'Alliances' })).rejects.toMatchObject({
        code: 'invalid-input',
        message: expect.stringMatching(/no deal pipeline is called "Alliances".*"Sales Pipeline"/) as unknown,
      });
    });

    expect(writes).toEqual([]);
  });

  test('cannot stand beside one that is called as ours is', async () => {
    await createPipeline(portal, 'Partnerships');
    await createPipeline(portal, 'Alliances');

    await expect(install(portal.context, { ...WHOLE, pipeline: 'Alliances' })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(/"Partnerships", which comes before "Alliances"/) as unknown,
    });
  });

  test('is named when one that is called as ours is comes later, which is used then', async () => {
    await createPipeline(portal, 'Alliances');
    await install(portal.context, { ...WHOLE, pipeline: 'Alliances' });
    await createPipeline(portal, 'Partnerships');

    const { clashes } = await install(portal.context, WHOLE);

    expect(clashes).toMatchObject([{ name: 'pipeline: Alliances' }]);
  });
});
