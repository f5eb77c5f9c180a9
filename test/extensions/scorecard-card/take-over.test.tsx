import { Accordion } from '@hubspot/ui-extensions';

import type { PolicyBody, ProfileBody } from '../../../src/contract/policy.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { NEWER_PROFILE } from '../../../src/messages/cards.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { TODAY, TODAY_IN_WORDS, createCompany, now, profileOf } from './company-in-portal.ts';
import { openCardOf } from './open-card.tsx';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ now, home: true });
});
afterEach(() => portal.close());

/** Technology with the floor of Deep above the 430 points of the guide's candidate. */
const STRICTER: Partial<Profile> = { floors: { deep: 435, fast: 260 } };

/** Publishes the next version of the technology profile. */
async function publish(version: number, changed: Partial<Profile>, reason = 'Too many were deep.') {
  const body: ProfileBody = {
    profile: { ...profileOf('technology'), ...changed, version },
    prerequisites: {
      hypothesis: null,
      customerIcp: null,
      thesis: null,
      timing: { productMarketFit: false, goToMarket: false, programReady: false },
    },
    reviewDue: '2027-11-22',
  };
  const policy: PolicyBody = {
    version,
    settings: DEFAULT_SETTINGS,
    current: { technology: version },
    act: { kind: 'published', profile: `technology@${version}` },
  };
  const signed = { by: 'mateo@example.com', at: `${TODAY}T06:00:00.000Z`, reason };
  const { home } = portal.context;
  await home.insert({
    key: `technology@${version}`,
    kind: 'profile',
    body: JSON.stringify(body),
    ...signed,
  });
  await home.insert({ key: `policy@${version}`, kind: 'policy', body: JSON.stringify(policy), ...signed });
}

const TITLE = 'Judged by the shipped profile';

test('while nothing else is published the card says nothing of it', async () => {
  const card = await openCardOf(await createCompany(workflowTool, { portal }));

  expect(card.alerts()).toEqual([]);
});

test("a scorecard of an older version shows what today's would make of it", async () => {
  const company = await createCompany(workflowTool, { portal });
  await publish(1, STRICTER);

  const card = await openCardOf(company);

  expect(card.alerts()).toEqual([TITLE]);
  expect(card.isShown(`By today's (${TODAY_IN_WORDS}, v1): 430 Deep -> 430 Fast lane.`)).toBe(true);
});

test('where the lane stays the card says so', async () => {
  const company = await createCompany(workflowTool, { portal });
  await publish(1, { title: 'Another title' });

  const card = await openCardOf(company);

  expect(card.isShown(`By today's (${TODAY_IN_WORDS}, v1): no lane change, 430.`)).toBe(true);
});

test('"Why" says who published today\'s profile and why, and what taking it over changes', async () => {
  const company = await createCompany(workflowTool, { portal });
  await publish(1, STRICTER);
  const card = await openCardOf(company);

  card.openTab('why');

  expect(card.find(Accordion).props.title).toBe('Weights and reasons: Shipped profile');
  expect(
    card.isShown(
      `Today's is the profile of ${TODAY_IN_WORDS} (v1). mateo@example.com published it on ${TODAY_IN_WORDS}: Too many were deep. Taking it over changes the verdict and nothing else; what is unsaved stays unsaved.`,
    ),
  ).toBe(true);
});

test('taking it over re-judges the company, in the name of who did it, and the notice is gone', async () => {
  const company = await createCompany(workflowTool, { portal });
  await publish(1, STRICTER);
  const card = await openCardOf(company);

  card.click('Take it over');
  await card.saved();

  expect(card.alerts()).toEqual([]);
  expect(card.tags()).toContain('Fast lane');
  expect(await portal.stored(company.id)).toMatchObject({
    ipp_profile_version: 'technology@1',
    ipp_lane: 'fast',
    ipp_previous_lane: 'deep',
    ipp_scored_by: card.mocks.context.user.email,
  });
});

test('unsaved edits stay unsaved when a profile is taken over, and are judged by it', async () => {
  const company = await createCompany(workflowTool, { portal });
  await publish(1, STRICTER);
  const card = await openCardOf(company);
  card.rate({ strategic_fit: 5 });

  card.click('Take it over');
  await card.waitFor(() => expect(card.alerts()).toEqual([]));

  expect(card.tags()).toEqual(expect.arrayContaining(['1 unsaved', 'Deep']));
  expect(card.chosen('strategic_fit')).toBe('5');
  expect(await portal.stored(company.id)).toMatchObject({ ipp_strategic_fit: '4' });
});

test('a profile published meanwhile is shown instead, and nothing is written', async () => {
  const company = await createCompany(workflowTool, { portal });
  await publish(1, STRICTER);
  const card = await openCardOf(company);
  await publish(2, { floors: { deep: 450, fast: 440 } }, 'Once more.');

  card.click('Take it over');
  await card.waitFor(() =>
    expect(card.words()).toContain(`(${TODAY_IN_WORDS}, v2): 430 Deep -> 430 No lane.`),
  );

  expect(card.mocks.actions.addAlert.calls).toEqual([[{ type: 'warning', message: NEWER_PROFILE }]]);
  expect(await portal.stored(company.id)).toMatchObject({ ipp_profile_version: 'technology@0' });
});

test("a scorecard whose version is not known can be taken over to today's", async () => {
  const company = await createCompany(workflowTool, { portal });
  await company.edit({ ipp_profile_version: 'technology@7' });
  await publish(1, STRICTER);
  const card = await openCardOf(company);
  expect(card.alerts()).toEqual(['This scorecard cannot be judged', "Today's profile can be taken over"]);

  card.click('Take it over');
  await card.saved();

  expect(card.alerts()).toEqual([]);
  expect(card.tags()).toContain('Fast lane');
});

test('"Why" names the profile, who published it, why, and until when it is held', async () => {
  await publish(1, STRICTER);
  const card = await openCardOf(await createCompany(workflowTool, { portal }));

  card.openTab('why');

  expect(card.find(Accordion).props.title).toBe(`Weights and reasons: Profile of ${TODAY_IN_WORDS} (v1)`);
  expect(card.words()).toContain(
    `mateo@example.com published it on ${TODAY_IN_WORDS}: Too many were deep. It is held until 22 November 2027.`,
  );
});
