import { ADMIN, COMPANIES, withIntegrations } from '../open-integrations-sandbox.ts';
import { APP, PERSON } from '../open-sandbox.ts';

test('another process sets a fault by its name, and takes it back', () =>
  withIntegrations({}, async ({ call }) => {
    await call('POST', `${ADMIN}/faults`, { fault: 'locked', target: { method: 'POST', times: 2 } });

    const statuses = [
      (await call('GET', COMPANIES)).status,
      (await call('POST', COMPANIES, { properties: { name: 'Larch' } })).status,
    ];
    await call('DELETE', `${ADMIN}/faults`);
    statuses.push((await call('POST', COMPANIES, { properties: { name: 'Larch' } })).status);

    expect(statuses).toEqual([200, 423, 201]);
  }));

test('random faults, the clock and limits are set over HTTP too', () =>
  withIntegrations({}, async ({ call }) => {
    await call('PUT', `${ADMIN}/faults/random`, { percent: 100, from: ['unavailable'], seed: 1 });
    const random = (await call('GET', COMPANIES)).status;
    await call('DELETE', `${ADMIN}/faults/random`);
    await call('PUT', `${ADMIN}/faults/clock-skew`, { ms: 60_000 });
    await call('PUT', `${ADMIN}/limits`, { on: true, burst: 2 });

    const answer = await call('GET', COMPANIES);

    expect(random).toBe(503);
    expect(answer.headers.get('date')).toContain('12:01:00');
    expect(answer.headers.get('x-hubspot-ratelimit-max')).toBe('2');
    expect((await call('GET', `${ADMIN}/limits`)).body).toMatchObject({ rates: { burst: 2 }, usedToday: 1 });
    expect((await call('GET', `${ADMIN}/faults`)).body).toMatchObject({ clockSkewMs: 60_000, random: null });
  }));

test('another process lets somebody edit in the gap of a save, for one token', () =>
  withIntegrations({}, async ({ call }) => {
    const { body } = await call('POST', COMPANIES, { properties: { city: 'Graz' } });
    const path = `${COMPANIES}/${String(body['id'])}?properties=city`;
    const fault = { kind: 'edit', when: 'after', by: 'workflow', properties: { city: 'Enns' } };
    const { status } = await call('POST', `${ADMIN}/faults`, {
      fault,
      target: { method: 'PATCH', token: APP, forMs: 1_000, times: 1 },
    });

    await call('PATCH', path, { properties: { city: 'Wien' } }, PERSON);
    await call('PATCH', path, { properties: { city: 'Linz' } });

    expect(status).toBe(200);
    expect((await call('GET', path)).body).toMatchObject({ properties: { city: 'Enns' } });
  }));

test('the journal is read page by page, and the calls of the admin are not in it', () =>
  withIntegrations({}, async ({ call }) => {
    for (const path of ['/crm/v3/owners', COMPANIES, '/nothing']) await call('GET', path);

    const newest = await call('GET', `${ADMIN}/journal?limit=1`);
    const page = await call('GET', `${ADMIN}/journal?after=1&limit=1`);

    expect(newest.body).toMatchObject({ entries: [{ id: 3, path: '/nothing', status: 404 }] });
    expect(page.body).toMatchObject({
      entries: [
        {
          id: 2,
          at: '2026-09-01T12:00:00.000Z',
          actor: '1234',
          tokenEnd: '-app',
          scopes: ['crm.objects.companies.read'],
          status: 200,
        },
      ],
    });
    expect(JSON.stringify(page.body)).toMatch(/"ms":\d/);
    await call('DELETE', `${ADMIN}/journal`);
    expect((await call('GET', `${ADMIN}/journal`)).body).toEqual({ entries: [] });
  }));

test.each([
  '/oauth/v1/refresh-tokens/very-secret',
  '/oauth/v1/%61ccess-tokens/very-secret',
  '/oauth/v1/Access-Tokens/very-secret?x=1',
  '/webhooks/v3/1/settings?hapikey=very-secret',
  '/webhooks/v3/1/settings?HapiKey=very-secret&x=1',
  '/crm/v3/owners?access_token=very-secret',
  '/crm/v3/owners?Access-Token=very-secret',
  '/crm/v3/owners?x=1;accessToken=very-secret',
  '/crm/v3/owners?access%5Ftoken=very-secret=',
  '/crm/v3/owners?access+token=very-secret',
  '/crm/v3/owners?%zz=1&REFRESH_TOKEN=very-secret',
  '/oauth/v1/token?client_secret=very-secret&x=1',
  '/oauth/v1/token?code=very-secret&code=very-secret',
  '/crm/v3/owners?after=pat-app',
  '/crm/v3/owners?pat-app',
  '/crm/v3/owners?x=pat%2Dapp',
  '/crm/v3/owners/pat-app',
  '/crm/v3/owners/sandbox-developer-key',
])('no token and no secret gets into the journal from %s', (path) =>
  withIntegrations({}, async ({ crm, call }) => {
    await call('GET', path);

    const told = JSON.stringify(crm.journal.entries());

    expect(told).toContain('...');
    for (const secret of [/very-secret/, /pat(-|%2D)app/i, /developer-key/]) expect(told).not.toMatch(secret);
  }),
);

test('what is no secret stays in the journal as it was sent', () =>
  withIntegrations({}, async ({ crm, call }) => {
    const paths = ['/crm/v3/owners?limit=2&after=code', '/crm/v3/owners?x=%zz&y', '/a//b', '/tokens/code'];
    for (const path of paths) await call('GET', path);

    expect(crm.journal.entries().map(({ path }) => path)).toEqual(paths);
  }));

test.each([
  ['POST', '/faults', { fault: 'nothing' }],
  ['POST', '/faults', { fault: { kind: 'status', status: 99, body: {} } }],
  ['PUT', '/faults/random', { percent: 101, from: ['locked'], seed: 1 }],
  ['PUT', '/limits', { on: true, burst: 0 }],
  ['PUT', '/limits', 'no json'],
  ['PUT', '/faults/clock-skew', { ms: '1' }],
])('%s %s with %j is refused with a sentence', (method, path, body) =>
  withIntegrations({}, async ({ call }) => {
    expect(await call(method, `${ADMIN}${path}`, body)).toMatchObject({
      status: 400,
      body: { error: { message: expect.any(String) as unknown } },
    });
  }),
);
