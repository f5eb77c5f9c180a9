import { sql } from 'drizzle-orm';

import type { HomeEntry, PolicyHome, StoredEntry } from '../../src/contract/policy-home.ts';
import { readRecordOfInstallation } from '../../src/crm/installation-record.ts';
import { homeInTables } from '../../src/store/policy-home.ts';
import type { Context } from '../../src/usecases/context.ts';
import { homeOnServer } from '../../src/cli/server-home.ts';
import { type HomeEnd, MOVED_KINDS } from '../../src/usecases/install/home-end.ts';
import { takeOver } from '../../src/usecases/install/take-over.ts';
import { keepPolicy } from '../../src/usecases/policy/known-policy.ts';
import { saveProfileDraft } from '../../src/usecases/policy/profile-drafts.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { lastLine } from '../server/admin/fleet-in-test.ts';
import {
  APP,
  REGISTERED,
  type ServerInTest,
  serverInTest,
  skippingPauses,
} from '../server/server-in-test.ts';
import { HOME } from '../usecases/policy/a-home.ts';
import { anyDraft, weighing } from '../usecases/policy/any-draft.ts';
import { publish, publishedTemplate } from '../usecases/policy/two-portals.ts';
import { skippingClock } from '../skipping-clock.ts';
import { runIcp } from './run-icp.ts';

const PORTAL = 62_515;
const PATH = `/admin/portals/${APP.appId}/${PORTAL}`;
const SCOPES = [
  ...['oauth', 'crm.objects.companies.read', 'crm.objects.companies.write', 'crm.objects.owners.read'],
  ...['crm.objects.deals.read', 'crm.objects.deals.write', 'crm.schemas.companies.read'],
  ...['crm.schemas.companies.write', 'crm.schemas.deals.read', 'crm.schemas.deals.write'],
  ...['crm.objects.contacts.read', 'crm.objects.contacts.write', 'crm.lists.read', 'crm.lists.write'],
];

let portal: Portal;
let server: ServerInTest;
let tables: PolicyHome;
/** The portal as the server works on it. */
let onServer: Context;

beforeEach(async () => {
  // pauses of the server take no time, and pass for the portal too
  const clock = skippingClock();
  const now = () => new Date(Date.now() + clock.now());
  portal = await openPortal({
    ...{ home: true, account: { portalId: PORTAL }, now, onHang: clock.onHang },
    apps: [{ ...REGISTERED, requiredScopes: SCOPES }],
  });
  server = await serverInTest({
    hubspotUrl: portal.sandbox.baseUrl,
    scopes: SCOPES,
    ...skippingPauses(clock),
  });
  tables = homeInTables(server.store.database, PORTAL);
  onServer = { ...portal.context, home: tables, policy: keepPolicy(), edition: 'oauth' };
});

afterEach(async () => {
  await server.close();
  await portal.close();
});

function access() {
  return { address: server.address, secret: server.settings.adminSecret };
}

function icp(...args: string[]) {
  const { address, secret } = access();
  const env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
  return runIcp(
    args,
    { ...env, PARTNER_ICP_SERVER: address, ADMIN_SECRET: secret },
    { now: portal.context.now },
  );
}

function move(edition: 'oauth' | 'private', ...more: string[]) {
  return icp('install', '--take-over', '--edition', edition, ...more);
}

/** Technology is published twice, reseller and the settings once; a draft of the referral profile stays. */
async function published(context: Context): Promise<void> {
  await publishedTemplate(context);
  const draft = {
    type: 'referral',
    draft: anyDraft({}, 'referral'),
    seen: null,
    by: 'ada@example.com',
  } as const;
  await saveProfileDraft(context, draft);
}

async function entriesIn(home: PolicyHome): Promise<StoredEntry[]> {
  const all: StoredEntry[] = [];
  for (const kind of MOVED_KINDS) all.push(...((await home.list(kind)) ?? []));
  return all.sort((one, other) => (one.key < other.key ? -1 : 1));
}

function logAmong(entries: readonly StoredEntry[]): StoredEntry[] {
  return entries.filter(({ kind }) => kind !== 'profile-draft');
}

async function edition(): Promise<string | undefined> {
  return (await readRecordOfInstallation(portal.outside))?.edition;
}

