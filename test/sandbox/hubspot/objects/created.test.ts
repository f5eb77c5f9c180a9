import { withIntegrations } from '../open-integrations-sandbox.ts';
import { type OpenSandbox, withSandbox } from '../open-sandbox.ts';

const OBJECTS = '/crm/objects/2026-09';
const SYSTEM = ['createdate', 'hs_lastmodifieddate', 'hs_object_id'];
const SOURCE = ['hs_object_source', 'hs_object_source_id', 'hs_object_source_label'];

const names = ({ properties }: { readonly properties?: unknown }) => Object.keys(properties ?? {}).toSorted();

/** What the three ways to create answer, for the same properties. */
async function created({ call }: OpenSandbox, type: string, properties: object, idProperty?: string) {
  const path = `${OBJECTS}/${type}`;
  const single = await call('POST', path, { properties });
  const batch = await call('POST', `${path}/batch/create`, { inputs: [{ properties }] });
  const [first = {}] = batch.body['results'] as readonly Record<string, unknown>[];
  const upserts = { inputs: [{ id: 'x1', idProperty, properties }] };
  const upsert = idProperty === undefined ? undefined : await call('POST', `${path}/batch/upsert`, upserts);
  const [second] = (upsert?.body['results'] ?? []) as readonly Record<string, unknown>[];
  return [single.body, first, ...(second === undefined ? [] : [second])];
}

test('a deal created with only a name answers without pipeline and stage, and stands in none', () =>
  withSandbox(async (sandbox) => {
    for (const body of await created(sandbox, 'deals', { dealname: 'Build' })) {
      expect(names(body)).toEqual([...SYSTEM, ...SOURCE, 'dealname'].toSorted());

      const read = await sandbox.call('GET', `${OBJECTS}/deals/${String(body['id'])}`);
      expect(read.body).toMatchObject({ properties: { pipeline: null, dealstage: null } });
    }
  }));

test('a deal with a stage alone stands in the pipeline of the stage, which its create does not tell', () =>
  withSandbox(async (sandbox) => {
    for (const body of await created(sandbox, 'deals', { dealstage: 'closedwon' })) {
      expect(names(body)).not.toContain('pipeline');
      expect(body).toMatchObject({ properties: { dealstage: 'closedwon', hs_is_closed: 'true' } });

      const read = await sandbox.call('GET', `${OBJECTS}/deals/${String(body['id'])}`);
      expect(read.body).toMatchObject({ properties: { pipeline: 'default' } });
    }
  }));

test('a create answers what was written and where the record comes from, nothing as null', () =>
  withSandbox(async (sandbox) => {
    const definition = { type: 'string', fieldType: 'text', groupName: 'companyinformation' };
    const property = { ...definition, name: 'key', label: 'Key', hasUniqueValue: true };
    await sandbox.call('POST', '/crm/properties/2026-09/companies', property);

    for (const body of await created(sandbox, 'companies', { city: 'Graz', name: '' }, 'key')) {
      const { key: _key, ...properties } = body['properties'] as Record<string, unknown>;
      expect(names({ properties })).toEqual([...SYSTEM, ...SOURCE, 'city'].toSorted());
      expect(properties).toMatchObject({ hs_object_source: 'INTEGRATION', hs_object_source_id: '1234' });
    }
  }));

test('a record carries the address of its page in every answer', () =>
  withSandbox(async ({ call }) => {
    const { body } = await call('POST', `${OBJECTS}/companies`, { properties: { name: 'Larch' } });
    const path = `${OBJECTS}/companies/${String(body['id'])}`;
    const url = `https://app.hubspot.com/contacts/48000001/record/0-2/${String(body['id'])}`;

    const answers = [
      body,
      (await call('GET', path)).body,
      (await call('PATCH', path, { properties: { city: 'Graz' } })).body,
      ...((await call('POST', `${OBJECTS}/companies/search`, {})).body['results'] as object[]),
      ...((await call('GET', `${OBJECTS}/companies`)).body['results'] as object[]),
    ];

    for (const answer of answers) expect(answer).toMatchObject({ url });
  }));

test.each([
  [`${OBJECTS}/companies`, { properties: { name: 'Larch' } }, '30000000001'],
  ['/crm/v3/objects/contacts', { properties: { email: 'a@b.example' } }, '30000000001'],
  ['/crm/properties/2026-09/companies/groups', { name: 'own', label: 'Own' }, 'own'],
  [
    '/crm/pipelines/2026-09/deals',
    {
      label: 'Own',
      displayOrder: 1,
      stages: [{ label: 'A', displayOrder: 0, metadata: { probability: '0.1' } }],
    },
    '800000001',
  ],
])('what POST %s creates stands at its Location', (path, sent, id) =>
  withIntegrations({}, async ({ crm, call }) => {
    const { status, headers } = await call('POST', path, sent);

    expect([status, headers.get('location')]).toEqual([201, `${crm.baseUrl}${path}/${id}`]);
    expect((await call('GET', `${path}/${id}`)).status).toBe(200);
  }),
);

test('a batch, a read and a refusal have no Location', () =>
  withIntegrations({}, async ({ call }) => {
    const company = { properties: { name: 'Larch' } };
    const path = `${OBJECTS}/companies`;

    for (const answer of [
      await call('POST', `${path}/batch/create`, { inputs: [company] }),
      await call('GET', `${path}/30000000001`),
      await call('POST', path, { properties: { name: 'Larch', nothing: '1' } }),
    ])
      expect(answer.headers.has('location')).toBe(false);
  }));
