import { failureOf } from '../../../src/usecases/failure.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { syncDeals } from '../../../src/usecases/deals/sync.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { ImportBrokenOff } from '../../../src/usecases/csv/broken-off.ts';
import { importScorecards } from '../../../src/usecases/csv/import.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { type Portal, openPortal, withPortal } from '../../portal.ts';
import { wellKnownLogo } from '../../worked-example.ts';
import { type Pipeline, createDeal, createPipeline, valueOfDeal } from '../deals/partner-deals.ts';
import { csv } from '../csv/csv-files.ts';
import { jane, saveField, scoredCompany } from './scoring.ts';

/**
 * One of each kind of fault that the client tells apart; the others of a kind stand in the tests of the client. The last
 * word of each says what HubSpot did with the write.
 */
const FAULTS: [string, Fault][] = [
  ['a connection that breaks before the write', { kind: 'reset', write: 'before' }],
  ['a connection that breaks after the write', { kind: 'reset', write: 'after' }],
  ['no answer, though it was written', { kind: 'hang', write: 'after' }],
  ['half an answer after the write', { kind: 'truncate' }],
  ['a page of HTML that says 200', FAULT_ANSWERS.htmlPage],
  ['the daily limit', FAULT_ANSWERS.dailyLimit],
  ['the ten-second limit', FAULT_ANSWERS.rollingLimit],
  ['a lock', FAULT_ANSWERS.locked],
  ['a portal that is being moved', FAULT_ANSWERS.migrating],
  ['500', FAULT_ANSWERS.serverError],
];

let portal: Portal;
let partnerships: Pipeline;
beforeAll(async () => {
  portal = await openPortal({ types: ['technology'] });
  partnerships = await createPipeline(portal, 'Partnerships');
});
afterEach(() => portal.sandbox.faults.clear());
afterAll(() => portal.close());

/** What the person was told: done, failed, or that it is not known. */
type Told = 'done' | 'failed' | 'unknown';

/**
 * Runs the work with a fault at its nth call. Whatever came of it, the person got an answer or a sentence with a next
 * step; then the work is done once more, as a person would.
 *
 * @param check holds what the person was told against what stands, before the work is done once more
 */
async function throughFault(
  work: () => Promise<unknown>,
  at: Portal,
  fault: Fault,
  nth: number,
  check: (told: Told) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  at.sandbox.faults.add(fault, { skip: nth });
  const told = await toldBy(work);
  at.sandbox.faults.clear();
  await check(told);
  await work();
}

async function toldBy(work: () => Promise<unknown>): Promise<Told> {
  try {
    await work();
    return 'done';
  } catch (error) {
    const failure = failureOf(error);
    expect(failure).toMatchObject({
      code: expect.stringMatching(/^(unavailable|unknown-outcome|rate-limited)$/) as unknown,
      message: expect.stringMatching(/again|midnight|Look what was kept|once more/) as unknown,
    });
    return failure.code === 'unknown-outcome' ? 'unknown' : 'failed';
  }
}

/** Never "failed" for what stands, never "done" for what does not. */
function expectTrue(told: Told, stands: boolean): void {
  if (told !== 'unknown') expect({ told, stands }).toEqual({ told, stands: told === 'done' });
}

test.each(FAULTS)('load comes through %s', async (_, fault) => {
  const companyId = await scoredCompany(portal);

  await throughFault(() => loadScorecard(portal.context, { companyId }), portal, fault, 0);

  expect(await loadScorecard(portal.context, { companyId })).toMatchObject({
    verdict: { total: 430 },
    drift: [],
  });
});

