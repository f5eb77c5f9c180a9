import {
  PublicAndFilterBranchFilterBranchTypeEnum as And,
  PublicEnumerationPropertyOperationOperationTypeEnum as Enumeration,
  PublicOrFilterBranchFilterBranchTypeEnum as Or,
  PublicPropertyFilterFilterTypeEnum as Property,
} from '@hubspot/api-client/lib/codegen/crm/lists/index.js';
import { refusalOf } from '../with-client.ts';
import { FORMS, withForm } from '../with-forms.ts';

const typeIsAnyOf = (...values: string[]) => ({
  filterBranchType: Or.Or,
  filterBranchOperator: 'OR',
  filters: [],
  filterBranches: [
    {
      filterBranchType: And.And,
      filterBranchOperator: 'AND',
      filterBranches: [],
      filters: [
        {
          filterType: Property.Property,
          property: 'type',
          operation: {
            operationType: Enumeration.Enumeration,
            operator: 'IS_ANY_OF',
            values,
            includeObjectsWithNoValueSet: false,
          },
        },
      ],
    },
  ],
});
const PARTNERS = {
  name: 'Partners & more',
  objectTypeId: '0-2',
  processingType: 'DYNAMIC',
  filterBranch: typeIsAnyOf('PARTNER'),
};

test.each(FORMS)('a dynamic list has the companies that fit its filters, at any time (%s)', (form) =>
  withForm(form, async ({ hubspot }) => {
    const { listsApi, membershipsApi } = hubspot.crm.lists;
    const { basicApi } = hubspot.crm.companies;
    const ids: string[] = [];
    for (const type of ['PARTNER', 'VENDOR', 'PARTNER'])
      ids.push((await basicApi.create({ properties: { name: type, type } })).id);
    const membersOf = async (listId: string) =>
      (await membershipsApi.getPage(listId)).results.map(({ recordId }) => recordId);

    const { list } = await listsApi.create(PARTNERS);

    expect(list).toMatchObject({ ...PARTNERS, listVersion: 1, processingStatus: 'COMPLETE', size: 2 });
    expect(await membersOf(list.listId)).toEqual([ids[0], ids[2]]);
    await basicApi.update(ids[1] ?? '', { properties: { type: 'PARTNER' } });
    await basicApi.archive(ids[0] ?? '');
    expect(await membersOf(list.listId)).toEqual([ids[1], ids[2]]);
    const { updatedList } = await listsApi.updateListFilters(list.listId, {
      filterBranch: typeIsAnyOf('VENDOR', 'OTHER'),
    });
    expect(updatedList).toMatchObject({ listVersion: 2, filterBranch: typeIsAnyOf('VENDOR', 'OTHER') });
    expect(await membersOf(list.listId)).toEqual([]);
    expect((await refusalOf(membershipsApi.add(list.listId, [ids[1] ?? '']))).code).toBe(400);
    expect((await membershipsApi.getLists('0-2', ids[1] ?? '')).results).toEqual([]);
  }),
);

test.each(FORMS)('lists are read, named, searched, deleted and restored (%s)', (form) =>
  withForm(form, async ({ hubspot }) => {
    const { listsApi } = hubspot.crm.lists;
    const { list } = await listsApi.create(PARTNERS);
    await listsApi.create({ name: 'By hand', objectTypeId: '0-2', processingType: 'MANUAL' });

    const byName = await listsApi.getByName(PARTNERS.name, '0-2', true);
    const byId = await listsApi.getById(list.listId);
    const search = { processingTypes: [], additionalProperties: [], listIds: [], count: 1, offset: 0 };
    const found = await listsApi.doSearch({ ...search, query: 'hand' });
    const first = await listsApi.doSearch(search);

    expect(byName.list).toMatchObject({ listId: list.listId, filterBranch: PARTNERS.filterBranch });
    expect(byId.list.filterBranch).toBeUndefined();
    expect(found).toMatchObject({
      total: 1,
      hasMore: false,
      lists: [{ name: 'By hand', additionalProperties: { hs_list_size: '0' } }],
    });
    expect(first).toMatchObject({ total: 2, hasMore: true, offset: 1 });
    expect((await refusalOf(listsApi.create(PARTNERS))).body).toMatchObject({
      subCategory: 'ILS.DUPLICATE_LIST_NAMES',
    });
    await listsApi.updateName(list.listId, 'Our partners');
    await listsApi.remove(list.listId);
    expect((await refusalOf(listsApi.getById(list.listId))).code).toBe(404);
    expect((await listsApi.getAll([list.listId, '2'])).lists.map(({ listId }) => listId)).toEqual(['2']);
    await listsApi.restore(list.listId);
    expect((await listsApi.getById(list.listId)).list.name).toBe('Our partners');
  }),
);

test.each(FORMS)(
  'members of a manual list come and go by hand; a snapshot stays as it was made (%s)',
  (form) =>
    withForm(form, async ({ hubspot }) => {
      const { listsApi, membershipsApi } = hubspot.crm.lists;
      const { basicApi } = hubspot.crm.companies;
      const [a = '', b = '', c = ''] = await Promise.all(
        ['PARTNER', 'PARTNER', 'VENDOR'].map(
          async (type) => (await basicApi.create({ properties: { name: 'x', type } })).id,
        ),
      );
      const snapshot = await listsApi.create({ ...PARTNERS, name: 'Then', processingType: 'SNAPSHOT' });
      const { list } = await listsApi.create({
        name: 'By hand',
        objectTypeId: '0-2',
        processingType: 'MANUAL',
      });
      const membersOf = async (listId: string) =>
        (await membershipsApi.getPage(listId)).results.map(({ recordId }) => recordId).toSorted();

      const added = await membershipsApi.add(list.listId, [a, b, '1']);
      const changed = await membershipsApi.addAndRemove(list.listId, {
        recordIdsToAdd: [b, c],
        recordIdsToRemove: [a],
      });

      expect(added).toMatchObject({ recordsIdsAdded: [a, b], recordIdsMissing: ['1'] });
      expect(changed).toMatchObject({ recordsIdsAdded: [c], recordIdsRemoved: [a] });
      expect(await membersOf(list.listId)).toEqual([b, c].toSorted());
      await basicApi.update(a, { properties: { type: 'VENDOR' } });
      expect(await membersOf(snapshot.list.listId)).toEqual([a, b].toSorted());
      expect((await refusalOf(listsApi.updateListFilters(snapshot.list.listId, PARTNERS))).code).toBe(400);
      const merged = await basicApi.merge({ primaryObjectId: a, objectIdToMerge: b });
      expect(await membersOf(list.listId)).toEqual([c, merged.id].toSorted());
      expect(await membersOf(snapshot.list.listId)).toEqual([merged.id]);
      await membershipsApi.addAllFromList(list.listId, snapshot.list.listId);
      await membershipsApi.remove(list.listId, [c]);
      expect(await membersOf(list.listId)).toEqual([merged.id]);
      await membershipsApi.removeAll(list.listId);
      expect(await membersOf(list.listId)).toEqual([]);
    }),
);
