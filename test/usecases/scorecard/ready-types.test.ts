import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, deleteProperty, editOutside, withPortal } from '../../portal.ts';
import { changeType, ratings } from './partners-of-types.ts';
import { ratedAs } from './partners-of-types.ts';
import { firstTime, jane, saveField, scoredCompany } from './scoring.ts';

const NEXT_STEP = /no properties for the type Reseller yet.* icp install --types reseller/;

/** A portal that was installed for technology partners, in which somebody called a rated partner a reseller. */
function withReseller(run: (portal: Portal, companyId: string) => Promise<void>): Promise<void> {
  return withPortal({ types: ['technology'] }, async (portal) => {
    const companyId = await portal.createCompany({ ipp_partner_type: 'reseller', ipp_strategic_fit: '4' });
    await run(portal, companyId);
  });
}

test('a reseller in a portal for technology partners is told what is missing, and nothing is lost', () =>
  withReseller(async (portal, companyId) => {
    const before = await portal.stored(companyId);

    const { state, problems, missing, readyTypes } = await loadScorecard(portal.context, { companyId });
    const saved = saveField(portal.context, companyId, 'strategic_fit', [4, 5]);
    await expect(saved).rejects.toMatchObject({ code: 'not-installed', field: 'partner_type' });
    await expect(saved).rejects.toThrow(NEXT_STEP);
    await expect(clearScorecard(portal.context, { companyId, by: jane })).rejects.toThrow(NEXT_STEP);

    expect({ state, missing, readyTypes }).toEqual({
      state: 'unjudgeable',
      missing: [],
      readyTypes: ['technology'],
    });
    expect(problems[0]?.message).toMatch(NEXT_STEP);
    expect(await portal.stored(companyId)).toEqual(before);
  }));

test('it can become a technology partner there, with what was rated before', () =>
  withReseller(async (portal, companyId) => {
    const change = ['reseller', 'technology'] as const;
    const { state, verdict } = await saveField(portal.context, companyId, 'partner_type', change);

    expect({ state, ratedCount: verdict?.ratedCount }).toEqual({ state: 'judged', ratedCount: 1 });
    expect(await portal.stored(companyId)).toMatchObject({ ipp_profile_version: 'technology@0' });
  }));

test('once the properties of resellers are installed it is scored as one', () =>
  withReseller(async (portal, companyId) => {
    await install(portal.context, { types: ['reseller'] });

    const { readyTypes } = await loadScorecard(portal.context, { companyId });
    const changes = firstTime(ratings);
    const { verdict } = await saveScorecard(portal.context, { companyId, changes, by: jane });

    expect(readyTypes).toEqual(expect.arrayContaining(['technology', 'reseller']));
    expect(verdict).toMatchObject({ total: 385, lane: 'deep' });
    expect(await portal.stored(companyId)).toMatchObject({
      ipp_profile_version: 'reseller@0',
      ipp_strategic_fit: '4',
    });
  }));

test('a technology partner cannot become a type whose properties are not there', () =>
  withPortal({ types: ['technology'] }, async (portal) => {
    const companyId = await scoredCompany(portal);
    const before = await portal.stored(companyId);

    await expect(changeType(portal, companyId, 'reseller')).rejects.toThrow(NEXT_STEP);
    const alone = saveField(portal.context, companyId, 'partner_type', ['technology', 'reseller']);
    await expect(alone).rejects.toMatchObject({ code: 'not-installed', field: 'partner_type' });
    await expect(alone).rejects.toThrow(NEXT_STEP);

    expect(await portal.stored(companyId)).toEqual(before);
  }));

test('where there are no properties of technology partners, the first rating starts a reseller', () =>
  withPortal({ types: ['reseller'] }, async (portal) => {
    const companyId = await portal.createCompany();

    const { state, profile } = await loadScorecard(portal.context, { companyId });
    const { profileVersion } = await saveField(portal.context, companyId, 'people', [null, 4]);

    expect({ state, type: profile.type, profileVersion }).toEqual({
      state: 'never-scored',
      type: 'reseller',
      profileVersion: 'reseller@0',
    });
    expect(await portal.stored(companyId)).toMatchObject({ ipp_partner_type: 'reseller' });
  }));

test('a single property that was deleted is called deleted, not a type that was never installed', () =>
  withPortal({ types: ['reseller'] }, async (portal) => {
    const companyId = await portal.createCompany();
    await saveField(portal.context, companyId, 'people', [null, 4]);
    await deleteProperty(portal, 'ipp_market_access');

    const { missing, problems } = await loadScorecard(portal.context, { companyId });
    const saved = saveField(portal.context, companyId, 'people', [4, 5]);

    expect({ missing, problems }).toEqual({ missing: ['ipp_market_access'], problems: [] });
    await expect(saved).rejects.toThrow(/ipp_market_access is not in this portal/);
    expect(await install(portal.context)).toMatchObject({ created: ['ipp_market_access'] });
  }));

test.each(['ipp_to_confirm', 'ipp_market_access', 'ipp_check_vanity_logo', 'ipp_override_lane', 'ipp_lane'])(
  'while %s is deleted nothing is judged and nothing is saved',
  (property) =>
    withPortal({}, async (portal) => {
      const companyId = await ratedAs(portal, 'reseller');
      await deleteProperty(portal, property);

      const { state, verdict, drift, missing } = await loadScorecard(portal.context, { companyId });
      const saved = saveField(portal.context, companyId, 'people', [4, 5]);

      expect({ state, verdict, drift, missing }).toEqual({
        ...{ state: 'unjudgeable', verdict: null, drift: [], missing: [property] },
      });
      await expect(saved).rejects.toThrow(new RegExp(`${property} is not in this portal`));
    }),
);

test("a property of another type that was deleted stands in nobody else's way", () =>
  withPortal({ types: ['technology', 'reseller'] }, async (portal) => {
    const companyId = await scoredCompany(portal);
    await deleteProperty(portal, 'ipp_people');

    const { missing, drift } = await saveField(portal.context, companyId, 'strategic_fit', [4, 5]);

    expect({ missing, drift }).toEqual({ missing: [], drift: [] });
  }));

test('a company in a portal for one type is cleared whole', () =>
  withPortal({ types: ['technology'] }, async (portal) => {
    const companyId = await scoredCompany(portal);
    await editOutside(portal, companyId, { ipp_other_types: 'reseller' });

    const { state } = await clearScorecard(portal.context, { companyId, by: jane });

    expect(state).toBe('never-scored');
    expect(await portal.stored(companyId)).toEqual({});
  }));
