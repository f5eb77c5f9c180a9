import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import type { SavedPortal } from '../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import { keepInstallation } from '../../../src/crm/installation.ts';
import { install, planInstall } from '../../../src/usecases/install/install.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { examine, findingOf } from '../doctor/examine.ts';
import { asEarlierVersion, definitionOf, redefine, renameList } from './earlier-version.ts';
import {
  type InstalledState,
  installedState,
  LISTS,
  listsOf,
  restored,
  writesDuring,
} from './installed-state.ts';

const WHOLE = { extent: 'portal' } as const;

let portal: Portal;
let upToDate: InstalledState;
let earlier: SavedPortal;
beforeAll(async () => {
  portal = await openPortal({ installed: false });
  await install(portal.context, { ...WHOLE, types: ['technology'] });
  upToDate = await installedState(portal);
  await asEarlierVersion(portal);
  earlier = portal.sandbox.portal.dump();
});
beforeEach(() => {
  portal = restored(portal, earlier);
});
afterAll(() => portal.close());

async function optionsOf(name: string, objectType: 'companies' | 'deals' = 'companies') {
  return (await definitionOf(portal, objectType, name)).options;
}

async function labelIn(name: string, value: string): Promise<string | undefined> {
  return (await optionsOf(name)).find((option) => option.value === value)?.label;
}

test('labels, options, descriptions and list names of an earlier version are brought up to date, once', async () => {
  const before = await installedState(portal);

  const { repaired, clashes, created } = await install(portal.context, WHOLE);
  const again = await install(portal.context, WHOLE);

  expect(before).not.toEqual(upToDate);
  expect(await installedState(portal)).toEqual(upToDate);
  expect({ clashes, created }).toEqual({ clashes: [], created: [] });
  expect(repaired).toEqual(
    expect.arrayContaining([
      'ipp_lane',
      'ipp_scored_by',
      'deals: ipp_clearance',
      'list: Partner ICP: No lane',
    ]),
  );
  expect(again).toMatchObject({ repaired: [], created: [], clashes: [] });
});

test('a property under an earlier label is ours for saves too', async () => {
  const installation = keepInstallation(() => performance.now());

  const { foreign } = await installation.read({ ...portal.context, crm: portal.app });

  expect([...foreign.companies, ...foreign.deals]).toEqual([]);
});

test('the plan says what is renamed, and writes nothing', async () => {
  const writes = await writesDuring(portal, async () => {
    const { steps } = await planInstall(portal.context, WHOLE);
    const sentenceOf = (wanted: string) => steps.find(({ name }) => name === wanted)?.sentence;

    expect(sentenceOf('ipp_clearance')).toContain(
      'Brought up to date: "Clearance" to "Clearance for Deep", "Not needed" to "Only for Deep"',
    );
    expect(sentenceOf('list: Partner ICP: No lane')).toBe('The list "Partner ICP: Pass" is renamed.');
  });

  expect(writes).toEqual([]);
});

test('what an admin called, described, ordered, hid or added stays', async () => {
  const [deep, fast, pass, undecided] = await optionsOf('ipp_lane');
  const options = [
    { ...undecided, displayOrder: 7 },
    { value: 'someday', label: 'Someday', hidden: true, description: 'Ours', displayOrder: 3 },
    { ...pass, label: 'Not now', displayOrder: 9 },
    { ...deep, hidden: true, description: 'Top', displayOrder: 11 },
    { ...fast, displayOrder: 12 },
  ];
  await redefine(portal, 'companies', 'ipp_lane', { label: 'Route', description: 'Where it goes', options });
  await renameList(portal, 'Partner ICP: Pass', 'Turned down');

  const { clashes, unchanged } = await install(portal.context, WHOLE);

  expect(clashes).toEqual([]);
  expect(unchanged).toContain('list: Partner ICP: No lane');
  expect((await listsOf(portal)).map(({ name }) => name)).toContain('Turned down');
  expect(await definitionOf(portal, 'companies', 'ipp_lane')).toMatchObject({
    label: 'Route',
    description: 'Where it goes',
    options: [
      { value: 'undecided', label: 'Needs answers', displayOrder: 7 },
      { value: 'someday', label: 'Someday', hidden: true, description: 'Ours', displayOrder: 3 },
      { value: 'pass', label: 'Not now', displayOrder: 9 },
      { value: 'deep', label: 'Deep', hidden: true, description: 'Top', displayOrder: 11 },
      { value: 'fast', label: 'Fast lane', displayOrder: 12 },
    ],
  });
});

