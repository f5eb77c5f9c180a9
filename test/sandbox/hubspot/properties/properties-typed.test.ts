import {
  PropertyCreateFieldTypeEnum,
  PropertyCreateTypeEnum,
  type PropertyCreate,
} from '@hubspot/api-client/lib/codegen/crm/properties/index.js';
import { refusalOf, withClient } from '../with-client.ts';

function laneProperty(name = 'lane', groupName = 'companyinformation'): PropertyCreate {
  return {
    name,
    label: 'Lane',
    type: PropertyCreateTypeEnum.Enumeration,
    fieldType: PropertyCreateFieldTypeEnum.Select,
    groupName,
    options: ['deep', 'fast', 'pass'].map((value) => ({ value, label: value.toUpperCase(), hidden: false })),
  };
}

test("the official client's core calls create, read, change and archive a property", () =>
  withClient(async ({ hubspot }) => {
    const { coreApi } = hubspot.crm.properties;

    const created = await coreApi.create('companies', laneProperty());
    const changed = await coreApi.update('companies', 'lane', {
      label: 'Partner lane',
      options: [{ value: 'deep', label: 'Deep', hidden: false }],
    });
    const all = await coreApi.getAll('companies');
    await coreApi.archive('companies', 'lane');

    expect(created).toMatchObject({ name: 'lane', hubspotDefined: false, archived: false });
    expect(created.options.map(({ value }) => value)).toEqual(['deep', 'fast', 'pass']);
    expect(changed).toMatchObject({ label: 'Partner lane', type: 'enumeration' });
    expect(changed.options.map(({ value }) => value)).toEqual(['deep']);
    expect(all.results.map(({ name }) => name)).toEqual(expect.arrayContaining(['name', 'domain', 'lane']));
    expect((await refusalOf(coreApi.getByName('companies', 'lane'))).code).toBe(404);
    expect((await coreApi.getByName('companies', 'lane', true)).archived).toBe(true);
  }));

test('a second property of the same name is refused with 409 and changes nothing', () =>
  withClient(async ({ hubspot }) => {
    const { coreApi } = hubspot.crm.properties;
    await coreApi.create('companies', laneProperty());
    const second = laneProperty();
    second.label = 'Other';

    const refusal = await refusalOf(coreApi.create('companies', second));

    expect(refusal).toMatchObject({
      code: 409,
      body: { category: 'OBJECT_ALREADY_EXISTS', subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS' },
    });
    expect((await coreApi.getByName('companies', 'lane')).label).toBe('Lane');
  }));

test("the official client's batch calls create, read and archive properties", () =>
  withClient(async ({ hubspot }) => {
    const { batchApi, coreApi } = hubspot.crm.properties;

    const created = await batchApi.create('companies', {
      inputs: [laneProperty(), laneProperty('score_lane')],
    });
    const partly = await batchApi.create('companies', {
      inputs: [laneProperty(), laneProperty('third_lane')],
    });
    const read = await batchApi.read('companies', {
      archived: false,
      inputs: [{ name: 'lane' }, { name: 'nothing' }],
    });
    await batchApi.archive('companies', { inputs: [{ name: 'lane' }, { name: 'nothing' }] });

    expect(created.results.map(({ name }) => name)).toEqual(['lane', 'score_lane']);
    expect(partly.results.map(({ name }) => name)).toEqual(['third_lane']);
    expect(partly).toMatchObject({ numErrors: 1, errors: [{ category: 'OBJECT_ALREADY_EXISTS' }] });
    expect(read.results.map(({ name }) => name)).toEqual(['lane']);
    expect((await refusalOf(coreApi.getByName('companies', 'lane'))).code).toBe(404);
  }));

test("the official client's group calls create, read, change, list and archive", () =>
  withClient(async ({ hubspot }) => {
    const { groupsApi, coreApi } = hubspot.crm.properties;

    await groupsApi.create('companies', { name: 'partner_icp', label: 'Partner ICP', displayOrder: 2 });
    await coreApi.create('companies', laneProperty('lane', 'partner_icp'));
    const changed = await groupsApi.update('companies', 'partner_icp', { label: 'Partner fit' });
    const whileUsed = await refusalOf(groupsApi.archive('companies', 'partner_icp'));
    await coreApi.archive('companies', 'lane');
    await groupsApi.archive('companies', 'partner_icp');

    expect(changed).toMatchObject({
      name: 'partner_icp',
      label: 'Partner fit',
      displayOrder: 2,
      archived: false,
    });
    expect(whileUsed.code).toBe(400);
    expect(String(whileUsed.body['message'])).toContain('GROUP_WITH_ACTIVE_PROPERTIES');
    expect((await groupsApi.getAll('companies')).results.map(({ name }) => name)).toEqual([
      'companyinformation',
    ]);
    expect((await refusalOf(groupsApi.getByName('companies', 'partner_icp'))).code).toBe(404);
  }));
