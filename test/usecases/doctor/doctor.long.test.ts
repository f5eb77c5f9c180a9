import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { INSTALLATION_VERSION } from '../../../src/crm/installation-record.ts';
import { checkPortal } from '../../../src/usecases/doctor/check-portal.ts';
import { APP_TOKEN, type Portal, deleteProperty, editOutside, openPortal, withPortal } from '../../portal.ts';
import { codesOf, examine, findingOf } from './examine.ts';
import { createDeal, createPipeline } from '../deals/partner-deals.ts';
import { ratedAs } from '../scorecard/partners-of-types.ts';
import { scoredCompany } from '../scorecard/scoring.ts';

let portal: Portal;
beforeEach(async () => (portal = await openPortal()));
afterEach(() => portal.close());

const isWrite = (call: string) => !/^GET |\/search$|\/batch\/read$/.test(call);
/** Carries an empty batch, to see whether the token may write. */
const isProbe = (call: string) =>
  /^POST \/crm\/(objects\/.*\/batch\/update|properties\/.*\/batch\/create)$/.test(call);
const PROPERTIES = '/crm/properties/2026-09/companies';

test('a healthy portal is said to be one, and is only read', async () => {
  await scoredCompany(portal);
  await ratedAs(portal, 'reseller');

  const calls = await portal.callsDuring(async () => {
    const diagnosis = await examine(portal, { repair: true });
    expect(diagnosis).toMatchObject({
      ...{ healthy: true, companies: 2, account: { id: '48000001' } },
      propertyRoom: { limit: 10_000 },
    });
    expect(codesOf(diagnosis)).toEqual([]);
  });

  expect(calls.filter(isWrite).filter((call) => !isProbe(call))).toEqual([]);
  expect(calls.filter(isProbe)).toHaveLength(4);
});

test('a wrong token is one finding, and the only one', async () => {
  const diagnosis = await examine(portal, { token: 'pat-wrong' });

  expect(codesOf(diagnosis)).toEqual(['wrong-token']);
  expect(diagnosis.findings[0]?.message).toMatch(/Check the token/);
  expect(diagnosis.healthy).toBe(false);
});

test('each missing scope is named, and what can be seen without it is looked at all the same', async () => {
  const all = ['companies', 'deals'].flatMap((type) => [
    ...[`crm.objects.${type}.read`, `crm.objects.${type}.write`],
    ...[`crm.schemas.${type}.read`, `crm.schemas.${type}.write`],
  ]);
  const without = (missing: string) => ({
    ...{ token: `without-${missing}`, sourceType: 'INTEGRATION', sourceId: '4711' },
    scopes: all.filter((scope) => scope !== missing),
  });
  const whole = { token: APP_TOKEN, sourceType: 'INTEGRATION', sourceId: '4711' };
  const hand = { token: 'test-user-token', sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 };

  await withPortal({ tokens: [whole, hand, ...all.map(without)] }, async (guarded) => {
    const company = await scoredCompany(guarded);
    await editOutside(guarded, company, { ipp_lane: 'pass' });
    await createDeal(guarded, await createPipeline(guarded, 'Partnerships'), company);
    for (const scope of all) {
      const diagnosis = await examine(guarded, { token: `without-${scope}`, repair: true });
      // definitions may be read with either of two scopes
      const isNeeded = !/schemas\..*\.read/.test(scope);
      const found = findingOf(diagnosis, 'missing-scope');
      expect([scope, found?.message.includes(scope) ?? false]).toEqual([scope, isNeeded]);
      if (/deals\.read|write/.test(scope)) expect(diagnosis.companies).toBe(1);
      await editOutside(guarded, company, { ipp_lane: 'pass' });
    }
  });
});

test('a deleted property comes back by a repair, which leaves the verdicts alone in that run', async () => {
  const company = await scoredCompany(portal);
  await deleteProperty(portal, 'ipp_strategic_fit');
  await editOutside(portal, company, { ipp_total: '1' });

  const found = await examine(portal);
  const repaired = await examine(portal, { repair: true });
  const total = (await portal.stored(company))['ipp_total'];
  const after = await examine(portal, { repair: true });

  expect(findingOf(found, 'property-missing')).toMatchObject({
    ...{ count: 1, examples: ['ipp_strategic_fit'], repaired: 0 },
    message: expect.stringMatching(/Run: icp doctor --repair/) as unknown,
  });
  expect(findingOf(repaired, 'property-missing')).toMatchObject({ count: 1, repaired: 1 });
  expect(total).toBe('1');
  expect(findingOf(after, 'property-missing')).toBeUndefined();
  expect(after.healthy).toBe(true);
});

