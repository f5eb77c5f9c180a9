import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FAULT_ANSWERS } from '../../sandbox/hubspot/faults/named-faults.ts';
import { DEFAULT_SETTINGS } from '../../src/icp/settings.ts';
import { changedRecordsIn } from '../../src/store/changed-records.ts';
import { portalJobsIn } from '../../src/store/portal-jobs.ts';
import { type FleetInTest, openFleet } from '../server/admin/fleet-in-test.ts';
import { APP } from '../server/server-in-test.ts';
import { type Given, runIcp } from './run-icp.ts';

const [NORTH, SOUTH, GONE] = [62_515, 62_516, 62_517];
/** Portals in which nothing is installed yet. */
const [EAST, WEST] = [62_518, 62_519];

let fleet: FleetInTest;

beforeAll(async () => {
  fleet = await openFleet({ [NORTH]: { types: ['technology'] }, [SOUTH]: { types: ['technology'] }, [GONE]: {}, [EAST]: { installed: false }, [WEST]: { installed: false } });
  await fleet.uninstall(GONE);
}); // prettier-ignore

afterEach(() => fleet.portals.get(EAST)?.sandbox.faults.clear());

afterAll(() => fleet.close());

function icp(args: readonly string[], given: Given = {}) {
  const { address, settings } = fleet.server;
  return runIcp(
    ['fleet', ...args],
    { PARTNER_ICP_SERVER: address, ADMIN_SECRET: settings.adminSecret },
    given,
  );
}

const failing = (portalId: number) =>
  fleet.portals.get(portalId)?.sandbox.faults.add(FAULT_ANSWERS.serverError, { times: 1_000 });

test('missing settings are named in one message, and the secret goes over https or to this computer alone', async () => {
  const missing = await runIcp(['fleet', 'list']);
  const open = await runIcp(['fleet', 'list'], {
    PARTNER_ICP_SERVER: 'http://partner-icp.example.com',
    ADMIN_SECRET: 'short-secret',
  });

  expect([missing.exit, open.exit]).toEqual([2, 2]);
  expect(missing.stderr).toMatch(/PARTNER_ICP_SERVER is not set.*ADMIN_SECRET is not set/);
  expect(open.stderr).toMatch(/PARTNER_ICP_SERVER must be an https address.*ADMIN_SECRET must have/);
  expect(open.stderr).not.toContain('short-secret');
});

test('a wrong secret, a server that is not there, and another server are told apart', async () => {
  const secret = 'b'.repeat(40);
  const sandbox = fleet.portals.get(NORTH)?.sandbox.baseUrl ?? '';
  const wrong = await runIcp(['fleet', 'list'], { PARTNER_ICP_SERVER: fleet.server.address, ADMIN_SECRET: secret }); // prettier-ignore
  const none = await runIcp(['fleet', 'list'], { PARTNER_ICP_SERVER: 'http://127.0.0.1:9', ADMIN_SECRET: secret }); // prettier-ignore
  const other = await runIcp(['fleet', 'list'], { PARTNER_ICP_SERVER: sandbox, ADMIN_SECRET: secret });

  expect([wrong.exit, none.exit]).toEqual([2, 3]);
  expect(wrong.stderr).toContain('does not take this admin secret');
  expect(none.stderr).toContain('cannot be reached');
  expect(other.exit).not.toBe(0);
});

test('the list names each portal with what asks for attention', async () => {
  const { exit, stdout } = await icp(['list']);

  expect(exit).toBe(0);
  expect(stdout).toContain(`portal-${NORTH}.example (${NORTH}, app 4711)`);
  expect(stdout).toMatch(new RegExp(`- portal-${GONE}.example .*uninstalled on`));
});

test('the list says what waits in a portal, and how far its jobs are', async () => {
  const { database } = fleet.server.store;
  const key = { appId: APP.appId, portalId: NORTH };
  await changedRecordsIn(database).mark([{ ...key, objectType: 'companies', recordId: 5 }]);
  const nothing = { rejudged: 0, current: 0, lanes: [], left: [], moreLeft: 0, notes: [] };
  const jobs = portalJobsIn(database, Date.now);
  await jobs.start(key, {
    ...{ run: 'one', type: 'technology', version: 'technology@1', sums: nothing },
    ...{ userId: '7', email: 'ada@example.com' },
  });
  await jobs.pause(key, 'technology');
  const { stdout } = await icp(['list']);

  expect(stdout).toContain('    1 change waits, the first for 0 minutes');
  expect(stdout).toContain('    re-judging technology: paused, 0 looked at');
});

