import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/companies/index.js';
import { refusalOf, withClient } from '../with-client.ts';

test("the official client's basic calls create, read, update, list and archive a company", () =>
  withClient(async ({ hubspot, pass }) => {
    const { basicApi } = hubspot.crm.companies;

    const created = await basicApi.create({ properties: { name: 'Larch Systems', numberofemployees: '40' } });
    pass(60_000);
    const updated = await basicApi.update(created.id, { properties: { numberofemployees: '41' } });
    const read = await basicApi.getById(created.id, ['name', 'city'], ['numberofemployees']);
    const listed = await basicApi.getPage(10);
    await basicApi.archive(created.id);

    expect(created.properties).toMatchObject({ name: 'Larch Systems', hs_object_id: created.id });
    expect(updated.updatedAt.getTime() - created.updatedAt.getTime()).toBe(60_000);
    expect(read.properties).toMatchObject({ name: 'Larch Systems', city: null });
    expect(read.propertiesWithHistory?.['numberofemployees']?.map(({ value }) => value)).toEqual([
      '41',
      '40',
    ]);
    expect(listed.results.map(({ id }) => id)).toEqual([created.id]);
    expect((await refusalOf(basicApi.getById(created.id))).code).toBe(404);
    expect((await basicApi.getById(created.id, undefined, undefined, undefined, true)).archived).toBe(true);
  }));

test("the official client's batch calls create, read, update and archive", () =>
  withClient(async ({ hubspot }) => {
    const { batchApi, basicApi } = hubspot.crm.companies;

    const created = await batchApi.create({
      inputs: ['Alder', 'Birch', 'Cedar'].map((name) => ({ properties: { name }, associations: [] })),
    });
    const ids = created.results.map(({ id }) => ({ id }));
    const updated = await batchApi.update({
      inputs: ids.map(({ id }) => ({ id, properties: { city: 'Graz' } })),
    });
    const read = await batchApi.read({
      inputs: ids,
      properties: ['name', 'city'],
      propertiesWithHistory: ['city'],
    });
    await batchApi.archive({ inputs: ids.slice(1) });

    expect(updated.status).toBe('COMPLETE');
    expect(read.results.map(({ properties }) => properties['city'])).toEqual(['Graz', 'Graz', 'Graz']);
    expect(read.results[0]?.propertiesWithHistory?.['city']).toHaveLength(1);
    expect((await basicApi.getPage()).results.map(({ id }) => id)).toEqual([ids[0]?.id]);
  }));

test("the official client's search filters, sorts and pages", () =>
  withClient(async ({ hubspot }) => {
    const { batchApi, searchApi } = hubspot.crm.companies;
    await batchApi.create({
      inputs: ['Alder', 'Birch', 'Cedar', 'Douglas'].map((name, index) => ({
        properties: { name, numberofemployees: String(index * 10), type: index < 3 ? 'PARTNER' : 'VENDOR' },
        associations: [],
      })),
    });

    const request = {
      filterGroups: [
        { filters: [{ propertyName: 'type', operator: FilterOperatorEnum.Eq, value: 'PARTNER' }] },
      ],
      sorts: ['-numberofemployees'],
      properties: ['name'],
      limit: 2,
    };
    const first = await searchApi.doSearch(request);
    const second = await searchApi.doSearch({ ...request, after: first.paging?.next?.after ?? '' });

    expect(first.total).toBe(3);
    expect([...first.results, ...second.results].map(({ properties }) => properties['name'])).toEqual([
      'Cedar',
      'Birch',
      'Alder',
    ]);
    expect(second.paging).toBeUndefined();
  }));

test('the official client sees unknown ids of a batch read beside the companies that were found', () =>
  withClient(async ({ hubspot }) => {
    const { batchApi, basicApi } = hubspot.crm.companies;
    const { id } = await basicApi.create({ properties: { name: 'Larch' } });

    const read = await batchApi.read({
      inputs: [{ id }, { id: '999' }],
      properties: ['name'],
      propertiesWithHistory: [],
    });

    expect(read.results).toHaveLength(1);
    expect(read).toMatchObject({
      numErrors: 1,
      errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['999'] } }],
    });
  }));
