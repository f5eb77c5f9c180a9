import { sql } from 'drizzle-orm';

import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { NotInstalled } from '../../../src/server/renew-tokens.ts';
import { KEY, type TokensInTest, nextTurn, withTokens } from './tokens-in-test.ts';

const TOKEN = { path: '/oauth/2026-09/token' };
const failing = (status: number, headers = {}): Fault => ({
  kind: 'status',
  status,
  headers,
  body: { status: 'error', message: 'no' },
});

/** A process that is connected, and whose next reading is of the database. */
async function connected(test: TokensInTest) {
  const process = test.startProcess();
  await test.connect(process);
  return process;
}

test('a token with more than 5 minutes left is used without a call, and without a reading each', () =>
  withTokens(async (test) => {
    const { tokens } = await connected(test);

    const [first, second] = [await tokens.read(KEY), await tokens.read(KEY)];

    expect(second).toEqual(first);
    expect(test.uses()).toEqual([]);
  }));

test('100 calls at once, in the last minutes of a token, refresh it once and none of them waits for it', () =>
  withTokens(async (test) => {
    const { tokens, clock } = await connected(test);
    const before = await tokens.read(KEY);
    await test.endIn(200);
    await clock.sleep(10_000);

    const during = await Promise.all(Array.from({ length: 100 }, () => tokens.read(KEY)));
    await test.run(sql`select 1`);
    const after = await settled(() => tokens.read(KEY), before.version);

    expect(new Set(during.map(({ accessToken }) => accessToken))).toEqual(new Set([before.accessToken]));
    expect(after.accessToken).not.toBe(before.accessToken);
    expect(test.uses()).toEqual([1]);
  }));

/** Reads until a renewal in the background is done. */
async function settled<Result extends { version: number }>(read: () => Promise<Result>, version: number) {
  for (;;) {
    const result = await read();
    if (result.version !== version) return result;
    await nextTurn();
  }
}

test('100 calls at once with a token that has ended wait for one refresh', () =>
  withTokens(async (test) => {
    const { tokens, clock } = await connected(test);
    await test.endIn(-1);
    await clock.sleep(10_000);

    const read = await Promise.all(Array.from({ length: 100 }, () => tokens.read(KEY)));

    expect(new Set(read.map(({ version }) => version)).size).toBe(1);
    expect(test.uses()).toEqual([1]);
  }));

test('100 calls at once that HubSpot refused get one new token', () =>
  withTokens(async (test) => {
    const { tokens } = await connected(test);
    const refused = await tokens.read(KEY);

    const replaced = await Promise.all(Array.from({ length: 100 }, () => tokens.replace(KEY, refused)));
    const late = await tokens.replace(KEY, refused);

    expect(new Set([...replaced, late].map(({ version }) => version))).toEqual(
      new Set([refused.version + 2]),
    );
    expect(test.uses()).toEqual([1]);
  }));

test('a token that is refused seconds after it replaced another one is not replaced again', () =>
  withTokens(async (test) => {
    const { tokens } = await connected(test);
    const next = await tokens.replace(KEY, await tokens.read(KEY));

    await expect(tokens.replace(KEY, next)).rejects.toThrow('issued seconds ago');

    expect(test.uses()).toEqual([1]);
  }));

test.each(['stays', 'is-replaced'] as const)(
  'two processes that refresh at once, 20 times, use no refresh token twice for it, where it %s',
  (refreshedToken) =>
    withTokens(
      async (test) => {
        const [one, other] = [await connected(test), test.startProcess()];
        for (let round = 0; round < 20; round++) {
          await test.endIn(-1);
          for (const { clock } of [one, other]) await clock.sleep(10_000);
          const read = await Promise.all([one, other, one, other].map(({ tokens }) => tokens.read(KEY)));
          expect(new Set(read.map(({ accessToken }) => accessToken)).size).toBe(1);
        }

        expect(test.uses()).toEqual(refreshedToken === 'stays' ? [20] : Array(20).fill(1));
      },
      { refreshedToken },
    ),
);

test('while another process refreshes, a token that is still valid is used', () =>
  withTokens(async (test) => {
    const [one, other] = [await connected(test), test.startProcess()];
    const { version } = await other.tokens.read(KEY);
    await one.installs.takeRefresh(KEY, version, 'one', 15);
    await test.endIn(120);
    await other.clock.sleep(10_000);

    expect((await other.tokens.read(KEY)).version).toBe(version);
    expect(test.uses()).toEqual([]);
  }));

test('the lease of a process that was killed ends, and another one goes on', () =>
  withTokens(async (test) => {
    const [killed, other] = [await connected(test), test.startProcess('skips')];
    const { version } = await killed.tokens.read(KEY);
    await killed.installs.takeRefresh(KEY, version, 'killed', 15);
    await test.endIn(-1);

    await expect(other.tokens.read(KEY)).rejects.toThrow('has not finished');
    await test.run(sql`update installs set refresh_until = now() - interval '1 second'`);
    await other.clock.sleep(120_000);

    expect((await other.tokens.read(KEY)).version).toBeGreaterThan(version);
    expect(test.uses()).toEqual([1]);
  }));

test('a holder that comes back late does not overwrite what another one stored', () =>
  withTokens(async (test) => {
    const [late, other] = [await connected(test), test.startProcess()];
    const { version } = await late.tokens.read(KEY);
    await late.installs.takeRefresh(KEY, version, 'late', 15);
    await test.run(sql`update installs set refresh_until = now() - interval '1 second', expires_at = now()`);
    const newer = await other.tokens.read(KEY);

    const stale = { accessToken: 'late', refreshToken: 'late', expiresIn: 1_800, lifetime: 1_800 };
    const isKept = await late.installs.keepRefreshed(KEY, version, stale);

    expect(isKept).toBe(false);
    expect(await late.tokens.read(KEY)).toEqual(newer);
  }));

