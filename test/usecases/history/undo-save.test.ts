import { technology } from '../../../src/icp/profiles/technology.ts';
import { readHistory } from '../../../src/usecases/history/read-history.ts';
import { undoSave } from '../../../src/usecases/history/undo-save.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { typeChange } from '../../../src/icp/type-change.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { clearedCompany, decideNow } from '../decisions/deciding.ts';
import { jane, omar, saveField, scoredCompany } from '../scorecard/scoring.ts';
import { answersOf, changesOf, historyOf, newestOf, outside, undoLast } from './reading.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

/** Changes the type as the card does, with all that it sets. */
async function changeType(companyId: string, value: string, by = omar) {
  const { scorecard } = await loadScorecard(portal.context, { companyId });
  const changes = { ...typeChange(scorecard), partner_type: { seen: scorecard.type, value } };
  return saveScorecard(portal.context, { companyId, changes, by });
}

test('an undo sets back what the last save changed, and is stamped by who undoes', async () => {
  const companyId = await scoredCompany(portal);
  const before = await answersOf(portal, companyId);
  await saveScorecard(portal.context, {
    companyId,
    changes: {
      strategic_fit: { seen: 4, value: 2 },
      strategic_fit_evidence: { seen: '', value: 'Asked their CTO' },
    },
    by: omar,
  });

  const answer = await undoLast(portal, companyId, jane);

  expect(await answersOf(portal, companyId)).toEqual(before);
  expect(answer).toMatchObject({ conflicts: [], trail: { scoredBy: jane } });
});

test('the undo of a first save leaves a company that was never scored', async () => {
  const companyId = await scoredCompany(portal);

  const answer = await undoLast(portal, companyId, omar);

  expect(answer).toMatchObject({ state: 'never-scored', conflicts: [], verdict: null });
  expect(await portal.stored(companyId)).toEqual({});
  expect(await newestOf(portal, companyId)).toMatchObject({ kinds: ['emptied'], by: omar });
});

test('the undo of an undo brings the save back, with version and review', async () => {
  const companyId = await scoredCompany(portal);
  const before = await answersOf(portal, companyId);
  await undoLast(portal, companyId, omar);

  await undoLast(portal, companyId, omar);

  expect(await answersOf(portal, companyId)).toEqual(before);
});

test('the undo of an emptied scorecard brings everything back', async () => {
  const companyId = await clearedCompany(portal);
  await decideNow(portal, companyId);
  await saveField(portal.context, companyId, 'strategic_fit_evidence', ['', 'Roadmap']);
  const before = await answersOf(portal, companyId);
  await clearScorecard(portal.context, { companyId, by: omar });

  const answer = await undoLast(portal, companyId, jane);

  expect(answer.conflicts).toEqual([]);
  expect(await answersOf(portal, companyId)).toEqual(before);
});

test('the undo of a change of type brings back its ratings, its clear checks, and the version that was stamped', async () => {
  const companyId = await clearedCompany(portal);
  const asTechnology = await answersOf(portal, companyId);
  await changeType(companyId, 'reseller');
  const asked = [
    'company_alignment',
    'market_access',
    'role_criteria',
    'compatibility',
    'people',
    'collaboration_support',
  ];
  await saveScorecard(portal.context, {
    companyId,
    changes: Object.fromEntries(asked.map((field) => [field, { seen: null, value: 4 }])),
    by: jane,
  });
  const asReseller = await answersOf(portal, companyId);
  await changeType(companyId, 'oem');

  await undoLast(portal, companyId);

  expect(await answersOf(portal, companyId)).toEqual(asReseller);
  await undoLast(portal, companyId);
  await undoLast(portal, companyId);
  expect(await answersOf(portal, companyId)).toEqual(asReseller);
  expect(asTechnology['ipp_profile_version']).toBe('technology@0');
});

test('the undo of a save that confirmed a rating lets it wait again', async () => {
  const companyId = await scoredCompany(portal);
  await changeType(companyId, 'reseller');
  await saveField(portal.context, companyId, 'people', [null, 4]);
  await changeType(companyId, 'oem');
  const before = await answersOf(portal, companyId);
  await saveField(portal.context, companyId, 'people', [4, 5], omar);

  await undoLast(portal, companyId);

  expect(before['ipp_to_confirm']).toBe('people');
  expect(await answersOf(portal, companyId)).toEqual(before);
});

