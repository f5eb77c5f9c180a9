import { APP, withSandbox } from './open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';

test.each(['', 'Bearer', 'Bearer wrong', `Basic ${APP}`])(
  'authorization "%s" is refused with 401',
  (authorization) =>
    withSandbox(async ({ crm }) => {
      const response = await fetch(crm.baseUrl + COMPANIES, {
        headers: authorization === '' ? {} : { authorization },
      });

      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ status: 'error', category: 'INVALID_AUTHENTICATION' });
    }),
);

test.each([
  ['GET', `${COMPANIES}/1`, undefined, 404, 'OBJECT_NOT_FOUND'],
  ['PATCH', `${COMPANIES}/1`, { properties: { name: 'x' } }, 404, 'OBJECT_NOT_FOUND'],
  ['GET', '/crm/properties/2026-09/companies/nothing', undefined, 404, 'OBJECT_NOT_FOUND'],
  ['GET', '/crm/owners/2026-09/1', undefined, 404, 'OBJECT_NOT_FOUND'],
  ['POST', COMPANIES, '{"properties":', 400, 'VALIDATION_ERROR'],
  ['POST', COMPANIES, '[]', 400, 'VALIDATION_ERROR'],
  ['POST', COMPANIES, {}, 400, 'VALIDATION_ERROR'],
  ['POST', COMPANIES, { properties: { name: { a: 1 } } }, 400, 'VALIDATION_ERROR'],
  ['GET', `${COMPANIES}?limit=101`, undefined, 400, 'VALIDATION_ERROR'],
  ['GET', `${COMPANIES}?limit=x`, undefined, 400, 'VALIDATION_ERROR'],
  ['POST', `${COMPANIES}/batch/read`, { inputs: [] }, 400, 'VALIDATION_ERROR'],
  ['POST', '/crm/properties/2026-09/companies', { name: 'x' }, 400, 'VALIDATION_ERROR'],
] as const)('%s %s with %j is refused with %i', (method, path, body, status, category) =>
  withSandbox(async ({ call }) => {
    const answer = await call(method, path, body);

    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ status: 'error', category });
    expect(answer.body['correlationId']).toMatch(/^[0-9a-f-]{36}$/);
  }),
);

test('unknown paths and verbs are answered with a page, as HubSpot does', () =>
  withSandbox(async ({ call }) => {
    const unknown = await call('GET', '/crm/v3/nothing');
    expect(unknown.status).toBe(404);
    expect(unknown.text).toMatch(/^<html>/);
    expect((await call('PUT', COMPANIES, {})).status).toBe(405);
    expect((await call('DELETE', '/crm/owners/2026-09')).status).toBe(405);
  }));

test('a body that is not declared as JSON is refused with 415', () =>
  withSandbox(async ({ crm }) => {
    const headers = { authorization: `Bearer ${APP}`, 'content-type': 'text/plain' };
    const response = await fetch(crm.baseUrl + COMPANIES, {
      method: 'POST',
      headers,
      body: '{"properties":{}}',
    });

    expect(response.status).toBe(415);
  }));

test('a batch of more than 100, of 51 with history, or with an id twice is refused as a whole', () =>
  withSandbox(async ({ call }) => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index + 1) }));
    const twice = [1, 1].map((id) => ({ id, properties: { name: 'x' } }));

    expect((await call('POST', `${COMPANIES}/batch/read`, { inputs: ids(101) })).status).toBe(400);
    const withHistory = { inputs: ids(51), propertiesWithHistory: ['name'] };
    expect((await call('POST', `${COMPANIES}/batch/read`, withHistory)).status).toBe(400);
    expect((await call('POST', `${COMPANIES}/batch/update`, { inputs: twice })).status).toBe(400);
  }));

test('one bad input refuses a batch create, unless the inputs are traced', () =>
  withSandbox(async ({ call }) => {
    const inputs = [{ properties: { name: 'Larch' } }, { properties: { industry: 'Forestry' } }];

    const plain = await call('POST', `${COMPANIES}/batch/create`, { inputs });
    const traced = await call('POST', `${COMPANIES}/batch/create`, {
      inputs: inputs.map((input, index) => ({ ...input, objectWriteTraceId: `t${index}` })),
    });

    expect(plain.status).toBe(400);
    expect(traced.status).toBe(207);
    expect(traced.body).toMatchObject({
      results: [{ properties: { name: 'Larch' }, objectWriteTraceId: 't0' }],
      numErrors: 1,
      errors: [{ category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['t1'] } }],
    });
    expect((await call('GET', COMPANIES)).body).toMatchObject({
      results: [{ properties: { name: 'Larch' } }],
    });
  }));

test('a property that HubSpot defines is not archived, and a bool needs both its options', () =>
  withSandbox(async ({ call }) => {
    const path = '/crm/properties/2026-09/companies';
    const bool = {
      name: 'yes',
      label: 'Yes',
      type: 'bool',
      fieldType: 'booleancheckbox',
      groupName: 'companyinformation',
    };

    expect((await call('DELETE', `${path}/name`)).status).toBe(400);
    expect((await call('POST', path, bool)).status).toBe(400);
    expect((await call('POST', path, { ...bool, type: 'string' })).status).toBe(400);
    expect(
      (await call('POST', path, { ...bool, name: 'Yes', type: 'string', fieldType: 'text' })).status,
    ).toBe(400);
  }));

test('a record that never was can be archived: 204, alone and in a batch', () =>
  withSandbox(async ({ call }) => {
    expect((await call('DELETE', `${COMPANIES}/1`)).status).toBe(204);
    expect((await call('POST', `${COMPANIES}/batch/archive`, { inputs: [{ id: '1' }] })).status).toBe(204);
    expect((await call('GET', `${COMPANIES}/1?archived=true`)).status).toBe(404);
  }));
