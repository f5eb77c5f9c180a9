import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { decide } from '../../../src/usecases/decisions/decide.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { aroundCalls } from '../../around-calls.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { jane, meanwhile, omar, saveField, scoredCompany } from '../scorecard/scoring.ts';
import { BASIS_PENDING, decideNow, requestOf } from './deciding.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());
afterEach(() => portal.sandbox.faults.clear());

/** What Jane sends, seconds after now. */
const waiting = (companyId: string, secondsLater = 0) =>
  requestOf(portal.context, companyId, {
    ...{ decision: 'wait', basis: BASIS_PENDING, by: jane },
    at: new Date(portal.context.now().getTime() + secondsLater * 1_000).toISOString(),
  });

test('what somebody else decided since it was seen is a conflict that names them, and stays', async () => {
  const companyId = await scoredCompany(portal);
  const request = waiting(companyId, 1);
  await decideNow(portal, companyId, { decision: 'go-light', by: omar });

  const answer = await decide(portal.context, request);

  expect(answer.conflicts.map(({ field }) => field)).toEqual(['decision', 'decided_at']);
  expect(answer.conflicts[0]).toMatchObject({
    ...{ seen: '', wanted: 'wait', found: 'go-light', written: false },
    change: { by: omar, source: 'our app' },
  });
  expect(answer.decision).toMatchObject({ decision: 'go-light', by: omar });
});

test('the same choice of two people is a conflict too: each has a time of its own', async () => {
  const companyId = await scoredCompany(portal);
  const request = waiting(companyId, 1);
  await decideNow(portal, companyId, { decision: 'wait', by: omar });

  const { conflicts, decision } = await decide(portal.context, request);

  expect(conflicts.map(({ field }) => field)).toEqual(['decided_at']);
  expect(decision.by).toBe(omar);
});

test('a decision between reading and writing is replaced, and the answer says whose', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', () =>
    decideNow(portal, companyId, { decision: 'decline', by: omar }),
  );

  const answer = await decide(context, waiting(companyId, 1));

  expect(answer).toMatchObject({ conflicts: [], decision: { decision: 'wait', by: jane } });
  expect(answer.replaced).toMatchObject({ by: omar, source: 'our app' });
});

test('an edit in HubSpot between reading and writing is replaced, and the answer says so', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', () =>
    editOutside(portal, companyId, { ipp_decision: 'decline' }),
  );

  const { replaced, decision } = await decide(context, waiting(companyId));

  expect(replaced).toMatchObject({ by: null, source: 'CRM_UI' });
  expect(decision).toMatchObject({ decision: 'wait', changedOutside: null });
});

test('a decision right after the write is a conflict that was found after writing', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'after', () =>
    decideNow(portal, companyId, { decision: 'decline', by: omar }),
  );

  const answer = await decide(context, waiting(companyId, -5));

  expect(answer.conflicts[0]).toMatchObject({ field: 'decision', found: 'decline', written: true });
  expect(answer).toMatchObject({ replaced: null, decision: { decision: 'decline', by: omar } });
});

test('of two that decide at once on one company nobody loses unseen', async () => {
  const companyId = await scoredCompany(portal);
  const requests = [
    { ...waiting(companyId, 1), by: jane },
    requestOf(portal.context, companyId, { decision: 'decline', basis: BASIS_PENDING, by: omar }),
  ];

  const answers = await Promise.all(requests.map((request) => decide(portal.context, request)));

  const { decision } = await loadScorecard(portal.context, { companyId });
  const winner = answers.findIndex(({ conflicts }) => conflicts.length === 0);
  const told = answers.filter(({ conflicts, replaced }) => conflicts.length > 0 || replaced !== null);
  expect(told.length).toBeGreaterThan(0);
  expect([jane, omar]).toContain(decision.by);
  expect(answers.filter(({ conflicts }) => conflicts.length === 0).map((each) => each.decision.by)).toContain(
    decision.by,
  );
  expect(winner).not.toBe(-1);
});

