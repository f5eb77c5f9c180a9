import type { CompanyRecord } from '../../../src/crm/company-record.ts';
import { SHIPPED } from '../../../src/icp/shipped-profiles.ts';
import { typeChange } from '../../../src/icp/type-change.ts';
import { historyOf as historyOfRecord } from '../../../src/usecases/history/history-of.ts';
import { readHistory } from '../../../src/usecases/history/read-history.ts';
import { rejudgeScorecard } from '../../../src/usecases/policy/rejudge.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, editOutside, mergeCompanies, openPortal, withPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { clearedCompany, decideNow } from '../decisions/deciding.ts';
import { makeCurrent, otherTechnology } from '../policy/published.ts';
import { firstTime, jane, omar, saveField, scoredCompany } from '../scorecard/scoring.ts';
import { changesOf, historyOf, newestOf, outside } from './reading.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({
    owners: [{ id: '1', userId: 7, email: omar, firstName: 'Omar', lastName: 'Haddad' }],
  });
});
afterAll(() => portal.close());

/** Asks for what follows from the record, as "Update" does. */
const update = (companyId: string, by = jane) =>
  saveScorecard(portal.context, { companyId, changes: {}, by });

test('a first rating is one entry: who, every rating, the lane and why', async () => {
  const companyId = await scoredCompany(portal);

  const { entries, kinds } = await historyOf(portal, companyId);

  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    by: jane,
    who: jane,
    source: 'our app',
    kinds: ['rated', 'reviewed'],
    title: 'Not scored -> Deep',
    lane: { from: null, to: 'deep', cause: 'rated' },
  });
  expect(entries[0] === undefined ? [] : changesOf(entries[0])).toEqual(
    expect.arrayContaining(['partner_type  -> technology', 'customer_overlap  -> 5', 'total  -> 430']),
  );
  expect(kinds.map(({ label }) => label)).toEqual(['Rated', 'Reviewed']);
});

test('a rating that leaves the lane says what changed, by the name of the owner', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'customer_overlap', [5, 4], omar);

  const entry = await newestOf(portal, companyId);

  expect(entry).toMatchObject({ by: 'Omar Haddad', kinds: ['rated'], lane: null });
  expect(entry.title).toBe('Customer overlap: 5 -> 4, Total: 430 -> 400');
});

test('evidence, a note and a fact are noted, and prose comes shortened', async () => {
  const companyId = await scoredCompany(portal);
  await saveScorecard(portal.context, {
    companyId,
    changes: {
      strategic_fit_evidence: { seen: '', value: 'x'.repeat(500) },
      shared_customers: { seen: null, value: 37 },
    },
    by: jane,
  });

  const entry = await newestOf(portal, companyId);

  expect(entry.kinds).toEqual(['noted']);
  const [fact, evidence] = entry.changes;
  expect(fact?.text).toBe('empty -> 37');
  expect(evidence?.text).toMatch(/^added: "x{120}…"$/);
  expect(evidence?.to).toHaveLength(500);
});

test('a check that lowers the lane is told as checked', async () => {
  const companyId = await scoredCompany(portal);
  await saveScorecard(portal.context, {
    companyId,
    changes: {
      check_competitor_in_disguise: { seen: 'open', value: 'flagged' },
      check_competitor_in_disguise_note: { seen: '', value: 'They sell the same.' },
    },
    by: omar,
  });

  const entry = await newestOf(portal, companyId);
  expect(entry).toMatchObject({ kinds: ['checked', 'noted'], lane: { from: 'deep', cause: 'checked' } });
  expect(entry.changes[0]?.text).toBe('Open -> Flagged');
});

