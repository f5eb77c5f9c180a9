import { undoSave } from '../../../src/usecases/history/undo-save.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, openPortal, withPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { clearedCompany } from '../decisions/deciding.ts';
import { ada, makeCurrent, otherTechnology } from '../policy/published.ts';
import { changeOfType } from '../scorecard/partners-of-types.ts';
import { firstTime, jane, meanwhile, omar, saveField, scoredCompany } from '../scorecard/scoring.ts';
import { answersOf, historyOf, outside, undoLast } from './reading.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test('the undo of a change of type takes along the check that it opened in a second write', async () => {
  const companyId = await clearedCompany(portal);
  await saveField(portal.context, companyId, 'check_dead_api', ['clear', 'open']);
  const changes = await changeOfType(portal, companyId, 'reseller');
  const late = meanwhile(portal, 'before', async (_request, count) => {
    if (count === 1) await outside(portal, companyId, { check_dead_api: 'clear' });
  });
  await saveScorecard(late, { companyId, changes, by: omar });
  expect(await portal.stored(companyId)).toMatchObject({ ipp_check_dead_api: 'open' });

  await undoLast(portal, companyId);

  expect(await portal.stored(companyId)).toMatchObject({
    ...{ ipp_partner_type: 'technology', ipp_check_dead_api: 'clear', ipp_check_vanity_logo: 'clear' },
  });
});

test('the undo of a first rating keeps the evidence that stood there before', async () => {
  const companyId = await portal.createCompany();
  await saveField(portal.context, companyId, 'strategic_fit_evidence', ['', 'Roadmap']);
  const before = await answersOf(portal, companyId);
  await saveScorecard(portal.context, { companyId, changes: firstTime(workflowTool), by: omar });

  const answer = await undoLast(portal, companyId);

  expect(answer).toMatchObject({ state: 'unrated', verdict: null });
  expect(await answersOf(portal, companyId)).toEqual(before);
});

test('the undo of a save that was the yearly review brings back who reviewed before', async () => {
  const companyId = await scoredCompany(portal);
  const before = await answersOf(portal, companyId);
  await saveScorecard(portal.context, {
    ...{ companyId, by: omar, reviewed: true },
    changes: { strategic_fit: { seen: 4, value: 1 } },
  });

  await undoLast(portal, companyId);

  expect(before['ipp_reviewed_by']).toBe(jane);
  expect(await answersOf(portal, companyId)).toEqual(before);
});

test('the undo of a change of type stamps the version of before, not the current one', () =>
  withPortal({ home: true, types: ['technology', 'reseller'] }, async (own) => {
    await makeCurrent(own.context, otherTechnology(1));
    const companyId = await scoredCompany(own);
    const before = await answersOf(own, companyId);
    await saveScorecard(own.context, {
      ...{ companyId, by: omar },
      changes: await changeOfType(own, companyId, 'reseller'),
    });
    await makeCurrent(own.context, otherTechnology(2, { floors: { deep: 450, fast: 300 } }));

    await undoLast(own, companyId, ada);

    expect(before['ipp_profile_version']).toBe('technology@1');
    expect(await answersOf(own, companyId)).toEqual(before);
  }));

test('the undo of an emptied scorecard leaves what was filled in since', async () => {
  const companyId = await scoredCompany(portal);
  await clearScorecard(portal.context, { companyId, by: omar });
  await outside(portal, companyId, { strategic_fit: '1' });

  const answer = await undoLast(portal, companyId);

  expect(answer.conflicts).toMatchObject([{ field: 'strategic_fit', found: 1, wanted: 4 }]);
  expect(await portal.stored(companyId)).toMatchObject({
    ...{ ipp_strategic_fit: '1', ipp_customer_overlap: '5', ipp_profile_version: 'technology@0' },
  });
});

test('an undo is not offered where a value of before cannot be written', async () => {
  const companyId = await scoredCompany(portal);
  await outside(portal, companyId, { strategic_fit: '6' });
  await saveField(portal.context, companyId, 'strategic_fit', [null, 2], omar);

  const { undo, noUndo } = await historyOf(portal, companyId);

  expect(undo).toBeNull();
  expect(noUndo).toBe('Strategic fit held "6", which the card cannot write. Set the values by hand.');
});

test('an undo is not offered where everything was changed since', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'strategic_fit', [4, 2], omar);
  const { undo: seen } = await historyOf(portal, companyId);
  await outside(portal, companyId, { strategic_fit: '3' });

  const { undo, noUndo } = await historyOf(portal, companyId);
  const answer = await undoSave(portal.context, { companyId, save: seen?.key ?? '', by: jane });

  expect(undo).toBeNull();
  expect(noUndo).toMatch(/changed again since/);
  expect(answer.conflicts).toMatchObject([{ field: 'strategic_fit', found: 3, wanted: 4 }]);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_strategic_fit: '3', ipp_scored_by: omar });
});

test('what HubSpot no longer keeps of a save has been changed since, and stays', () =>
  withPortal({ switches: { historyKept: 20 } }, async (own) => {
    const companyId = await scoredCompany(own);
    for (let count = 0; count < 22; count++)
      await outside(own, companyId, { strategic_fit: count % 2 === 0 ? '3' : '4' });

    const { undo, noUndo } = await historyOf(own, companyId);

    expect(noUndo).toBeNull();
    expect(undo?.lines).toContain('Customer overlap: empty');
    expect(undo?.lines).not.toContain('Strategic fit: empty');
    await undoLast(own, companyId);
    expect(await own.stored(companyId)).toMatchObject({ ipp_strategic_fit: '4' });
  }));

test('after a profile that is not known here an undo is not offered, and the history says which', () =>
  withPortal({ home: true, types: ['technology', 'reseller'] }, async (own) => {
    await makeCurrent(own.context, otherTechnology(1));
    const companyId = await scoredCompany(own);
    await outside(own, companyId, { profile_version: 'technology@7' });
    await outside(own, companyId, { profile_version: 'technology@1' });
    await saveField(own.context, companyId, 'strategic_fit', [4, 2], omar);
    await outside(own, companyId, { profile_version: 'technology@7' });

    const { undo, noUndo } = await historyOf(own, companyId);

    expect(undo).toBeNull();
    expect(noUndo).toMatch(/v7/);
  }));
