import { type OpenSandbox, withSandbox } from './open-sandbox.ts';

const FORMS = {
  dated: {
    objects: '/crm/objects/2026-09',
    properties: '/crm/properties/2026-09',
    owners: '/crm/owners/2026-09',
  },
  v3: { objects: '/crm/v3/objects', properties: '/crm/v3/properties', owners: '/crm/v3/owners' },
};
const ID = '30000000001';
const property = {
  name: 'lane',
  label: 'Lane',
  type: 'enumeration',
  fieldType: 'select',
  groupName: 'icp',
  options: [{ label: 'Deep', value: 'deep' }],
};

/** One call of each kind, as [verb, area, path, body]. */
const CALLS: readonly (readonly [string, keyof typeof FORMS.dated, string, unknown?])[] = [
  ['POST', 'properties', '/companies/groups', { name: 'icp', label: 'ICP' }],
  ['POST', 'properties', '/companies', property],
  ['POST', 'properties', '/companies', property],
  ['PATCH', 'properties', '/companies/lane', { label: 'Partner lane' }],
  ['GET', 'properties', '/companies/lane'],
  ['GET', 'properties', '/companies'],
  ['POST', 'properties', '/companies/batch/read', { inputs: [{ name: 'lane' }] }],
  ['GET', 'properties', '/companies/groups'],
  ['DELETE', 'properties', '/companies/groups/icp'],
  ['POST', 'objects', '/companies', { properties: { name: 'Larch', lane: 'deep' } }],
  ['POST', 'objects', '/companies', { properties: { lane: 'shallow', nothing: '1' } }],
  ['PATCH', 'objects', `/companies/${ID}`, { properties: { lane: '' } }],
  ['GET', 'objects', `/companies/${ID}?properties=lane,nothing&propertiesWithHistory=lane`],
  ['POST', 'objects', '/companies/batch/create', { inputs: [{ properties: { name: 'Fir' } }] }],
  ['POST', 'objects', '/companies/batch/read', { inputs: [{ id: ID }, { id: '1' }], properties: ['name'] }],
  ['POST', 'objects', '/companies/batch/update', { inputs: [{ id: ID, properties: { city: 'Graz' } }] }],
  ['POST', 'objects', '/companies/search', { query: 'larch', sorts: [{ propertyName: 'name' }] }],
  ['GET', 'objects', '/companies?limit=1'],
  ['DELETE', 'objects', `/companies/${ID}`],
  ['GET', 'objects', `/companies/${ID}`],
  ['POST', 'objects', '/companies/batch/archive', { inputs: [{ id: '30000000002' }] }],
  ['DELETE', 'properties', '/companies/lane'],
  ['GET', 'owners', '?limit=1'],
  ['GET', 'owners', '/501'],
];

async function transcriptOf({ call }: OpenSandbox, form: keyof typeof FORMS): Promise<string[]> {
  const lines: string[] = [];
  for (const [verb, area, path, body] of CALLS) {
    const { status, text } = await call(verb, FORMS[form][area] + path, body);
    // the correlation id is the one thing that is random
    lines.push(`${verb} ${area}${path} ${status} ${text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')}`);
  }
  return lines;
}

test('every call gets the same answer on the dated path and on the v3 path', async () => {
  const transcripts: string[][] = [];
  await withSandbox(async (sandbox) => void transcripts.push(await transcriptOf(sandbox, 'dated')));
  await withSandbox(async (sandbox) => void transcripts.push(await transcriptOf(sandbox, 'v3')));

  const [dated, v3] = transcripts;
  expect(dated).toEqual(v3);
  expect(dated?.map((line) => line.split(' ')[2])).toEqual(
    '201 201 409 200 200 200 200 200 400 201 400 200 200 201 207 200 200 200 204 404 204 204 200 200'.split(
      ' ',
    ),
  );
});

test('companies answer to their plural, their singular and their type id; other words are refused', () =>
  withSandbox(async ({ call }) => {
    await call('POST', '/crm/v3/objects/companies', { properties: { name: 'Larch' } });

    for (const word of ['companies', 'company', '0-2']) {
      expect((await call('GET', `/crm/objects/2026-09/${word}`)).body).toMatchObject({
        results: [{ id: ID }],
      });
    }
    expect((await call('GET', '/crm/v3/objects/widgets')).status).toBe(400);
    expect((await call('GET', '/crm/v3/objects/0-9999')).body).toMatchObject({ status: 'error' });
  }));
