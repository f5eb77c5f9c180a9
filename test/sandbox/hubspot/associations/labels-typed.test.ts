import { hubspotType, ownType, someRecords } from '../crm-records.ts';
import { refusalOf, withClient } from '../with-client.ts';

test('HubSpot brings the plain and the primary association of deals and companies', () =>
  withClient(async ({ hubspot }) => {
    const { results } = await hubspot.crm.associations.v4.schema.definitionsApi.getAll('deals', 'companies');

    expect(results).toEqual([
      { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' },
      { category: 'HUBSPOT_DEFINED', typeId: 341, label: null },
    ]);
  }));

test('a paired label is read from both ends, renamed, taken off and deleted', () =>
  withClient(async ({ hubspot }) => {
    const { basicApi, batchApi, schema } = hubspot.crm.associations.v4;
    const { company, contact } = await someRecords(hubspot);
    const made = await schema.definitionsApi.create('contacts', 'companies', {
      name: 'technical_owner',
      label: 'Technical owner',
      inverseLabel: 'Owned by',
    });
    const [there, back] = made.results.map(({ typeId }) => typeId);
    const labelsOf = async (from: string, id: string, to: string) =>
      (await basicApi.getPage(from, id, to)).results.map(({ associationTypes }) =>
        associationTypes.map(({ label }) => label),
      );

    await basicApi.create('contacts', contact, 'companies', company, [ownType(there ?? 0)]);
    expect(await labelsOf('contacts', contact, 'companies')).toEqual([['Technical owner', null, 'Primary']]);
    expect(await labelsOf('companies', company, 'contacts')).toEqual([['Owned by', null, 'Primary']]);

    await schema.definitionsApi.update('contacts', 'companies', {
      associationTypeId: there ?? 0,
      label: 'API owner',
    });
    expect(await labelsOf('contacts', contact, 'companies')).toEqual([['API owner', null, 'Primary']]);
    expect(await labelsOf('companies', company, 'contacts')).toEqual([['API owner', null, 'Primary']]);

    await batchApi.archiveLabels('companies', 'contacts', {
      inputs: [{ types: [ownType(back ?? 0)], _from: { id: company }, to: { id: contact } }],
    });
    expect(await labelsOf('contacts', contact, 'companies')).toEqual([[null, 'Primary']]);
    await basicApi.create('contacts', contact, 'companies', company, [ownType(there ?? 0)]);
    await schema.definitionsApi.remove('contacts', 'companies', there ?? 0);
    expect(await labelsOf('contacts', contact, 'companies')).toEqual([[null, 'Primary']]);
    expect((await schema.definitionsApi.getAll('companies', 'contacts')).results).toHaveLength(2);
  }));

test('without the plain association no label is left', () =>
  withClient(async ({ hubspot }) => {
    const { basicApi, batchApi } = hubspot.crm.associations.v4;
    const { company, deal } = await someRecords(hubspot);
    await basicApi.createDefault('deals', deal, 'companies', company);

    await batchApi.archiveLabels('deals', 'companies', {
      inputs: [{ types: [hubspotType(341)], _from: { id: deal }, to: { id: company } }],
    });

    expect((await basicApi.getPage('companies', company, 'deals')).results).toEqual([]);
    const read = await hubspot.crm.deals.basicApi.getById(deal, ['hs_primary_associated_company']);
    expect(read.properties['hs_primary_associated_company']).toBe('');
  }));

test('the fifty-first label, a second one of a name, and changing one of HubSpot are refused', () =>
  withClient(async ({ hubspot }) => {
    const { definitionsApi } = hubspot.crm.associations.v4.schema;
    const create = (number: number) =>
      definitionsApi.create('deals', 'contacts', { name: `label_${number}`, label: `Label ${number}` });
    for (let number = 1; number <= 49; number += 1) await create(number);

    expect((await refusalOf(create(9))).code).toBe(409);
    await create(50);
    expect((await refusalOf(create(51))).code).toBe(437);
    await definitionsApi.remove('deals', 'contacts', 1);
    await create(51);
    expect((await refusalOf(definitionsApi.remove('deals', 'companies', 5))).code).toBe(404);
  }));
