import { sql } from 'drizzle-orm';

import { DEFAULT_TRANSPORT } from '../../../src/crm/client/client.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { REGISTERED, type ServerInTest, propertiesInstalled, serverInTest } from '../server-in-test.ts';
import { SCOPES } from './scopes-of-app.ts';
import { usesIn } from './tokens-in-test.ts';

const PORTAL = 62_515;
const ADA = { portalId: PORTAL, userId: 7, userEmail: 'ada@example.com' };
const ROUNDS = 20;

let portal: Portal;
let one: ServerInTest;
let other: ServerInTest;
let passedMs = 0;

/** Time passes by rounds; pauses are real, since one server waits for the other one. */
const transport = { ...DEFAULT_TRANSPORT, now: () => performance.now() + passedMs };

async function open(refreshedToken: 'stays' | 'is-replaced') {
  portal = await openPortal({
    account: { portalId: PORTAL },
    owners: [{ id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' }],
    apps: [{ ...REGISTERED, requiredScopes: SCOPES }],
    switches: { refreshedToken },
  });
  passedMs = 0;
  one = await serverInTest({ hubspotUrl: portal.sandbox.baseUrl, scopes: SCOPES, transport });
  const { store, settings } = one;
  other = await serverInTest({
    ...{ hubspotUrl: portal.sandbox.baseUrl, scopes: SCOPES },
    ...{ store, tokenKeys: settings.tokenKeys, transport },
  });
  await one.connect(7);
  await propertiesInstalled(one.store.database);
}

afterEach(async () => {
  await other.close();
  await one.close();
  await portal.close();
});

test.each(['stays', 'is-replaced'] as const)(
  'two servers asked by many cards as a token ends, 20 times, send each refresh token once for it, where it %s',
  async (refreshedToken) => {
    await open(refreshedToken);
    const companyId = await portal.createCompany({ name: 'Ledgerlane' });
    const failures: unknown[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await one.store.database.execute(sql`update installs set expires_at = now() - interval '1 second'`);
      // HubSpot refuses the old one too, so that a server that has just read it comes by the other way
      passedMs += 31 * 60_000;
      portal.sandbox.skewClock(passedMs);
      const asked = [one, other, one, other].map((server) =>
        server.ask('load-scorecard', { companyId }, ADA),
      );
      for (const { body } of await Promise.all(asked))
        if (body.error !== undefined) failures.push(body.error);
    }

    expect(failures).toEqual([]);
    const uses = usesIn(portal.sandbox);
    expect(uses.reduce((sum, count) => sum + count, 0)).toBe(ROUNDS);
    if (refreshedToken === 'is-replaced') expect(new Set(uses)).toEqual(new Set([1]));
  },
);