test('a property of another type is named with what to do, and never touched', async () => {
  await deleteProperty(portal, 'ipp_total');
  const text = {
    name: 'ipp_total',
    label: 'Total',
    groupName: 'partner_icp',
    type: 'string',
    fieldType: 'text',
  };
  await portal.outside.send({ method: 'POST', path: PROPERTIES, body: text });

  const diagnosis = await examine(portal, { repair: true });

  expect(findingOf(diagnosis, 'property-changed')).toMatchObject({
    ...{ count: 1, repaired: 0 },
    message: expect.stringMatching(/ipp_total is string \(text\), not number .*Rename or delete/) as unknown,
  });
  expect(diagnosis.healthy).toBe(false);
});

test('an option that somebody deleted comes back by a repair', async () => {
  const options = [
    { value: 'deep', label: 'Deep' },
    { value: 'ours', label: 'Own lane' },
  ];
  const path = `${PROPERTIES}/ipp_lane`;
  await portal.outside.send({ method: 'PATCH', path, body: { options: options.map(shown) } });

  const found = await examine(portal);
  const repaired = await examine(portal, { repair: true });

  expect(findingOf(found, 'option-missing')?.examples).toEqual(['ipp_lane lacks fast, pass, undecided']);
  expect(findingOf(repaired, 'option-missing')).toMatchObject({ count: 1, repaired: 1 });
  expect(repaired.healthy).toBe(true);
  expect(await portal.outside.send({ method: 'GET', path })).toMatchObject({
    options: expect.arrayContaining([expect.objectContaining({ value: 'ours' })]) as unknown,
  });
});

test('deals that show something else are repaired, and those without a company are named', async () => {
  const company = await scoredCompany(portal);
  const pipeline = await createPipeline(portal, 'Partnerships');
  const deal = await createDeal(portal, pipeline, company);
  const lonely = { dealname: 'Nobody yet', pipeline: pipeline.id, dealstage: pipeline.stage };
  const path = '/crm/objects/2026-09/deals';
  await portal.outside.send({ method: 'POST', path, body: { properties: lonely } });

  const found = await examine(portal);
  const repaired = await examine(portal, { repair: true });

  expect(findingOf(found, 'deal-differs')).toMatchObject({ count: 1, examples: [`Integration (${deal})`] });
  expect(findingOf(repaired, 'deal-differs')).toMatchObject({ count: 1, repaired: 1 });
  expect(findingOf(repaired, 'deal-without-company')?.examples[0]).toMatch(/^Nobody yet \(\d+\)$/);
  expect(codesOf(await examine(portal))).toEqual(['deal-without-company']);
});

test('a clock that is off is said in minutes, and the limits are those of the answers', async () => {
  await withPortal({ limits: 'on' }, async (limited) => {
    const anHourAgo = () => new Date(Date.now() - 3_600_000);

    const diagnosis = await examine(limited, { context: { now: anHourAgo } });

    expect(findingOf(diagnosis, 'clock-off')?.message).toMatch(/is 60 minutes behind HubSpot's/);
    expect(diagnosis.limits).toMatchObject({ calls: 190, daily: 1_000_000 });
  });
});

test('few calls left are a note, a newer installation is a fault', () => {
  const limits = { aheadMs: -2_000, calls: 190, daily: 1_000, dailyLeft: 99 };
  const mark = {
    edition: 'private',
    version: INSTALLATION_VERSION + 1,
    pipeline: null,
    foundBefore: [],
  } as const;

  const findings = checkPortal(limits, mark);

  expect(findings.map(({ code, weight }) => [code, weight])).toEqual([
    ['limit-low', 'note'],
    ['newer-installation', 'fault'],
  ]);
});

test('a portal without the app, and one that takes no calls', async () => {
  await withPortal({ installed: false }, async (bare) => {
    expect(codesOf(await examine(bare))).toEqual(['not-installed']);
    bare.sandbox.faults.add(FAULT_ANSWERS.dailyLimit, { times: 99 });
    await expect(examine(bare)).rejects.toThrow(/daily limit/);
  });
});

function shown(option: { value: string; label: string }, displayOrder: number) {
  return { ...option, displayOrder, hidden: false };
}
