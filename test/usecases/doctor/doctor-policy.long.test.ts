import type { HomeEntry } from '../../../src/contract/policy-home.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { type Profile, currentProfile } from '../../../src/icp/profile.ts';
import { SHIPPED } from '../../../src/icp/shipped-profiles.ts';
import { updateOlderProfileList } from '../../../src/usecases/policy/older-profile-list.ts';
import { inBulkUnderPolicy } from '../../../src/usecases/policy/with-policy.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { scoredCompany } from '../scorecard/scoring.ts';
import { codesOf, examine, findingOf } from './examine.ts';

let portal: Portal;
beforeEach(async () => (portal = await openPortal({ home: true })));
afterEach(() => portal.close());

const HOME = '/crm/objects/2026-09/p_partner_icp_home';
const PUBLISHED = { by: 'ann@example.com', at: '2026-03-03T09:00:00.000Z', reason: 'The yearly review' };
const PREREQUISITES = {
  ...{ hypothesis: null, customerIcp: null, thesis: null },
  timing: { productMarketFit: true, goToMarket: true, programReady: true },
};

const technology = currentProfile(SHIPPED, 'technology') as Profile;

function profileEntry(version: number, reviewDue = '2099-03-03'): HomeEntry {
  const body = { profile: { ...technology, version }, prerequisites: PREREQUISITES, reviewDue };
  return { ...PUBLISHED, key: `technology@${version}`, kind: 'profile', body: JSON.stringify(body) };
}

function policyEntry(version: number, technologyVersion: number): HomeEntry {
  const body = {
    ...{ version, settings: DEFAULT_SETTINGS, current: { technology: technologyVersion } },
    act: { kind: 'published', profile: `technology@${technologyVersion}` },
  };
  return { ...PUBLISHED, key: `policy@${version}`, kind: 'policy', body: JSON.stringify(body) };
}

/** Two versions of the technology profile, the second one current. */
async function publishTwice(): Promise<void> {
  for (const entry of [profileEntry(1), policyEntry(1, 1), profileEntry(2), policyEntry(2, 2)])
    expect(await portal.context.home.insert(entry)).toBe('inserted');
  await updateOlderProfileList(await inBulkUnderPolicy(portal.context));
}

/** Edits an entry past our app. */
function editEntry(key: string, properties: Record<string, string>): Promise<unknown> {
  const input = { id: key, idProperty: 'ipp_key', properties };
  return portal.outside.send({ method: 'POST', path: `${HOME}/batch/update`, body: { inputs: [input] } });
}

test('a portal with two published versions is healthy', async () => {
  await publishTwice();

  const diagnosis = await examine(portal);

  expect(diagnosis).toMatchObject({ healthy: true, findings: [] });
});

test('a home whose object is deleted is a finding, and the rest is looked at', async () => {
  await publishTwice();
  await editOutside(portal, await scoredCompany(portal), { ipp_lane: 'pass' });
  for (const { id } of await entries())
    await portal.outside.send({ method: 'DELETE', path: `${HOME}/${id}` });
  await portal.outside.send({
    method: 'DELETE',
    path: '/crm-object-schemas/2026-09/schemas/p_partner_icp_home',
  });

  const diagnosis = await examine(portal, { repair: true });

  expect(codesOf(diagnosis)).toContain('home-unreachable');
  expect(codesOf(diagnosis)).not.toContain('verdict-differs');
  expect(diagnosis.types).toContain('technology');
});

async function entries(): Promise<{ id: string }[]> {
  return ((await portal.outside.send({ method: 'GET', path: HOME })) as { results: { id: string }[] })
    .results;
}

const edit = (key: string, properties: Record<string, string>) => () => editEntry(key, properties);
const TAMPERED: readonly [what: string, code: string, tamper: () => Promise<unknown>][] = [
  ['edits a body', 'entry-edited', edit('technology@1', { ipp_body: '{}' })],
  ['edits a checksum', 'entry-edited', edit('policy@1', { ipp_checksum: '0' })],
  ['edits who published', 'entry-edited', edit('policy@2', { ipp_by: 'eve@example.com' })],
  ['changes the kind of a profile', 'entry-edited', edit('technology@2', { ipp_kind: 'profile-draft' })],
  ['changes the kind of an entry', 'entry-edited', edit('policy@1', { ipp_kind: 'scorecard-draft' })],
  ['edits a key', 'entry-missing', edit('technology@2', { ipp_key: 'technology@7' })],
  ['edits the key of an entry', 'entry-missing', edit('policy@1', { ipp_key: 'policy@99x' })],
  ['swaps two bodies', 'entry-edited', swapBodies],
  ['deletes a profile', 'entry-missing', () => deleteEntry('technology@2')],
  ['deletes an entry of the log', 'entry-missing', () => deleteEntry('policy@1')],
];

