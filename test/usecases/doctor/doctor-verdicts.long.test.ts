import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import type { CrmRequest } from '../../../src/crm/client/request.ts';
import { aroundCalls } from '../../around-calls.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { examine, findingOf } from './examine.ts';
import { scoredCompany } from '../scorecard/scoring.ts';

let portal: Portal;
beforeEach(async () => (portal = await openPortal()));
afterEach(() => portal.close());

test('tampered totals and lanes are counted with the first ten names, and repaired', async () => {
  const companies: string[] = [];
  for (let index = 0; index < 12; index += 1) companies.push(await scoredCompany(portal));
  const [first = '', ...others] = companies;
  await editOutside(portal, first, { ipp_total: '999' });
  const inputs = others.map((id) => ({ id, properties: { ipp_lane: 'pass' } }));
  const path = '/crm/objects/2026-09/companies/batch/update';
  await portal.imported.send({ method: 'POST', path, body: { inputs } });

  const found = await examine(portal);
  const repaired = await examine(portal, { repair: true });
  const after = await examine(portal);

  const finding = findingOf(found, 'verdict-differs');
  expect(finding).toMatchObject({ weight: 'fault', count: 12, repaired: 0 });
  expect(finding?.examples).toHaveLength(10);
  expect(finding?.examples[0]).toBe(`Brightdesk (${first}): ipp_total`);
  expect(findingOf(repaired, 'verdict-differs')).toMatchObject({ count: 12, repaired: 12 });
  expect([found.healthy, repaired.healthy, after.healthy]).toEqual([false, true, true]);
  expect(await portal.stored(others[3] ?? '')).toMatchObject({ ipp_lane: 'deep', ipp_total: '430' });
});

test('verdicts of older rules are called that, and nobody is said to have edited them', async () => {
  const company = await scoredCompany(portal);
  await editOutside(portal, company, { ipp_rules: '1' });

  const found = await examine(portal);
  const repaired = await examine(portal, { repair: true });

  expect(findingOf(found, 'verdict-differs')?.message).toBe(
    '1 stored verdict does not follow from the scorecard. 1 of them was judged by the rules of an earlier version of the app. Run: icp doctor --repair',
  );
  expect(findingOf(repaired, 'verdict-differs')).toMatchObject({ count: 1, repaired: 1 });
  expect(await portal.stored(company)).toMatchObject({ ipp_rules: '2' });
});

test('a version that is not known here is named, and nothing is written under it', async () => {
  const company = await scoredCompany(portal);
  await editOutside(portal, company, { ipp_profile_version: 'technology@9', ipp_lane: 'pass' });
  const newer = await scoredCompany(portal);
  await editOutside(portal, newer, { ipp_rules: '99', ipp_lane: 'pass' });

  const diagnosis = await examine(portal, { repair: true });

  expect(findingOf(diagnosis, 'unknown-profile-version')).toMatchObject({
    ...{ count: 1, examples: [`Brightdesk (${company}): Technology partner, v9`], repaired: 0 },
  });
  expect(findingOf(diagnosis, 'newer-rules')).toMatchObject({ count: 1 });
  expect(await portal.stored(company)).toMatchObject({ ipp_lane: 'pass' });
  expect(await portal.stored(newer)).toMatchObject({ ipp_lane: 'pass' });
});

test('a scorecard under a superseded version is named, and no error', async () => {
  const company = await scoredCompany(portal);
  const profiles = SHIPPED_PROFILES.flatMap((profile) =>
    profile.type === 'technology' ? [profile, { ...profile, version: 1 }] : [profile],
  );

  const diagnosis = await examine(portal, { context: { profiles, current: { technology: 1 } } });

  expect(findingOf(diagnosis, 'superseded-profile-version')).toMatchObject({
    ...{ weight: 'note', count: 1, examples: [`Brightdesk (${company}): Technology partner, as shipped`] },
  });
  expect(diagnosis.healthy).toBe(true);
});

test('a value that cannot be read is named with its company', async () => {
  const company = await scoredCompany(portal);
  await editOutside(portal, company, { ipp_strategic_fit: '6' });

  const finding = findingOf(await examine(portal), 'unreadable-value');

  expect(finding?.examples[0]).toMatch(`Brightdesk (${company}): Strategic fit holds "6"`);
});

test('something that keeps setting the lane is written against three times, and then said', async () => {
  const victim = await scoredCompany(portal);
  const calm = await scoredCompany(portal);
  for (const company of [victim, calm]) await editOutside(portal, company, { ipp_lane: 'pass' });
  portal.sandbox.journal.clear();

  const writesVictim = ({ path, body = {} }: CrmRequest) =>
    path.endsWith('/batch/update') && JSON.stringify(body).includes(victim);

  const diagnosis = await examine(portal, {
    repair: true,
    through: (crm) =>
      aroundCalls(crm, writesVictim, 'after', () => editOutside(portal, victim, { ipp_lane: 'pass' })),
  });

  const writes = (await portal.valuesOf(victim, 'ipp_lane')).filter((value) => value === 'deep');
  expect(writes).toHaveLength(4); // the save, and three repairs
  expect(findingOf(diagnosis, 'verdict-differs')).toMatchObject({ count: 2, repaired: 1 });
  expect(findingOf(diagnosis, 'keeps-changing')).toMatchObject({
    ...{ count: 1, examples: [`Brightdesk (${victim})`] },
    message: expect.stringMatching(/Look for a workflow .* that sets ipp_lane/) as unknown,
  });
  expect(await portal.stored(calm)).toMatchObject({ ipp_lane: 'deep' });
});

test('something that changes a verdict back later is seen by a second look, without further writes', async () => {
  const company = await scoredCompany(portal);
  await editOutside(portal, company, { ipp_lane: 'pass' });
  const isRead = ({ path }: CrmRequest) => path.endsWith('companies/batch/read');

  const diagnosis = await examine(portal, {
    repair: true,
    through: (crm) =>
      aroundCalls(crm, isRead, 'before', async (_, count) => {
        // the page, the differing ones with histories, what was written, and the second look
        if (count === 4) await editOutside(portal, company, { ipp_lane: 'pass' });
      }),
  });

  expect(findingOf(diagnosis, 'verdict-differs')).toMatchObject({ count: 1, repaired: 0 });
  expect(findingOf(diagnosis, 'keeps-changing')).toMatchObject({ count: 1 });
});

test('a repair notes why the lane changes, and which lane was before', async () => {
  const edited = await scoredCompany(portal);
  await editOutside(portal, edited, { ipp_customer_overlap: '1' });
  const overridden = await scoredCompany(portal);
  await editOutside(portal, overridden, { ipp_override_lane: 'pass', ipp_override_until: '2099-12-31' });
  const setBack = await scoredCompany(portal);
  await editOutside(portal, setBack, { ipp_lane: 'pass' });

  await examine(portal, { repair: true });

  const trail = async (company: string) => {
    const stored = await portal.stored(company);
    return [stored['ipp_lane'], stored['ipp_previous_lane'], stored['ipp_lane_change_cause']];
  };
  expect(await trail(edited)).toEqual(['fast', 'deep', 'edited-in-hubspot']);
  expect(await trail(overridden)).toEqual(['pass', 'deep', 'override']);
  expect(await trail(setBack)).toEqual(['deep', 'pass', 'repaired']);
});
