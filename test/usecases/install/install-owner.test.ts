import fc from 'fast-check';

import { parseMark } from '../../../src/crm/installation-mark.ts';
import {
  type InstallationRecord,
  emptyRecord,
  isSameRecord,
  parseRecord,
  readRecordOfInstallation,
  recordOptions,
} from '../../../src/crm/installation-record.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { syncDeals } from '../../../src/usecases/deals/sync.ts';
import { uninstall } from '../../../src/usecases/install/uninstall.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { labelsOf, pipelinesOf, writesDuring } from './installed-state.ts';
import { createDeal, createPipeline } from '../deals/partner-deals.ts';
import { saveField, scoredCompany } from '../scorecard/scoring.ts';

const WHOLE = { extent: 'portal' } as const;
const RECORD = '/crm/properties/2026-09/companies/ipp_installation_record';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ installed: false });
});
afterEach(() => portal.close());

async function keepOptions(options: readonly object[]): Promise<void> {
  await portal.outside.send({ method: 'PATCH', path: RECORD, body: { options } });
}

async function record(): Promise<InstallationRecord> {
  const kept = await readRecordOfInstallation(portal.outside);
  if (kept === null) throw new Error('there is no record');
  return kept;
}

/** What earlier versions noted, in the description of a deal property. */
async function markAs(text: string): Promise<void> {
  const body = {
    name: 'ipp_installation',
    label: 'Partner ICP installation',
    description: `Kept. [${text}]`,
  };
  const shape = { type: 'string', fieldType: 'text', groupName: 'dealinformation' };
  await portal.outside.send({
    method: 'POST',
    path: '/crm/properties/2026-09/deals',
    body: { ...body, ...shape },
  });
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

test.each([
  ['says nothing', [{ value: 'a', label: 'What is this?' }]],
  ['lost a part', [{ value: 'record_1', label: 'record 1: edition=private version=2 parts=9' }]],
])('a record that %s is refused: nobody knows any more what is ours', async (_, options) => {
  await install(portal.context, WHOLE);
  await keepOptions(options);

  await expect(install(portal.context, WHOLE)).rejects.toMatchObject({
    code: 'other-edition',
    message: expect.stringMatching(/ipp_installation_record does not say any more/) as unknown,
  });
});

test('the record of an older app is brought up to date, that of a newer one stays', async () => {
  await install(portal.context, WHOLE);
  await keepOptions(recordOptions({ ...(await record()), version: 1 }));
  const { repaired } = await install(portal.context, WHOLE);
  const updated = await record();
  await keepOptions(recordOptions({ ...updated, version: 7 }));
  const newer = await install(portal.context, WHOLE);

  expect(repaired).toEqual(['ipp_installation_record']);
  expect(updated.version).toBe(5);
  expect(newer.repaired).toEqual([]);
  expect(await record()).toMatchObject({ version: 7 });
});

test('a record is read as it was written, however much stands in it', () => {
  const anyId = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
  const anyIds = fc.dictionary(fc.stringMatching(/^[a-z][a-z_-]{0,20}$/), anyId);
  const anyNames = fc.uniqueArray(fc.stringMatching(/^ipp_[a-z0-9_]{1,60}$/), { maxLength: 300 });
  const anyKinds = fc.record({ companies: anyNames, deals: anyNames });
  const things = { stages: anyIds, lists: anyIds, labels: anyIds, foundLabels: anyIds };
  const owned = {
    made: anyKinds,
    foreign: anyKinds,
    pipeline: fc.option(anyId),
    madePipeline: fc.option(anyId),
  };
  fc.assert(
    fc.property(fc.record({ ...things, ...owned, zone: fc.option(anyId) }), (kept) => {
      const written = { ...emptyRecord('oauth', null, new Date('2026-09-01T09:00:00Z')), ...kept };
      const options = recordOptions(written);

      const again = parseRecord([...options].reverse());

      expect(again !== null && isSameRecord(again, written)).toBe(true);
      expect(Math.max(...options.map(({ label, value }) => label.length + value.length))).toBeLessThan(3_000);
      expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
    }),
    { numRuns: 50 },
  );
});

test('what earlier versions marked is taken over by name once, and then known by its id', async () => {
  await createPipeline(portal, 'Partnerships');
  await portal.outside.send({
    method: 'POST',
    path: '/crm/associations/2026-09/companies/contacts/labels',
    body: { name: 'ipp_champion', label: 'Champion' },
  });
  await portal.outside.send({
    method: 'POST',
    path: '/crm/associations/2026-09/companies/contacts/labels',
    body: { name: 'ipp_partner_owner', label: 'Partner owner' },
  });
  await markAs('edition=private version=1 before=ipp_champion');

  await expect(install(portal.context, { ...WHOLE, edition: 'oauth' })).rejects.toThrow(
    /The private edition/,
  );
  await install(portal.context, WHOLE);

  const [pipelines, labels, kept] = [await pipelinesOf(portal), await labelsOf(portal), await record()];
  const idOf = (label: string) => String(labels.find((each) => each.label === label)?.typeId);
  expect(kept.madePipeline).toBe(pipelines.find(({ label }) => label === 'Partnerships')?.id);
  expect(kept.foundLabels).toEqual({ ipp_champion: idOf('Champion') });
  expect(kept.labels).toEqual({
    ipp_partner_owner: idOf('Partner owner'),
    ipp_executive_sponsor: idOf('Executive sponsor'),
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
      repaired: ['ipp_installation_record'],
    });
    const [made] = (await pipelinesOf(portal)).filter(({ label }) => label === 'Partnerships');
    expect(await record()).toMatchObject({ pipeline: made?.id, madePipeline: made?.id });
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

  test('is used beside one that is called as ours is, whichever came first', async () => {
    const ours = await createPipeline(portal, 'Partnerships');
    const { id } = await createPipeline(portal, 'Alliances');

    await install(portal.context, { ...WHOLE, pipeline: 'Alliances' });
    const { clashes, unchanged } = await install(portal.context, WHOLE);

    expect({ clashes, pipelines: unchanged.filter((name) => name.startsWith('pipeline: ')) }).toEqual({
      clashes: [],
      pipelines: ['pipeline: Alliances'],
    });
    expect(await record()).toMatchObject({ pipeline: id, madePipeline: null });
    expect(ours.id).not.toBe(id);
  });
});
