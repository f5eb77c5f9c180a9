import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, editOutside, openPortal, withPortal } from '../../portal.ts';
import { jane, meanwhile, omar, saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test('a field that somebody else changed is a conflict, and the rest is applied', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_distribution_reach: '1' });

  const changes = { distribution_reach: { seen: 3, value: 5 }, strategic_fit: { seen: 4, value: 1 } };
  const answer = await saveScorecard(portal.context, { companyId, changes, by: jane });

  expect(answer.conflicts).toMatchObject([
    { field: 'distribution_reach', seen: 3, wanted: 5, found: 1, change: { by: null, source: 'CRM_UI' } },
  ]);
  expect(answer.overwrote).toEqual([]);
  expect(await portal.stored(companyId)).toMatchObject({
    ipp_distribution_reach: '1',
    ipp_strategic_fit: '1',
  });
});

test('a conflict names the other saver', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'strategic_fit', [4, 2], omar);

  const { conflicts } = await saveField(portal.context, companyId, 'strategic_fit', [4, 5]);

  expect(conflicts).toMatchObject([{ field: 'strategic_fit', found: 2, change: { by: omar } }]);
});

test('a save in which everything conflicts writes nothing, not even who saved', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'strategic_fit', [4, 2], omar);
  const before = await portal.stored(companyId);

  const calls = await portal.callsDuring(() => saveField(portal.context, companyId, 'strategic_fit', [4, 5]));

  expect(calls).toHaveLength(1);
  expect(await portal.stored(companyId)).toEqual(before);
});

test('two who want the same do not conflict', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'strategic_fit', [4, 2], omar);

  const { conflicts, trail } = await saveField(portal.context, companyId, 'strategic_fit', [4, 2]);

  expect(conflicts).toEqual([]);
  expect(trail.scoredBy).toBe(omar);
});

test('the order of a list is no conflict', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_artifacts: 'sandbox;api-docs' });

  const { conflicts, scorecard } = await saveField(portal.context, companyId, 'artifacts', [
    ['api-docs', 'sandbox'],
    ['changelog', 'sandbox'],
  ]);

  expect(conflicts).toEqual([]);
  expect(scorecard.facts.artifacts).toEqual(['sandbox', 'changelog']);
});

test('a value that came in between reading and writing is written over, and the answer names it', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', () =>
    editOutside(portal, companyId, { ipp_strategic_fit: '2' }),
  );

  const { overwrote } = await saveField(context, companyId, 'strategic_fit', [4, 5]);

  expect(overwrote).toMatchObject([
    { field: 'strategic_fit', lost: 2, change: { by: null, source: 'CRM_UI' } },
  ]);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_strategic_fit: '5' });
});

test('another saver whose value was written over is named', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', () =>
    saveField(portal.context, companyId, 'strategic_fit', [4, 2], omar),
  );

  const { overwrote } = await saveField(context, companyId, 'strategic_fit', [4, 5]);

  expect(overwrote).toMatchObject([{ field: 'strategic_fit', lost: 2, change: { by: omar } }]);
});

test('a field that was changed to something unreadable in between is named too', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', () =>
    editOutside(portal, companyId, { ipp_strategic_fit: '' }),
  );

  const { overwrote } = await saveField(context, companyId, 'strategic_fit', [4, 5]);

  expect(overwrote).toMatchObject([{ field: 'strategic_fit', lost: null }]);
});

test.each([
  ['a text that is too long to edit', 'strategic_fit_evidence', 'x'.repeat(4_001), '', 'counted'],
  ['a number that is no rating', 'strategic_fit', '6', 4, 5],
] as const)('%s, written in between, is named as it stood', async (_, field, theirs, seen, value) => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', (_request, count) =>
    count === 1 ? editOutside(portal, companyId, { [`ipp_${field}`]: theirs }) : Promise.resolve(),
  );

  const { overwrote } = await saveField(context, companyId, field, [seen, value]);

  expect(overwrote).toMatchObject([{ field, lost: theirs, change: { by: null } }]);
});

test('a value that could not be read from the start is no news when it is replaced', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_strategic_fit: '6' });

  const { overwrote, conflicts } = await saveField(portal.context, companyId, 'strategic_fit', [null, 5]);

  expect([overwrote, conflicts]).toEqual([[], []]);
});

test('an edit of another field in between is kept, and the verdict follows from both', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', (_, count) =>
    count === 1 ? editOutside(portal, companyId, { ipp_customer_overlap: '1' }) : Promise.resolve(),
  );

  const { verdict, overwrote, drift } = await saveField(context, companyId, 'strategic_fit', [4, 5]);

  expect(overwrote).toEqual([]);
  expect(drift).toEqual([]);
  expect(verdict).toMatchObject({ total: 315, lane: 'fast' });
  expect(await portal.stored(companyId)).toMatchObject({ ipp_total: '315', ipp_lane: 'fast' });
});

test.each([true, false])(
  'the same value that somebody else wrote in between is nothing lost (unchanged writes in the history: %p)',
  (unchangedWriteAddsHistory) =>
    withPortal({ switches: { unchangedWriteAddsHistory } }, async (other) => {
      const companyId = await scoredCompany(other);
      const same = () => editOutside(other, companyId, { ipp_strategic_fit: '5' });

      for (const at of ['before', 'after'] as const) {
        await editOutside(other, companyId, { ipp_strategic_fit: '4' });
        const { overwrote } = await saveField(meanwhile(other, at, same), companyId, 'strategic_fit', [4, 5]);
        expect(overwrote).toEqual([]);
      }
    }),
);

test('an edit right after our write is no loss of theirs, and the answer shows it', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'after', (_, count) =>
    count === 1 ? editOutside(portal, companyId, { ipp_strategic_fit: '1' }) : Promise.resolve(),
  );

  const { scorecard, overwrote, verdict } = await saveField(context, companyId, 'strategic_fit', [4, 5]);

  expect(overwrote).toEqual([]);
  expect(scorecard.ratings['strategic_fit']).toBe(1);
  expect(verdict?.total).toBe(415);
});

test('another automation that keeps changing the lane is repaired three times, then the answer says drift', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'after', () => editOutside(portal, companyId, { ipp_lane: 'pass' }));

  let drift: readonly string[] = [];
  const calls = await portal.callsDuring(async () => {
    ({ drift } = await saveField(context, companyId, 'strategic_fit', [4, 5]));
  });

  expect(drift).toEqual(['ipp_lane']);
  const writesOfOurs = calls.filter((call) => call.startsWith('PATCH')).length / 2;
  expect(writesOfOurs).toBe(1 + 3);
});

test.each([
  ['a rating', 'customer_overlap', 5, 1],
  ['evidence', 'customer_overlap_evidence', '', 'two deals'],
] as const)(
  '%s for a question of the type before, saved after somebody changed the type, is a conflict that names who',
  async (_, field, seen, value) => {
    const companyId = await scoredCompany(portal);
    const changes = { partner_type: { seen: 'technology', value: 'reseller' } };
    await saveScorecard(portal.context, { companyId, changes, by: omar });

    const { conflicts } = await saveField(portal.context, companyId, field, [seen, value]);

    expect(conflicts).toMatchObject([{ field, seen, wanted: value, change: { by: omar }, written: false }]);
    expect((await portal.stored(companyId))[`ipp_${field}`] ?? '').toBe(String(seen));
  },
);