test.each(TAMPERED)('somebody %s: it is named with code %s, and restored', async (_, code, tamper) => {
  await publishTwice();
  const whole = await everything();
  await tamper();

  const found = await examine(portal);
  const repaired = await examine(portal, { repair: true });

  expect(codesOf(found)).toEqual([code]);
  expect(found.healthy).toBe(false);
  expect(findingOf(repaired, code)?.message).toMatch(/Restored\.$/);
  expect(repaired.healthy).toBe(true);
  expect(await everything()).toEqual(whole);
  expect((await examine(portal)).findings).toEqual([]);
});

test('an edited entry is named with who edited it and when', async () => {
  await publishTwice();
  await editEntry('policy@2', { ipp_reason: 'Another one' });

  const day = portal.context.now().toISOString().slice(0, 10);
  expect(findingOf(await examine(portal), 'entry-edited')?.examples).toEqual([
    `policy@2 (edited by somebody in HubSpot, user 7, ${day})`,
  ]);
});

test('nothing is judged by an edited profile: its companies are named, and keep their verdict', async () => {
  await publishTwice();
  const company = await scoredCompany(portal);
  await editEntry('technology@2', { ipp_body: '{}' });

  const diagnosis = await examine(portal);

  expect(findingOf(diagnosis, 'unknown-profile-version')).toMatchObject({
    ...{ count: 1, message: expect.stringContaining('Technology partner, v2 (1)') as unknown },
  });
  expect(await portal.stored(company)).toMatchObject({ ipp_lane: 'deep' });
});

test('the newest entry was deleted: the profile that it named is told, and a repair brings it back', async () => {
  await publishTwice();
  await deleteEntry('policy@2');

  const found = await examine(portal);
  const repaired = await examine(portal, { repair: true });

  expect(findingOf(found, 'profile-unnamed')).toMatchObject({ weight: 'note', examples: ['technology@2'] });
  expect(findingOf(repaired, 'profile-unnamed')).toBeUndefined();
  expect((await portal.context.policy.read(portal.context.home)).policy.current).toEqual({ technology: 2 });
});

test('a profile of which nothing is left is said to be lost, and what is whole is restored', async () => {
  await publishTwice();
  await editEntry('technology@1', { ipp_by: 'eve@example.com' });
  const forged = JSON.stringify({ ...(JSON.parse(policyEntry(3, 9).body) as object) });
  const input = { ...policyEntry(3, 9), body: forged };
  expect(await portal.context.home.insert(input)).toBe('inserted');

  const repaired = await examine(portal, { repair: true });

  expect(findingOf(repaired, 'entry-edited')).toMatchObject({ count: 1, repaired: 1 });
  expect(findingOf(repaired, 'entry-missing')).toMatchObject({
    ...{ count: 1, repaired: 0, examples: ['technology@9'] },
    message: expect.stringContaining('nothing left') as unknown,
  });
  expect(repaired.healthy).toBe(false);
});

test('a profile past its review and drafts that grew old are notes', async () => {
  await portal.context.home.insert(profileEntry(1, '2026-03-03'));
  await portal.context.home.insert(policyEntry(1, 1));
  const draft = { ...profileEntry(2), key: 'draft:technology', kind: 'profile-draft' } as const;
  await portal.context.home.put({ ...draft, at: daysAgo(91) });
  const unsaved = { kind: 'scorecard-draft', companyId: '1', by: 'ann@example.com', reason: '' } as const;
  await portal.context.home.put({ ...unsaved, key: '1:7', body: '{}', at: daysAgo(9) });

  const diagnosis = await examine(portal);

  expect(diagnosis.healthy).toBe(true);
  expect(findingOf(diagnosis, 'profile-review-due')?.examples).toEqual(['Technology partner: 2026-03-03']);
  expect(findingOf(diagnosis, 'profile-draft-old')?.examples[0]).toMatch(/^Technology partner \(ann@/);
  expect(findingOf(diagnosis, 'scorecard-draft-old')).toMatchObject({ count: 1 });
});

function daysAgo(days: number): string {
  return new Date(portal.context.now().getTime() - days * 86_400_000).toISOString();
}

async function swapBodies(): Promise<void> {
  const [one, two] = [profileEntry(1).body, profileEntry(2).body];
  await editEntry('technology@1', { ipp_body: two });
  await editEntry('technology@2', { ipp_body: one });
}

async function deleteEntry(key: string): Promise<void> {
  const query = { properties: 'ipp_key' };
  const { results } = (await portal.outside.send({ method: 'GET', path: HOME, query })) as {
    results: { id: string; properties: Record<string, string> }[];
  };
  const id = results.find(({ properties }) => properties['ipp_key'] === key)?.id ?? '';
  await portal.outside.send({ method: 'DELETE', path: `${HOME}/${id}` });
}

/** All four entries as they read. */
async function everything() {
  return portal.context.home.read(['policy@1', 'policy@2', 'technology@1', 'technology@2']);
}
