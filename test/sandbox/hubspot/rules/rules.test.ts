import { APP, withSandbox } from '../open-sandbox.ts';

const DATED = '/crm/objects/2026-09/deals';
const V3 = '/crm/v3/objects/deals';
const WON = { properties: { dealname: 'Build', dealstage: 'closedwon' } };
const RULES = [
  { objectType: 'deals', property: 'closedate', when: { property: 'dealstage', isOneOf: ['closedwon'] } },
  { objectType: 'companies', property: 'domain' },
];

test('a rule of the account holds on dated paths and names what is missing; on v3 it does not', () =>
  withSandbox(async ({ crm, call }) => {
    crm.portal.setRules(RULES);

    const refused = await call('POST', DATED, WON);
    const old = await call('POST', V3, WON);
    const complete = { properties: { ...WON.properties, closedate: '2026-09-01' } };

    expect(refused).toMatchObject({
      status: 400,
      body: {
        category: 'VALIDATION_ERROR',
        errors: [
          {
            message: expect.stringMatching(/^closedate .* \[dealstage\]$/) as unknown,
            code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
            context: { propertyName: ['closedate'] },
          },
        ],
      },
    });
    expect(refused.body['message']).not.toContain('closedate');
    expect(old.status).toBe(201);
    expect((await call('POST', DATED, complete)).status).toBe(201);
    expect((await call('POST', DATED, { properties: { dealname: 'Other' } })).status).toBe(201);
  }));

test('a rule can ask for a property of somebody else, in a batch update too', () =>
  withSandbox(async ({ crm, call }) => {
    const path = '/crm/objects/2026-09/companies';
    const { body } = await call('POST', path, { properties: { name: 'Larch' } });
    const when = { property: 'city', isOneOf: ['Graz'] };
    crm.portal.setRules([{ objectType: 'companies', property: 'partner_tier', when }]);

    const inputs = [{ id: body['id'], properties: { city: 'Graz' } }];
    const refused = await call('POST', `${path}/batch/update`, { inputs });

    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ context: { propertyName: ['partner_tier'] } }] },
    });
  }));

test('a rule without a condition is asked of creates alone, also in batches and upserts', () =>
  withSandbox(async ({ crm, call }) => {
    const path = '/crm/objects/2026-09/companies';
    const { body } = await call('POST', path, { properties: { name: 'Larch' } });
    crm.portal.setRules(RULES);
    const input = (name: string, more = {}) => ({ properties: { name, ...more }, objectWriteTraceId: name });

    const batch = await call('POST', `${path}/batch/create`, {
      inputs: [input('Fir'), input('Oak', { domain: 'oak.example' })],
    });

    expect(batch.body).toMatchObject({
      results: [{ properties: { name: 'Oak' } }],
      errors: [{ errors: [{ code: 'MISSING_REQUIRED_PROPERTY' }] }],
    });
    const update = { properties: { city: 'Graz' } };
    expect((await call('PATCH', `${path}/${String(body['id'])}`, update, APP)).status).toBe(200);
    crm.portal.setRules([]);
    expect((await call('POST', path, { properties: { name: 'Elm' } })).status).toBe(201);
  }));

test('the first ten properties of a type can be unique, and only text and numbers', () =>
  withSandbox(async ({ call }) => {
    const path = '/crm/properties/2026-09/companies';
    const property = (name: string, more = {}) => ({
      name,
      label: name,
      type: 'string',
      fieldType: 'text',
      groupName: 'companyinformation',
      hasUniqueValue: true,
      ...more,
    });

    const statuses = [];
    for (let i = 0; i < 11; i += 1) statuses.push((await call('POST', path, property(`key${i}`))).status);
    const date = await call('POST', path, property('day', { type: 'date', fieldType: 'date' }));

    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 400]);
    expect(date.status).toBe(400);
  }));

test('an archived property of another type, or that is unique now, does not bring its values back', () =>
  withSandbox(async ({ call }) => {
    const path = '/crm/properties/2026-09/companies';
    const property = {
      name: 'key',
      label: 'Key',
      type: 'string',
      fieldType: 'text',
      groupName: 'companyinformation',
    };
    await call('POST', path, property);
    for (const name of ['Larch', 'Fir'])
      await call('POST', '/crm/objects/2026-09/companies', { properties: { name, key: 'same' } });
    await call('DELETE', `${path}/key`);

    await call('POST', path, { ...property, hasUniqueValue: true });

    const { body } = await call('GET', '/crm/objects/2026-09/companies?properties=key');
    expect(body).toMatchObject({ results: [{ properties: { key: null } }, { properties: { key: null } }] });
  }));
