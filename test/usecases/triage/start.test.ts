import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { firstTime, jane, scoredCompany } from '../scorecard/scoring.ts';
import { ada, applied, previewed, signedByAda } from './triage-in-portal.ts';

const START = { kind: 'start', type: 'reseller' } as const;

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const signed = () => signedByAda(portal);

test('a start gives a type to companies without one, and the card opens ready to rate', async () => {
  const [plain, noted] = [
    await portal.createCompany(),
    await portal.createCompany({ ipp_people_evidence: 'Met in May' }),
  ];

  const { results } = await applied(signed(), START, await previewed(signed(), START, [plain, noted]));

  expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  expect(await portal.stored(plain)).toEqual({
    ...{ ipp_partner_type: 'reseller', ipp_scored_by: ada },
    ipp_scored_at: expect.any(String) as string,
  });
  const card = await loadScorecard(portal.context, { companyId: plain });
  expect(card).toMatchObject({ state: 'unrated', profileVersion: null, profile: { type: 'reseller' } });
  expect((await loadScorecard(portal.context, { companyId: noted })).state).toBe('unrated');
});

test('the first rating after a start begins the scorecard under that type', async () => {
  const companyId = await portal.createCompany();
  await applied(signed(), START, await previewed(signed(), START, [companyId]));

  await saveScorecard(portal.context, { companyId, changes: firstTime({ people: 4 }), by: jane });

  expect(await portal.stored(companyId)).toMatchObject({
    ...{ ipp_partner_type: 'reseller', ipp_profile_version: 'reseller@0', ipp_lane: 'undecided' },
  });
});

test('what has a type or ratings is left out of a start, each with why', async () => {
  const ids = [
    await portal.createCompany({ ipp_partner_type: 'oem' }),
    await portal.createCompany({ ipp_partner_type: 'reseller' }),
    await portal.createCompany({ ipp_people: '4' }),
    await portal.createCompany({ ipp_profile_version: 'technology@0', ipp_customer_overlap: '4' }),
    await scoredCompany(portal),
  ];

  const plans = await previewed(signed(), START, ids);

  expect(plans.map(({ reason }) => reason)).toEqual([
    'It has a type already: OEM partner.',
    'It is so already.',
    'It has ratings without a type. Set its type instead.',
    'It has ratings without a type. Set its type instead.',
    'It has a type already: Technology partner.',
  ]);
  expect(plans.every(({ seen }) => seen === null)).toBe(true);
});

test('a company that got a type or ratings since the preview is not started', async () => {
  const [typed, rated] = [await portal.createCompany(), await portal.createCompany()];
  const plans = await previewed(signed(), START, [typed, rated]);
  await editOutside(portal, typed, { ipp_partner_type: 'oem' });
  await saveScorecard(portal.context, {
    ...{ companyId: rated, changes: firstTime({ customer_overlap: 4 }), by: jane },
  });

  const { results } = await applied(signed(), START, plans);

  expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  expect((await portal.stored(typed))['ipp_partner_type']).toBe('oem');
  expect((await portal.stored(rated))['ipp_partner_type']).toBe('technology');
});
