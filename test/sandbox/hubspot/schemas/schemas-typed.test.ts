import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import { ownType } from '../crm-records.ts';
import { refusalOf, withClient } from '../with-client.ts';
import { FORMS, withForm } from '../with-forms.ts';
import { PROJECT } from './project-type.ts';

const TYPE = '2-50000001';

test.each(FORMS)('an account defines, reads, changes and deletes a type of its own (%s)', (form) =>
  withForm(form, async ({ hubspot }) => {
    const { coreApi } = hubspot.crm.schemas;

    const created = await coreApi.create(PROJECT);
    const changed = await coreApi.update('p_project', {
      labels: { singular: 'Build', plural: 'Builds' },
      searchableProperties: ['title', 'key'],
    });
    const listed = await coreApi.getAll();

    expect(created).toMatchObject({
      objectTypeId: TYPE,
      archived: false,
      requiredProperties: ['title'],
    });
    expect(created.fullyQualifiedName).toMatch(/^p\d+_project$/);
    expect(created.properties.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['hs_object_id', 'hs_createdate', 'title', 'key', 'lane']),
    );
    expect(created.associations).toContainEqual(
      expect.objectContaining({ fromObjectTypeId: TYPE, toObjectTypeId: '0-2', name: 'project_to_company' }),
    );
    expect(changed).toMatchObject({ labels: { singular: 'Build' }, searchableProperties: ['title', 'key'] });
    expect(listed.results.map(({ name }) => name)).toEqual(['project']);
    expect((await refusalOf(coreApi.create(PROJECT))).code).toBe(409);
    await coreApi.archive(TYPE);
    expect((await refusalOf(coreApi.getById(TYPE))).code).toBe(404);
    expect((await coreApi.getAll(true)).results.map(({ archived }) => archived)).toEqual([true]);
    expect((await refusalOf(coreApi.create(PROJECT))).code).toBe(409);
    await coreApi.archive(TYPE, true);
    expect((await coreApi.create(PROJECT)).objectTypeId).toBe('2-50000002');
  }),
);

test.each(FORMS)(
  'its objects, properties, searches and associations work like those of companies (%s)',
  (form) =>
    withForm(form, async ({ hubspot }) => {
      const { crm } = hubspot;
      await crm.schemas.coreApi.create(PROJECT);
      const { id: company } = await crm.companies.basicApi.create({ properties: { name: 'Larch' } });
      const { basicApi, searchApi, batchApi } = crm.objects;

      const { id } = await basicApi.create('p_project', {
        properties: { title: 'Larch build', key: 'a', lane: 'deep' },
        associations: [],
      });
      await basicApi.update(TYPE, id, { properties: { lane: 'fast' } });
      await crm.associations.v4.basicApi.createDefault(TYPE, id, 'companies', company);

      const byKey = await basicApi.getById(TYPE, 'a', ['lane'], ['lane'], ['companies'], false, 'key');
      expect(byKey).toMatchObject({
        id,
        properties: { lane: 'fast' },
        propertiesWithHistory: { lane: [{ value: 'fast' }, { value: 'deep' }] },
        associations: { companies: { results: [{ id: company, type: 'project_to_company' }] } },
      });
      const lane = { propertyName: 'lane', operator: FilterOperatorEnum.Eq, value: 'fast' };
      const found = await searchApi.doSearch(TYPE, { filterGroups: [{ filters: [lane] }], query: 'larch' });
      expect(found.results.map((each) => each.id)).toEqual([id]);
      expect((await crm.properties.coreApi.getByName(TYPE, 'lane')).options).toHaveLength(2);
      const read = await batchApi.read(TYPE, {
        inputs: [{ id: 'a' }],
        idProperty: 'key',
        properties: ['title'],
        propertiesWithHistory: [],
      });
      expect(read.results).toMatchObject([{ id, properties: { title: 'Larch build' } }]);
      const unset = await refusalOf(basicApi.create(TYPE, { properties: { key: 'b' }, associations: [] }));
      expect(unset.body).toMatchObject({ context: { properties: ['title'] } });
      expect((await refusalOf(crm.schemas.coreApi.archive(TYPE))).code).toBe(400);
      await basicApi.archive(TYPE, id);
      await crm.schemas.coreApi.archive(TYPE);
      expect((await refusalOf(basicApi.getPage(TYPE))).code).toBe(400);
    }),
);

