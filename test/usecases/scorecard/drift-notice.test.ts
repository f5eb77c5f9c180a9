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
  );

  expect(notice?.sentences).toEqual([
    'HubSpot still says no lane, 430 of 500. From this scorecard follows Deep, 430 of 500.',
    'The history does not say why.',
    'Press "Update" to store what follows.',
  ]);
});
