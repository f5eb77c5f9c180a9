import { type Portal, openPortal } from '../portal.ts';
import { APP, REGISTERED, type ServerInTest, serverInTest } from './server-in-test.ts';

const SCOPES = [
  ...['oauth', 'crm.objects.companies.read', 'crm.objects.companies.write', 'crm.objects.owners.read'],
  ...['crm.objects.deals.read', 'crm.objects.deals.write', 'crm.schemas.companies.read'],
];
const PORTAL = 62_515;
const ADA = { portalId: PORTAL, userId: 7, userEmail: 'ada@example.com' };

let portal: Portal;
let server: ServerInTest;

beforeAll(async () => {
  portal = await openPortal({
    account: { portalId: PORTAL },
    owners: [{ id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' }],
    apps: [{ ...REGISTERED, requiredScopes: SCOPES }],
  });
  server = await serverInTest({ hubspotUrl: portal.sandbox.baseUrl, scopes: SCOPES });
});

afterAll(async () => {
  await server.close();
  await portal.close();
});

test('before the app is connected, a card is told where to connect it', async () => {
  const { status, body } = await server.ask('load-scorecard', { companyId: '1' }, ADA);

  expect(status).toBe(403);
  expect(body.error).toMatchObject({
    code: 'not-connected',
    link: { url: expect.stringContaining(`/oauth/install?app=${APP.appId}`) as unknown },
  });
});

test('once it is connected, a card rates a company and the record keeps it', async () => {
  const companyId = await portal.createCompany({ name: 'Ledgerlane' });

  const connected = await server.connect(7);
  const saved = await server.ask(
    'save-scorecard',
    { companyId, changes: { strategic_fit: { seen: null, value: 4 } }, by: 'ada@example.com' },
    ADA,
  );

  expect(connected.status).toBe(303);
  expect(saved).toMatchObject({ status: 200, body: { answer: { state: 'judged' } } });
  expect(await portal.stored(companyId)).toMatchObject({ ipp_strategic_fit: '4' });
});
