import { knowInstalls } from '../../../src/server/known-installs.ts';
import { type Installs, installsIn } from '../../../src/store/installs.ts';
import { openCipher } from '../../../src/store/token-cipher.ts';
import { KEY, type TokensInTest, withTokens } from './tokens-in-test.ts';

const GRANT = {
  ...KEY,
  domain: 'acme.com',
  installerId: 7,
  installerEmail: 'ada@example.com',
  scopes: ['oauth'],
};
const TOKENS = { accessToken: 'a', refreshToken: 'r', expiresIn: 1_800, lifetime: 1_800 };

/** Installs of a process whose readings of the database are counted. */
function counting({ database }: TokensInTest) {
  let reads = 0;
  let nowMs = 0;
  const stored = installsIn(database, openCipher([{ name: 'k', key: Buffer.alloc(32) }]));
  const counted: Installs = {
    ...stored,
    read: (key) => {
      reads += 1;
      return stored.read(key);
    },
  };
  return {
    stored,
    installs: knowInstalls(counted, () => nowMs),
    reads: () => reads,
    pass: (ms: number) => void (nowMs += ms),
  };
}

test('1,000 readings within 3 seconds, at once or one by one, cost one of the database', () =>
  withTokens(async (test) => {
    const { stored, installs, reads, pass } = counting(test);
    await stored.keep(GRANT, TOKENS);

    await Promise.all(Array.from({ length: 500 }, () => installs.read(KEY)));
    for (let count = 0; count < 500; count++) await installs.read(KEY);
    expect(reads()).toBe(1);

    pass(3_000);
    await installs.read(KEY);
    expect(reads()).toBe(2);
  }));

test('what is left of a token shrinks while it is known', () =>
  withTokens(async (test) => {
    const { stored, installs, pass } = counting(test);
    await stored.keep(GRANT, TOKENS);
    const before = (await installs.read(KEY))?.tokens?.leftMs ?? 0;

    pass(2_000);

    expect((await installs.read(KEY))?.tokens?.leftMs).toBeCloseTo(before - 2_000, 3);
  }));

test('a change of this process is seen at once, also by a reading that began before it', () =>
  withTokens(async (test) => {
    const { stored, installs } = counting(test);
    await stored.keep(GRANT, TOKENS);
    const { tokenVersion = 0 } = (await stored.read(KEY)) ?? {};

    const [, , after] = await Promise.all([
      installs.read(KEY),
      installs.endInstall(KEY, tokenVersion),
      installs.read(KEY).then(() => installs.read(KEY)),
    ]);
    const next = await installs.read(KEY);

    expect(after).not.toBeNull();
    expect(next?.tokens).toBeNull();
  }));

test('another process connects a portal, and the next reading sees it', () =>
  withTokens(async (test) => {
    const { stored, installs } = counting(test);

    const before = await installs.read(KEY);
    await stored.keep(GRANT, TOKENS);

    expect(before).toBeNull();
    expect((await installs.read(KEY))?.tokens).not.toBeNull();
  }));
