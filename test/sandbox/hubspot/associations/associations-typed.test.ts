import { AssociationSpecAssociationCategoryEnum as OfDeals } from '@hubspot/api-client/lib/codegen/crm/deals/index.js';
import { AssociationSpecAssociationCategoryEnum as OfTasks } from '@hubspot/api-client/lib/codegen/crm/objects/tasks/index.js';
import { hubspotType, someRecords } from '../crm-records.ts';
import { kind } from './link-types.ts';
import { refusalOf, withClient } from '../with-client.ts';

test('the first company of a deal becomes its primary one, seen from both ends', () =>
  withClient(async ({ hubspot }) => {
    const { company, deal } = await someRecords(hubspot);
    const { basicApi } = hubspot.crm.associations.v4;

    const made = await basicApi.createDefault('deals', deal, 'companies', company);

    expect(made.results.map(({ associationSpec }) => associationSpec.associationTypeId)).toEqual([341, 342]);
    expect((await basicApi.getPage('deals', deal, 'companies')).results).toEqual([
      {
        toObjectId: Number(company),
        associationTypes: [
          { category: 'HUBSPOT_DEFINED', typeId: 341, label: null },
          { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' },
        ],
      },
    ]);
    expect((await basicApi.getPage('companies', company, 'deals')).results).toMatchObject([
      { toObjectId: Number(deal), associationTypes: [{ typeId: 342 }, { typeId: 6 }] },
    ]);
  }));

test('a new primary company takes the place of the one before, which stays associated', () =>
  withClient(async ({ hubspot }) => {
    const { company, other, deal } = await someRecords(hubspot);
    const { basicApi } = hubspot.crm.associations.v4;
    await basicApi.createDefault('deals', deal, 'companies', company);

    const set = await basicApi.create('companies', other, 'deals', deal, [hubspotType(6)]);

    expect(set.labels).toEqual(['Primary']);
    const { results } = await basicApi.getPage('deals', deal, 'companies');
    expect(results.map(({ associationTypes }) => associationTypes.map(({ typeId }) => typeId))).toEqual([
      [341],
      [5, 341],
    ]);
    const read = await hubspot.crm.deals.basicApi.getById(deal, ['hs_primary_associated_company']);
    expect(read.properties['hs_primary_associated_company']).toBe(other);
  }));

test('a create brings its associations along, and a read answers one row per kind', () =>
  withClient(async ({ hubspot }) => {
    const { company, contact } = await someRecords(hubspot);
    const { deals, companies, objects } = hubspot.crm;
    const { id: deal } = await deals.basicApi.create({
      properties: { dealname: 'Build' },
      associations: [
        { to: { id: company }, types: [kind(OfDeals.HubspotDefined, 5)] },
        { to: { id: contact }, types: [kind(OfDeals.HubspotDefined, 3)] },
      ],
    });
    const { id: task } = await objects.tasks.basicApi.create({
      properties: { hs_timestamp: '2026-09-08T08:00:00Z', hs_task_subject: 'Run the five checks' },
      associations: [{ to: { id: company }, types: [kind(OfTasks.HubspotDefined, 192)] }],
    });

    const read = await deals.basicApi.getById(deal, undefined, undefined, ['companies', 'contacts', 'notes']);
    const back = await companies.basicApi.getById(company, undefined, undefined, ['deals', 'tasks']);

    expect(read.associations).toEqual({
      companies: {
        results: [
          { id: company, type: 'deal_to_company' },
          { id: company, type: 'deal_to_company_unlabeled' },
        ],
      },
      contacts: { results: [{ id: contact, type: 'deal_to_contact' }] },
    });
    expect(back.associations?.['deals']?.results).toHaveLength(2);
    expect(back.associations?.['tasks']?.results).toEqual([{ id: task, type: 'company_to_task' }]);
  }));

test('batches associate, read, take labels off and archive', () =>
  withClient(async ({ hubspot }) => {
    const { company, other, contact, deal } = await someRecords(hubspot);
    const { batchApi } = hubspot.crm.associations.v4;
    const pair = { _from: { id: deal }, to: { id: company } };

    const created = await batchApi.create('deals', 'companies', {
      inputs: [{ ...pair, types: [hubspotType(5)] }],
    });
    await batchApi.createDefault('companies', 'contacts', {
      inputs: [company, other].map((id) => ({ _from: { id }, to: { id: contact } })),
    });
    const before = await batchApi.getPage('contacts', 'companies', {
      inputs: [{ id: contact }, { id: deal }],
    });
    await batchApi.archiveLabels('deals', 'companies', { inputs: [{ ...pair, types: [hubspotType(5)] }] });
    const unlabelled = await batchApi.getPage('deals', 'companies', { inputs: [{ id: deal }] });
    await batchApi.archive('contacts', 'companies', {
      inputs: [{ _from: { id: contact }, to: [{ id: company }, { id: other }] }],
    });
    const after = await batchApi.getPage('contacts', 'companies', { inputs: [{ id: contact }] });

    expect(created.results[0]?.labels).toEqual(['Primary']);
    expect(before.results[0]?.to.map(({ toObjectId }) => Number(toObjectId))).toEqual(
      [company, other].map(Number),
    );
    expect(before).toMatchObject({
      numErrors: 1,
      errors: [{ subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND', context: { fromObjectId: [deal] } }],
    });
    expect(unlabelled.results[0]?.to[0]?.associationTypes.map(({ typeId }) => typeId)).toEqual([341]);
    expect(after.results).toEqual([]);
  }));

test('an unknown type or pair of types is refused and nothing is associated or created', () =>
  withClient(async ({ hubspot }) => {
    const { company, deal } = await someRecords(hubspot);
    const { basicApi } = hubspot.crm.associations.v4;

    const wrong = await refusalOf(basicApi.create('deals', deal, 'companies', company, [hubspotType(3)]));
    const create = hubspot.crm.deals.basicApi.create({
      properties: { dealname: 'Never' },
      associations: [{ to: { id: company }, types: [kind(OfDeals.HubspotDefined, 9_999)] }],
    });

    expect(wrong.body['context']).toHaveProperty('INVALID_ASSOCIATION_TYPE_ID');
    expect((await refusalOf(create)).code).toBe(400);
    expect((await refusalOf(basicApi.createDefault('notes', deal, 'tasks', company))).code).toBe(404);
    expect((await hubspot.crm.deals.basicApi.getPage()).results).toHaveLength(1);
    expect((await basicApi.getPage('deals', deal, 'companies')).results).toEqual([]);
  }));
