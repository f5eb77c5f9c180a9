import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { homeEntries } from '../../../src/store/schema.ts';
import { APP } from '../server-in-test.ts';
import { type FleetInTest, lastLine, openFleet } from './fleet-in-test.ts';

const READY = 62_515;
const EMPTY = 62_516;
const GONE = 62_517;

let fleet: FleetInTest;

beforeAll(async () => {
  fleet = await openFleet({ [READY]: {}, [EMPTY]: { installed: false }, [GONE]: {} });
  await fleet.uninstall(GONE);
});

afterAll(() => fleet.close());

const isWrite = ({ method, path: at }: { method: string; path: string }) =>
  method !== 'GET' && !at.endsWith('/search');
const path = (portalId: number, rest = '') => `/admin/portals/${APP.appId}/${portalId}${rest}`;

test('without the admin secret nothing is said or done', async () => {
  for (const [method, at] of [['GET', '/admin'], ['GET', '/admin/portals'], ['POST', path(READY, '/doctor')], ['DELETE', path(READY)]] as const) {
    const response = await fetch(`${fleet.server.address}${at}`, { method });

    expect([response.status, await response.text()]).toEqual([401, expect.stringContaining('not-allowed')]);
  }
}); // prettier-ignore

test('the password of a browser reads, and does nothing that a form of another site could send', async () => {
  const authorization = `Basic ${Buffer.from(`admin:${fleet.server.settings.adminSecret}`).toString('base64')}`;
  const ask = (method: string, at: string) =>
    fetch(`${fleet.server.address}${at}`, { method, headers: { authorization } });

  expect((await ask('GET', '/admin')).status).toBe(200);
  expect((await ask('POST', path(READY, '/install'))).status).toBe(403);
  expect((await ask('DELETE', path(READY))).status).toBe(403);
});

test('the list names every portal, without tokens', async () => {
  const response = await fleet.call('GET', '/admin/portals');
  const text = await response.text();

  expect(JSON.parse(text)).toMatchObject({
    answer: {
      total: 3,
      portals: [
        { portalId: READY, domain: `portal-${READY}.example`, uninstalledAt: null, scopesMissing: [] },
        { portalId: EMPTY },
        { portalId: GONE, uninstalledAt: expect.any(String) as unknown, expiresAt: null, attention: [] },
      ],
    },
  });
  expect(text).not.toMatch(/token-of|unused/);
});

test('the doctor examines a portal over the server, and the last line has what it found', async () => {
  const response = await fleet.call('POST', path(READY, '/doctor'), {});

  expect(response.headers.get('content-type')).toContain('application/x-ndjson');
  expect(await lastLine(response)).toMatchObject({ answer: { findings: expect.any(Array) as unknown } });
});

test('the plan of an installation writes nothing, and the installation does what it says', async () => {
  const portal = fleet.portals.get(EMPTY);
  const plan = await lastLine(await fleet.call('POST', path(EMPTY, '/install-plan'), { types: ['technology'] }));
  const written = portal?.sandbox.journal.entries().filter(isWrite);
  const done = await lastLine(await fleet.call('POST', path(EMPTY, '/install'), { types: ['technology'] }));

  expect(written).toEqual([]);
  expect(plan).toMatchObject({ answer: { edition: 'oauth', types: ['technology'] } });
  expect(done).toMatchObject({ answer: { types: ['technology'], created: expect.arrayContaining(['ipp_lane']) as unknown } });
}); // prettier-ignore

test('what cannot be used is refused with every fault, and an unknown portal by name', async () => {
  const bad = await fleet.call('POST', path(READY, '/install'), { types: ['distributor'], force: true });
  const template = await fleet.call('POST', path(READY, '/template'), { template: { format: 'x' } });
  const unknown = await fleet.call('POST', path(999, '/doctor'), {});
  const gone = await fleet.call('POST', path(GONE, '/doctor'), {});

  expect([bad.status, template.status, unknown.status, gone.status]).toEqual([422, 422, 404, 409]);
  expect(await bad.text()).toMatch(/types\.0: .*force/);
  expect(await template.text()).toContain('this is no file of icp profile export');
  expect(await unknown.text()).toContain('was never connected to portal 999');
});

test.each(['{"a":', '"'.repeat(1_100_000)])('a body that is no JSON or too large is refused', async (body) => {
  const headers = {
    authorization: `Bearer ${fleet.server.settings.adminSecret}`,
    'content-type': 'application/json',
  };
  const response = await fetch(`${fleet.server.address}${path(READY, '/doctor')}`, { method: 'POST', headers, body });

  expect([400, 413]).toContain(response.status);
}); // prettier-ignore

test('of a damaged policy people of the portal are told whom to tell, and whoever runs the server of the backup', async () => {
  const ada = { portalId: READY, userId: 7, userEmail: 'ada@example.com' };
  const entry = { key: 'policy@1', kind: 'policy', body: '{}', checksum: '', by: '', at: '', reason: '' };
  await fleet.server.store.database.insert(homeEntries).values({ portalId: READY, ...entry });

  const settings = { ...DEFAULT_SETTINGS, slots: 5 };
  const publishing = { by: ada.userEmail, reason: 'More slots', policy: 1 };
  const { body } = await fleet.server.ask('publish-settings', { settings, ...publishing }, ada);
  const doctor = JSON.stringify(await lastLine(await fleet.call('POST', path(READY, '/doctor'), {})));

  expect(body.error?.message).toMatch(/Tell the support of the app/);
  expect(body.error?.message).not.toMatch(/backup|server/);
  expect(doctor).toContain('Restore it from a backup of the database');
});

test('a failed operation of a card is noted by its code, and what a person typed wrong is not', async () => {
  const ada = { portalId: EMPTY, userId: 7, userEmail: 'ada@example.com' };
  const lastError = async () => {
    const { answer } = (await (await fleet.call('GET', '/admin/portals')).json()) as {
      answer: { portals: { portalId: number; lastError: { code: string } | null }[] };
    };
    return answer.portals.find(({ portalId }) => portalId === EMPTY)?.lastError?.code ?? null;
  };

  await fleet.server.ask('load-scorecard', { companyId: 'x' }, ada);
  const afterTyping = await lastError();
  fleet.portals.get(EMPTY)?.sandbox.faults.add(FAULT_ANSWERS.serverError, { times: 20 });
  await fleet.server.ask('load-scorecard', { companyId: '1' }, ada);
  // it is noted beside the answer
  let noted = await lastError();
  while (noted === null) noted = await lastError();

  expect(afterTyping).toBeNull();
  expect(noted).toBe('unavailable');
});
