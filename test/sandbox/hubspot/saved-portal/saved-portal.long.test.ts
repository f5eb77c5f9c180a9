import type { Client } from '@hubspot/api-client';
import {
  PropertyCreateFieldTypeEnum,
  PropertyCreateTypeEnum,
} from '@hubspot/api-client/lib/codegen/crm/properties/index.js';
import { SavedPortalError } from '../../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import { hubspotType, ownType, someRecords } from '../crm-records.ts';
import { openSandbox, withSandbox } from '../open-sandbox.ts';
import { PROJECT } from '../schemas/project-type.ts';
import { withClient } from '../with-client.ts';

/** Something of everything: histories, archived records and properties, labels, own pipelines. */
async function fill(hubspot: Client): Promise<void> {
  const { crm } = hubspot;
  await crm.properties.coreApi.create('companies', {
    name: 'icp_lane',
    label: 'Lane',
    type: PropertyCreateTypeEnum.String,
    fieldType: PropertyCreateFieldTypeEnum.Text,
    groupName: 'companyinformation',
  });
  const { company, other, contact, deal } = await someRecords(hubspot);
  for (const lane of ['fast', 'deep', ''])
    await crm.companies.basicApi.update(company, { properties: { icp_lane: lane } });
  await crm.companies.basicApi.update(other, { properties: { icp_lane: 'pass' } });
  const label = { name: 'owner', label: 'Technical owner', inverseLabel: 'Owned by' };
  await crm.associations.v4.schema.definitionsApi.create('contacts', 'companies', label);
  await crm.associations.v4.basicApi.create('contacts', contact, 'companies', other, [ownType(1)]);
  await crm.associations.v4.basicApi.create('deals', deal, 'companies', company, [hubspotType(5)]);
  const stage = { label: 'Sourced', displayOrder: 0, metadata: { probability: '0.1' } };
  await crm.pipelines.pipelinesApi.create('deals', {
    label: 'Partnerships',
    displayOrder: 1,
    stages: [stage],
  });
  await crm.deals.basicApi.update(deal, { properties: { dealstage: 'closedwon' } });
  const { id: note } = await crm.objects.notes.basicApi.create({
    properties: { hs_timestamp: '2026-09-01' },
  });
  await crm.objects.notes.basicApi.archive(note);
}

/** What the official client reads of an account. */
async function readAll({ crm }: Client): Promise<unknown> {
  const lane = ['icp_lane'];
  return JSON.parse(
    JSON.stringify([
      await crm.companies.basicApi.getPage(50, undefined, ['name', ...lane], lane, ['contacts', 'deals']),
      await crm.contacts.basicApi.getPage(50, undefined, undefined, ['associatedcompanyid'], ['companies']),
      await crm.deals.basicApi.getPage(50, undefined, ['hs_is_closed'], ['dealstage'], ['companies']),
      await crm.objects.notes.basicApi.getPage(50, undefined, undefined, undefined, undefined, true),
      await crm.pipelines.pipelinesApi.getAll('deals'),
      await crm.properties.coreApi.getAll('companies'),
      await crm.properties.coreApi.getAll('deals'),
      await crm.properties.groupsApi.getAll('contacts'),
      await crm.associations.v4.schema.definitionsApi.getAll('companies', 'contacts'),
    ]),
  );
}

test('a loaded account reads as the saved one did, saves as the same, and goes on', async () => {
  let saved: unknown;
  let before: unknown;
  await withClient(async ({ hubspot, crm }) => {
    await fill(hubspot);
    saved = JSON.parse(JSON.stringify(crm.portal.dump()));
    before = await readAll(hubspot);
  });

  await withClient(async ({ hubspot, crm }) => {
    expect(await readAll(hubspot)).toEqual(before);
    expect(crm.portal.dump()).toEqual(saved);

    const { id } = await hubspot.crm.companies.basicApi.create({ properties: { icp_lane: 'deep' } });
    expect(id).toBe('30000000006');
    const taken = hubspot.crm.contacts.basicApi.create({ properties: { email: 'ada@larch.example' } });
    await expect(taken).rejects.toMatchObject({ code: 409 });
  }, saved);
});

