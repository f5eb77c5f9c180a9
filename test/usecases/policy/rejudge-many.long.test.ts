import { rejudgeMany } from '../../../src/usecases/policy/rejudge-many.ts';
import type { RejudgedCompany } from '../../../src/usecases/policy/rejudge-report.ts';
import { aroundCalls } from '../../around-calls.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { createStored, storedScorecard } from './portfolio.ts';
import { ada, makeCurrent, otherTechnology } from './published.ts';

const type = 'technology' as const;
const STRICT = otherTechnology(1, { floors: { deep: 440, fast: 250 } });

let portal: Portal;
let ids: string[];
beforeEach(async () => {
  portal = await openPortal({ types: ['technology', 'reseller'], home: true });
  ids = await createStored(portal, [
    storedScorecard(),
    storedScorecard({ ipp_customer_overlap: '1' }),
    storedScorecard({ ipp_profile_version: 'technology@77' }),
    { ipp_partner_type: 'technology' },
    storedScorecard({ ipp_rules: '99' }),
  ]);
  await makeCurrent(portal.context, STRICT);
});
afterEach(() => portal.close());

test('a dry run names each company with both lanes and why, and writes nothing', async () => {
  const seen: RejudgedCompany[] = [];
  const calls = await portal.callsDuring(async () => {
    const report = await rejudgeMany(portal.context, {
      ...{ type, by: ada, apply: false },
      onCompany: (company) => {
        seen.push(company);
        return Promise.resolve();
      },
    });

    expect(report).toMatchObject({
      applied: false,
      to: 'technology@1',
      companies: 4,
      rejudged: 3,
      current: 0,
    });
    expect(report.left.map(({ companyId }) => companyId)).toEqual([ids[4]]);
    expect(report.left[0]?.reason).toContain('rules 99');
  });

  expect(calls.filter((call) => /PATCH|update/.test(call))).toEqual([]);
  expect(seen.map(({ before, after }) => [before.lane, after.lane, after.total])).toEqual([
    ['deep', 'fast', '430'],
    ['fast', 'fast', '310'],
    ['undecided', 'fast', '430'],
  ]);
  expect(seen[0]?.why).toMatch(/430 points of 500 reach the floor of 250/);
});

test('applied, only what differs is written, once, with who did it', async () => {
  const first = await rejudgeMany(portal.context, { type, by: ada, apply: true });
  const before = await Promise.all(ids.map((id) => portal.stored(id)));

  const again = await rejudgeMany(portal.context, { type, by: 'omar@example.com', apply: true });

  expect([first.rejudged, again.rejudged, again.current]).toEqual([3, 0, 3]);
  expect(before[0]).toMatchObject({
    ipp_lane: 'fast',
    ipp_scored_by: ada,
    ipp_profile_version: 'technology@1',
  });
  expect(before[3]).toEqual({ ipp_partner_type: 'technology' });
  expect(await Promise.all(ids.map((id) => portal.stored(id)))).toEqual(before);
});

test('only the companies that are named are re-judged; one that is gone or of another type is left out', async () => {
  const [reseller = ''] = await createStored(portal, [{ ipp_partner_type: 'reseller' }]);
  const companies = [ids[1] ?? '', '999999999', reseller];

  const report = await rejudgeMany(portal.context, { type, by: ada, apply: true, companies });

  expect(report.rejudged).toBe(1);
  expect(report.left.map(({ companyId }) => companyId).sort()).toEqual(['999999999', reseller].sort());
  expect(await portal.valuesOf(ids[0] ?? '', 'ipp_profile_version')).toEqual(['technology@0']);
});

test('a profile that becomes current between two pages ends the run, with what was done', async () => {
  const more = Array.from({ length: 230 }, () => storedScorecard());
  await createStored(portal, more);
  const publishing = { ...portal.context, crm: portal.app };
  const crm = aroundCalls(
    portal.app,
    ({ path }) => path.endsWith('/companies/search'),
    'before',
    async (_, count) => {
      if (count === 2)
        await makeCurrent(publishing, otherTechnology(2, { floors: { deep: 300, fast: 200 } }));
    },
  );

  const run = rejudgeMany({ ...portal.context, crm }, { type, by: ada, apply: true });

  await expect(run).rejects.toMatchObject({ code: 'policy-moved' });
  await expect(run).rejects.toThrow(/began with .*v1.*v2.*198 companies were re-judged/);
});

test('a run does not go on under another version than it began with', async () => {
  const from = { to: 'technology@0', after: ids[0] ?? null };

  await expect(rejudgeMany(portal.context, { type, by: ada, apply: true, from })).rejects.toMatchObject({
    code: 'policy-moved',
  });
  expect(await portal.valuesOf(ids[1] ?? '', 'ipp_profile_version')).toEqual(['technology@0']);
});
