import { Client } from '@hubspot/api-client';
import { NAMED_FAULTS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { type SandboxCrm, startSandboxCrm } from '../../../sandbox/hubspot/start-sandbox-crm.ts';

let crm: SandboxCrm;
let hubspot: Client;

beforeEach(async () => {
  crm = await startSandboxCrm({
    tokens: [{ token: 'pat-app', sourceType: 'INTEGRATION', sourceId: '1234' }],
    now: () => new Date('2026-09-01T12:00:00Z'),
  });
  hubspot = new Client({ accessToken: 'pat-app', basePath: crm.baseUrl });
});

afterEach(() => crm.close());

test('a company can be read after it was created', async () => {
  const { basicApi } = hubspot.crm.companies;

  const { id } = await basicApi.create({ properties: { name: 'Larch' }, associations: [] });
  const { properties } = await basicApi.getById(id, ['name']);

  expect(properties['name']).toBe('Larch');
  expect(crm.journal.entries().map(({ method, status }) => `${method} ${status}`)).toEqual([
    'POST 201',
    'GET 200',
  ]);
});

test('a used up daily limit is reported', async () => {
  crm.faults.add(NAMED_FAULTS.dailyLimit, { method: 'GET', path: '/companies' });

  await expect(hubspot.crm.companies.basicApi.getPage()).rejects.toMatchObject({ code: 429 });
});
