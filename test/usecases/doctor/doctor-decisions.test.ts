import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { createDeal, createPipeline, valueOfDeal } from '../deals/partner-deals.ts';
import { jane, scoredCompany } from '../scorecard/scoring.ts';
import { decide } from '../../../src/usecases/decisions/decide.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { codesOf, examine, findingOf } from './examine.ts';

const NOW = new Date('2027-02-03T09:00:00Z');

let portal: Portal;
beforeEach(async () => (portal = await openPortal({ now: () => NOW })));
afterEach(() => portal.close());

/** A company with which Jane decided to go deep on the card. */
async function decidedCompany(): Promise<string> {
  const companyId = await scoredCompany(portal);
  const { decision } = await loadScorecard(portal.context, { companyId });
  const first = (value: string | null) => ({ seen: null, value });
  await decide(portal.context, {
    companyId,
    changes: {
      decision: first('go-deep'),
      decision_quarter: first('2027-Q1'),
      decision_reason: first('Their customers are ours.'),
      ask_again_on: first(null),
      decided_at: first(NOW.toISOString()),
    },
    basis: decision.basisNow ?? '',
    by: jane,
  });
  return companyId;
}

test('a decision that was made on the card is no finding', async () => {
  await decidedCompany();

  expect((await examine(portal)).findings.map(({ code }) => code)).toEqual(['pipeline-missing']);
});

test('a decision and a quarter that are none are named, and a repair leaves them as they are', async () => {
  const companyId = await decidedCompany();
  await portal.outside.send({
    ...{ method: 'PATCH', path: '/crm/properties/2026-09/companies/ipp_decision' },
    body: {
      options: ['go-deep', 'go-light', 'wait', 'decline', 'later'].map((value) => ({ value, label: value })),
    },
  });
  await editOutside(portal, companyId, { ipp_decision: 'later', ipp_decision_quarter: '2027-Q5' });

  const diagnosis = await examine(portal, { repair: true });

  expect(findingOf(diagnosis, 'decision-unreadable')).toMatchObject({
    ...{ weight: 'fault', count: 1, repaired: 0, examples: [`Brightdesk (${companyId}): "later"`] },
  });
  expect(findingOf(diagnosis, 'decision-quarter-unreadable')).toMatchObject({
    ...{ weight: 'fault', repaired: 0, examples: [`Brightdesk (${companyId}): "2027-Q5"`] },
  });
  expect(await portal.stored(companyId)).toMatchObject({
    ...{ ipp_decision: 'later', ipp_decision_quarter: '2027-Q5' },
  });
});

test('a decision without time and basis is named with what is missing', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_decision: 'wait', ipp_decision_quarter: '2027-Q1' });

  const diagnosis = await examine(portal, { repair: true });

  expect(findingOf(diagnosis, 'decision-incomplete')).toMatchObject({
    ...{ weight: 'fault', repaired: 0 },
    examples: [`Brightdesk (${companyId}): no ipp_decided_at, ipp_decision_basis`],
  });
  expect((await portal.stored(companyId))['ipp_decided_at'] ?? '').toBe('');
});

test('a decision that somebody changed in HubSpot is a note with who and when', async () => {
  const companyId = await decidedCompany();
  await editOutside(portal, companyId, { ipp_decision: 'wait' });

  const diagnosis = await examine(portal);

  expect(findingOf(diagnosis, 'decision-outside')).toMatchObject({
    ...{ weight: 'note', count: 1 },
    examples: [expect.stringMatching(/^Brightdesk \(\d+\): .*, 3 February 2027$/) as unknown],
  });
  expect(codesOf(diagnosis)).toEqual([]);
});

test('more partners to go deep with than slots is a note, and as many as there are slots is none', async () => {
  await decidedCompany();
  await decidedCompany();
  const full = await examine(portal);
  await decidedCompany();
  const over = await examine(portal);

  expect(findingOf(full, 'slots-over')).toBeUndefined();
  expect(findingOf(over, 'slots-over')).toMatchObject({
    ...{ weight: 'note', count: 3 },
    message: expect.stringMatching(/3 partners in 2027-Q1, which has 2 slots/) as unknown,
  });
  expect(over.healthy).toBe(true);
});

test('deals that show another decision are repaired, and the decision itself stays', async () => {
  const companyId = await decidedCompany();
  const deal = await createDeal(portal, await createPipeline(portal, 'Partnerships'), companyId);
  await examine(portal, { repair: true });
  const shown = await valueOfDeal(portal, deal, 'ipp_decision');
  await editOutside(portal, companyId, { ipp_decision: 'wait' });

  const found = await examine(portal);
  const repaired = await examine(portal, { repair: true });

  expect(shown).toBe('go-deep');
  expect(findingOf(found, 'deal-differs')).toMatchObject({ count: 1, repaired: 0 });
  expect(findingOf(repaired, 'deal-differs')).toMatchObject({ repaired: 1 });
  expect(findingOf(await examine(portal), 'deal-differs')).toBeUndefined();
  expect(await valueOfDeal(portal, deal, 'ipp_decision')).toBe('wait');
  expect(await portal.stored(companyId)).toMatchObject({ ipp_decision: 'wait' });
});
