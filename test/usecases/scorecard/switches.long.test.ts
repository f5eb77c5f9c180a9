import { DEFAULT_SWITCHES, type Switches } from '../../../sandbox/hubspot/switches.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { syncDeals } from '../../../src/usecases/deals/sync.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { deleteProperty, editOutside, type Portal, withPortal } from '../../portal.ts';
import { createDeal, editDeal, installedPipeline } from '../deals/partner-deals.ts';
import { jane, meanwhile, omar, saveField, scoredCompany } from './scoring.ts';

/** Every switch at its other setting: a new switch does not compile without one. */
const OTHERWISE = {
  unchangedWriteAddsHistory: true,
  historyKept: 20,
  clearedValueReads: 'null',
  nullInWrite: 'ignored',
  unrecordedValueCodes: 'opaque',
  negativeFiltersMatchUnset: true,
  multiSelectMatchesMember: false,
  multiSelectHasTokens: false,
  apostropheSplitsTokens: false,
  searchAccents: 'folded',
  searchNormalises: false,
  batchArchiveInUse: 'passed-over',
  restoredPropertyKeepsValues: false,
  batchUpdateUnknownId: 'whole',
  datedPartialStatus: 200,
  datedBatchCreateStatus: 201,
  repeatedArchiveStatus: 404,
  limitAboveMaximum: 'clamped',
  firstCompanyBecomesPrimary: false,
  primaryLabel: 'long',
  datedToObjectId: 'text',
  recordAssociationPage: 1,
  putLabels: 'replaces',
  unknownAssociationTarget: 400,
  labelInUseDelete: 'refused',
  dealWithoutStage: 'first-stage',
  stageOfOtherPipeline: 'moves-deal',
  putPipelineKeeps: 'label',
  openTaskIsActivity: true,
  ruleHolds: 'any-write',
  ruleLooksAtStored: false,
  mergeFillsEmpty: false,
  mergedCreatedAt: 'merge',
  mergeWrites: 'all-values',
  mergedTwiceInBatch: 'each',
  takenUniqueValue: 'sentence',
  simultaneousUniqueValue: 'both-kept',
  upsertOtherValue: 'refused',
  plainCustomNames: true,
  takenSchemaName: 400,
  schemaOfArchivedObjects: 'refused',
  listTextIgnoresCase: false,
  unfitListFilter: 'finds-nothing',
  deletedListName: 'taken',
  refusedCallsCount: true,
  associationScopes: 'both-ends',
  accountCeilings: 'half',
  limitPercentage: 'share',
  badClientStatus: 401,
  authCodeSeconds: 60,
  revokedRefreshToken: 'access-ends',
  refreshedToken: 'is-replaced',
  createdValuesAreTold: false,
  labelChangesAreTold: true,
  typedInputs: 'absent',
  actionCallsSigned: 'v2-and-v3',
  repeatedCompletion: 204,
} as const satisfies Switches;

type Flag = keyof Switches;
const FLAGS = Object.keys(OTHERWISE) as Flag[];

/** Areas that the product does not enter here: they go the other way together, in one run. */
const ELSEWHERE: Readonly<Record<string, readonly Flag[]>> = {
  rules: ['ruleHolds', 'ruleLooksAtStored'],
  merging: ['mergeFillsEmpty', 'mergedCreatedAt', 'mergeWrites', 'mergedTwiceInBatch'],
  customObjects: ['plainCustomNames', 'takenSchemaName', 'schemaOfArchivedObjects'],
  uniqueValues: ['takenUniqueValue', 'simultaneousUniqueValue', 'upsertOtherValue'],
  oauth: ['badClientStatus', 'authCodeSeconds', 'revokedRefreshToken', 'refreshedToken'],
  events: [
    'createdValuesAreTold',
    'labelChangesAreTold',
    'typedInputs',
    'actionCallsSigned',
    'repeatedCompletion',
  ],
  limits: ['refusedCallsCount'],
};
const APART = Object.values(ELSEWHERE).flat();

const turned = (flags: readonly Flag[]): Partial<Switches> =>
  Object.fromEntries(Object.entries(OTHERWISE).filter(([name]) => flags.some((flag) => flag === name)));

const ENTERED = FLAGS.filter((flag) => !APART.includes(flag));

/** Every four of seven runs, as bits: any two of these share a run, and neither holds the other. */
const FOURS = Array.from({ length: 2 ** 7 }, (_, bits) => bits).filter(
  (bits) => bits.toString(2).replaceAll('0', '').length === 4,
);

/** Seven runs. With the one by default each two switches meet in all four ways. */
const MIXED = Array.from({ length: 7 }, (_, run) =>
  ENTERED.filter((_flag, index) => ((FOURS[index] ?? 0) & (2 ** run)) !== 0),
);

const SETTINGS: readonly (readonly [string, Partial<Switches>])[] = [
  ['as by default', {}],
  ...MIXED.map((flags) => [`with ${flags.join(', ')} the other way`, turned(flags)] as const),
  ['with areas that it does not enter the other way', turned(APART)],
  ['with everything the other way', OTHERWISE],
];

