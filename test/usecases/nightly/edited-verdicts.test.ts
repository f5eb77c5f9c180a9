import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import type { Settings } from '../../../src/icp/settings.ts';
import { type Portal, editOutside, mergeCompanies } from '../../portal.ts';
import { HOMES } from '../policy/both-homes.ts';
import { jane, scoredCompany } from '../scorecard/scoring.ts';
import { findingOf, nightly, ratedOutside } from './run-nightly.ts';

describe.each(HOMES)('with a home %s', (_where, open) => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await open({ types: ['technology'] });
  });
  afterEach(() => portal.close());

  const choose = async (editedVerdicts: Settings['editedVerdicts']) => {
    const { settings, policy } = await loadPolicy(portal.context);
    const wanted = { ...settings, editedVerdicts };
    await publishSettings(portal.context, { settings: wanted, reason: 'Ours', by: jane, policy });
  };
  const laneOf = async (companyId: string) => (await portal.stored(companyId))['ipp_lane'];

  test('where the settings ask, the night leaves edited verdicts and names them, and repairs stale ones', async () => {
    await choose('ask');
    const [edited, stale, both] = [
      await scoredCompany(portal),
      await scoredCompany(portal),
      await scoredCompany(portal),
    ];
    await editOutside(portal, edited, { ipp_lane: 'pass' });
    await editOutside(portal, stale, { ipp_customer_overlap: '1' });
    await editOutside(portal, both, { ipp_lane: 'pass', ipp_customer_overlap: '1' });

    const report = await nightly(portal);

    expect(report).toMatchObject({ companies: 3, companiesRepaired: 1, left: null });
    expect([await laneOf(edited), await laneOf(stale), await laneOf(both)]).toEqual(['pass', 'fast', 'pass']);
    const finding = findingOf(report, 'edited-verdict');
    expect(finding).toMatchObject({ count: 2 });
    expect(finding?.examples).toContain(`Brightdesk (${edited}): ipp_lane was last set by CRM_UI`);
    expect(finding?.message).toMatch(/2 companies were left as they are: somebody overwrote the verdict/);
  });

  test('an update by a person repairs it; so does the next night once the settings do not ask any more', async () => {
    await choose('ask');
    const [one, other] = [await scoredCompany(portal), await scoredCompany(portal)];
    for (const id of [one, other]) await editOutside(portal, id, { ipp_lane: 'pass' });
    await nightly(portal);

    await saveScorecard(portal.context, { companyId: one, changes: {}, by: jane });
    const waiting = findingOf(await nightly(portal), 'edited-verdict');
    await choose('repair');
    const report = await nightly(portal);

    expect(waiting).toMatchObject({ count: 1 });
    expect(await laneOf(one)).toBe('deep');
    expect(report).toMatchObject({ companiesRepaired: 1, findings: [] });
    expect(await laneOf(other)).toBe('deep');
  });

  test("what a merge put together is nobody's edit, and is repaired", async () => {
    await portal.close();
    portal = await open({ types: ['technology'], switches: { mergeWrites: 'all-values' } });
    await choose('ask');
    const rated = await portal.createCompany({ ...ratedOutside, ipp_customer_overlap: '1' });
    await mergeCompanies(portal, rated, await scoredCompany(portal));

    const report = await nightly(portal);

    expect(findingOf(report, 'edited-verdict')).toBeUndefined();
  });
});
