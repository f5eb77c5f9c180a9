import fc from 'fast-check';
import { ratesOf } from '../../../../sandbox/hubspot/limits/rates.ts';
import { openWindow } from '../../../../sandbox/hubspot/limits/rate-limiter.ts';
import { COMPANIES, type IntegrationsSandbox, withIntegrations } from '../open-integrations-sandbox.ts';
import { PERSON } from '../open-sandbox.ts';
import { registerApp } from '../../../../sandbox/hubspot/apps/app.ts';
import {
  createOAuthStore,
  issueAccessToken,
  keepCode,
} from '../../../../sandbox/hubspot/oauth/oauth-store.ts';

const OAUTH = { token: 'oauth-1', sourceType: 'INTEGRATION', sourceId: '77', isOAuth: true } as const;

const search = (call: IntegrationsSandbox['call'], token?: string) =>
  call('POST', `${COMPANIES}/search`, {}, token);

test.each([
  ['free', false, 100, 250_000],
  ['starter', false, 100, 250_000],
  ['professional', false, 190, 625_000],
  ['enterprise', false, 190, 1_000_000],
  ['professional', true, 250, 1_625_000],
] as const)('%s, add-on %s: %i calls within 10 s, %i a day', (tier, hasApiAddOn, burst, daily) => {
  expect(ratesOf({ tier, hasApiAddOn })).toEqual({ burst, daily, oauthBurst: 110, search: 5 });
});

test('the call above the limit is a 429 until the first one is ten seconds old', () =>
  withIntegrations({ limits: { burst: 3 } }, async ({ call, pass }) => {
    const statuses: number[] = [];
    for (const ms of [0, 4_000, 0, 0, 5_999, 1]) {
      pass(ms);
      statuses.push((await call('GET', COMPANIES)).status);
    }

    expect(statuses).toEqual([200, 200, 200, 429, 429, 200]);
  }));

test('a private app is told its limits in five headers, also when it is refused', () =>
  withIntegrations({ limits: { burst: 2 }, account: { tier: 'free' } }, async ({ call }) => {
    await call('GET', COMPANIES);
    await call('GET', COMPANIES);

    const refused = await call('GET', COMPANIES);

    expect(refused.body).toMatchObject({
      status: 'error',
      category: 'RATE_LIMITS',
      errorType: 'RATE_LIMIT',
      policyName: 'TEN_SECONDLY_ROLLING',
    });
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'x-hubspot-ratelimit-daily': '250000',
      'x-hubspot-ratelimit-daily-remaining': '249997',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-max': '2',
      'x-hubspot-ratelimit-remaining': '0',
    });
  }));

test('the daily limit is one of all private apps, and ends at midnight of the account', () =>
  withIntegrations(
    {
      limits: { daily: 2 },
      tokens: [{ token: 'other', sourceType: 'INTEGRATION', sourceId: '99' }],
    },
    async ({ call, pass }) => {
      await call('GET', COMPANIES);
      await call('GET', COMPANIES, undefined, 'other');

      const refused = await call('GET', COMPANIES);
      pass(16 * 3_600_000 - 1);
      const sameDay = await call('GET', COMPANIES);
      pass(1);
      const nextDay = await call('GET', COMPANIES);

      for (const each of [refused, sameDay])
        expect(each).toMatchObject({ status: 429, body: { policyName: 'DAILY' } });
      expect(nextDay.status).toBe(200);
    },
  ));

test('a sixth search within a second is refused without a policy, and its headers are about the second alone', () =>
  withIntegrations({ limits: 'on' }, async ({ call, pass }) => {
    for (let round = 0; round < 5; round += 1) expect((await search(call)).status).toBe(200);

    const refused = await search(call);
    pass(1_000);

    expect(refused).toMatchObject({ status: 429, body: { category: 'RATE_LIMITS' } });
    expect(refused.body).not.toHaveProperty('policyName');
    expect([...refused.headers].filter(([name]) => name.includes('ratelimit'))).toEqual([
      ['x-hubspot-ratelimit-secondly', '5'],
      ['x-hubspot-ratelimit-secondly-remaining', '0'],
    ]);
    expect((await search(call)).status).toBe(200);
  }));

test('an OAuth app has a limit of its own, no daily one, and searches outside of it', () =>
  withIntegrations({ limits: { oauthBurst: 2, daily: 1 }, tokens: [OAUTH] }, async ({ call }) => {
    expect((await search(call, OAUTH.token)).status).toBe(200);
    const first = await call('GET', COMPANIES, undefined, OAUTH.token);
    await call('GET', COMPANIES, undefined, OAUTH.token);

    const refused = await call('GET', COMPANIES, undefined, OAUTH.token);

    expect(first.headers.get('x-hubspot-ratelimit-remaining')).toBe('1');
    expect(first.headers.has('x-hubspot-ratelimit-daily')).toBe(false);
    expect(refused).toMatchObject({ status: 429, body: { policyName: 'TEN_SECONDLY_ROLLING' } });
    expect((await search(call, OAUTH.token)).status).toBe(200);
  }));

test('people work without limits, and nobody has any by default', () =>
  withIntegrations({ limits: { burst: 1 } }, async ({ call }) => {
    for (let round = 0; round < 3; round += 1)
      expect((await call('GET', COMPANIES, undefined, PERSON)).status).toBe(200);
    await withIntegrations({}, async (free) => {
      const { headers } = await free.call('GET', COMPANIES);
      expect(headers.has('x-hubspot-ratelimit-max')).toBe(false);
    });
  }));

test('a window holds what is younger than its length, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 60 }), (steps) => {
      const window = openWindow(10_000);
      const times: number[] = [];
      let now = 0;
      for (const step of steps) {
        now += step;
        expect(window.count(now)).toBe(times.filter((time) => time > now - 10_000).length);
        window.add(now);
        times.push(now);
      }
    }),
  );
});

test('a window stays bounded while the clock stands still', () => {
  const window = openWindow(10_000);

  for (let call = 0; call < 30_000; call += 1) window.add(0);

  expect(window.count(0)).toBe(10_000);
  expect(window.count(10_000)).toBe(0);
});

test('calls made before limits are switched on do not count towards them', () =>
  withIntegrations({}, async ({ crm, call }) => {
    for (let round = 0; round < 3; round += 1) await call('GET', COMPANIES);

    crm.setLimits({ burst: 1, search: 1 });

    const statuses = [await call('GET', COMPANIES), await search(call), await call('GET', COMPANIES)];
    expect(statuses.map(({ status }) => status)).toEqual([200, 429, 429]);
    crm.setLimits('off');
    expect((await call('GET', COMPANIES)).status).toBe(200);
  }));

test('the account forgets the oldest of thousands of expired tokens and unused codes', () => {
  let secrets = 0;
  const store = createOAuthStore(new Map(), () => String(secrets++));
  const app = registerApp({ byId: new Map(), nextId: 1 }, { id: 1, clientId: 'a', clientSecret: 'b' });
  const code = { app, userId: 1, scopes: [], redirectUri: '', issuedAt: 0, isUsed: false };

  for (let at = 0; at < 5_000; at += 1) {
    issueAccessToken(store, { app, userId: 1, scopes: [] }, at * 10_000_000);
    keepCode(store, String(at), code);
  }

  expect(store.actors.size).toBeLessThanOrEqual(1_001);
  expect([...store.actors.keys()].at(-1)).toBe('sandbox-access-4999');
  expect([store.codes.size, store.codes.has('4999')]).toEqual([1_000, true]);
});
