import { ADMIN, COMPANIES, SCORER, withIntegrations } from '../open-integrations-sandbox.ts';
import { AUTHORIZE, CLIENT, codeFor, decide, exchange, install, SCOPE } from './grant-app.ts';

const apps = [SCORER, { id: 2, clientId: 'client-2', clientSecret: 'secret-2' }];
const MINUTE = 60_000;

test('the page names the app, the account and the scopes, and its button leads back with code and state', () =>
  withIntegrations({ apps }, async ({ call, post }) => {
    const page = await call('GET', `/oauth/authorize?${new URLSearchParams(AUTHORIZE).toString()}`);
    const back = await decide({ post });

    for (const text of ['Scorer', 'Sandbox account', SCOPE, 'Connect app']) expect(page.text).toContain(text);
    expect(back.origin + back.pathname).toBe('http://localhost:3000/back');
    expect(back.searchParams.get('state')).toBe('x y&z');
    expect(back.searchParams.get('code')).toMatch(/^\w{20,}$/);
  }));

test('a user who cancels is led back with access_denied', () =>
  withIntegrations({ apps }, async ({ post }) => {
    const back = await decide({ post }, { decision: 'deny' });

    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.has('code')).toBe(false);
  }));

test.each([
  ['an unknown client', { client_id: 'x' }],
  ['an address that was not registered', { redirect_uri: 'http://localhost:3000/elsewhere' }],
  ['a scope that is missing', { scope: '' }],
  ['a scope that the app does not have', { scope: `${SCOPE} crm.objects.deals.read` }],
])('%s ends on an error page, not at the redirect', (_name, fields) =>
  withIntegrations({ apps }, async ({ post }) => {
    const answer = await post('/oauth/authorize', { ...AUTHORIZE, decision: 'grant', ...fields });

    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Authorization failed');
    expect(answer.headers.has('location')).toBe(false);
  }),
);

test('what stands in the address cannot become part of the page', () =>
  withIntegrations({ apps }, async ({ call }) => {
    const query = new URLSearchParams({ ...AUTHORIZE, state: '"><script>alert(1)</script>' });

    expect((await call('GET', `/oauth/authorize?${query.toString()}`)).text).not.toContain('<script');
  }));

test('a code becomes tokens that act as the app with the scopes that were granted', () =>
  withIntegrations({ apps }, async ({ crm, call, post }) => {
    const optional_scope = 'crm.objects.companies.write';
    const answer = await exchange({ post }, { code: await codeFor({ post }, { optional_scope }) });
    const access = String(answer.body['access_token']);

    const created = await call('POST', COMPANIES, { properties: { city: 'Graz' } }, access);
    const deals = await call('GET', '/crm/v3/objects/deals', undefined, access);
    const read = await call('GET', `${COMPANIES}/${String(created.body['id'])}?propertiesWithHistory=city`);

    expect(answer).toMatchObject({
      status: 200,
      body: { expires_in: 1_800, token_type: 'bearer', hub_id: 48_000_001, user_id: 9001 },
    });
    expect(read.body).toMatchObject({
      propertiesWithHistory: {
        city: [{ sourceType: 'INTEGRATION', sourceId: '4711', sourceLabel: 'Scorer' }],
      },
    });
    expect(deals.status).toBe(403);
    expect(crm.journal.entries().filter(({ actor }) => actor === '4711')).toHaveLength(2);
  }));

test('an access token dies after half an hour on the account clock, and a refresh brings the next', () =>
  withIntegrations({ apps }, async ({ call, post, pass }) => {
    const { access, refresh } = await install({ post });
    pass(30 * MINUTE - 1);
    const before = await call('GET', COMPANIES, undefined, access);
    pass(1);
    const after = await call('GET', COMPANIES, undefined, access);

    const fresh = await post('/oauth/2026-09/token', {
      grant_type: 'refresh_token',
      refresh_token: refresh,
      ...CLIENT,
    });

    expect(before.status).toBe(200);
    expect(after).toMatchObject({
      status: 401,
      body: { category: 'EXPIRED_AUTHENTICATION', context: { 'expire time': ['2026-09-01T12:30:00Z'] } },
    });
    expect(fresh.body).toMatchObject({ refresh_token: refresh, expires_in: 1_800 });
    expect((await call('GET', COMPANIES, undefined, String(fresh.body['access_token']))).status).toBe(200);
  }));

test('an account can be told to issue access tokens of another length', () =>
  withIntegrations({ apps, accessTokenSeconds: 2 }, async ({ call, post, pass }) => {
    const granted = await exchange({ post }, { code: await codeFor({ post }) });
    const access = String(granted.body['access_token']);
    pass(1_999);
    const before = await call('GET', COMPANIES, undefined, access);
    pass(1);

    expect(granted.body).toMatchObject({ expires_in: 2 });
    expect([before.status, (await call('GET', COMPANIES, undefined, access)).status]).toEqual([200, 401]);
  }));