test('an edit in HubSpot names the user, and what the app made of it stands above', async () => {
  const companyId = await scoredCompany(portal);
  await outside(portal, companyId, { customer_overlap: '1' });
  await update(companyId);

  const [repaired, edited] = (await historyOf(portal, companyId)).entries;

  expect(edited).toMatchObject({
    by: 'Omar Haddad',
    who: 'Omar Haddad in HubSpot',
    source: 'CRM_UI',
    kinds: ['edited-in-hubspot'],
    title: 'Customer overlap: 5 -> 1',
    lane: null,
  });
  expect(repaired).toMatchObject({
    by: null,
    who: 'Partner ICP',
    kinds: ['edited-in-hubspot'],
    lane: { from: 'deep', to: 'fast', cause: 'edited-in-hubspot' },
  });
});

test('an import and another app are named as such', async () => {
  const companyId = await scoredCompany(portal);
  const body = { properties: { ipp_strategic_fit: '5' } };
  const path = `/crm/objects/2026-09/companies/${companyId}`;
  await portal.imported.send({ method: 'PATCH', path, body });

  expect(await newestOf(portal, companyId)).toMatchObject({
    by: null,
    who: 'an import',
    source: 'IMPORT',
    kinds: ['edited-in-hubspot'],
  });
});

test('a lane that somebody set by hand is edited in HubSpot, and its repair says so', async () => {
  const companyId = await scoredCompany(portal);
  await outside(portal, companyId, { lane: 'pass' });
  await update(companyId);

  const [repaired, edited] = (await historyOf(portal, companyId)).entries;

  expect(edited).toMatchObject({
    title: 'Deep -> No lane',
    lane: { from: 'deep', to: 'pass', cause: 'edited-in-hubspot' },
  });
  expect(repaired).toMatchObject({
    kinds: ['repaired'],
    lane: { from: 'pass', to: 'deep', cause: 'repaired' },
  });
});

test('an override is told as one, also the lane that follows from it', async () => {
  const companyId = await scoredCompany(portal);
  await outside(portal, companyId, {
    override_lane: 'pass',
    override_until: '2030-01-31',
    override_by: omar,
  });
  await update(companyId);

  const [followed, set] = (await historyOf(portal, companyId)).entries;

  expect(set).toMatchObject({ kinds: ['override'], lane: null });
  expect(set?.changes.map(({ text }) => text)).toEqual([
    'empty -> No lane',
    'empty -> Omar Haddad',
    'empty -> 31 January 2030',
  ]);
  expect(followed).toMatchObject({ kinds: ['override'], lane: { to: 'pass', cause: 'override' } });
});

test('the cause of a lane change is that of its own time, also where HubSpot kept no second entry of it', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'customer_overlap', [5, 1]);
  await saveField(portal.context, companyId, 'customer_overlap', [1, 5]);
  await outside(portal, companyId, { customer_overlap: '1' });
  await update(companyId);

  const lanes = (await historyOf(portal, companyId)).entries.flatMap(({ lane }) => lane ?? []);

  expect(lanes.map(({ to, cause }) => `${to ?? ''} ${cause ?? ''}`)).toEqual([
    'fast edited-in-hubspot',
    'deep rated',
    'fast rated',
    'deep rated',
  ]);
});

test('a change of type names both types, and what it emptied and opened', async () => {
  const companyId = await clearedCompany(portal);
  const { scorecard } = await loadScorecard(portal.context, { companyId });
  const changes = { ...typeChange(scorecard), partner_type: { seen: scorecard.type, value: 'reseller' } };
  await saveScorecard(portal.context, { companyId, changes, by: omar });

  const entry = await newestOf(portal, companyId);

  expect(entry).toMatchObject({
    kinds: ['type-changed', 'checked'],
    lane: { from: 'deep', to: 'undecided', cause: 'type-changed' },
  });
  expect(entry.changes[0]).toMatchObject({ field: 'partner_type', text: 'Technology partner -> Reseller' });
  expect(changesOf(entry)).toContain('check_dead_api clear -> open');
});

test('an emptied scorecard is one entry of whoever emptied it', async () => {
  const companyId = await scoredCompany(portal);
  await clearScorecard(portal.context, { companyId, by: omar });

  const { entries } = await historyOf(portal, companyId);

  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatchObject({
    by: 'Omar Haddad',
    kinds: ['emptied'],
    title: 'Scorecard emptied',
    lane: { from: 'deep', to: null, cause: null },
  });
});