test('a label that another option has already is named, and everything else is brought up to date', async () => {
  const options = [...(await optionsOf('ipp_lane')), { value: 'theirs', label: 'deep' }];
  await redefine(portal, 'companies', 'ipp_lane', { options });

  const { clashes, repaired } = await install(portal.context, WHOLE);

  expect(clashes).toEqual([
    {
      name: 'ipp_lane',
      message: expect.stringMatching(/has an option "Deep" that is not ours\. Rename/) as unknown,
    },
  ]);
  expect(repaired).toEqual(
    expect.arrayContaining(['ipp_lane', 'ipp_score_lane', 'list: Partner ICP: No lane']),
  );
  expect(await labelIn('ipp_lane', 'deep')).toBe('Deep build');
  expect(await labelIn('ipp_lane', 'pass')).toBe('No lane');
  expect(await labelIn('ipp_score_lane', 'deep')).toBe('Deep');
});

test('a label that another property has already is named, and its options are brought up to date', async () => {
  const theirs = { name: 'their_clearance', label: 'Clearance for Deep', type: 'string', fieldType: 'text' };
  const body = { ...theirs, groupName: 'companyinformation' };
  await portal.outside.send({ method: 'POST', path: '/crm/properties/2026-09/companies', body });

  const { clashes } = await install(portal.context, WHOLE);

  expect(clashes).toEqual([
    {
      name: 'ipp_clearance',
      message: expect.stringMatching(/the property their_clearance has that label/) as unknown,
    },
  ]);
  expect(await definitionOf(portal, 'companies', 'ipp_clearance')).toMatchObject({ label: 'Clearance' });
  expect(await labelIn('ipp_clearance', 'cleared')).toBe('Cleared');
});

test('a list name that another list has already is named, and the list stays as it is called', async () => {
  const theirs = { name: 'Partner ICP: No lane', objectTypeId: '0-2', processingType: 'MANUAL' };
  await portal.outside.send({ method: 'POST', path: LISTS, body: theirs });

  const { clashes, repaired } = await install(portal.context, WHOLE);

  expect(clashes).toEqual([
    {
      name: 'list: Partner ICP: No lane',
      message: expect.stringMatching(
        /"Partner ICP: Pass" should be called "Partner ICP: No lane"/,
      ) as unknown,
    },
  ]);
  expect(repaired).toContain('list: Partner ICP: Fast lane');
});

test('a label that HubSpot refuses is left out with its reason, and the rest is brought up to date', async () => {
  portal.sandbox.faults.add(FAULT_ANSWERS.badInput, { path: 'companies/ipp_scored_by' });

  const { skipped, repaired } = await install(portal.context, WHOLE);

  expect(skipped).toMatchObject([{ name: 'ipp_scored_by' }]);
  expect(repaired).toEqual(expect.arrayContaining(['ipp_scored_at', 'deals: ipp_lane']));
});

test('the doctor names texts of an earlier version as a note, and repairs them', async () => {
  const found = await examine(portal);
  const repaired = await examine(portal, { repair: true });

  expect(findingOf(found, 'label-outdated')).toMatchObject({ weight: 'note', repaired: 0 });
  expect(findingOf(found, 'label-outdated')?.message).toMatch(
    /ipp_clearance: "Clearance" to .* Run: icp install/,
  );
  expect(findingOf(repaired, 'label-outdated')).toMatchObject({
    repaired: findingOf(repaired, 'label-outdated')?.count,
  });
  expect(await labelIn('ipp_clearance', 'pending')).toBe('Not yet cleared');
});
