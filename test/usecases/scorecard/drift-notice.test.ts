import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { driftNotice } from '../../../src/usecases/scorecard/drift-notice.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test('where the history gives no reason, that is said', async () => {
  const record = await loadScorecard(portal.context, { companyId: await scoredCompany(portal) });

  const notice = driftNotice(
    {
      ...record,
      drift: ['ipp_lane'],
      storedVerdict: { lane: '' },
      driftReasons: [{ kind: 'unknown', field: null, change: null }],
    },
    {},
    DEFAULT_SETTINGS,
  );

  expect(notice?.sentences).toEqual([
    'HubSpot still says no lane, 430 of 500. From this scorecard follows Deep, 430 of 500.',
    'The history does not say why.',
    'Press "Update" to store what follows.',
  ]);
});

test('an edited verdict that waits for a person says so, and a stale one does not', async () => {
  const record = await loadScorecard(portal.context, { companyId: await scoredCompany(portal) });
  const asks = { ...DEFAULT_SETTINGS, editedVerdicts: 'ask' } as const;
  const noticeOf = (kind: 'edited' | 'stale') => {
    const reason = { kind, field: 'lane', change: null };
    const drifted = { ...record, drift: ['ipp_lane'], storedVerdict: { lane: '' }, driftReasons: [reason] };
    return driftNotice(drifted, {}, asks);
  };

  expect(noticeOf('edited')?.sentences.at(-1)).toMatch(/^It stays as it was edited until somebody presses/);
  expect(noticeOf('edited')?.action).toEqual({ label: 'Update', act: 'update' });
  expect(noticeOf('stale')?.sentences.at(-1)).toBe('Press "Update" to store what follows.');
});