test('a decision names who decided, not who rated', async () => {
  const companyId = await clearedCompany(portal);
  await decideNow(portal, companyId, { by: omar });

  expect(await newestOf(portal, companyId)).toMatchObject({
    by: 'Omar Haddad',
    kinds: ['decided'],
    title: 'Decided: Go deep in 2027-Q1',
  });
});

test('a decision that was edited in HubSpot is both', async () => {
  const companyId = await clearedCompany(portal);
  await decideNow(portal, companyId);
  await outside(portal, companyId, { decision: 'wait' });

  expect(await newestOf(portal, companyId)).toMatchObject({
    kinds: ['edited-in-hubspot', 'decided'],
    title: 'Decided: Wait',
  });
});

test('a yearly review without a change names who made it', async () => {
  const companyId = await scoredCompany(portal);
  await saveScorecard(portal.context, { companyId, changes: {}, by: omar, reviewed: true });

  const entry = await newestOf(portal, companyId);

  expect(entry).toMatchObject({ by: 'Omar Haddad', kinds: ['reviewed'], title: 'Yearly review' });
  expect(entry.changes).toEqual([]);
});

test('taking another profile over is re-judging, by who did it', () =>
  withPortal({ home: true, types: ['technology'] }, async (own) => {
    await makeCurrent(own.context, otherTechnology(1));
    const companyId = await scoredCompany(own);
    await makeCurrent(own.context, otherTechnology(2, { floors: { deep: 450, fast: 300 } }));
    await rejudgeScorecard(own.context, { companyId, by: omar, to: 'technology@2' });

    const { entries, noUndo } = await readHistory(own.context, { companyId });

    expect(entries[0]).toMatchObject({
      by: omar,
      kinds: ['re-judged'],
      lane: { from: 'deep', to: 'fast', cause: 're-judged' },
    });
    expect(entries[0]?.changes[0]?.text).toBe('Technology partner, v1 -> Technology partner, v2');
    expect(noUndo).toMatch(/another profile over/);
  }));

test('what a merge wrote is named as a merge, and is not taken for the app', async () => {
  const [primary, other] = [await scoredCompany(portal), await scoredCompany(portal)];
  await saveField(portal.context, other, 'strategic_fit', [4, 1], omar);

  const survivor = await mergeCompanies(portal, primary, other);

  const { entries, undo, noUndo } = await historyOf(portal, survivor);
  expect(entries[0]).toMatchObject({ who: 'a merge', source: 'MERGE_OBJECTS', kinds: ['edited-in-hubspot'] });
  expect(undo).toBeNull();
  expect(noUndo).toMatch(/merged with another one since/);
});

test('a history costs one call when names are known', async () => {
  const companyId = await scoredCompany(portal);

  const calls = await portal.callsDuring(() => historyOf(portal, companyId));

  expect(calls).toEqual([`GET /crm/objects/2026-09/companies/${companyId}`]);
});

test('values that are written again without a change make no entry', () =>
  withPortal({ switches: { unchangedWriteAddsHistory: true } }, async (own) => {
    const companyId = await scoredCompany(own);
    await editOutside(own, companyId, { ipp_strategic_fit: '4' });
    await saveField(own.context, companyId, 'customer_overlap', [5, 4], omar);

    const { entries } = await readHistory(own.context, { companyId });

    expect(entries.map(({ kinds }) => kinds)).toEqual([['rated'], ['rated', 'reviewed']]);
  }));

test('beyond 20 entries of a field the value before is unknown, and the end says so', () =>
  withPortal({ switches: { historyKept: 20 } }, async (own) => {
    const companyId = await scoredCompany(own);
    for (let count = 0; count < 22; count++)
      await saveField(own.context, companyId, 'strategic_fit', count % 2 === 0 ? [4, 3] : [3, 4], omar);

    const { entries, isCut, end } = await readHistory(own.context, { companyId });

    const ofRating = entries.flatMap(({ changes }) =>
      changes.filter(({ field }) => field === 'strategic_fit'),
    );
    expect(ofRating).toHaveLength(20);
    expect(ofRating.at(-1)).toMatchObject({ from: null, text: 'unknown -> 3' });
    expect({ isCut, end }).toEqual({ isCut: true, end: 'HubSpot keeps no older entries.' });
  }));

