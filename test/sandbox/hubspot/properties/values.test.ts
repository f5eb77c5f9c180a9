import { type OpenSandbox, withSandbox } from '../open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';
const PROPERTIES = '/crm/properties/2026-09/companies';
const options = ['red', 'green', 'blue'].map((value) => ({ value, label: value }));

async function defineTypes({ call }: OpenSandbox): Promise<void> {
  const kinds = [
    ['when', 'date', 'date'],
    ['moment', 'datetime', 'date'],
    ['colours', 'enumeration', 'checkbox', options],
    [
      'yes',
      'bool',
      'booleancheckbox',
      [
        { value: 'true', label: 'Yes' },
        { value: 'false', label: 'No' },
      ],
    ],
  ] as const;
  for (const [name, type, fieldType, list] of kinds) {
    const body = { name, label: name, type, fieldType, groupName: 'companyinformation', options: list };
    expect((await call('POST', PROPERTIES, body)).status).toBe(201);
  }
}

test('good values are stored in the form that HubSpot answers', () =>
  withSandbox(async (sandbox) => {
    await defineTypes(sandbox);
    const cases = [
      ['when', '2026-09-02', '2026-09-02'],
      ['when', String(Date.parse('2026-09-02')), '2026-09-02'],
      ['moment', '2026-09-02T10:00:00+02:00', '2026-09-02T08:00:00Z'],
      ['moment', '1788336000000', '2026-09-02T08:00:00Z'],
      ['colours', 'red;blue', 'red;blue'],
      ['yes', true, 'true'],
      ['numberofemployees', 40, '40'],
      ['numberofemployees', '-1.5e3', '-1.5e3'],
      ['numberofemployees', ' 4\t', '4'],
      ['name', 'x'.repeat(65_536), 'x'.repeat(65_536)],
      ['hubspot_owner_id', '501', '501'],
    ] as const;

    for (const [name, written, read] of cases) {
      const { status, body } = await sandbox.call('POST', COMPANIES, { properties: { [name]: written } });
      expect([status, body]).toMatchObject([201, { properties: { [name]: read } }]);
    }
  }));

test('each bad value is refused by name and code', () =>
  withSandbox(async (sandbox) => {
    await defineTypes(sandbox);
    const cases = [
      ['nothing', '1', 'PROPERTY_DOESNT_EXIST'],
      ['industry', 'Forestry', 'INVALID_OPTION'],
      ['colours', 'red;pink', 'INVALID_OPTION'],
      ['yes', 'maybe', 'INVALID_OPTION'],
      ['numberofemployees', 'many', 'INVALID_NUMBER'],
      ['when', 'soon', 'INVALID_LONG'],
      ['when', '2026-02-30', 'INVALID_LONG'],
      ['when', '1788336000001', 'INVALID_DATE'],
      ['moment', 'soon', 'INVALID_LONG'],
      ['name', 'x'.repeat(65_537), 'PROPERTY_TOO_LARGE'],
      ['hs_object_id', '1', 'READ_ONLY_VALUE'],
      ['createdate', '2026-09-02', 'READ_ONLY_VALUE'],
      ['industry', ' BANKING', 'LEADING_TRAILING_WHITESPACE'],
      ['numberofemployees', ' ', 'INVALID_NUMBER'],
      ['hubspot_owner_id', '999', 'INVALID_OWNER_ID'],
    ] as const;

    for (const [name, written, code] of cases) {
      const { status, body } = await sandbox.call('POST', COMPANIES, { properties: { [name]: written } });
      expect([status, body]).toMatchObject([400, { category: 'VALIDATION_ERROR', errors: [{ code }] }]);
      const [prefix, list] = String(body['message']).split(/: (.*)/s);
      expect(prefix).toBe('Property values were not valid');
      expect(JSON.parse(list ?? '')).toMatchObject([{ isValid: false, error: code, name }]);
    }
    expect((await sandbox.call('GET', COMPANIES)).body).toEqual({ results: [] });
  }));

test('one bad value keeps the whole write out and every bad value is named', () =>
  withSandbox(async ({ call }) => {
    const { body: before } = await call('POST', COMPANIES, { properties: { name: 'Larch' } });
    const path = `${COMPANIES}/${String(before['id'])}`;

    const { status, body } = await call('PATCH', path, {
      properties: { name: 'Fir', nothing: '1', type: 'FRIEND' },
    });

    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ code: 'PROPERTY_DOESNT_EXIST' }, { code: 'INVALID_OPTION' }] });
    expect((await call('GET', path)).body).toMatchObject({
      properties: { name: 'Larch' },
      updatedAt: before['updatedAt'],
    });
  }));

test('a leading semicolon adds to a multi-select, without one it replaces', () =>
  withSandbox(async (sandbox) => {
    await defineTypes(sandbox);
    const { body } = await sandbox.call('POST', COMPANIES, { properties: { colours: 'red' } });
    const write = (colours: string) =>
      sandbox.call('PATCH', `${COMPANIES}/${String(body['id'])}`, { properties: { colours } });

    expect((await write(';blue;red')).body).toMatchObject({ properties: { colours: 'red;blue' } });
    expect((await write('green')).body).toMatchObject({ properties: { colours: 'green' } });
  }));

test('values of an archived property vanish, and writing it is refused', () =>
  withSandbox(async (sandbox) => {
    await defineTypes(sandbox);
    const { body } = await sandbox.call('POST', COMPANIES, { properties: { yes: 'true' } });
    const path = `${COMPANIES}/${String(body['id'])}`;

    await sandbox.call('DELETE', `${PROPERTIES}/yes`);

    const read = await sandbox.call('GET', `${path}?properties=yes&propertiesWithHistory=yes`);
    expect(read.body['properties']).not.toHaveProperty('yes');
    expect(read.body['propertiesWithHistory']).toEqual({});
    expect((await sandbox.call('PATCH', path, { properties: { yes: 'false' } })).status).toBe(400);
  }));

test('a unique value belongs to one active record, which it then names', () =>
  withSandbox(async ({ call }) => {
    const unique = {
      name: 'key',
      label: 'Key',
      type: 'string',
      fieldType: 'text',
      groupName: 'companyinformation',
    };
    await call('POST', PROPERTIES, { ...unique, hasUniqueValue: true });
    const { body } = await call('POST', COMPANIES, { properties: { key: 'a1', name: 'Larch' } });

    expect((await call('POST', COMPANIES, { properties: { key: 'a1' } })).status).toBe(400);
    expect((await call('GET', `${COMPANIES}/a1?idProperty=key`)).body).toMatchObject({ id: body['id'] });
    expect((await call('GET', `${COMPANIES}/Larch?idProperty=name`)).status).toBe(400);
    await call('DELETE', `${COMPANIES}/${String(body['id'])}`);
    expect((await call('POST', COMPANIES, { properties: { key: 'a1' } })).status).toBe(201);
  }));
