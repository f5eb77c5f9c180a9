import { anyOf, where } from '../lists/filters.ts';
import { type OpenSandbox, withSandbox } from '../open-sandbox.ts';

const PROPERTIES = '/crm/properties/2026-09/companies';
const LISTS = '/crm/lists/2026-09';
const SUB_CATEGORY = 'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE';
const tier = {
  name: 'tier',
  label: 'Tier',
  type: 'string',
  fieldType: 'text',
  groupName: 'companyinformation',
};

const list = (name: string, property: string) => ({
  name,
  objectTypeId: '0-2',
  processingType: 'DYNAMIC',
  filterBranch: anyOf([where(property, 'ALL_PROPERTY', 'IS_KNOWN')]),
});

const archive = ({ call }: OpenSandbox) => call('DELETE', `${PROPERTIES}/tier`);

test('a property of an active list is kept, alone and in a batch, until the list is deleted', () =>
  withSandbox(async (sandbox) => {
    const { call } = sandbox;
    await call('POST', PROPERTIES, tier);
    await call('POST', PROPERTIES, { ...tier, name: 'free' });
    await call('POST', LISTS, list('Gold', 'tier'));
    const inputs = [{ name: 'free' }, { name: 'tier' }];

    for (const refused of [
      await archive(sandbox),
      await call('POST', `${PROPERTIES}/batch/archive`, { inputs }),
    ])
      expect(refused).toMatchObject({
        status: 400,
        body: {
          category: 'VALIDATION_ERROR',
          subCategory: SUB_CATEGORY,
          context: { usageCount: ['1'] },
          errors: [{ context: { parentName: ['Gold'] } }],
        },
      });
    for (const name of ['tier', 'free'])
      expect((await call('GET', `${PROPERTIES}/${name}`)).body).toMatchObject({ archived: false });
    await call('DELETE', `${LISTS}/1`);
    expect((await call('POST', `${PROPERTIES}/batch/archive`, { inputs })).status).toBe(204);
    expect((await call('GET', `${PROPERTIES}/tier`)).status).toBe(404);
  }));

test('a property of a calculation is kept until the calculation is archived', () =>
  withSandbox(async (sandbox) => {
    const { call } = sandbox;
    await call('POST', PROPERTIES, { ...tier, type: 'number', fieldType: 'number' });
    const doubled = { ...tier, name: 'doubled', type: 'number', fieldType: 'calculation_equation' };
    const { status } = await call('POST', PROPERTIES, { ...doubled, calculationFormula: 'tier * 2' });

    expect([status, (await archive(sandbox)).body]).toMatchObject([
      201,
      {
        subCategory: SUB_CATEGORY,
        errors: [{ context: { parentType: ['CALCULATED_PROPERTY'], parentName: ['0-2/doubled'] } }],
      },
    ]);
    expect((await call('GET', '/crm/limits/2026-09/calculated-properties')).body).toMatchObject({
      overallUsage: 1,
      byObjectType: [{ objectTypeId: '0-2', usage: 1 }],
    });
    await call('DELETE', `${PROPERTIES}/doubled`);
    expect((await archive(sandbox)).status).toBe(204);
  }));

test('a property of a workflow is kept; that of another object type with the same name is not', () =>
  withSandbox(async (sandbox) => {
    const { call, crm } = sandbox;
    const deals = '/crm/properties/2026-09/deals';
    await call('POST', PROPERTIES, tier);
    await call('POST', deals, { ...tier, groupName: 'dealinformation' });
    crm.portal.setPropertyUses([{ objectType: 'company', property: 'tier', by: 'Welcome, switched off' }]);

    expect((await archive(sandbox)).body).toMatchObject({ subCategory: SUB_CATEGORY });
    expect((await call('DELETE', `${deals}/tier`)).status).toBe(204);
    crm.portal.setPropertyUses([]);
    expect((await archive(sandbox)).status).toBe(204);
  }));