test('where a field has more than 20 entries HubSpot keeps them all, and nothing is unknown', async () => {
  const companyId = await scoredCompany(portal);
  for (let count = 0; count < 22; count++)
    await saveField(portal.context, companyId, 'strategic_fit', count % 2 === 0 ? [4, 3] : [3, 4], omar);

  const { entries, isCut } = await historyOf(portal, companyId);

  expect(isCut).toBe(false);
  expect(entries).toHaveLength(23);
  expect(entries.flatMap(({ changes }) => changes).filter(({ from }) => from === null)).toEqual([]);
});

/** A record with only these histories. */
function recordWith(history: CompanyRecord['history']): CompanyRecord {
  const own = { id: '1', name: 'Brightdesk', domain: '', texts: {}, deals: [], hasMoreDeals: false };
  return { ...own, history, zone: 'Europe/Berlin' };
}
const entry = (value: string, timestamp: string, sourceType = 'INTEGRATION', sourceId = '4711') => ({
  ...{ value, timestamp, sourceType, sourceId },
});

test('two entries of a field at the same millisecond are two writes, the later one first', () => {
  const at = '2026-11-27T23:30:00.000Z';
  const record = recordWith({
    customer_overlap: [entry('3', at), entry('5', at)],
    strategic_fit: [entry('2', at)],
    scored_at: [entry(at, at)],
  });

  const { entries } = historyOfRecord(record, SHIPPED, new Map());

  expect(entries.map(changesOf)).toEqual([
    ['customer_overlap 5 -> 3'],
    ['customer_overlap  -> 5', 'strategic_fit  -> 2'],
  ]);
  expect(new Set(entries.map(({ key }) => key)).size).toBe(2);
  expect(entries[0]).toMatchObject({ on: '2026-11-28', time: '00:30' });
});

test('writes of two sources at the same millisecond stay apart, the one that replaced the other first', () => {
  const at = '2026-11-27T10:00:00.000Z';
  const record = recordWith({
    customer_overlap: [entry('3', at, 'CRM_UI', 'userId:9'), entry('5', at)],
    scored_at: [entry(at, at)],
    scored_by: [entry(jane, at)],
  });

  const { entries } = historyOfRecord(record, SHIPPED, new Map());

  expect(entries.map(({ who, by }) => [who, by])).toEqual([
    ['somebody in HubSpot', null],
    [jane, jane],
  ]);
});

test('a stamp from a clock that runs half an hour ahead is still our own', () => {
  const record = recordWith({
    customer_overlap: [entry('5', '2026-11-27T10:00:00.000Z')],
    scored_at: [entry('2026-11-27T10:30:00.000Z', '2026-11-27T10:00:00.000Z')],
    scored_by: [entry(jane, '2026-11-27T10:00:00.000Z')],
  });

  const { entries } = historyOfRecord(record, SHIPPED, new Map());

  expect(entries).toMatchObject([{ source: 'our app', by: jane, at: '2026-11-27T10:00:00.000Z' }]);
});

test('who saved is known also where somebody had put the same name there before', async () => {
  const companyId = await portal.createCompany();
  await saveScorecard(portal.context, { companyId, changes: firstTime(workflowTool), by: jane });
  await outside(portal, companyId, { scored_by: omar });
  await saveField(portal.context, companyId, 'strategic_fit', [4, 5], omar);

  const { entries } = await historyOf(portal, companyId);
  const { changes } = await loadScorecard(portal.context, { companyId });

  expect(entries.map(({ by }) => by)).toEqual(['Omar Haddad', jane]);
  expect(changes['strategic_fit']?.by).toBe(omar);
});
