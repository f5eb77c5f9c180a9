import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { changeType, ratedAs } from './partners-of-types.ts';
import { jane } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const STILL_HOLDS = { to_confirm: { seen: ['people'], value: [] }, people: { seen: 4, value: 4 } };

async function onceReseller(): Promise<string> {
  const companyId = await ratedAs(portal, 'reseller');
  await changeType(portal, companyId, 'solution');
  return companyId;
}

test('a rating that still holds is confirmed', async () => {
  const companyId = await onceReseller();

  const { scorecard, conflicts } = await saveScorecard(portal.context, {
    ...{ companyId, changes: STILL_HOLDS, by: jane },
  });

  expect([scorecard.toConfirm, conflicts]).toEqual([[], []]);
});

test('a rating that somebody changed meanwhile is not confirmed unseen', async () => {
  const companyId = await onceReseller();
  await editOutside(portal, companyId, { ipp_people: '1' });

  const { scorecard, conflicts } = await saveScorecard(portal.context, {
    ...{ companyId, changes: STILL_HOLDS, by: jane },
  });

  expect(scorecard).toMatchObject({ toConfirm: ['people'], ratings: { people: 1 } });
  expect(conflicts.map(({ field }) => field).sort()).toEqual(['people', 'to_confirm']);
});

test('a new rating that is in conflict confirms nothing', async () => {
  const companyId = await onceReseller();
  await editOutside(portal, companyId, { ipp_people: '1' });

  const changes = { ...STILL_HOLDS, people: { seen: 4, value: 5 } };
  const { scorecard } = await saveScorecard(portal.context, { companyId, changes, by: jane });

  expect(scorecard.toConfirm).toEqual(['people']);
});

test('new evidence confirms a rating that somebody changed meanwhile', async () => {
  const companyId = await onceReseller();
  await editOutside(portal, companyId, { ipp_people: '1' });

  const changes = { ...STILL_HOLDS, people_evidence: { seen: 'people seen', value: 'Met their lead' } };
  const { scorecard } = await saveScorecard(portal.context, { companyId, changes, by: jane });

  expect(scorecard.toConfirm).toEqual([]);
});