test('which portals has to be said, in one way', async () => {
  const none = await icp(['doctor']);
  const both = await icp(['doctor', '--all', '--portals', String(NORTH)]);
  const typo = await icp(['doctor', '--portals', '1,x2']);

  expect([none.exit, both.exit, typo.exit]).toEqual([2, 2, 2]);
});

test('the doctor accounts for every portal that was named: healthy, uninstalled and unknown', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fleet-'));
  const file = join(folder, 'portals.txt');
  await writeFile(file, `${NORTH}\n4711:${GONE}\n999\n${NORTH}\n`);

  const { exit, stdout } = await icp(['doctor', '--portals', file]);

  expect(stdout).toContain('The portal has uninstalled the app.');
  expect(stdout).toContain('999: The server does not know this portal.');
  expect(stdout).toMatch(/3 portals: \d in order, \d to look at, 0 failed, 2 left out\./);
  expect(exit).toBe(2);
});

test('a portal that fails stops no other', async () => {
  failing(EAST);

  const { exit, stdout } = await icp([
    'install',
    '--portals',
    `${EAST},${WEST}`,
    '--types',
    'technology',
    '--json',
  ]);

  expect(exit).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    portals: [
      { portalId: EAST, state: 'failed', code: 'unavailable' },
      { portalId: WEST, state: 'done', answer: { types: ['technology'] } },
    ],
    sum: { done: 1, failed: 1 },
  });
});

test('a dry run of the installation writes nothing', async () => {
  const portal = fleet.portals.get(EAST);
  const from = portal?.sandbox.journal.entries().length;
  const { exit, stdout } = await icp(['install', '--portals', String(EAST), '--types', 'reseller', '--dry-run']);
  const calls = portal?.sandbox.journal.entries().slice(from) ?? [];

  expect(exit).toBe(0);
  expect(stdout).toMatch(/would create [1-9]/);
  expect(calls.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search'))).toEqual([]);
}); // prettier-ignore

test('a template says what it changes, and is published in each portal with who and why', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fleet-'));
  const file = join(folder, 'template.json');
  const settings = { ...DEFAULT_SETTINGS, slots: 5 };
  await writeFile(
    file,
    JSON.stringify({ format: 'Partner ICP template', version: 1, types: [], profiles: {}, settings }),
  );

  const plan = await icp(['publish', file, '--portals', `${NORTH},${SOUTH}`]);
  const nobody = await icp(['publish', file, '--portals', `${NORTH},${SOUTH}`, '--apply']);
  const done = await icp(['publish', file, '--portals', `${NORTH},${SOUTH}`, '--apply', '--by', 'ada@example.com', '--reason', 'More slots.']); // prettier-ignore
  const again = await icp(['publish', file, '--portals', `${NORTH},${SOUTH}`]);

  expect(plan.stdout).toMatch(/would publish settings[\s\S]*Nothing was published\./);
  expect(nobody.exit).toBe(2);
  expect([done.exit, done.stdout]).toEqual([0, expect.stringContaining('published settings')]);
  expect(again.stdout).not.toContain('would publish');
});

test('Ctrl-C begins no further portal, and every one is accounted for', async () => {
  const { exit, stdout } = await icp(['doctor', '--all', '--json'], {
    onInterrupt: (listener) => {
      listener();
      return () => undefined;
    },
  });

  expect(exit).toBe(130);
  expect(JSON.parse(stdout)).toMatchObject({ sum: { leftOut: 4 } });
});

test('a portal is disconnected only with --yes', async () => {
  const { exit, stdout } = await icp(['disconnect', String(NORTH)]);

  expect(exit).toBe(2);
  expect(stdout).toContain('repeat the command with --yes');
});

test('a portal that has uninstalled the app is forgotten at once', async () => {
  const { exit, stdout } = await icp(['disconnect', String(GONE), '--yes']);
  const list = await icp(['list']);

  expect(stdout).toContain('Everything that this server kept of it is deleted.');
  expect(exit).toBe(0);
  expect(list.stdout).not.toContain(String(GONE));
});
