import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, deleteProperty, editOutside, openPortal } from '../../portal.ts';
import { createDeal, installedPipeline, valueOfDeal } from '../deals/partner-deals.ts';
import { ratedAs } from '../scorecard/partners-of-types.ts';
import { firstTime, jane, omar, saveField, scoredCompany } from '../scorecard/scoring.ts';
import { workflowTool } from '../../worked-example.ts';
import { findingOf, nightly, ratedOutside, trailOf, writesAmong } from './run-nightly.ts';

let now: Date;
let portal: Portal;
beforeEach(async () => {
  now = new Date('2027-01-01T01:00:00Z');
  portal = await openPortal({
    ...{ installed: false, now: () => now, account: { timeZone: 'America/Los_Angeles' } },
    types: ['technology'],
  });
  await install(portal.context, { extent: 'portal', types: ['technology', 'reseller'] });
});
afterEach(() => portal.close());

const AUTUMN = { ipp_override_lane: 'pass', ipp_override_until: '2026-12-31' };

test('an override that ends overnight ends at midnight of the portal: lane, trail and deals', async () => {
  const companyId = await portal.createCompany(AUTUMN);
  await saveScorecard(portal.context, { companyId, changes: firstTime(workflowTool), by: jane });
  const deal = await createDeal(portal, await installedPipeline(portal), companyId);
  await nightly(portal);

  now = new Date('2027-01-01T07:59:00Z');
  const before = await nightly(portal);
  const eve = [await trailOf(portal, companyId), await laneOf(deal)];
  now = new Date('2027-01-01T08:01:00Z');
  const after = await nightly(portal);

  expect(before).toMatchObject({ companiesRepaired: 0, dealsRepaired: 0, findings: [], left: null });
  expect(eve).toEqual([['pass', undefined, 'override'], 'pass']);
  expect(after).toMatchObject({ companies: 1, companiesRepaired: 1, deals: 1, dealsRepaired: 1 });
  expect(await trailOf(portal, companyId)).toEqual(['deep', 'pass', 'override']);
  expect(await laneOf(deal)).toBe('deep');
});

test('overrides and ratings that people set in HubSpot act by the next morning, and a second run writes nothing', async () => {
  const overridden = await scoredCompany(portal);
  const edited = await scoredCompany(portal);
  const calm = await scoredCompany(portal);
  const deal = await createDeal(portal, await installedPipeline(portal), overridden);
  now = new Date('2027-01-01T20:00:00Z');
  await editOutside(portal, overridden, { ipp_override_lane: 'fast', ipp_override_until: '2027-06-30' });
  await editOutside(portal, edited, { ipp_customer_overlap: '1' });

  const report = await nightly(portal);
  const again = await portal.callsDuring(() => nightly(portal));

  expect(report).toMatchObject({ companies: 3, companiesRepaired: 2, dealsRepaired: 1, findings: [] });
  expect(await trailOf(portal, overridden)).toEqual(['fast', 'deep', 'override']);
  expect(await laneOf(deal)).toBe('fast');
  expect(await trailOf(portal, edited)).toEqual(['fast', 'deep', 'edited-in-hubspot']);
  expect(await portal.valuesOf(calm, 'ipp_lane')).toEqual(['deep']);
  expect(await portal.valuesOf(edited, 'ipp_scored_by')).toEqual([jane]);
  expect(writesAmong(again)).toEqual([]);
});

test('a previous lane that history proves wrong is repaired, though the verdict follows', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'customer_overlap', [5, 1], omar);
  await editOutside(portal, companyId, { ipp_previous_lane: 'pass' });

  const report = await nightly(portal);

  expect(report).toMatchObject({ companiesRepaired: 1 });
  expect(await trailOf(portal, companyId)).toEqual(['fast', 'deep', 'rated']);
});

test('ratings that no app has judged yet get their verdict, without an author', async () => {
  const companyId = await portal.createCompany(ratedOutside);

  await nightly(portal);

  const stored = await portal.stored(companyId);
  expect(stored).toMatchObject({ ipp_lane: 'deep', ipp_total: '430', ipp_profile_version: 'technology@0' });
  expect(stored['ipp_scored_by']).toBeUndefined();
});

test('a verdict that somebody wrote on a company without a scorecard is emptied', async () => {
  const companyId = await portal.createCompany({
    ipp_clearance: 'cleared',
    ipp_lane_reason: 'They are friends.',
  });

  const report = await nightly(portal);

  expect(report).toMatchObject({ companies: 1, companiesRepaired: 1 });
  expect(await portal.stored(companyId)).toEqual({});
});

test('companies that nobody may judge here are named with the reason, and not touched', async () => {
  const unknown = await scoredCompany(portal);
  const newer = await scoredCompany(portal);
  await editOutside(portal, unknown, { ipp_profile_version: 'technology@9', ipp_lane: 'pass' });
  await editOutside(portal, newer, { ipp_rules: '99', ipp_lane: 'pass' });
  const reseller = await ratedAs(portal, 'reseller');
  await editOutside(portal, reseller, { ipp_lane: 'pass' });
  await deleteProperty(portal, 'ipp_people');

  const report = await nightly(portal);

  expect(report).toMatchObject({ companies: 3, companiesRepaired: 0, left: null });
  expect(findingOf(report, 'not-judged')).toMatchObject({ count: 3 });
  const [first, second, third] = findingOf(report, 'not-judged')?.examples ?? [];
  expect(first).toMatch(new RegExp(`^Brightdesk \\(${unknown}\\): .*Technology partner, v9`));
  expect(second).toMatch(new RegExp(`\\(${newer}\\): .*rules 99`));
  expect(third).toMatch(new RegExp(`\\(${reseller}\\): .*ipp_people`));
  for (const companyId of [unknown, newer, reseller])
    expect(await portal.stored(companyId)).toMatchObject({ ipp_lane: 'pass' });
});

test('a company that a rule of the portal refuses is named with the reason, and the others are written', async () => {
  const refused = await scoredCompany(portal);
  const other = await scoredCompany(portal);
  for (const companyId of [refused, other]) await editOutside(portal, companyId, { ipp_lane: 'pass' });
  await editOutside(portal, refused, { ipp_customer_overlap: '1' });
  const when = { property: 'ipp_lane', isOneOf: ['fast'] };
  portal.sandbox.portal.setRules([{ objectType: 'companies', property: 'industry', when }]);

  const report = await nightly(portal);

  expect(report).toMatchObject({ companies: 2, companiesRepaired: 1, left: null });
  expect(findingOf(report, 'not-writable')?.examples).toEqual([
    expect.stringMatching(new RegExp(`^Brightdesk \\(${refused}\\): .*asks for a value in industry`)),
  ]);
});

test('where the token may not see deals, this is said, and the run is through', async () => {
  await scoredCompany(portal);
  portal.sandbox.faults.add(FAULT_ANSWERS.missingScope, { path: '/deals/search', times: 9 });

  const report = await nightly(portal);

  expect(report).toMatchObject({ companies: 1, left: null });
  expect(findingOf(report, 'deals-refused')?.message).toMatch(
    /^The deals were not looked at\. The app may not/,
  );
});

const laneOf = (deal: string) => valueOfDeal(portal, deal, 'ipp_lane');
