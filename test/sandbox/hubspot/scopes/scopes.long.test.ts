import { ROUTES } from '../../../../sandbox/hubspot/http/routes.ts';
import { AREA_SCOPES } from '../../../../sandbox/hubspot/scopes/route-scopes.ts';
import { COMPANIES, withIntegrations } from '../open-integrations-sandbox.ts';

const tokenWith = (...scopes: string[]) => ({
  token: 'scoped',
  sourceType: 'INTEGRATION',
  sourceId: '77',
  scopes,
});

test('every area of routes says which scopes it needs', () => {
  expect([...new Set(ROUTES.map(({ area }) => area))].filter((area) => !(area in AREA_SCOPES))).toEqual([]);
});

test('a call without its scope is refused by name, and nothing is written', () =>
  withIntegrations({ tokens: [tokenWith('crm.objects.companies.read')] }, async ({ crm, call }) => {
    const refused = await call('POST', COMPANIES, { properties: { name: 'Larch' } }, 'scoped');

    expect(refused).toMatchObject({
      status: 403,
      body: {
        status: 'error',
        category: 'MISSING_SCOPES',
        errors: [{ context: { requiredGranularScopes: ['crm.objects.companies.write'] } }],
        links: { scopes: 'https://developers.hubspot.com/scopes' },
      },
    });
    expect((await call('GET', COMPANIES, undefined, 'scoped')).body).toMatchObject({ results: [] });
    expect(crm.journal.entries().map(({ scopes }) => scopes)).toEqual([[], ['crm.objects.companies.read']]);
  }));

test.each([
  ['GET', COMPANIES, 'crm.objects.companies.read'],
  ['POST', `${COMPANIES}/search`, 'crm.objects.companies.read'],
  ['POST', '/crm/v3/objects/companies/batch/read', 'crm.objects.companies.read'],
  ['DELETE', '/crm/v3/objects/0-3/1', 'crm.objects.deals.write'],
  ['GET', '/crm/objects/2026-09/tasks', 'crm.objects.contacts.read'],
  ['POST', '/crm/v3/properties/companies', 'crm.schemas.companies.write'],
  ['GET', '/crm/v3/owners', 'crm.objects.owners.read'],
  ['PUT', '/crm/v4/objects/deals/1/associations/default/companies/2', 'crm.objects.deals.write'],
  ['POST', '/crm/pipelines/2026-09/deals', 'crm.schemas.deals.write'],
  ['GET', '/automation/v4/actions/4711', 'automation'],
])('%s %s asks for %s and goes on with it', (method, path, scope) =>
  withIntegrations({ tokens: [tokenWith()] }, async ({ call }) => {
    const body = method === 'GET' || method === 'DELETE' ? undefined : {};

    const { body: refusal } = await call(method, path, body, 'scoped');

    expect(JSON.stringify(refusal)).toContain(scope);
    await withIntegrations({ tokens: [tokenWith(scope)] }, async (granted) => {
      expect((await granted.call(method, path, body, 'scoped')).status).not.toBe(403);
    });
  }),
);

test('what the account is can be asked with any token, definitions of properties with a scope of their objects', () =>
  withIntegrations({ tokens: [tokenWith('crm.objects.companies.read')] }, async ({ call }) => {
    const statuses = [];
    for (const path of ['/account-info/2026-09/details', '/crm/properties/2026-09/companies'])
      statuses.push((await call('GET', path, undefined, 'scoped')).status);

    expect(statuses).toEqual([200, 200]);
  }));