describe.each(FAULTS)('%s', (_, fault) => {
  test.each([0, 1, 2])('at call %d of a save loses nothing and writes nothing twice', async (nth) => {
    const companyId = await scoredCompany(portal);

    await throughFault(
      () => saveField(portal.context, companyId, 'strategic_fit', [4, 5]),
      portal,
      fault,
      nth,
      async (told) => expectTrue(told, (await portal.valuesOf(companyId, 'ipp_strategic_fit'))[0] === '5'),
    );

    expect(await portal.valuesOf(companyId, 'ipp_strategic_fit')).toEqual(['5', '4']);
    expect(await portal.valuesOf(companyId, 'ipp_total')).toEqual(['435', '430']);
    expect(await portal.valuesOf(companyId, 'ipp_lane')).toEqual(['deep']);
  });

  test.each([0, 1, 2, 3, 4])('at call %d of a clearing it is emptied once', async (nth) => {
    const companyId = await scoredCompany(portal);

    await throughFault(
      () => clearScorecard(portal.context, { companyId, by: jane }),
      portal,
      fault,
      nth,
      async (told) => expectTrue(told, (await portal.valuesOf(companyId, 'ipp_customer_overlap'))[0] === ''),
    );

    expect(await portal.stored(companyId)).toEqual({});
    expect(await portal.valuesOf(companyId, 'ipp_customer_overlap')).toEqual(['', '5']);
  });

  test('at any call of an import each row is written once, and counted only where it stands', async () => {
    for (let nth = 0; nth < 8; nth++) {
      const companyIds = [await scoredCompany(portal), await scoredCompany(portal)];
      const rows = companyIds.map((id) => [id, 1]);
      const bytes = new TextEncoder().encode(csv(['record_id', 'customer_overlap'], ...rows));
      const stored = async () => {
        const values = await Promise.all(companyIds.map((id) => portal.valuesOf(id, 'ipp_customer_overlap')));
        return values.filter(([newest]) => newest === '1').length;
      };
      let counted = 0;
      const work = async () => {
        try {
          const report = await importScorecards(portal.context, { bytes, by: jane, apply: true });
          expect(report.faults).toEqual([]);
          counted = report.changed;
        } catch (error) {
          counted = error instanceof ImportBrokenOff ? error.report.changed : 0;
          throw error;
        }
      };

      await throughFault(work, portal, fault, nth, async (told) => {
        const standing = await stored();
        expect(counted).toBeLessThanOrEqual(standing);
        if (told === 'done') expect(standing).toBe(2);
      });

      expect(await stored()).toBe(2);
      for (const id of companyIds)
        expect(await portal.valuesOf(id, 'ipp_customer_overlap')).toEqual(['1', '5']);
    }
  });

  test.each([0, 1, 2, 3])('at call %d of the deals of a save is told what they show', async (nth) => {
    const companyId = await scoredCompany(portal, wellKnownLogo);
    const deal = await createDeal(portal, partnerships, companyId);
    portal.sandbox.faults.add(fault, { skip: 3 + nth });

    const { deals: told } = await saveField(portal.context, companyId, 'customer_overlap', [2, 3]);
    portal.sandbox.faults.clear();

    if (told !== null && told.message === null)
      expect(await valueOfDeal(portal, deal, 'ipp_total')).toBe('310');
    else if (told !== null) expect(told.mirrored).toBeLessThan(told.of);
  });

  test.each([0, 1, 2, 3])(
    'at call %d of a batch leaves every deal with the verdict of its company',
    async (nth) => {
      const companyId = await scoredCompany(portal, wellKnownLogo);
      const deals = [
        await createDeal(portal, partnerships, companyId),
        await createDeal(portal, partnerships, companyId),
      ];

      await throughFault(() => syncDeals(portal.context), portal, fault, nth);

      const { deals: shown, repaired } = await syncDeals(portal.context);
      expect(shown.filter(({ id }) => deals.includes(id)).map(({ total }) => total)).toEqual(['280', '280']);
      expect(repaired).toBe(0);
    },
  );
});

test.each(FAULTS)('an installation comes through %s at any of its calls', async (_, fault) => {
  await withPortal({ installed: false }, async (fresh) => {
    for (let nth = 0; nth < 6; nth++) await throughFault(() => install(fresh.context), fresh, fault, nth);

    expect(await install(fresh.context)).toMatchObject({ created: [], repaired: [], clashes: [] });
  });
});