test.each(FORMS)('a value that is unique is given once, whichever call asks for it (%s)', (form) =>
  withForm(form, async ({ hubspot }) => {
    await hubspot.crm.schemas.coreApi.create(PROJECT);
    const { basicApi, batchApi } = hubspot.crm.objects;
    const create = (...keys: string[]) => ({
      inputs: keys.map((key) => ({ properties: { title: key, key }, associations: [] })),
    });
    const { id } = await basicApi.create(TYPE, {
      properties: { title: 'First', key: 'a' },
      associations: [],
    });
    const { id: other } = await basicApi.create(TYPE, { properties: { title: 'Second' }, associations: [] });
    const taken = { properties: { title: 'Third', key: 'a' }, associations: [] };

    const refusals = [
      await refusalOf(basicApi.create(TYPE, taken)),
      await refusalOf(basicApi.update(TYPE, other, { properties: { key: 'a' } })),
      await refusalOf(batchApi.create(TYPE, create('b', 'a'))),
      await refusalOf(batchApi.create(TYPE, create('c', 'c'))),
      await refusalOf(batchApi.update(TYPE, { inputs: [{ id: other, properties: { key: 'a' } }] })),
    ];
    const upserted = await batchApi.upsert(TYPE, {
      inputs: ['a', 'd'].map((key) => ({ id: key, idProperty: 'key', properties: { title: `now ${key}` } })),
    });

    expect(refusals.map(({ code }) => code)).toEqual([400, 400, 400, 400, 400]);
    expect(refusals[0]?.body).toMatchObject({ errors: [{ code: 'CONFLICTING_UNIQUE_VALUE' }] });
    expect(upserted.results.map((each) => [each._new, each.id === id])).toEqual([
      [false, true],
      [true, false],
    ]);
    const all = await basicApi.getPage(TYPE, 100, undefined, ['key', 'title']);
    expect(all.results.map(({ properties }) => properties['key'])).toEqual(['a', null, 'd']);
    await basicApi.archive(TYPE, id);
    await expect(basicApi.create(TYPE, taken)).resolves.toHaveProperty('id');
  }),
);

test('an association between two own types can be defined, used and taken away', () =>
  withClient(async ({ hubspot }) => {
    const { coreApi } = hubspot.crm.schemas;
    const { basicApi } = hubspot.crm.objects;
    await coreApi.create(PROJECT);
    const second = await coreApi.create({ ...PROJECT, name: 'step', associatedObjects: [] });
    const stepType = second.objectTypeId ?? '';
    const [project, step] = await Promise.all(
      [TYPE, stepType].map((type) => basicApi.create(type, { properties: { title: 'x' }, associations: [] })),
    );

    const made = await coreApi.createAssociation(TYPE, {
      fromObjectTypeId: TYPE,
      toObjectTypeId: stepType,
      name: 'project_to_step',
    });
    await hubspot.crm.associations.v4.basicApi.create(TYPE, project?.id ?? '', stepType, step?.id ?? '', [
      ownType(Number(made.id)),
    ]);

    const again = coreApi.createAssociation(TYPE, { fromObjectTypeId: stepType, toObjectTypeId: TYPE });
    expect((await refusalOf(again)).code).toBe(409);
    const links = await hubspot.crm.associations.v4.basicApi.getPage(stepType, step?.id ?? '', TYPE);
    expect(links.results.map(({ toObjectId }) => toObjectId)).toEqual([Number(project?.id)]);
    await coreApi.archiveAssociation(TYPE, made.id);
    const gone = await hubspot.crm.associations.v4.basicApi.getPage(stepType, step?.id ?? '', TYPE);
    expect(gone.results).toEqual([]);
    expect((await coreApi.getById(stepType)).associations.map(({ name }) => name)).not.toContain(made.name);
  }));

test.each([
  ['a name with a space', { name: 'my project' }, 400],
  ['no labels', { labels: null }, 400],
  ['a required property that is not there', { requiredProperties: ['nothing'] }, 400],
  ['three secondary display properties', { secondaryDisplayProperties: ['title', 'key', 'lane'] }, 400],
  ['an unknown object to associate with', { associatedObjects: ['widgets'] }, 400],
  ["a property of HubSpot's own", { properties: [{ name: 'hs_object_id', label: 'x', type: 'string', fieldType: 'text' }], requiredProperties: [], searchableProperties: [], primaryDisplayProperty: '' }, 400],
])('a schema with %s is refused, and nothing is kept', (_name, change, status) =>
  withClient(async ({ call, hubspot }) => {
    const path = '/crm-object-schemas/2026-09/schemas';

    expect((await call('POST', path, { ...PROJECT, ...change })).status).toBe(status);

    expect((await hubspot.crm.schemas.coreApi.create(PROJECT)).objectTypeId).toBe(TYPE);
  }),
); // prettier-ignore
