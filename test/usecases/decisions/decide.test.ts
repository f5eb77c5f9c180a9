import type { Switches } from '../../../sandbox/hubspot/switches.ts';
import { decide } from '../../../src/usecases/decisions/decide.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { failureOf } from '../../../src/usecases/failure.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { type Portal, deleteProperty, editOutside, openPortal, withPortal } from '../../portal.ts';
import { createDeal, createPipeline, valueOfDeal } from '../deals/partner-deals.ts';
import { jane, omar, saveField, scoredCompany } from '../scorecard/scoring.ts';
import {
  BASIS,
  BASIS_PENDING,
  clearedCompany,
  decideNow,
  decisionWithHistory,
  requestOf,
} from './deciding.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());
afterEach(() => {
  portal.sandbox.faults.clear();
  portal.sandbox.portal.setRules([]);
});

/** Deciding that is expected to be refused: what it says. Nothing is written. */
async function refusalOf(companyId: string, wanted: Parameters<typeof requestOf>[2]) {
  const before = await decisionWithHistory(portal, companyId);
  const { decision } = await loadScorecard(portal.context, { companyId });
  const request = requestOf(portal.context, companyId, { basis: decision.basisNow ?? '', ...wanted });
  const failure = failureOf(
    await decide(portal.context, request).then(
      () => 'decided',
      (error: unknown) => error,
    ),
  );
  expect(await decisionWithHistory(portal, companyId)).toEqual(before);
  return failure;
}

test('a decision is kept with who, when, why and what it rested on', async () => {
  const companyId = await clearedCompany(portal);
  const request = requestOf(portal.context, companyId, { reason: ' They start in May.\n' });

  const answer = await decide(portal.context, request);

  expect(answer).toMatchObject({ conflicts: [], replaced: null, deals: null });
  expect(answer.decision).toMatchObject({
    ...{ decision: 'go-deep', quarter: '2027-Q1', reason: 'They start in May.' },
    ...{ by: jane, basis: BASIS, basisNow: BASIS, askAgainOn: null, changedOutside: null },
  });
  expect(new Date(answer.decision.at).toISOString()).toBe(request.changes.decided_at.value);
  expect(answer.texts.decision.title).toBe('Go deep in 2027-Q1');
});

test('to decide takes three calls, one more to go deep without a reason, and a repeat takes one', async () => {
  const companyId = await clearedCompany(portal);
  const wait = requestOf(portal.context, companyId, { decision: 'wait' });

  const waiting = await portal.callsDuring(() => decide(portal.context, wait));
  const repeated = await portal.callsDuring(() => decide(portal.context, wait));
  const goingDeep = await portal.callsDuring(() =>
    decide(
      portal.context,
      requestOf(portal.context, companyId, {
        seen: { decision: 'wait', decision_quarter: '2027-Q1', decided_at: wait.changes.decided_at.value },
        quarter: '2031-Q1',
        at: new Date(portal.context.now().getTime() + 5).toISOString(),
      }),
    ),
  );

  const methods = (calls: readonly string[]) => calls.map((call) => call.replace(/ .*(?<!search)$/, ''));
  expect(methods(waiting)).toEqual(['GET', 'PATCH', 'GET']);
  expect(methods(repeated)).toEqual(['GET']);
  expect(goingDeep.map((call) => call.split(' ')[0])).toEqual(['GET', 'POST', 'PATCH', 'GET']);
});

test('the same call once more writes nothing and meets no conflict', async () => {
  const companyId = await clearedCompany(portal);
  const request = requestOf(portal.context, companyId, { quarter: '2030-Q1' });
  await decide(portal.context, request);
  const before = await decisionWithHistory(portal, companyId);

  const again = await decide(portal.context, request);

  expect(again).toMatchObject({ conflicts: [], replaced: null });
  expect(await decisionWithHistory(portal, companyId)).toEqual(before);
});

test('deciding again with the same choice writes a new time', async () => {
  const companyId = await clearedCompany(portal);
  await decideNow(portal, companyId, { decision: 'go-light' });
  const at = new Date(portal.context.now().getTime() + 1_000).toISOString();

  const { decision } = await decideNow(portal, companyId, { decision: 'go-light', at });

  expect(new Date(decision.at).toISOString()).toBe(at);
  expect(await portal.valuesOf(companyId, 'ipp_decided_at')).toHaveLength(2);
});

test('a decision without a time of its own is refused: no workflow would start', async () => {
  const companyId = await clearedCompany(portal);
  const { decision } = await decideNow(portal, companyId, { decision: 'wait' });

  const failure = await refusalOf(companyId, {
    ...{ decision: 'decline', seen: decision.stored, at: decision.stored.decided_at },
  });

  expect(failure).toMatchObject({ code: 'invalid-input', field: 'decided_at' });
});