test.each([
  ['a wrong secret', { client_secret: 'x' }, 'BAD_CLIENT_SECRET', 'invalid_client'],
  ['an unknown client', { client_id: 'x' }, 'BAD_CLIENT_ID', 'invalid_client'],
  ['an unknown code', { code: 'x' }, 'BAD_AUTH_CODE', 'invalid_grant'],
  [
    'the code of another app',
    { client_id: 'client-2', client_secret: 'secret-2' },
    'BAD_AUTH_CODE',
    'invalid_grant',
  ],
  [
    'another redirect',
    { redirect_uri: 'http://localhost/x' },
    'MISMATCH_REDIRECT_URI_AUTH_CODE',
    'invalid_grant',
  ],
  ['no redirect', { redirect_uri: '' }, 'BAD_REDIRECT_URI', 'invalid_request'],
  ['another grant', { grant_type: 'password' }, 'BAD_GRANT_TYPE', 'unsupported_grant_type'],
  [
    'a wrong refresh token',
    { grant_type: 'refresh_token', refresh_token: 'x' },
    'BAD_REFRESH_TOKEN',
    'invalid_grant',
  ],
])('%s is refused in the words of the standard and of HubSpot', (_name, fields, status, error) =>
  withIntegrations({ apps }, async ({ post }) => {
    const code = await codeFor({ post });

    const refused = await exchange({ post }, { code, ...fields });

    expect(refused).toMatchObject({ status: 400, body: { status, error } });
    expect(refused.body['error_description']).toBe(refused.body['message']);
  }),
);

test('a code is good once', () =>
  withIntegrations({ apps }, async ({ post }) => {
    const code = await codeFor({ post });
    await exchange({ post }, { code });

    expect(await exchange({ post }, { code })).toMatchObject({ body: { status: 'BAD_AUTH_CODE' } });
  }));

test('introspection tells of live tokens of the app alone, and revocation ends them', () =>
  withIntegrations({ apps }, async ({ call, post }) => {
    const { access, refresh } = await install({ post });
    const introspect = async (token: string, client: Readonly<Record<string, string>> = CLIENT) =>
      (await post('/oauth/2026-09/token/introspect', { token, ...client })).body;

    expect(await introspect(access)).toMatchObject({
      active: true,
      token_use: 'access_token',
      app_id: 4711,
      user: 'ines@example.com',
      scopes: ['oauth', SCOPE],
      client_id: 'client-1',
      is_private_distribution: false,
      signed_access_token: { appId: 4711, hubId: 48_000_001, userId: 9001, isUserLevel: false },
    });
    expect(await introspect(refresh)).toMatchObject({
      active: true,
      token_use: 'refresh_token',
      client_id: 'client-1',
      app_id: 4711,
    });
    expect(await introspect(access, { client_id: 'client-2', client_secret: 'secret-2' })).toEqual({
      active: false,
    });
    for (const token of [access, refresh, 'unknown'])
      expect((await post('/oauth/2026-09/token/revoke', { token, ...CLIENT })).status).toBe(200);
    expect([await introspect(access), await introspect(refresh)]).toEqual([
      { active: false },
      { active: false },
    ]);
    expect((await call('GET', COMPANIES, undefined, access)).status).toBe(401);
  }));

test('an app that takes itself out of the account is refused from then on, by refresh too', () =>
  withIntegrations({ apps }, async ({ call, post }) => {
    const { access, refresh } = await install({ post });

    const gone = await call('DELETE', '/appinstalls/2026-09/external-install', undefined, access);

    expect(gone.status).toBe(204);
    expect((await call('GET', COMPANIES, undefined, access)).status).toBe(401);
    expect(
      await post('/oauth/2026-09/token', { grant_type: 'refresh_token', refresh_token: refresh, ...CLIENT }),
    ).toMatchObject({ status: 400, body: { status: 'BAD_REFRESH_TOKEN' } });
    expect((await call('DELETE', '/appinstalls/2026-09/external-install')).status).toBe(400);
  }));

test('dated endpoints take nothing from the address, and nothing that is no form', () =>
  withIntegrations({ apps }, async ({ call, post }) => {
    const query = new URLSearchParams({ grant_type: 'refresh_token', ...CLIENT }).toString();

    expect(await post(`/oauth/2026-09/token?${query}`, {})).toMatchObject({
      body: { status: 'BAD_GRANT_TYPE' },
    });
    expect(await post(`/oauth/v1/token?${query}`, {})).toMatchObject({
      body: { status: 'BAD_REFRESH_TOKEN' },
    });
    expect((await call('POST', '/oauth/2026-09/token', {})).status).toBe(415);
    expect((await call('GET', `${ADMIN}/journal`)).text).not.toContain('secret-1');
  }));
