import { technology } from '../../../src/icp/profiles/technology.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { type Portal, editOutside, openPortal, withPortal } from '../../portal.ts';
import { saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

function load(companyId: string) {
  return loadScorecard(portal.context, { companyId });
}

test('a company without any of our values was never scored', async () => {
  expect(await load(await portal.createCompany())).toMatchObject({
    state: 'never-scored',
    verdict: null,
    profileVersion: null,
    profile: { type: 'technology' },
    changes: {},
    drift: [],
  });
});

test('facts and checks alone are unrated: there is nothing to judge', async () => {
  const companyId = await portal.createCompany({
    ipp_shared_customers: '3',
    ipp_check_vanity_logo: 'flagged',
  });

  expect(await load(companyId)).toMatchObject({ state: 'unrated', verdict: null, drift: [] });
});

test('a scorecard whose ratings were all taken back stays started, and is undecided', async () => {
  const companyId = await scoredCompany(portal, { strategic_fit: 4 });

  const { state, verdict } = await saveField(portal.context, companyId, 'strategic_fit', [4, null]);

  expect(state).toBe('judged');
  expect(verdict).toMatchObject({ lane: 'undecided', ratedCount: 0, low: 100, high: 500, clearance: null });
});

test('a portal without any of our properties is not installed', () =>
  withPortal({ installed: false }, async (other) => {
    const companyId = await other.createCompany();

    expect(await loadScorecard(other.context, { companyId })).toMatchObject({
      state: 'not-installed',
      verdict: null,
    });
  }));

test.each([
  [
    'a type that does not exist',
    { ipp_partner_type: 'distributor' },
    { field: 'partner_type', message: expect.stringMatching(/ratings but no partner type/) as unknown },
  ],
  [
    'no type',
    { ipp_partner_type: '' },
    { field: 'partner_type', message: expect.stringMatching(/Choose the type/) as unknown },
  ],
  [
    'another type than it was judged by',
    { ipp_partner_type: 'reseller' },
    {
      field: 'partner_type',
      message: expect.stringMatching(
        /judged by the profile "Technology partner, as shipped".*Reseller/,
      ) as unknown,
    },
  ],
  [
    'a profile version that is not known',
    { ipp_profile_version: 'technology@7' },
    { field: null, message: expect.stringMatching(/Technology partner, v7/) as unknown },
  ],
  [
    'a verdict by newer rules',
    { ipp_rules: '3' },
    { field: null, message: expect.stringMatching(/newer version .*rules 3/) as unknown },
  ],
])('ratings with %s are not judged, and the problem says why', async (_, edit, problem) => {
  const companyId = await scoredCompany(portal);
  await allowType('distributor');
  await editOutside(portal, companyId, edit);

  const record = await load(companyId);

  expect(record).toMatchObject({ state: 'unjudgeable', verdict: null });
  expect(record.problems[0]).toEqual(problem);
});

test('ratings with a type whose profile nobody published are not judged, and the problem says why', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_partner_type: 'reseller', ipp_profile_version: '' });

  const record = await loadScorecard({ ...portal.context, profiles: [technology] }, { companyId });

  expect(record).toMatchObject({ state: 'unjudgeable', verdict: null });
  expect(record.problems[0]).toMatchObject({
    field: 'partner_type',
    message: expect.stringMatching(/for the type Reseller/) as unknown,
  });
});

/** Somebody adds an option to the list of types. */
async function allowType(value: string): Promise<void> {
  const path = '/crm/properties/2026-09/companies/ipp_partner_type';
  const { options } = (await portal.outside.send({ method: 'GET', path })) as {
    options: { value: string }[];
  };
  if (options.some((option) => option.value === value)) return;
  await portal.outside.send({
    method: 'PATCH',
    path,
    body: { options: [...options, { value, label: value }] },
  });
}