test('the basis stays as it was when the verdict moves on', async () => {
  const companyId = await scoredCompany(portal);
  await decideNow(portal, companyId, { decision: 'go-light' });

  await saveField(portal.context, companyId, 'strategic_fit', [4, 5]);

  const { decision } = await loadScorecard(portal.context, { companyId });
  expect(decision.basis).toBe(BASIS_PENDING);
  expect(decision.basisNow).toBe('435, Deep, Not yet cleared, shipped profile');
});

test('a verdict that became another one since it was seen is a conflict, and nothing is written', async () => {
  const companyId = await scoredCompany(portal);
  const request = requestOf(portal.context, companyId, { decision: 'wait', basis: BASIS_PENDING });
  await saveField(portal.context, companyId, 'strategic_fit', [4, 1]);

  const { conflicts, decision } = await decide(portal.context, request);

  expect(conflicts).toEqual([
    expect.objectContaining({
      ...{ field: 'decision_basis', written: false },
      found: '415, Deep, Not yet cleared, shipped profile',
    }),
  ]);
  expect(decision.decision).toBeNull();
});

test('to go deep with a partner that is not cleared needs a visible reason, and says so', async () => {
  const companyId = await scoredCompany(portal);

  const refused = await refusalOf(companyId, { reason: ' \u200b\n' });
  const { texts } = await decideNow(portal, companyId, { quarter: '2031-Q2', reason: 'Board wish' });

  expect(refused).toMatchObject({ code: 'invalid-input', field: 'decision_reason' });
  expect(refused.message).toMatch(/^decision_reason: this partner is not cleared\..* Nothing was written\.$/);
  expect(texts.decision.title).toBe('Go deep in 2031-Q2, against the checks');
});

test.each<[string, Parameters<typeof requestOf>[2], string]>([
  ['no decision', { decision: 'maybe' }, 'decision'],
  ['a number', { decision: 1 }, 'decision'],
  ['a fifth quarter', { decision: 'wait', quarter: '2027-Q5' }, 'decision_quarter'],
  ['no quarter', { decision: 'wait', quarter: '' }, 'decision_quarter'],
  ['a reason of 4,001 characters', { decision: 'wait', reason: 'x'.repeat(4_001) }, 'decision_reason'],
  ['a reason that is no text', { decision: 'wait', reason: {} }, 'decision_reason'],
  ['a day that does not exist', { decision: 'wait', askAgainOn: '2099-02-30' }, 'ask_again_on'],
  ['a day that has passed', { decision: 'wait', askAgainOn: '2020-01-01' }, 'ask_again_on'],
  ['a day to ask again of a partner to go deep', { reason: 'Yes', askAgainOn: '2099-01-01' }, 'ask_again_on'],
  ['a time two hours off', { decision: 'wait', at: '2020-01-01T00:00:00.000Z' }, 'decided_at'],
  ['a time that is none', { decision: 'wait', at: 'now' }, 'decided_at'],
])('%s is refused by field', async (_, wanted, field) => {
  const companyId = await scoredCompany(portal);

  const failure = await refusalOf(companyId, wanted);

  expect(failure).toMatchObject({ code: 'invalid-input', field });
  expect(failure.message).toMatch(new RegExp(`^${field}: .*Nothing was written\\.$`));
});

test('nothing is decided about a company that nobody rated', async () => {
  const companyId = await portal.createCompany();

  const failure = await refusalOf(companyId, { decision: 'decline' });

  expect(failure).toMatchObject({ code: 'invalid-input', field: 'decision' });
  expect(failure.message).toBe('Rate at least one question before you decide. Nothing was written.');
});

test('a decision made in HubSpot is told as changed outside, until somebody decides through the app', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_decision: 'wait', ipp_decision_quarter: 'soon' });

  const { decision, texts } = await loadScorecard(portal.context, { companyId });
  const answer = await decideNow(portal, companyId, { decision: 'decline', askAgainOn: '2099-03-01' });

  expect(decision).toMatchObject({ decision: 'wait', quarter: 'soon', changedOutside: { source: 'CRM_UI' } });
  expect(texts.decision.sentences.at(-1)).toMatch(/^Changed outside by somebody in HubSpot on /);
  expect(answer).toMatchObject({ conflicts: [], decision: { decision: 'decline', changedOutside: null } });
  expect(answer.texts.decision.sentences).toContain('Ask again on 1 March 2099.');
});

