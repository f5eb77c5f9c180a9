import { hubspotType, someRecords } from '../crm-records.ts';
import { PERSON } from '../open-sandbox.ts';
import { refusalOf } from '../with-client.ts';
import { FORMS, withForm } from '../with-forms.ts';

test.each(FORMS)('two companies become one with a new id, which both old ids lead to (%s)', (form) =>
  withForm(form, async ({ hubspot, call, pass }) => {
    const { basicApi, batchApi } = hubspot.crm.companies;
    const { id: one } = await basicApi.create({ properties: { name: 'Larch', city: 'Graz' } });
    pass(1_000);
    const { id: two } = await basicApi.create({ properties: { name: 'Larch Ltd', phone: '1' } });
    pass(1_000);
    await call('PATCH', `/crm/v3/objects/companies/${two}`, { properties: { city: 'Linz' } }, PERSON);
    pass(1_000);

    const merged = await basicApi.merge({ primaryObjectId: one, objectIdToMerge: two });

    expect([one, two]).not.toContain(merged.id);
    for (const id of [one, two, merged.id]) {
      const read = await basicApi.getById(id, ['name', 'city', 'phone', 'hs_merged_object_ids'], ['city']);
      expect(read).toMatchObject({
        id: merged.id,
        createdAt: new Date('2026-09-01T12:00:00.000Z'),
        properties: { name: 'Larch', city: 'Graz', phone: '1', hs_merged_object_ids: `${one};${two}` },
        propertiesWithHistory: {
          city: [
            { value: 'Graz', sourceType: 'MERGE_OBJECTS' },
            { value: 'Linz', updatedByUserId: 9001 },
            { value: 'Graz', sourceType: 'INTEGRATION' },
          ],
        },
      });
    }
    await basicApi.update(two, { properties: { city: 'Enns' } });
    const listed = await basicApi.getPage();
    expect(listed.results.map(({ id }) => id)).toEqual([merged.id]);
    expect((await basicApi.getPage(10, undefined, [], [], [], true)).results).toEqual([]);
    const read = await batchApi.read({
      inputs: [{ id: one }, { id: two }],
      properties: ['city'],
      propertiesWithHistory: [],
    });
    expect(read.results.map(({ id, properties }) => [id, properties['city']])).toEqual([[merged.id, 'Enns']]);
  }),
);

test.each(FORMS)('associations of both come along, and a deal has one primary company (%s)', (form) =>
  withForm(form, async ({ hubspot }) => {
    const { crm } = hubspot;
    const links = crm.associations.v4.basicApi;
    const { company, other, contact, deal } = await someRecords(hubspot);
    await links.create('deals', deal, 'companies', company, [hubspotType(5)]);
    await links.createDefault('companies', other, 'contacts', contact);
    await links.createDefault('companies', company, 'companies', other);

    const merged = await crm.companies.basicApi.merge({ primaryObjectId: other, objectIdToMerge: company });

    const read = await crm.deals.basicApi.getById(deal, ['hs_primary_associated_company'], [], ['companies']);
    expect(read.properties['hs_primary_associated_company']).toBe(merged.id);
    expect(read.associations?.['companies']?.results.map(({ id }) => id)).toEqual([merged.id, merged.id]);
    expect(
      (await links.getPage('companies', company, 'contacts')).results.map(({ toObjectId }) => toObjectId),
    ).toEqual([Number(contact)]);
    expect((await links.getPage('companies', merged.id, 'companies')).results).toEqual([]);
  }),
);

test.each(FORMS)('of two deals with primary companies the primary deal keeps its own (%s)', (form) =>
  withForm(form, async ({ hubspot }) => {
    const { crm } = hubspot;
    const links = crm.associations.v4.basicApi;
    const { company, other, deal } = await someRecords(hubspot);
    const { id: second } = await crm.deals.basicApi.create({ properties: { dealname: 'Fir build' } });
    await links.create('deals', deal, 'companies', company, [hubspotType(5)]);
    await links.create('deals', second, 'companies', other, [hubspotType(5)]);

    const { id } = await crm.deals.basicApi.merge({ primaryObjectId: second, objectIdToMerge: deal });

    const read = await crm.deals.basicApi.getById(id, ['hs_primary_associated_company'], [], ['companies']);
    expect(read.properties['hs_primary_associated_company']).toBe(other);
    expect(new Set(read.associations?.['companies']?.results.map((each) => each.id))).toEqual(
      new Set([other, company]),
    );
  }),
);

test.each(FORMS)('a record is not merged with itself, with one that is gone, or with none (%s)', (form) =>
  withForm(form, async ({ hubspot }) => {
    const { basicApi } = hubspot.crm.companies;
    const { company, other } = await someRecords(hubspot);
    await basicApi.archive(other);

    const codes = [];
    for (const objectIdToMerge of [company, other, '1'])
      codes.push((await refusalOf(basicApi.merge({ primaryObjectId: company, objectIdToMerge }))).code);

    expect(codes).toEqual([400, 404, 404]);
    expect((await basicApi.getPage()).results.map(({ id }) => id)).toEqual([company]);
  }),
);
