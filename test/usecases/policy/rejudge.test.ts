import { NO_VERDICT } from '../../../src/crm/verdict-fields.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { rejudgeScorecard } from '../../../src/usecases/policy/rejudge.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, editOutside } from '../../portal.ts';
import { jane, meanwhile, omar, scoredCompany } from '../scorecard/scoring.ts';
import { ada, makeCurrent, otherTechnology, underShipped } from './published.ts';
import { HOMES } from './both-homes.ts';

/** A floor that takes the guide's candidate of 430 points out of Deep. */
const STRICT = otherTechnology(1, { floors: { deep: 440, fast: 250 } });

/** What goes with a verdict. */
const WITH_IT = [
  ...['profile_version', 'scored_by', 'scored_at'],
  ...['previous_lane', 'lane_changed_at', 'lane_change_cause', 'recheck_due'],
];

describe.each(HOMES)('with a home %s', (_where, open) => {
  let portal: Portal;
  let companyId: string;
  beforeAll(async () => {
    portal = await open({ types: ['technology', 'reseller'] });
    companyId = await scoredCompany(portal);
    await makeCurrent(portal.context, STRICT);
  });
  afterAll(() => portal.close());

  test('a company that is judged by an older profile is told what the current one would make of it', async () => {
    const { takeOver, verdict } = await loadScorecard(portal.context, { companyId });

    expect(verdict?.lane).toBe('deep');
    expect(takeOver).toEqual({
      ...{ to: 'technology@1', lane: 'fast', total: 430, low: 430, high: 430 },
      published: { by: ada, on: '2026-03-03', reason: 'We sell to larger customers.' },
    });
  });

  test('taking it over writes version, verdict and person in one call, and leaves every answer as it was', async () => {
    const id = await scoredCompany(underShipped(portal));
    await editOutside(portal, id, {
      ipp_customer_overlap_evidence: 'List of May',
      ipp_check_dead_api: 'clear',
    });
    const before = await portal.stored(id);

    const calls = await portal.callsDuring(() =>
      rejudgeScorecard(portal.context, { companyId: id, by: omar, to: 'technology@1' }),
    );
    const after = await portal.stored(id);

    expect(calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
    expect(after).toMatchObject({
      ...{ ipp_profile_version: 'technology@1', ipp_lane: 'fast', ipp_previous_lane: 'deep' },
      ...{
        ipp_lane_change_cause: 're-judged',
        ipp_scored_by: omar,
        ipp_customer_overlap_evidence: 'List of May',
      },
    });
    const derived = new Set([...Object.keys(NO_VERDICT), ...WITH_IT].map((field) => `ipp_${field}`));
    const answers = (values: Record<string, string>) =>
      Object.entries(values).filter(([name]) => !derived.has(name));
    expect(answers(after)).toEqual(answers(before));
  });

  test('taking it over twice writes once', async () => {
    const id = await scoredCompany(underShipped(portal));
    const take = () => rejudgeScorecard(portal.context, { companyId: id, by: omar, to: 'technology@1' });
    await take();

    const calls = await portal.callsDuring(take);

    expect(calls.filter((call) => call.startsWith('PATCH'))).toEqual([]);
    expect((await take()).takeOver).toBeNull();
  });

  test('another version than the one that was seen is refused, and nothing is written', async () => {
    const id = await scoredCompany(underShipped(portal));
    const before = await portal.stored(id);

    await expect(
      rejudgeScorecard(portal.context, { companyId: id, by: omar, to: 'technology@2' }),
    ).rejects.toMatchObject({ code: 'policy-moved' });
    expect(await portal.stored(id)).toEqual(before);
  });

  test('a scorecard by a version that nobody knows keeps its answers and is taken over', async () => {
    const id = await scoredCompany(underShipped(portal));
    await editOutside(portal, id, { ipp_profile_version: 'technology@77' });
    const loaded = await loadScorecard(portal.context, { companyId: id });

    const answer = await rejudgeScorecard(portal.context, { companyId: id, by: omar, to: 'technology@1' });

    expect([loaded.state, loaded.takeOver?.to]).toEqual(['unjudgeable', 'technology@1']);
    expect(answer).toMatchObject({ state: 'judged', verdict: { total: 430, lane: 'fast' } });
  });

  test.each([
    ['a verdict by newer rules', { ipp_rules: '99' }, 'newer-rules'],
    ['a type that was changed outside', { ipp_partner_type: 'reseller' }, 'policy-moved'],
  ])('%s is not re-judged', async (_, properties, code) => {
    const id = await scoredCompany(underShipped(portal));
    await editOutside(portal, id, properties);
    const before = await portal.stored(id);

    await expect(
      rejudgeScorecard(portal.context, { companyId: id, by: omar, to: 'technology@1' }),
    ).rejects.toMatchObject({ code });
    expect((await loadScorecard(portal.context, { companyId: id })).takeOver).toBeNull();
    expect(await portal.stored(id)).toEqual(before);
  });

  test('an override in force stays, and so does its lane', async () => {
    const id = await scoredCompany(underShipped(portal));
    await editOutside(portal, id, { ipp_override_lane: 'pass', ipp_override_until: '2099-01-31' });

    const { verdict } = await rejudgeScorecard(portal.context, {
      companyId: id,
      by: omar,
      to: 'technology@1',
    });

    expect(verdict).toMatchObject({ lane: 'pass', computedLane: 'fast', override: { until: '2099-01-31' } });
  });

  test('a rating that somebody changes meanwhile counts under the new version', async () => {
    const id = await scoredCompany(underShipped(portal));
    const context = meanwhile(portal, 'before', () => editOutside(portal, id, { ipp_customer_overlap: '1' }));

    const { verdict, drift } = await rejudgeScorecard(context, {
      companyId: id,
      by: omar,
      to: 'technology@1',
    });

    expect(verdict?.total).toBe(310);
    expect(drift).toEqual([]);
    expect(await portal.stored(id)).toMatchObject({ ipp_total: '310', ipp_profile_version: 'technology@1' });
  });

  test('a save keeps the version that the scorecard is judged by', async () => {
    const id = await scoredCompany(underShipped(portal));
    await saveScorecard(portal.context, {
      ...{ companyId: id, by: jane },
      changes: { strategic_fit: { seen: 4, value: 3 } },
    });

    expect(await portal.stored(id)).toMatchObject({ ipp_profile_version: 'technology@0', ipp_total: '425' });
  });
});