test('what somebody changed since is a conflict and stays', async () => {
  const companyId = await scoredCompany(portal);
  await saveScorecard(portal.context, {
    companyId,
    changes: { strategic_fit: { seen: 4, value: 2 }, customer_overlap: { seen: 5, value: 1 } },
    by: omar,
  });
  await outside(portal, companyId, { strategic_fit: '3' });
  const { undo } = await historyOf(portal, companyId);

  const answer = await undoLast(portal, companyId);

  expect(undo?.lines).toEqual(['Customer overlap: 5', expect.stringContaining('stays 3: changed since by')]);
  expect(answer.conflicts).toMatchObject([{ field: 'strategic_fit', found: 3, wanted: 4 }]);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_strategic_fit: '3', ipp_customer_overlap: '5' });
});

test('the undo of a first save keeps the type where others have rated since', async () => {
  const companyId = await scoredCompany(portal, { strategic_fit: 4 });
  await outside(portal, companyId, { customer_overlap: '3' });
  const { undo } = await historyOf(portal, companyId);

  const answer = await undoLast(portal, companyId);

  expect(undo?.lines).toContain('Partner type stays Technology partner: others have rated since');
  expect(answer).toMatchObject({ state: 'judged', conflicts: [] });
  expect(answer.scorecard.ratings).toMatchObject({ strategic_fit: null, customer_overlap: 3 });
});

test('the undo of an undone emptying empties the answers of an earlier type too, also where others have rated since', async () => {
  const companyId = await scoredCompany(portal);
  await changeType(companyId, 'reseller');
  await clearScorecard(portal.context, { companyId, by: omar });
  await undoLast(portal, companyId);
  await outside(portal, companyId, { market_access: '4' });
  const { undo } = await historyOf(portal, companyId);

  const answer = await undoLast(portal, companyId);

  expect(undo?.lines).toContain('Customer overlap: empty');
  expect(answer.conflicts).toEqual([]);
  const { ipp_partner_type: type, ...stored } = await portal.stored(companyId);
  expect([type, stored['ipp_market_access']]).toEqual(['reseller', '4']);
  expect(technology.dimensions.filter(({ key }) => stored[`ipp_${key}`] !== undefined)).toEqual([]);
});

test('a change of type stays whole where a check that it opened was cleared since', async () => {
  const companyId = await clearedCompany(portal);
  await changeType(companyId, 'reseller');
  await outside(portal, companyId, { check_dead_api: 'flagged' });

  const { undo, noUndo } = await historyOf(portal, companyId);

  expect(undo).toBeNull();
  expect(noUndo).toMatch(/goes back whole/);
});

test('a repeated undo changes nothing', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'strategic_fit', [4, 2], omar);
  const { undo } = await historyOf(portal, companyId);
  const request = { companyId, save: undo?.key ?? '', by: jane };
  await undoSave(portal.context, request);
  const before = await portal.stored(companyId);

  const calls = await portal.callsDuring(() => undoSave(portal.context, request));

  expect(calls.filter((call) => call.startsWith('PATCH'))).toEqual([]);
  expect(await portal.stored(companyId)).toEqual(before);
});

test('a save that is not the last one any more is not undone', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'strategic_fit', [4, 2], omar);
  const { undo } = await historyOf(portal, companyId);
  await saveField(portal.context, companyId, 'customer_overlap', [5, 1], jane);
  const before = await portal.stored(companyId);

  const undone = undoSave(portal.context, { companyId, save: undo?.key ?? '', by: jane });

  await expect(undone).rejects.toThrow(/Another save is the last one by now/);
  expect(await portal.stored(companyId)).toEqual(before);
});

test('after a decision nothing is undone, and the history says what to do', async () => {
  const companyId = await clearedCompany(portal);
  await decideNow(portal, companyId);

  const { undo, noUndo } = await historyOf(portal, companyId);

  expect(undo).toBeNull();
  expect(noUndo).toMatch(/decide anew/);
});

test('a company without a save has nothing to undo', async () => {
  const companyId = await portal.createCompany({ ipp_strategic_fit: '4' });

  const { undo, noUndo, entries } = await readHistory(portal.context, { companyId });

  expect(undo).toBeNull();
  expect(noUndo).toMatch(/Nothing was saved yet/);
  expect(entries.map(changesOf)).toEqual([['strategic_fit  -> 4']]);
});

test('an undo costs the calls of a save', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'strategic_fit', [4, 2], omar);
  const { undo } = await historyOf(portal, companyId);

  const calls = await portal.callsDuring(() =>
    undoSave(portal.context, { companyId, save: undo?.key ?? '', by: jane }),
  );

  expect(calls.map((call) => call.split(' ')[0])).toEqual(['GET', 'PATCH', 'GET']);
});