test('custom objects, lists, rules and merged records are saved and loaded with all the rest', async () => {
  let saved: unknown;
  const ids: string[] = [];
  await withClient(async ({ hubspot, crm }) => {
    const { schemas, objects, lists, companies, associations } = hubspot.crm;
    await schemas.coreApi.create(PROJECT);
    await schemas.coreApi.create({ ...PROJECT, name: 'gone' });
    await schemas.coreApi.archive('p_gone');
    const { company, other } = await someRecords(hubspot);
    const project = { properties: { title: 'Build', key: 'a' }, associations: [] };
    const { id } = await objects.basicApi.create('p_project', project);
    await associations.v4.basicApi.createDefault('p_project', id, 'companies', company);
    const merged = await companies.basicApi.merge({ primaryObjectId: company, objectIdToMerge: other });
    const { list } = await lists.listsApi.create({
      name: 'L',
      objectTypeId: '0-2',
      processingType: 'MANUAL',
    });
    await lists.membershipsApi.add(list.listId, [merged.id]);
    crm.portal.setRules([
      { objectType: '0-2', property: 'city', when: { property: 'type', isOneOf: ['PARTNER'] } },
    ]);
    ids.push(company, merged.id, id);
    saved = JSON.parse(JSON.stringify(crm.portal.dump()));
  });

  await withClient(async ({ hubspot, crm, call }) => {
    const [company = '', merged = '', id = ''] = ids;
    const { schemas, objects, lists, companies } = hubspot.crm;

    expect(crm.portal.dump()).toEqual(saved);
    expect((await companies.basicApi.getById(company)).id).toBe(merged);
    const read = await objects.basicApi.getById('p_project', 'a', [], [], ['companies'], false, 'key');
    expect(read).toMatchObject({ id, associations: { companies: { results: [{ id: merged }] } } });
    expect((await schemas.coreApi.getAll(true)).results.map(({ name }) => name)).toEqual(['gone']);
    expect((await lists.membershipsApi.getPage('1')).results.map(({ recordId }) => recordId)).toEqual([
      merged,
    ]);
    const partner = { properties: { type: 'PARTNER' } };
    expect((await call('POST', '/crm/objects/2026-09/companies', partner)).status).toBe(400);
    const next = await schemas.coreApi.create({ ...PROJECT, name: 'next' });
    expect(next.objectTypeId).toBe('2-50000003');
    const second = { name: 'M', objectTypeId: '0-2', processingType: 'MANUAL' };
    expect((await lists.listsApi.create(second)).list.listId).toBe('2');
  }, saved);
});

test('no token is saved', () =>
  withSandbox(async ({ crm, call }) => {
    await call('POST', '/crm/objects/2026-09/companies', { properties: { name: 'Larch' } });

    expect(JSON.stringify(crm.portal.dump())).not.toContain('pat-');
  }));

/** A saved account of two records that belong together, as text, so that a test can break it anywhere. */
async function savedText(): Promise<string> {
  let text = '';
  await withSandbox(async ({ crm, call }) => {
    await call('POST', '/crm/objects/2026-09/companies', { properties: { name: 'Larch' } });
    const to = { to: { id: '30000000001' }, types: [hubspotType(5)] };
    await call('POST', '/crm/objects/2026-09/deals', {
      properties: { dealname: 'Build' },
      associations: [to],
    });
    text = JSON.stringify(crm.portal.dump());
  });
  return text;
}

test.each([
  ['another version', '"version":1', '"version":2', /version 2, and this sandbox reads version 1/],
  ['a missing list', '"sources":', '"springs":', /sources: /],
  ['a wrong kind of value', '"Larch"', '7', /types\[0\]\.records\[0\]\.values\[0\]\[1\]: /],
  ['an unknown object type', '{"id":"0-46"', '{"id":"0-99"', /no object type 0-99/],
  [
    'an unknown slot',
    '"values":[[3,',
    '"values":[[999,',
    /records\[0\] \(30000000001\)\.values: no property has the slot 999/,
  ],
  [
    'an unknown source',
    '"writes":[[1788264000000,0]]',
    '"writes":[[1788264000000,9]]',
    /there is no source 9/,
  ],
  ['a record twice', '"id":30000000002', '"id":30000000001', /record 30000000001 is there twice/],
  ['an id yet to be given', '"record":30000000003', '"record":30000000001', /nextIds.record/],
  [
    'an association without its other direction',
    '[30000000001,30000000002,',
    '[30000000001,30000000001,',
    /associations\[/,
  ],
  [
    'a kind that leads elsewhere',
    '"category":"HUBSPOT_DEFINED","id":341',
    '"category":"HUBSPOT_DEFINED","id":3',
    /HUBSPOT_DEFINED 3 is no association from 0-3 to 0-2/,
  ],
])('a saved account with %s is refused in words', async (_name, good, bad, words) => {
  const text = await savedText();
  expect(text).toContain(good);

  const opening = openSandbox({}, JSON.parse(text.replace(good, bad)));

  await expect(opening).rejects.toThrow(SavedPortalError);
  await expect(opening).rejects.toThrow(words);
});

test.each([[null], [7], ['{}'], [[]]])('%j is no saved account', async (value) => {
  await expect(openSandbox({}, value)).rejects.toThrow(SavedPortalError);
});
