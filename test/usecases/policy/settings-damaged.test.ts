import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { editOutside, withPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { firstTime } from '../scorecard/scoring.ts';
import { editEntry } from './a-home.ts';

const by = 'ann@example.com';

test('while the newest entry of the log is damaged no day of a re-check follows from older settings', () =>
  withPortal({ home: true }, async (portal) => {
    const evidenceDays = { overlap: 10, inspection: 10, mandate: 10 };
    const settings = { ...DEFAULT_SETTINGS, evidenceDays };
    await publishSettings(portal.context, { settings, reason: 'We look more often', by, policy: 0 });
    const companyId = await portal.createCompany();
    await saveScorecard(portal.context, { companyId, changes: firstTime(workflowTool), by });
    const before = (await portal.stored(companyId))['ipp_recheck_due'];
    await editEntry(portal, 'policy@1', { ipp_body: '{}' });
    const cold: Context = { ...portal.context, policy: keepPolicy() };

    const { verdict } = await loadScorecard(cold, { companyId });
    await saveScorecard(cold, { companyId, changes: { strategic_fit: { seen: 4, value: 5 } }, by });

    const stored = await portal.stored(companyId);
    expect(verdict).toMatchObject({ lane: 'deep' });
    expect(before).toMatch(/^\d/);
    expect(stored).toMatchObject({ ipp_recheck_due: before, ipp_profile_version: 'technology@0' });
  }));

test('while the current profile cannot be read a first rating is refused, and nothing is written', () =>
  withPortal({ home: true }, async (portal) => {
    const settings = { ...DEFAULT_SETTINGS, slots: 3 };
    await publishSettings(portal.context, { settings, reason: 'Three a quarter', by, policy: 0 });
    const companyId = await portal.createCompany();
    await editEntry(portal, 'policy@1', { ipp_body: '{}' });
    const cold: Context = { ...portal.context, policy: keepPolicy() };

    const saving = saveScorecard(cold, { companyId, changes: firstTime(workflowTool), by });

    await expect(saving).rejects.toThrow(/cannot be read.* Nothing was written\./);
    expect(await portal.stored(companyId)).toEqual({});
  }));

test('a rating whose stamp somebody erased gets no other version while the current profile cannot be read', () =>
  withPortal({ home: true }, async (portal) => {
    const settings = { ...DEFAULT_SETTINGS, slots: 3 };
    await publishSettings(portal.context, { settings, reason: 'Three a quarter', by, policy: 0 });
    const companyId = await portal.createCompany();
    await saveScorecard(portal.context, { companyId, changes: firstTime(workflowTool), by });
    await editOutside(portal, companyId, { ipp_profile_version: '' });
    await editEntry(portal, 'policy@1', { ipp_body: '{}' });
    const cold: Context = { ...portal.context, policy: keepPolicy() };

    const { state } = await loadScorecard(cold, { companyId });
    const saving = saveScorecard(cold, { companyId, changes: {}, by });

    await expect(saving).rejects.toThrow(/Nothing was written\./);
    expect(state).toBe('unjudgeable');
    expect(await portal.stored(companyId)).toMatchObject({ ipp_lane: 'deep', ipp_total: '430' });
  }));