test('a rating that is saved between reading and writing leaves the basis that its author saw', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', () =>
    saveField(portal.context, companyId, 'strategic_fit', [4, 1], omar),
  );

  const { conflicts, decision } = await decide(context, waiting(companyId));

  expect(conflicts).toEqual([]);
  expect(decision.basis).toBe(BASIS_PENDING);
  expect(decision.basisNow).toBe('415, Deep, Not yet cleared, shipped profile');
});

test.each<[string, Fault]>([
  ['a broken connection', { kind: 'reset', write: 'after' }],
  ['an answer that never comes', { kind: 'hang', write: 'after' }],
  ['half an answer', { kind: 'truncate' }],
])('a decision that was kept, but ended in %s, is not written again', async (_, fault) => {
  const companyId = await scoredCompany(portal);
  portal.sandbox.faults.add(fault, { method: 'PATCH' });

  const calls = await portal.callsDuring(async () => {
    expect(await decide(portal.context, waiting(companyId))).toMatchObject({
      ...{ conflicts: [], replaced: null },
      decision: { decision: 'wait' },
    });
  });

  expect(calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
  expect(await portal.valuesOf(companyId, 'ipp_decided_at')).toHaveLength(1);
});

test('after three writes that were not kept deciding gives up, and nothing stands', async () => {
  const companyId = await scoredCompany(portal);
  portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { method: 'PATCH', times: 9 });

  await expect(decide(portal.context, waiting(companyId))).rejects.toMatchObject({ code: 'unavailable' });

  expect(await portal.stored(companyId)).not.toHaveProperty('ipp_decision');
});

test('a decision that was written and cannot be read back is said to be unknown', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'after', () => {
    portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { method: 'GET', times: 20 });
    return Promise.resolve();
  });

  await expect(decide(context, waiting(companyId))).rejects.toMatchObject({
    code: 'unknown-outcome',
    message: expect.stringMatching(/Load the record again/) as unknown,
  });
});

test('a write that arrives late, after the decision was sent once more, changes nothing and is nobody else', async () => {
  const companyId = await scoredCompany(portal);
  let isFirst = true;
  const late: { arrive: () => Promise<unknown> } = { arrive: () => Promise.resolve() };
  const crm = aroundCalls(
    portal.context.crm,
    ({ method }) => method === 'PATCH',
    'after',
    () => late.arrive(),
  );
  const context = {
    ...portal.context,
    crm: {
      send: async (request: Parameters<typeof crm.send>[0]) => {
        if (request.method !== 'PATCH' || !isFirst) return crm.send(request);
        isFirst = false;
        late.arrive = () => portal.context.crm.send(request);
        // HubSpot answers, and keeps nothing yet
        return { id: companyId };
      },
    },
  };

  const answer = await decide(context, waiting(companyId));

  expect(answer).toMatchObject({ conflicts: [], replaced: null, decision: { decision: 'wait' } });
});

test("HubSpot's own form of a reason is taken as kept, and a repeat of the call writes nothing", async () => {
  const companyId = await scoredCompany(portal);
  const request = requestOf(portal.context, companyId, {
    ...{ decision: 'wait', basis: BASIS_PENDING, reason: 'Two lines:\r\nask in May' },
  });
  const context = {
    ...portal.context,
    crm: {
      send: (asked: Parameters<typeof portal.context.crm.send>[0]) => {
        if (asked.method !== 'PATCH') return portal.context.crm.send(asked);
        const { properties } = asked.body as { properties: Record<string, string> };
        const reason = (properties['ipp_decision_reason'] ?? '').replaceAll('\r\n', '\n');
        const body = { properties: { ...properties, ipp_decision_reason: reason } };
        return portal.context.crm.send({ ...asked, body });
      },
    },
  };

  const { decision, conflicts } = await decide(context, request);
  const calls = await portal.callsDuring(() => decide(context, request));

  expect(conflicts).toEqual([]);
  expect(decision.reason).toBe('Two lines:\nask in May');
  expect(calls).toHaveLength(1);
});
