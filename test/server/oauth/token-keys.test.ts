import { randomBytes } from 'node:crypto';

import { sql } from 'drizzle-orm';

import { reseal } from '../../../src/server/oauth/reseal.ts';
import { type CipherKey, openCipher } from '../../../src/store/token-cipher.ts';
import { type Installs, installsIn } from '../../../src/store/installs.ts';
import { KEY, type TokensInTest, withTokens } from './tokens-in-test.ts';

const OLD: CipherKey = { name: '2026-01', key: randomBytes(32) };
const NEW: CipherKey = { name: '2026-11', key: randomBytes(32) };
const GRANT = { domain: 'acme.com', installerId: 7, installerEmail: 'ada@example.com', scopes: ['oauth'] };
const TOKENS = {
  accessToken: 'access-secret',
  refreshToken: 'refresh-secret',
  expiresIn: 1_800,
  lifetime: 1_800,
};

/** The server's view of the installs under some keys. */
function under({ database, log }: TokensInTest, ...keys: [CipherKey, ...CipherKey[]]) {
  const cipher = openCipher(keys);
  const installs = installsIn(database, cipher);
  return { installs, reseal: () => reseal({ database, cipher, installs, log }) };
}

async function keepPortals(installs: Installs, count: number): Promise<void> {
  for (let portalId = 1; portalId <= count; portalId++)
    await installs.keep({ appId: KEY.appId, portalId, ...GRANT }, TOKENS);
}

test('old keys open, and the first one seals', () =>
  withTokens(async (test) => {
    await under(test, OLD).installs.keep({ ...KEY, ...GRANT }, TOKENS);

    const both = under(test, NEW, OLD);

    expect((await both.installs.read(KEY))?.tokens).toMatchObject({ refreshToken: 'refresh-secret' });
    await both.installs.keep({ ...KEY, ...GRANT }, TOKENS);
    expect((await under(test, NEW).installs.read(KEY))?.tokens).toMatchObject({
      refreshToken: 'refresh-secret',
    });
  }));

test('rows of an older key are sealed anew, in batches, and that key can be taken away', () =>
  withTokens(async (test) => {
    await keepPortals(under(test, OLD).installs, 120);

    const first = await under(test, NEW, OLD).reseal();
    const second = await under(test, NEW, OLD).reseal();

    expect([first, second]).toEqual([
      { resealed: 120, unreadable: [] },
      { resealed: 0, unreadable: [] },
    ]);
    for (const portalId of [1, 60, 120])
      expect((await under(test, NEW).installs.read({ ...KEY, portalId }))?.tokens).toMatchObject({
        accessToken: 'access-secret',
      });
  }));

test('a refresh that began before the sealing ends after it', () =>
  withTokens(async (test) => {
    const old = under(test, OLD).installs;
    await old.keep({ ...KEY, ...GRANT }, TOKENS);
    const { tokenVersion = 0 } = (await old.read(KEY)) ?? {};
    await old.takeRefresh(KEY, tokenVersion, 'holder', 15);
    await under(test, NEW, OLD).reseal();

    const isKept = await under(test, NEW, OLD).installs.keepRefreshed(KEY, tokenVersion, {
      ...TOKENS,
      accessToken: 'next',
    });

    expect(isKept).toBe(true);
    expect((await under(test, NEW).installs.read(KEY))?.tokens).toMatchObject({ accessToken: 'next' });
  }));

test('a portal whose key was taken away is not connected, and log and health page say why', () =>
  withTokens(async (test) => {
    await under(test, OLD).installs.keep({ ...KEY, ...GRANT }, TOKENS);
    await under(test, NEW).installs.keep({ ...KEY, portalId: 1, ...GRANT }, TOKENS);

    const { unreadable } = await under(test, NEW).reseal();

    expect(unreadable).toEqual([KEY]);
    expect(await under(test, NEW).installs.read(KEY)).toMatchObject({
      tokens: null,
      unreadable: expect.stringContaining('"2026-01", which TOKEN_KEYS does not have') as unknown,
    });
    expect((await under(test, NEW).installs.read({ ...KEY, portalId: 1 }))?.tokens).not.toBeNull();
    expect(test.logged()).toContain('1 portal is not connected');
    expect(test.logged()).not.toMatch(/(access|refresh)-secret/);
    expect((await test.database.query.installs.findMany()).map(({ lastError }) => lastError)).toEqual(
      expect.arrayContaining([null, expect.stringContaining('2026-01')]) as unknown,
    );
    expect((await under(test, NEW, OLD).installs.read(KEY))?.tokens).not.toBeNull();
  }));

test('tokens that were moved to another portal, or changed, do not open', () =>
  withTokens(async (test) => {
    const { installs } = under(test, NEW);
    await keepPortals(installs, 2);
    await test.run(
      sql`update installs set refresh_token = (select refresh_token from installs where portal_id = 1) where portal_id = 2`,
    );
    await test.run(sql`update installs set access_token = access_token || 'x'::bytea where portal_id = 1`);

    for (const portalId of [1, 2])
      expect(await installs.read({ ...KEY, portalId })).toMatchObject({
        tokens: null,
        unreadable: expect.stringContaining('was changed') as unknown,
      });
  }));

test('neither the table nor a copy of it shows a token', () =>
  withTokens(async (test) => {
    await under(test, NEW).installs.keep({ ...KEY, ...GRANT }, TOKENS);

    const [row] = await test.database.query.installs.findMany();

    const stored = Buffer.concat([row?.accessToken ?? Buffer.alloc(0), row?.refreshToken ?? Buffer.alloc(0)]);
    expect(stored.length).toBeGreaterThan(60);
    expect(stored.toString('latin1')).not.toMatch(/secret/);
  }));
