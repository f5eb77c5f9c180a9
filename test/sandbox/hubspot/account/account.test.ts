import { PROJECT } from '../schemas/project-type.ts';
import { withIntegrations } from '../open-integrations-sandbox.ts';

const PROPERTY = {
  name: 'fit',
  label: 'Fit',
  type: 'string',
  fieldType: 'text',
  groupName: 'companyinformation',
};

test.each(['/account-info/2026-09', '/account-info/v3'])('%s says what account this is', (area) =>
  withIntegrations({ account: { portalId: 77 } }, async ({ call }) => {
    expect((await call('GET', `${area}/details`)).body).toMatchObject({
      portalId: 77,
      accountType: 'DEVELOPER_TEST',
      timeZone: 'US/Eastern',
      utcOffset: '-04:00',
      utcOffsetMilliseconds: -14_400_000,
      additionalCurrencies: [],
    });
  }),
);

test.each([
  ['America/Los_Angeles', '-07:00', '2026-09-02T07:00:00Z'],
  ['Asia/Kolkata', '+05:30', '2026-09-01T18:30:00Z'],
  ['Etc/UTC', '+00:00', '2026-09-02T00:00:00Z'],
])('an account can be in %s, and its day ends there', (timeZone, utcOffset, resetsAt) =>
  withIntegrations({ account: { timeZone } }, async ({ call }) => {
    const area = '/account-info/2026-09';

    expect((await call('GET', `${area}/details`)).body).toMatchObject({ timeZone, utcOffset });
    expect((await call('GET', `${area}/api-usage/daily/private-apps`)).body).toMatchObject({
      results: [{ resetsAt }],
    });
  }),
);

test('the calls of private apps are counted by the day', () =>
  withIntegrations({ account: { tier: 'professional' } }, async ({ call, pass }) => {
    const path = '/account-info/2026-09/api-usage/daily/private-apps';
    await call('GET', '/crm/v3/owners');

    const today = await call('GET', path);
    pass(24 * 3_600_000);
    const tomorrow = await call('GET', path);

    expect(today.body).toMatchObject({
      results: [{ currentUsage: 2, usageLimit: 625_000, resetsAt: '2026-09-02T04:00:00Z' }],
    });
    expect(tomorrow.body).toMatchObject({ results: [{ currentUsage: 1 }] });
  }));

test.each(['/crm/limits/2026-09', '/crm/v3/limits'])('%s counts custom properties by object type', (area) =>
  withIntegrations({}, async ({ call }) => {
    await call('POST', '/crm/properties/2026-09/companies', PROPERTY);
    await call('POST', '/crm/properties/2026-09/companies', { ...PROPERTY, name: 'gone' });
    await call('DELETE', '/crm/properties/2026-09/companies/gone');

    const { body } = await call('GET', `${area}/custom-properties`);

    expect(body).toMatchObject({ overallUsage: 1 });
    expect(body['byObjectType']).toContainEqual({
      objectTypeId: '0-2',
      singularLabel: 'Company',
      pluralLabel: 'Companies',
      limit: 10_000,
      usage: 1,
      percentage: 0.01,
    });
  }),
);

test('the limit of pipelines and object types follows from the plan', () =>
  withIntegrations({ account: { tier: 'starter', accountType: 'STANDARD' } }, async ({ call }) => {
    const pipelines = await call('GET', '/crm/limits/2026-09/pipelines');
    const types = await call('GET', '/crm/limits/2026-09/custom-object-types');

    expect(pipelines.body).toMatchObject({
      hubspotDefinedObjectTypes: [{ objectTypeId: '0-3', limit: 2, usage: 1, percentage: 50 }],
    });
    expect(types.body).toEqual({ limit: 0, usage: 0, percentage: 0 });
  }));

test('a developer test account may define 20 object types', () =>
  withIntegrations({}, async ({ call }) => {
    await call('POST', '/crm-object-schemas/2026-09/schemas', PROJECT);

    expect((await call('GET', '/crm/limits/2026-09/custom-object-types')).body).toEqual({
      limit: 20,
      usage: 1,
      percentage: 5,
    });
    expect((await call('GET', '/crm/limits/2026-09/records')).body).toMatchObject({
      customObjectTypes: {
        overallUsage: 0,
        byObjectType: [{ singularLabel: 'P48000001_project', usage: 0 }],
      },
      hubspotDefinedObjectTypes: [{ objectTypeId: '0-2', limit: 500_000, usage: 0 }, {}, {}, {}, {}],
    });
    expect((await call('GET', '/crm/limits/2026-09/calculated-properties')).body).toEqual({
      overallLimit: 200,
      overallUsage: 0,
      overallPercentage: 0,
      byObjectType: [],
    });
  }));

test('labels are counted by pair and direction, and records near the limit of associations by type', () =>
  withIntegrations({}, async ({ call }) => {
    const label = { name: 'champion', label: 'Champion', inverseLabel: 'Champion of' };
    await call('POST', '/crm/associations/2026-09/companies/contacts/labels', label);
    const path = '/crm/limits/2026-09/associations';

    const all = await call('GET', `${path}/labels`);
    const back = await call('GET', `${path}/labels?fromObjectTypeId=0-1`);

    expect(all.body).toMatchObject({ results: [{ fromObjectType: { objectTypeId: '0-2' } }, {}] });
    expect(back.body).toMatchObject({
      results: [{ toObjectType: { objectTypeId: '0-2' }, limit: 50, usage: 1, allLabels: ['Champion of'] }],
    });
    for (const rest of ['from', 'companies/to'])
      expect((await call('GET', `${path}/records/${rest}`)).body).toEqual({ results: [] });
    expect((await call('GET', `${path}/records/0-2/0-1`)).body).toMatchObject({
      limit: 50_000,
      totalRecordsAtLimit: 0,
    });
  }));