test('every switch has another setting here than by default', () => {
  expect(FLAGS.filter((flag) => OTHERWISE[flag] === DEFAULT_SWITCHES[flag])).toEqual([]);
});

test('each two switches of the areas that it enters meet in all four ways', () => {
  const runs = [[], ...MIXED];
  for (const one of ENTERED)
    for (const other of ENTERED.filter((flag) => flag !== one)) {
      const ways = new Set(runs.map((flags) => `${flags.includes(one)} ${flags.includes(other)}`));
      expect([one, other, ways.size]).toEqual([one, other, 4]);
    }
});

test.each(SETTINGS)('the product goes the same way %s', (_, switches) =>
  withPortal({ switches, installed: false }, async (portal) => {
    await installs(portal);
    const companyId = await scoredCompany(portal);
    await scores(portal, companyId);
    await mirrors(portal, companyId);
    await repairs(portal, companyId);
    await clears(portal, companyId);
    await installsAgain(portal, companyId);
  }),
);

/** From empty, the whole portal; a second time there is nothing to do. */
async function installs({ context }: Portal): Promise<void> {
  const first = await install(context, { types: ['technology'], extent: 'portal' });
  const second = await install(context, { types: ['technology'], extent: 'portal' });

  expect([first.clashes, first.skipped]).toEqual([[], []]);
  expect(second).toMatchObject({ created: [], repaired: [], clashes: [], skipped: [] });
  expect(second.unchanged.toSorted()).toEqual(first.created.toSorted());
}

async function scores(portal: Portal, companyId: string): Promise<void> {
  expect(await portal.valuesOf(companyId, 'ipp_previous_lane')).toEqual([]);
  const outside = meanwhile(portal, 'before', () =>
    editOutside(portal, companyId, { ipp_strategic_fit: '2' }),
  );
  const overwriting = await saveField(outside, companyId, 'strategic_fit', [4, 5]);
  expect(overwriting.overwrote).toMatchObject([{ field: 'strategic_fit', lost: 2 }]);

  const conflicting = await saveField(portal.context, companyId, 'strategic_fit', [4, 1], omar);
  expect(conflicting.conflicts).toMatchObject([{ found: 5, change: { by: jane } }]);
}

async function mirrors(portal: Portal, companyId: string): Promise<void> {
  const dealId = await createDeal(portal, await installedPipeline(portal), companyId);
  const flagged = await saveField(portal.context, companyId, 'check_dead_api', ['open', 'flagged']);
  expect(flagged.deals).toEqual({ mirrored: 1, of: 1, message: null });

  await editDeal(portal, dealId, { ipp_lane: 'pass' });
  const { deals, repaired, withoutCompany } = await syncDeals(portal.context);
  expect(deals).toMatchObject([{ companyId, lane: flagged.verdict?.lane }]);
  expect([repaired, withoutCompany]).toEqual([1, []]);
  await saveField(portal.context, companyId, 'check_dead_api', ['flagged', 'open']);
}

async function repairs(portal: Portal, companyId: string): Promise<void> {
  const { context } = portal;
  await editOutside(portal, companyId, { ipp_lane: 'pass', ipp_clearance: '' });
  expect((await loadScorecard(context, { companyId })).drift).toEqual(['ipp_lane', 'ipp_clearance']);
  await saveScorecard(context, { companyId, changes: {}, by: omar });
  expect((await loadScorecard(context, { companyId })).drift).toEqual([]);
  expect(await portal.valuesOf(companyId, 'ipp_lane')).toEqual(['deep', 'pass', 'deep']);

  const flagged = await saveField(context, companyId, 'check_vanity_logo', ['open', 'flagged']);
  expect(flagged.trail.previousLane).toBe('deep');
  const again = await portal.callsDuring(() =>
    saveField(context, companyId, 'check_vanity_logo', ['open', 'flagged'], omar),
  );
  expect(again.filter((call) => !call.startsWith('GET') && !call.endsWith('/batch/read'))).toEqual([]);
}

async function clears(portal: Portal, companyId: string): Promise<void> {
  await clearScorecard(portal.context, { companyId, by: omar });
  const cleared = await loadScorecard(portal.context, { companyId });
  expect(await portal.stored(companyId)).toEqual({});
  expect((await syncDeals(portal.context)).deals).toMatchObject([{ companyId, lane: null, total: null }]);
  expect(cleared).toMatchObject({
    state: 'never-scored',
    drift: [],
    problems: [],
    changes: { customer_overlap: { by: omar } },
    trail: { scoredBy: null, scoredAt: null, previousLane: null, laneChangedAt: null, reviewDue: null },
  });
}

async function installsAgain(portal: Portal, companyId: string): Promise<void> {
  await deleteProperty(portal, 'ipp_total');
  expect((await install(portal.context, { extent: 'portal' })).created).toEqual(['ipp_total']);
  const again = await saveField(portal.context, companyId, 'strategic_fit', [null, 5]);
  expect(again).toMatchObject({ state: 'judged', verdict: { lane: 'undecided' } });
}