function admin(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${server.address}${path}`, {
    method,
    headers: { authorization: `Bearer ${access().secret}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

test('a portal moves to the server and back with every entry, and versions go on counting', async () => {
  await published(portal.context);
  await server.connect(7);
  const before = await entriesIn(portal.context.home);

  const there = await move('oauth');
  const onTables = await entriesIn(tables);
  await publish(onServer, 'technology', anyDraft(weighing(30, 20)));
  const doctor = await lastLine(await admin('POST', `${PATH}/doctor`, {}));
  const grown = await entriesIn(tables);
  const back = await move('private');
  const atHome = await entriesIn(portal.context.home);
  const state = await publish(
    { ...portal.context, policy: keepPolicy() },
    'technology',
    anyDraft(weighing(35, 15)),
  );
  const ownDoctor = await icp('doctor', '--json');

  expect(there).toMatchObject({ exit: 0, stderr: '' });
  expect(there.stdout).toContain('Moved: 4 entries of the log, 3 profiles, ');
  expect(onTables).toEqual(before);
  expect(logAmong(grown).map(({ key }) => key)).toEqual(
    [...logAmong(before).map(({ key }) => key), 'policy@5', 'technology@3'].sort(),
  );
  expect(doctor).toMatchObject({ answer: { healthy: true, findings: [] } });
  expect(back).toMatchObject({ exit: 0, stderr: '' });
  expect(atHome).toEqual(grown);
  expect(await tables.list('profile-draft')).toEqual([]);
  expect(state.policy).toBe(6);
  expect(await portal.context.home.read(['technology@4', 'policy@6'])).toHaveProperty('size', 2);
  expect(JSON.parse(ownDoctor.stdout)).toMatchObject({ healthy: true, findings: [] });
  expect(await edition()).toBe('private');
}, 60_000);

test('after the move the other edition is refused, by the command that moves it back', async () => {
  await published(portal.context);
  await server.connect(7);

  await move('oauth');
  const { exit, stderr } = await icp('install');

  expect(await edition()).toBe('oauth');
  expect(await portal.context.home.list('profile-draft')).toEqual([]);
  expect({ exit, stderr }).toEqual({
    exit: 3,
    stderr: expect.stringContaining('icp install --take-over --edition private') as unknown,
  });
});

test('a dry run says what would move and writes nothing, in either direction', async () => {
  await published(portal.context);
  await server.connect(7);
  const writes = async (work: () => Promise<unknown>) =>
    (await portal.callsDuring(work)).filter(
      (call) => !call.startsWith('GET') && !/\/(?:read|search)$/.test(call),
    );

  const away = await writes(async () => {
    const { exit, stdout } = await move('oauth', '--dry-run');
    expect({ exit, stdout }).toEqual({
      exit: 0,
      stdout: expect.stringContaining('Would move to the oauth') as unknown,
    });
  });
  const inTables = await entriesIn(tables);
  await move('oauth');
  await publish(onServer, 'technology', anyDraft(weighing(30, 20)));
  const back = await writes(async () => {
    const { stdout } = await move('private', '--dry-run', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ moved: false, to: 'private', obstacles: [] });
  });

  expect({ away, back, inTables }).toEqual({ away: [], back: [], inTables: [] });
  expect(await edition()).toBe('oauth');
}, 30_000);

describe('a run that is broken off after any number of entries', () => {
  test('leaves the portal with its edition, and the next one finishes it on the server', async () => {
    await published(portal.context);
    await server.connect(7);
    const before = await entriesIn(portal.context.home);
    const end = homeOnServer(access(), { appId: APP.appId, portalId: PORTAL });

    for (let sent = 0; sent < before.length; sent += 1) {
      const broken: HomeEnd = { ...end, add: (entries) => end.add(entries.slice(0, 1)).then(brokenOff) };
      await expect(moveBy(portal.context, broken, 'oauth')).rejects.toThrow('broken off');
      expect(await edition()).toBe('private');
    }
    const there = await entriesIn(tables);
    await moveBy(portal.context, end, 'oauth');

    expect(there).toEqual(before);
    expect(await entriesIn(tables)).toEqual(before);
    expect(await edition()).toBe('oauth');
  }, 60_000);

  test('is finished in the custom object too', async () => {
    await server.connect(7);
    await move('oauth');
    await published(onServer);
    const before = await entriesIn(tables);
    const end = homeOnServer(access(), { appId: APP.appId, portalId: PORTAL });

    for (const most of [0, 1, 3]) {
      await expect(moveBy(breakingAfter(portal.context, most), end, 'private')).rejects.toThrow('broken off');
      expect(await edition()).toBe('oauth');
    }
    await moveBy(portal.context, end, 'private');

    expect(await entriesIn(portal.context.home)).toEqual(before);
    expect(await edition()).toBe('private');
  }, 60_000);

  test('after the record was written has only drafts left to take away', async () => {
    await published(portal.context);
    await server.connect(7);
    const end = homeOnServer(access(), { appId: APP.appId, portalId: PORTAL });
    const home = { ...portal.context.home, remove: () => Promise.resolve().then(brokenOff) };

    await expect(
      moveBy({ ...portal.context, home: { ...home, inBulk: () => home } }, end, 'oauth'),
    ).rejects.toThrow('broken off');
    const again = await move('oauth');

    expect(again).toMatchObject({ exit: 0, stderr: '' });
    expect(await portal.context.home.list('profile-draft')).toEqual([]);
    expect(await entriesIn(tables)).toHaveLength(10);
  }, 30_000);
});