test('tokens that a late holder brings stand where the refresh token was taken for ended in between', () =>
  withTokens(async (test) => {
    const [late, other] = [await connected(test), test.startProcess()];
    const { version } = await late.tokens.read(KEY);
    await other.installs.endInstall(KEY, version);

    const issued = { accessToken: 'late', refreshToken: 'late', expiresIn: 1_800, lifetime: 1_800 };
    const isKept = await late.installs.keepRefreshed(KEY, version, issued);

    expect(isKept).toBe(true);
    expect((await other.tokens.read(KEY)).accessToken).toBe('late');
  }));

test('a portal that uninstalled the app loses its tokens at the next refresh', () =>
  withTokens(async (test) => {
    const { tokens, installs } = await connected(test);
    const access = await tokens.read(KEY);
    await uninstall(test, access.accessToken);

    await expect(tokens.replace(KEY, access)).rejects.toThrow(NotInstalled);

    expect(await installs.read(KEY)).toMatchObject({ tokens: null, unreadable: null });
    expect((await installs.read(KEY))?.uninstalledAt).toBeInstanceOf(Date);
    await expect(tokens.read(KEY)).rejects.toThrow(NotInstalled);
    expect(test.uses()).toEqual([1]);
  }));

test('a refresh token that is refused because the app was installed anew meanwhile ends nothing', () =>
  withTokens(async (test) => {
    const [slow, other] = [await connected(test), test.startProcess()];
    const access = await slow.tokens.read(KEY);
    await uninstall(test, access.accessToken);
    await test.connect(other);

    const next = await slow.tokens.replace(KEY, access);

    expect(next).toEqual(await other.tokens.read(KEY));
    expect(test.sandbox.journal.entries().some(({ status }) => status === 400)).toBe(false);
  }));

test.each([
  ['403', failing(403)],
  ['429', failing(429)],
  ['500', failing(500)],
  ['503', failing(503, { 'retry-after': '30' })],
  ['a reset connection', { kind: 'reset', write: 'before' }],
] as const)('%s of the token endpoint ends no installation, and the token in hand is used', (_name, fault) =>
  withTokens(async (test) => {
    const { tokens, installs, clock } = await connected(test);
    const access = await tokens.read(KEY);
    test.sandbox.faults.add(fault, { ...TOKEN, times: 3 });
    await test.endIn(20);
    await clock.sleep(10_000);

    const used = await tokens.read(KEY);
    const again = await tokens.read(KEY);
    test.sandbox.faults.clear();
    await clock.sleep(61_000);
    const next = await tokens.read(KEY);

    expect([used, again]).toEqual([access, access]);
    expect(next.version).toBeGreaterThan(access.version);
    expect((await installs.read(KEY))?.uninstalledAt).toBeNull();
  }),
);

test('after a failure HubSpot is asked again only after a pause, which grows', () =>
  withTokens(async (test) => {
    const { tokens, clock } = await connected(test);
    test.sandbox.faults.add({ kind: 'reset', write: 'before' }, { ...TOKEN, times: 100 });
    await test.endIn(-1);
    const asked = () => test.sandbox.journal.entries().filter(({ fault }) => fault === 'reset').length;

    for (let call = 0; call < 50; call++) await expect(tokens.read(KEY)).rejects.toThrow('did not answer');
    expect(asked()).toBe(1);
    await clock.sleep(1_001);
    await expect(tokens.read(KEY)).rejects.toThrow('did not answer');
    await clock.sleep(1_001);
    await expect(tokens.read(KEY)).rejects.toThrow('did not answer');

    expect(asked()).toBe(2);
  }));

test('the lifetime that HubSpot answers is obeyed', () =>
  withTokens(async (test) => {
    const { tokens, clock, installs } = await connected(test);
    const body = { access_token: 'short', refresh_token: 'r2', expires_in: 60, token_type: 'bearer' };
    test.sandbox.faults.add({ kind: 'status', status: 200, body }, TOKEN);
    await test.endIn(-1);
    await clock.sleep(10_000);

    const short = await tokens.read(KEY);
    await clock.sleep(10_000);

    expect(short.accessToken).toBe('short');
    expect(await tokens.read(KEY)).toEqual(short);
    expect((await installs.read(KEY))?.tokens).toMatchObject({ refreshToken: 'r2', lifetimeMs: 60_000 });
  }));

test('no token and no secret is logged', () =>
  withTokens(async (test) => {
    const { tokens, installs } = await connected(test);
    const access = await tokens.read(KEY);
    const refreshToken = (await installs.read(KEY))?.tokens?.refreshToken ?? '';
    test.sandbox.faults.add(failing(403), TOKEN);
    await expect(tokens.replace(KEY, access)).rejects.toThrow();
    await uninstall(test, access.accessToken);

    for (const secret of [access.accessToken, refreshToken, 'secret-of-4711'])
      expect(test.logged()).not.toContain(secret);
    expect(test.logged()).toContain('invalid-request');
  }));

async function uninstall({ sandbox }: TokensInTest, accessToken: string): Promise<void> {
  await fetch(`${sandbox.baseUrl}/appinstalls/2026-09/external-install`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${accessToken}` },
  });
}
