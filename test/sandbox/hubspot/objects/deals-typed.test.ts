import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/deals/index.js';
import { someRecords } from '../crm-records.ts';
import { refusalOf, withClient } from '../with-client.ts';

test('a deal that reaches a closed stage is closed, by calculation, and opens again', () =>
  withClient(async ({ hubspot }) => {
    const { basicApi } = hubspot.crm.deals;
    const { deal } = await someRecords(hubspot);

    for (const dealstage of ['closedwon', 'closedlost', 'contractsent'])
      await basicApi.update(deal, { properties: { dealstage } });

    const read = await basicApi.getById(
      deal,
      ['pipeline', 'hs_deal_stage_probability'],
      ['hs_is_closed', 'hs_is_closed_won'],
    );
    expect(read.properties).toMatchObject({ pipeline: 'default', hs_deal_stage_probability: '0.9' });
    expect(
      read.propertiesWithHistory?.['hs_is_closed']?.map(({ value, sourceType }) => [value, sourceType]),
    ).toEqual([
      ['false', 'CALCULATED'],
      ['true', 'CALCULATED'],
    ]);
    expect(read.propertiesWithHistory?.['hs_is_closed_won']?.map(({ value }) => value)).toEqual([
      'false',
      'true',
    ]);
    const written = basicApi.update(deal, { properties: { hs_is_closed: 'true' } });
    expect((await refusalOf(written)).body).toMatchObject({ errors: [{ code: 'READ_ONLY_VALUE' }] });
  }));

test('deals are searched by stage and by the company they belong to', () =>
  withClient(async ({ hubspot }) => {
    const { company, other, deal } = await someRecords(hubspot);
    await hubspot.crm.associations.v4.basicApi.createDefault('deals', deal, 'companies', company);
    const search = async (
      propertyName: string,
      operator: FilterOperatorEnum,
      value = '',
      values: string[] = [],
    ) => {
      const filters = [{ propertyName, operator, value, values }];
      return (await hubspot.crm.deals.searchApi.doSearch({ filterGroups: [{ filters }] })).total;
    };

    expect(await search('associations.company', FilterOperatorEnum.Eq, company)).toBe(1);
    expect(await search('associations.company', FilterOperatorEnum.Eq, other)).toBe(0);
    expect(await search('associations.company', FilterOperatorEnum.In, '', [company, other])).toBe(1);
    expect(await search('associations.contact', FilterOperatorEnum.NotHasProperty)).toBe(1);
    expect(await search('associations.company', FilterOperatorEnum.HasProperty)).toBe(1);
    expect(await search('pipeline', FilterOperatorEnum.NotHasProperty)).toBe(1);
    expect((await refusalOf(search('associations.widget', FilterOperatorEnum.Eq, '1'))).code).toBe(400);
    expect((await refusalOf(search('associations.company', FilterOperatorEnum.Gt, '1'))).code).toBe(400);
  }));
