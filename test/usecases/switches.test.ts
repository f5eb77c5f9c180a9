import type { Switches } from '../../src/sandbox/crm/switches.ts';
import { clearScorecard } from '../../src/usecases/clear-scorecard.ts';
import { install } from '../../src/usecases/install.ts';
import { loadScorecard } from '../../src/usecases/load-scorecard.ts';
import { saveScorecard } from '../../src/usecases/save-scorecard.ts';
import { deleteProperty, editOutside, withPortal } from '../portal.ts';
import { jane, meanwhile, omar, saveField, scoredCompany } from './scoring.ts';

/** The switches that companies and their properties meet, at their other setting: one at a time, and all at once. */
const FLIPPED = {
  unchangedWriteAddsHistory: true,
  clearedValueReads: 'empty',
  nullInWrite: 'ignored',
  unrecordedValueCodes: 'opaque',
  negativeFiltersMatchUnset: true,
  multiSelectMatchesMember: false,
  restoredPropertyKeepsValues: false,
  batchUpdateUnknownId: 'whole',
  datedPartialStatus: 200,
  repeatedArchiveStatus: 404,
  limitAboveMaximum: 'clamped',
} as const satisfies Partial<Switches>;

const SETTINGS: [string, Partial<Switches>][] = [
  ['as by default', {}],
  ...Object.entries(FLIPPED).map(([name, value]): [string, Partial<Switches>] => [
    `with ${name} as ${String(value)}`,
    { [name]: value },
  ]),
  ['with everything the other way', FLIPPED],
];

test.each(SETTINGS)(
  'scoring, conflict, repair, clearing and installing again go the same way %s',
  (_, switches) =>
    withPortal({ switches }, async (portal) => {
      const { context } = portal;
      const companyId = await scoredCompany(portal);
      expect(await portal.valuesOf(companyId, 'ipp_previous_lane')).toEqual([]);

      const outside = meanwhile(portal, 'before', () =>
        editOutside(portal, companyId, { ipp_strategic_fit: '2' }),
      );
      const overwriting = await saveField(outside, companyId, 'strategic_fit', [4, 5]);
      expect(overwriting.overwrote).toMatchObject([{ field: 'strategic_fit', lost: 2 }]);

      const conflicting = await saveField(context, companyId, 'strategic_fit', [4, 1], omar);
      expect(conflicting.conflicts).toMatchObject([{ found: 5, change: { by: jane } }]);

      await editOutside(portal, companyId, { ipp_lane: 'pass', ipp_clearance: '' });
      const { drift } = await loadScorecard(context, { companyId });
      expect(drift).toEqual(['ipp_lane', 'ipp_clearance']);
      await saveScorecard(context, { companyId, changes: {}, by: omar });
      expect(await portal.valuesOf(companyId, 'ipp_lane')).toEqual(['deep', 'pass', 'deep']);

      const flagged = await saveField(context, companyId, 'check_vanity_logo', ['open', 'flagged']);
      const calls = await portal.callsDuring(() =>
        saveField(context, companyId, 'check_vanity_logo', ['open', 'flagged'], omar),
      );
      expect(flagged.trail.previousLane).toBe('deep');
      expect(calls).toHaveLength(1);

      await clearScorecard(context, { companyId, by: omar });
      const cleared = await loadScorecard(context, { companyId });
      expect(await portal.stored(companyId)).toEqual({});
      expect(cleared).toMatchObject({
        state: 'never-scored',
        drift: [],
        problems: [],
        changes: { customer_overlap: { by: omar } },
        trail: { scoredBy: null, scoredAt: null, previousLane: null, laneChangedAt: null, reviewDue: null },
      });

      await deleteProperty(portal, 'ipp_total');
      expect((await install(context)).created).toEqual(['ipp_total']);
      const again = await saveField(context, companyId, 'strategic_fit', [null, 5]);
      expect(again).toMatchObject({ state: 'judged', verdict: { lane: 'undecided' } });
    }),
);
