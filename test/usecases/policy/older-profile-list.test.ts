import { homeInMemory } from '../../../sandbox/demo/home-in-memory.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { uninstall } from '../../../src/usecases/install/uninstall.ts';
import { saveProfileDraft } from '../../../src/usecases/policy/profile-drafts.ts';
import { publishProfile, rollBackProfile } from '../../../src/usecases/policy/publish.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { examine, findingOf } from '../doctor/examine.ts';
import { LISTS, listsOf, membersOf, restored } from '../install/installed-state.ts';
import { anyDraft, weighing } from './any-draft.ts';
import { makeCurrent, otherTechnology } from './published.ts';

const NAME = 'Partner ICP: Older profile';
const by = 'ann@example.com';
const type = 'technology';

let portal: Portal;
beforeEach(async () => (portal = await openPortal({ home: true })));
afterEach(() => portal.close());

async function publish(policy: number): Promise<void> {
  await saveProfileDraft(portal.context, { type, draft: anyDraft(weighing(25, 25)), seen: null, by });
  await publishProfile(portal.context, { type, reason: 'Reach counts more', by, policy });
}

function companyUnder(version: string): Promise<string> {
  return portal.createCompany({ ipp_profile_version: version });
}

test('whoever is under another version than the current one of any type is in it', async () => {
  const shipped = await companyUnder('technology@0');
  const first = await companyUnder('technology@1');
  await companyUnder('reseller@0');
  const reseller = await companyUnder('reseller@3');
  await portal.createCompany();

  const before = await membersOf(portal, NAME);
  await publish(0);
  const published = await membersOf(portal, NAME);
  await rollBackProfile(portal.context, { type, version: 0, reason: 'Too early', by, policy: 1 });

  expect(before).toEqual([first, reseller].sort());
  expect(published).toEqual([shipped, reseller].sort());
  expect(await membersOf(portal, NAME)).toEqual(before);
});

test('installed again, it keeps the current versions, also where the home is outside of the portal', async () => {
  const elsewhere = await openPortal({ installed: false });
  const context = { ...elsewhere.context, edition: 'oauth' as const, home: homeInMemory(new Map()) };
  await install(context, { edition: 'oauth', extent: 'portal' });
  const stale = await elsewhere.createCompany({ ipp_profile_version: 'technology@0' });
  await makeCurrent(context, otherTechnology(1));

  await install(context, { edition: 'oauth', extent: 'portal' });

  expect(await membersOf(elsewhere, NAME)).toEqual([stale]);
  await elsewhere.close();
});

test('publishing takes two calls for it, and one where nothing changed', async () => {
  const calls = (await portal.callsDuring(() => publish(0))).filter((call) => call.includes('/lists/'));

  const [list] = await ours();
  expect(calls).toEqual([`GET ${LISTS}`, `PUT ${LISTS}/${list?.listId ?? ''}/update-list-filters`]);
});

test('a profile is published where HubSpot does not take the filters; doctor and installer bring them up to date', async () => {
  const stale = await companyUnder('technology@0');
  portal.sandbox.faults.add(FAULT_ANSWERS.missingScope, { path: '/update-list-filters', times: 1 });
  await publish(0);

  expect(await membersOf(portal, NAME)).toEqual([]);
  expect(findingOf(await examine(portal), 'list-behind')).toMatchObject({ repaired: 0, examples: [NAME] });
  expect(findingOf(await examine(portal, { repair: true }), 'list-behind')).toMatchObject({ repaired: 1 });
  expect(await membersOf(portal, NAME)).toEqual([stale]);
  expect((await examine(portal)).findings.map(({ code }) => code)).not.toContain('list-behind');
});

test('the installer brings it up to date after others published, and only then', async () => {
  const stale = await companyUnder('technology@0');
  await makeCurrent(portal.context, otherTechnology(1));

  const first = await install(portal.context, { extent: 'portal' });
  const second = await install(portal.context, { extent: 'portal' });

  expect(first.repaired).toEqual([`list: ${NAME}`]);
  expect(second).toMatchObject({ repaired: [], created: [], clashes: [] });
  expect(await membersOf(portal, NAME)).toEqual([stale]);
});

test('after an uninstallation that left the home, a new one lists by what is published', async () => {
  const stale = await companyUnder('technology@0');
  await publish(0);
  await uninstall(portal.context);

  await install(restored(portal, portal.sandbox.portal.dump()).context, { extent: 'portal' });

  expect(await membersOf(portal, NAME)).toEqual([stale]);
});

test('filters that somebody changed stay, and the list of another name is still ours', async () => {
  const [list] = await ours();
  const path = `${LISTS}/${list?.listId ?? ''}`;
  const deep = (await listsOf(portal)).find(({ name }) => name === 'Partner ICP: Deep');
  const theirs = { filterBranch: deep?.filterBranch };
  const renaming = { method: 'PUT', path: `${path}/update-list-name?listName=Old` } as const;
  await portal.outside.send({ ...renaming, repeat: 'same' });
  await publish(0);
  const renamed = (await listsOf(portal)).find(({ name }) => name === 'Old');
  await portal.outside.send({
    ...{ method: 'PUT', path: `${path}/update-list-filters`, repeat: 'same' },
    body: theirs,
  });
  await publish(1);

  const kept = (await listsOf(portal)).find(({ name }) => name === 'Old');
  expect(JSON.stringify(renamed?.filterBranch)).toContain('technology@1');
  expect(kept?.filterBranch).toEqual(deep?.filterBranch);
});

async function ours() {
  return (await listsOf(portal)).filter(({ name }) => name === NAME);
}
