import { technology } from '../../../src/icp/profiles/technology.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { ratings } from './partners-of-types.ts';
import { firstTime, jane, saveField } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

function save(companyId: string, changes: Parameters<typeof saveScorecard>[1]['changes']) {
  return saveScorecard(portal.context, { companyId, changes, by: jane });
}

test('facts and checks without a rating are kept, and start neither a type, a version nor a verdict', async () => {
  const companyId = await portal.createCompany();

  const { state, verdict } = await save(companyId, {
    shared_customers: { seen: null, value: 3 },
    check_dead_api: { seen: 'open', value: 'flagged' },
  });

  expect({ state, verdict }).toEqual({ state: 'unrated', verdict: null });
  expect(Object.keys(await portal.stored(companyId)).sort()).toEqual([
    'ipp_check_dead_api',
    'ipp_scored_at',
    'ipp_scored_by',
    'ipp_shared_customers',
  ]);
});

test('a check that was flagged before the first rating acts from the first rating on', async () => {
  const companyId = await portal.createCompany();
  await saveField(portal.context, companyId, 'check_dead_api', ['open', 'flagged']);

  const { verdict } = await save(companyId, firstTime(workflowTool));

  expect(verdict).toMatchObject({ total: 400, clearance: 'blocked' });
});

test('a type chosen before the first rating is kept', async () => {
  const companyId = await portal.createCompany();
  await saveField(portal.context, companyId, 'partner_type', [null, 'technology']);

  const { profileVersion } = await save(companyId, firstTime(workflowTool));

  expect(profileVersion).toBe('technology@0');
  expect(await portal.valuesOf(companyId, 'ipp_partner_type')).toEqual(['technology']);
});

test('a type without a profile keeps its first ratings unjudged instead of becoming the default type', async () => {
  const companyId = await portal.createCompany({ ipp_partner_type: 'reseller' });
  const context = { ...portal.context, profiles: [technology] };

  const { state, problems } = await saveScorecard(context, {
    companyId,
    changes: firstTime(workflowTool),
    by: jane,
  });

  expect(state).toBe('unjudgeable');
  expect(problems).toMatchObject([{ field: 'partner_type' }]);
  expect(await portal.stored(companyId)).toMatchObject({
    ipp_partner_type: 'reseller',
    ipp_customer_overlap: '5',
  });
});

test('a type that cannot be read is not written over by the default type', async () => {
  const path = '/crm/properties/2026-09/companies/ipp_partner_type';
  const { options } = (await portal.outside.send({ method: 'GET', path })) as { options: object[] };
  const distributor = { value: 'distributor', label: 'Distributor' };
  await portal.outside.send({ method: 'PATCH', path, body: { options: [...options, distributor] } });
  const companyId = await portal.createCompany({ ipp_partner_type: 'distributor' });

  const { state, problems } = await save(companyId, firstTime(workflowTool));

  expect(state).toBe('unjudgeable');
  expect(problems.map(({ field }) => field)).toContain('partner_type');
  expect(await portal.stored(companyId)).toMatchObject({ ipp_partner_type: 'distributor' });
});

test('ratings that stood there without a type do not get the default type: a person has to choose', async () => {
  const companyId = await portal.createCompany({ ipp_strategic_fit: '4' });

  const saved = await saveField(portal.context, companyId, 'customer_overlap', [null, 5]);
  const chosen = await saveField(portal.context, companyId, 'partner_type', [null, 'technology']);

  expect(saved.state).toBe('unjudgeable');
  expect(chosen).toMatchObject({
    state: 'judged',
    profileVersion: 'technology@0',
    verdict: { ratedCount: 2 },
  });
});

test('imported ratings get the current version with their first verdict', async () => {
  const ratings = Object.entries(workflowTool).map(([field, value]) => [`ipp_${field}`, String(value)]);
  const companyId = await portal.createCompany({
    ...(Object.fromEntries(ratings) as Record<string, string>),
    ipp_partner_type: 'technology',
  });

  await save(companyId, {});

  expect(await portal.stored(companyId)).toMatchObject({
    ipp_lane: 'deep',
    ipp_total: '430',
    ipp_profile_version: 'technology@0',
  });
});

test('a save never moves a scorecard to a newer version of its profile', async () => {
  const companyId = await portal.createCompany();
  await save(companyId, firstTime(workflowTool));
  const [shipped] = portal.context.profiles;
  if (shipped === undefined) throw new Error('no profile is shipped');
  const newer = { ...shipped, version: 1, floors: { deep: 480, fast: 470 } };
  const context = { ...portal.context, profiles: [shipped, newer], current: { technology: 1 } };

  const { verdict } = await saveField(context, companyId, 'strategic_fit', [4, 5]);
  const other = await portal.createCompany();
  const started = await saveScorecard(context, {
    companyId: other,
    changes: firstTime(workflowTool),
    by: jane,
  });

  expect(verdict).toMatchObject({ lane: 'deep', total: 435 });
  expect(await portal.stored(companyId)).toMatchObject({ ipp_profile_version: 'technology@0' });
  expect(started).toMatchObject({ profileVersion: 'technology@1', verdict: { lane: 'pass' } });
});

test('a type that was changed by hand is set back, and the verdict stands again', async () => {
  const companyId = await portal.createCompany();
  await save(companyId, firstTime(workflowTool));
  await editOutside(portal, companyId, { ipp_partner_type: 'reseller' });
  const { verdict } = await saveField(portal.context, companyId, 'partner_type', ['reseller', 'technology']);
  expect(verdict).toMatchObject({ lane: 'deep' });
});

test.each(['reseller', 'technology'] as const)(
  'the first ratings of a %s are the cause of its lane',
  async (type) => {
    const companyId = await portal.createCompany();
    const rated = type === 'technology' ? workflowTool : ratings;

    await save(companyId, { partner_type: { seen: null, value: type }, ...firstTime(rated) });

    expect(await portal.stored(companyId)).toMatchObject({ ipp_lane_change_cause: 'rated' });
  },
);

test('a type that was chosen before the first ratings is no cause of their lane', async () => {
  const companyId = await portal.createCompany();
  await saveField(portal.context, companyId, 'partner_type', [null, 'technology']);

  await save(companyId, firstTime(workflowTool));

  expect(await portal.stored(companyId)).toMatchObject({ ipp_lane: 'deep', ipp_lane_change_cause: 'rated' });
});