test('another entry under a key is refused by name, and nothing is written over it or beside it', async () => {
  await published(portal.context);
  await server.connect(7);
  const [first] = (await portal.context.home.list('policy')) ?? [];
  const other = { ...entryOf(first), key: 'policy@2', reason: 'Somebody else published.' };
  await tables.insert(other);

  const moved = await move('oauth');
  const sent = (await entriesIn(portal.context.home)).map(entryOf);
  const posted = await admin('POST', `${PATH}/home`, { entries: sent });

  expect(moved.exit).toBe(3);
  expect(moved.stderr).toMatch(/oauth edition holds other entries under these keys: policy@2\./);
  expect(posted.status).toBe(409);
  expect(await posted.json()).toMatchObject({
    error: { message: expect.stringContaining('policy@2') as unknown },
  });
  expect((await entriesIn(tables)).map(({ key }) => key)).toEqual(['policy@2']);
  expect(await edition()).toBe('private');
});

test('a log that is damaged or has a gap is not moved: the doctor is named', async () => {
  await published(portal.context);
  await server.connect(7);
  const { results } = (await portal.outside.send({
    method: 'GET',
    path: HOME,
    query: { properties: 'ipp_key', limit: '100' },
  })) as { results: { id: string; properties: Record<string, string> }[] };
  const idOf = (key: string) => results.find(({ properties }) => properties['ipp_key'] === key)?.id ?? '';
  await portal.outside.send({
    method: 'PATCH',
    path: `${HOME}/${idOf('policy@1')}`,
    body: { properties: { ipp_by: 'Eve' } },
  });
  await portal.outside.send({ method: 'DELETE', path: `${HOME}/${idOf('policy@3')}` });

  const refused = await move('oauth');
  const dry = await move('oauth', '--dry-run');
  const repaired = await icp('doctor', '--repair');
  const moved = await move('oauth');

  expect(refused.exit).toBe(3);
  expect(refused.stderr).toMatch(/policy@1, policy@3\. Run: icp doctor --repair/);
  expect(dry).toMatchObject({ exit: 2, stdout: expect.stringContaining('! These entries') as unknown });
  expect(repaired.exit).not.toBe(3);
  expect(moved).toMatchObject({ exit: 0, stderr: '' });
}, 30_000);

test('an entry that was edited on the server is not moved back', async () => {
  await published(portal.context);
  await server.connect(7);
  await move('oauth');
  await server.store.database.transaction(async (transaction) => {
    await transaction.execute(sql`alter table home_entries disable trigger home_entries_stay`);
    await transaction.execute(sql`update home_entries set body = '{}' where key = 'technology@1'`);
    await transaction.execute(sql`alter table home_entries enable trigger home_entries_stay`);
  });

  const { exit, stderr } = await move('private');

  expect({ exit, stderr }).toEqual({
    exit: 3,
    stderr: expect.stringMatching(/technology@1\. Run: icp fleet doctor --portals 62515/) as unknown,
  });
  expect(await edition()).toBe('oauth');
});

test('a portal that is not connected is told where to connect', async () => {
  await published(portal.context);

  const unknown = await move('oauth');
  const named = await move('oauth', '--app', String(APP.appId));

  expect([unknown.exit, named.exit]).toEqual([3, 3]);
  expect(unknown.stderr).toContain(`connects it at ${server.address}/admin`);
  expect(named.stderr).toContain(`connects it at ${server.address}/oauth/install?app=${APP.appId}`);
  expect(await edition()).toBe('private');
});

test('what is typed wrongly is refused before any call', async () => {
  const refusals = [
    await icp('install', '--take-over'),
    await move('oauth', '--types', 'all'),
    await move('oauth', '--app', 'ours'),
    await icp('install', '--app', '4711'),
  ];

  expect(refusals.map(({ exit }) => exit)).toEqual([2, 2, 2, 2]);
  expect(refusals.map(({ stderr }) => stderr.split(':')[0])).toEqual([
    '--edition',
    '--types',
    '--app',
    '--app',
  ]);
});

test('the home is open to the admin secret alone, and to writing only as a bearer token', async () => {
  await server.connect(7);
  const path = `${server.address}${PATH}/home`;
  const basic = `Basic ${Buffer.from(`ada:${access().secret}`).toString('base64')}`;

  const without = await fetch(path);
  const byDialog = await fetch(path, { method: 'POST', headers: { authorization: basic } });
  const foreignKind = await admin('POST', `${PATH}/home`, {
    entries: [
      { key: '512:7', kind: 'profile-draft', body: '{}', by: '', at: '2026-01-01T00:00:00.000Z', reason: '' },
    ],
  });

  expect([without.status, byDialog.status, foreignKind.status]).toEqual([401, 403, 422]);
});

function moveBy(context: Context, end: HomeEnd, to: 'oauth' | 'private') {
  return takeOver(context, { to, server: end, serverDoctor: 'icp fleet doctor --portals 62515' });
}

function brokenOff(): never {
  throw new Error('broken off');
}

/** The context of a process that dies with the next entry after so many. */
function breakingAfter(context: Context, most: number): Context {
  let left = most;
  const insert = (entry: HomeEntry) =>
    (left -= 1) < 0 ? Promise.reject(new Error('broken off')) : context.home.insert(entry);
  const home: PolicyHome = { ...context.home, insert, inBulk: () => home };
  return { ...context, home };
}

function entryOf(entry: StoredEntry | undefined): HomeEntry {
  if (entry === undefined) throw new Error('there is no entry');
  const { isIntact: _, ...rest } = entry;
  return rest;
}