test('a rule of the portal that wants a reason is passed on: one write, nothing kept', async () => {
  const companyId = await scoredCompany(portal);
  portal.sandbox.portal.setRules([
    {
      ...{ objectType: 'companies', property: 'ipp_decision_reason' },
      when: { property: 'ipp_decision', isOneOf: ['decline'] },
    },
  ]);
  let failure;

  const calls = await portal.callsDuring(async () => {
    const request = requestOf(portal.context, companyId, { decision: 'decline', basis: BASIS_PENDING });
    failure = failureOf(
      await decide(portal.context, request).then(
        () => 'decided',
        (error: unknown) => error,
      ),
    );
  });

  expect(failure).toMatchObject({
    code: 'invalid-request',
    message: expect.stringContaining('ipp_decision_reason') as unknown,
  });
  expect(calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
  expect(await portal.stored(companyId)).not.toHaveProperty('ipp_decision');
});

test('deals of the partner pipeline show decision, quarter and time', async () => {
  const companyId = await scoredCompany(portal);
  const pipeline = await createPipeline(portal, 'Partnerships');
  const dealId = await createDeal(portal, pipeline, companyId);

  const { deals } = await decideNow(portal, companyId, { decision: 'go-light' });

  expect(deals).toEqual({ mirrored: 1, of: 1, message: null });
  expect(await valueOfDeal(portal, dealId, 'ipp_decision')).toBe('go-light');
  expect(await valueOfDeal(portal, dealId, 'ipp_decision_quarter')).toBe('2027-Q1');
  expect(await valueOfDeal(portal, dealId, 'ipp_decided_at')).not.toBeNull();
});

test('where a property of decisions is deleted nothing can be decided, and a save goes on', () =>
  withPortal({}, async (other) => {
    const companyId = await scoredCompany(other);
    await deleteProperty(other, 'ipp_decision_reason');

    const { decision } = await loadScorecard(other.context, { companyId });
    const request = requestOf(other.context, companyId, { decision: 'wait', basis: BASIS_PENDING });

    expect(decision.hindrance).toMatch(/^ipp_decision_reason missing/);
    await expect(decide(other.context, request)).rejects.toMatchObject({
      ...{ code: 'invalid-input', field: 'decision' },
      message: expect.stringMatching(/^ipp_decision_reason missing.*Nothing was written\.$/) as unknown,
    });
    expect(await saveField(other.context, companyId, 'strategic_fit', [4, 5])).toMatchObject({
      conflicts: [],
      verdict: { total: 435 },
    });
  }));

test("another team's property under the name of one of ours is never written, and nothing can be decided", () =>
  withPortal({ installed: false }, async (other) => {
    const path = '/crm/properties/2026-09/companies';
    const group = { name: 'finance', label: 'Finance', displayOrder: -1 };
    await other.outside.send({ method: 'POST', path: `${path}/groups`, body: group });
    const theirs = {
      name: 'ipp_decision',
      label: 'Theirs',
      groupName: 'finance',
      type: 'string',
      fieldType: 'text',
    };
    await other.outside.send({ method: 'POST', path, body: theirs });
    await install(other.context, { types: ['technology'], extent: 'properties' });
    const companyId = await scoredCompany(other);
    await editOutside(other, companyId, { ipp_decision: 'EUR 12,400' });

    const { decision } = await loadScorecard(other.context, { companyId });
    const request = requestOf(other.context, companyId, { decision: 'wait', basis: BASIS_PENDING });

    expect(decision).toMatchObject({ decision: null, stored: { decision: '' } });
    await expect(decide(other.context, request)).rejects.toMatchObject({ field: 'decision' });
    expect(await other.stored(companyId)).toMatchObject({ ipp_decision: 'EUR 12,400' });
  }));

test.each<[string, Partial<Switches>]>([
  ['an unchanged write adds to the history', { unchangedWriteAddsHistory: true }],
  [
    'cleared values read as null, and rules hold for any write',
    { clearedValueReads: 'null', ruleHolds: 'any-write' },
  ],
])('where %s, a decision, a repeat and the next one work alike', (_, switches) =>
  withPortal({ switches }, async (other) => {
    const companyId = await scoredCompany(other);
    const request = requestOf(other.context, companyId, {
      ...{ decision: 'decline', reason: 'Not now', askAgainOn: '2099-01-31', basis: BASIS_PENDING },
    });
    await decide(other.context, request);
    const before = await decisionWithHistory(other, companyId);

    const repeated = await decide(other.context, request);
    const afterRepeat = await decisionWithHistory(other, companyId);
    const next = await decideNow(other, companyId, { decision: 'go-light', by: omar });

    expect(repeated.conflicts).toEqual([]);
    expect(afterRepeat).toEqual(before);
    expect(next).toMatchObject({
      ...{ conflicts: [], replaced: null },
      decision: { decision: 'go-light', reason: '', askAgainOn: null, by: omar, changedOutside: null },
    });
  }),
);
