import { withIntegrations } from '../open-integrations-sandbox.ts';
import { withSandbox } from '../open-sandbox.ts';
import { PROJECT } from './project-type.ts';

const SCHEMAS = '/crm-object-schemas/2026-09/schemas';

test.each(['companies', 'company', '0-2'])("the schema of HubSpot's own type is read as %s", (spelling) =>
  withSandbox(async ({ call }) => {
    const { status, body } = await call('GET', `${SCHEMAS}/${spelling}`);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ objectTypeId: '0-2', id: '0-2', name: 'COMPANY', fullyQualifiedName: 'COMPANY', archived: false },
      labels: { singular: 'Company', plural: 'Companies' },
      primaryDisplayProperty: 'name',
    });
    expect((body['properties'] as { name: string }[]).map(({ name }) => name)).toContain('domain');
    expect(body['associations']).toContainEqual(
      expect.objectContaining({ fromObjectTypeId: '0-2', toObjectTypeId: '0-3' }),
    );
  }),
);

test('own types are in no list of schemas, and are neither changed nor deleted', () =>
  withSandbox(async ({ call }) => {
    expect((await call('GET', SCHEMAS)).body).toEqual({ results: [] });
    expect((await call('PATCH', `${SCHEMAS}/companies`, { description: 'x' })).status).toBe(404);
    expect((await call('DELETE', `${SCHEMAS}/companies`)).status).toBe(404);
  }));

test('reading the schema of companies takes the scope of companies', () =>
  withIntegrations(
    {
      tokens: ['companies', 'custom'].map((name) => ({
        ...{ token: name, sourceType: 'INTEGRATION', sourceId: '77' },
        scopes: [`crm.schemas.${name}.read`],
      })),
    },
    async ({ call }) => {
      const read = async (token: string) =>
        (await call('GET', `${SCHEMAS}/companies`, undefined, token)).status;

      expect([await read('companies'), await read('custom')]).toEqual([200, 403]);
    },
  ));

test('a schema says whether its properties may be sensitive, also once it was saved', async () => {
  let saved: unknown;
  await withSandbox(async ({ call, crm }) => {
    const made = await call('POST', SCHEMAS, { ...PROJECT, allowsSensitiveProperties: true });
    saved = crm.portal.dump();

    expect(made.body).toMatchObject({ allowsSensitiveProperties: true });
  });
  await withSandbox(
    async ({ call }) => {
      const read = await call('GET', `${SCHEMAS}/p_project`);
      const other = await call('POST', SCHEMAS, { ...PROJECT, name: 'other' });

      expect([read, other].map(({ body }) => body['allowsSensitiveProperties'])).toEqual([true, false]);
    },
    {},
    saved,
  );
});
