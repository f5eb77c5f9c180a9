import { failureOf } from '../../../src/usecases/failure.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { syncDeals } from '../../../src/usecases/deals/sync.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { type Portal, openPortal, withPortal } from '../../portal.ts';
import { wellKnownLogo } from '../../worked-example.ts';
import { type Pipeline, createDeal, createPipeline } from '../deals/partner-deals.ts';
import { saveField, scoredCompany } from './scoring.ts';

/** Everything that a call may meet. The last word of each says what HubSpot did with the write. */
const FAULTS: [string, Fault][] = [
  ['a connection that breaks before the write', { kind: 'reset', write: 'before' }],
  ['a connection that breaks after the write', { kind: 'reset', write: 'after' }],
  ['no answer, and no write', { kind: 'hang', write: 'before' }],
  ['no answer, though it was written', { kind: 'hang', write: 'after' }],
  ['half an answer after the write', { kind: 'truncate' }],
  ['a page of HTML that says 200', FAULT_ANSWERS.htmlPage],
  ['the daily limit', FAULT_ANSWERS.dailyLimit],
  ['the ten-second limit', FAULT_ANSWERS.rollingLimit],
  ['the search limit', FAULT_ANSWERS.searchLimit],
  ['a lock', FAULT_ANSWERS.locked],
  ['a portal that is being moved', FAULT_ANSWERS.migrating],
  ['500', FAULT_ANSWERS.serverError],
  ['502', FAULT_ANSWERS.badGateway],
  ['503', FAULT_ANSWERS.unavailable],
  ['504', FAULT_ANSWERS.gatewayTimeout],
  ['524', FAULT_ANSWERS.timeout],
];

let portal: Portal;
let partnerships: Pipeline;
beforeAll(async () => {
  portal = await openPortal();
  partnerships = await createPipeline(portal, 'Partnerships');
});
afterEach(() => portal.sandbox.faults.clear());
afterAll(() => portal.close());

/**
 * Runs the work with a fault at its nth call. Whatever came of it, the person got an answer or a sentence with a next
 * step; then the work is done once more, as a person would.
 */
async function throughFault(
  work: () => Promise<unknown>,
  at: Portal,
  fault: Fault,
  nth: number,
): Promise<void> {
  at.sandbox.faults.add(fault, { skip: nth });
  try {
    await work();
  } catch (error) {
    expect(failureOf(error)).toMatchObject({
      code: expect.stringMatching(/^(unavailable|unknown-outcome|rate-limited)$/) as unknown,
      message: expect.stringMatching(/again|midnight|Look what was kept|once more/) as unknown,
    });
  }
  at.sandbox.faults.clear();
  await work();
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
    );

    expect(await portal.valuesOf(companyId, 'ipp_strategic_fit')).toEqual(['5', '4']);
    expect(await portal.valuesOf(companyId, 'ipp_total')).toEqual(['435', '430']);
    expect(await portal.valuesOf(companyId, 'ipp_lane')).toEqual(['deep']);
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
