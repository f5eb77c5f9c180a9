import { request } from 'node:http';
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

test('no token and no secret gets into the journal', () =>
  withIntegrations({}, async ({ crm, call }) => {
    await call('GET', '/oauth/v1/refresh-tokens/very-secret');
    await call('GET', '/webhooks/v3/1/settings?hapikey=very-secret');
    await call('POST', '/oauth/v1/token?client_secret=very-secret&x=1', 'grant_type=x');

    const told = JSON.stringify(crm.journal.entries());

    expect(told).not.toContain('very-secret');
    expect(told).not.toContain('pat-app');
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

test.each([
  ['the page of another site', { origin: 'https://evil.example' }],
  ['a name that points here', { host: 'evil.example' }],
])('%s does not reach the admin endpoint', (_name, headers) =>
  withIntegrations({}, async ({ crm }) => {
    const status = await new Promise((resolve, reject) => {
      request(`${crm.baseUrl}${ADMIN}/journal`, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });

    expect(status).toBe(403);
  }),
);
