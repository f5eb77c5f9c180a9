import type { HomeEntry } from '../../../src/contract/policy-home.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { type Profile, currentProfile } from '../../../src/icp/profile.ts';
import { SHIPPED } from '../../../src/icp/shipped-profiles.ts';
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

test.each([
  ['its content', 'technology@1', { ipp_body: '{}' }],
  ['its checksum', 'policy@1', { ipp_checksum: '0' }],
  ['who wrote it', 'policy@2', { ipp_by: 'eve@example.com' }],
  ['its kind', 'technology@2', { ipp_kind: 'profile-draft' }],
])('an entry of which somebody edited %s is named', async (_, key, properties) => {
  await publishTwice();
  await editEntry(key, properties);

  const diagnosis = await examine(portal);

  expect(findingOf(diagnosis, 'entry-edited')?.examples[0]).toMatch(key);
  expect(diagnosis.healthy).toBe(false);
});
