import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { jane, omar, saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.sandbox.faults.clear());
afterAll(() => portal.close());

const HAPPENED: [string, Fault][] = [
  ['a broken connection', { kind: 'reset', write: 'after' }],
  ['an answer that never comes', { kind: 'hang', write: 'after' }],
  ['half an answer', { kind: 'truncate' }],
];
const DID_NOT_HAPPEN: [string, Fault][] = [
  ['a broken connection', { kind: 'reset', write: 'before' }],
  ['a failure inside HubSpot', FAULT_ANSWERS.serverError],
  ['a gateway that gave up', FAULT_ANSWERS.gatewayTimeout],
];

test.each(HAPPENED)('a write that happened, but ended in %s, is not written again', async (_, fault) => {
  const companyId = await scoredCompany(portal);
  portal.sandbox.faults.add(fault, { method: 'PATCH' });

  const calls = await portal.callsDuring(async () => {
    expect(await saveField(portal.context, companyId, 'strategic_fit', [4, 5])).toMatchObject({
      verdict: { total: 435 },
      conflicts: [],
      overwrote: [],
    });
  });

  expect(calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
  expect(await portal.valuesOf(companyId, 'ipp_strategic_fit')).toEqual(['5', '4']);
  expect(await portal.valuesOf(companyId, 'ipp_total')).toEqual(['435', '430']);
});

test.each(DID_NOT_HAPPEN)(
  'a write that did not happen, but ended in %s, is written after a look',
  async (_, fault) => {
    const companyId = await scoredCompany(portal);
    portal.sandbox.faults.add(fault, { method: 'PATCH', times: 2 });

    const calls = await portal.callsDuring(() =>
      saveField(portal.context, companyId, 'strategic_fit', [4, 5]),
    );

    expect(calls.map((call) => call.split(' ')[0])).toEqual([
      'GET',
      'PATCH',
      'GET',
      'PATCH',
      'GET',
      'PATCH',
      'GET',
    ]);
    expect(await portal.valuesOf(companyId, 'ipp_strategic_fit')).toEqual(['5', '4']);
  },
);

test('after three writes that were not kept a save gives up and says that nothing is saved', async () => {
  const companyId = await scoredCompany(portal);
  const before = await portal.stored(companyId);
  portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { method: 'PATCH', times: 9 });

  await expect(saveField(portal.context, companyId, 'strategic_fit', [4, 5])).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/not saved.*try again/) as unknown,
  });

  portal.sandbox.faults.clear();
  expect(await portal.stored(companyId)).toEqual(before);
});

test('what somebody changed while an answer was lost is a conflict, not written over', async () => {
  const companyId = await scoredCompany(portal);
  portal.sandbox.faults.add({ kind: 'reset', write: 'before' }, { method: 'PATCH' });
  const edited = editAfterFirstWrite(companyId);

  const { conflicts } = await saveField(edited, companyId, 'strategic_fit', [4, 5]);

  expect(conflicts).toMatchObject([{ field: 'strategic_fit', found: 1 }]);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_strategic_fit: '1' });
});

function editAfterFirstWrite(companyId: string) {
  let isFirst = true;
  const { crm } = portal.context;
  return {
    ...portal.context,
    crm: {
      async send(request: Parameters<typeof crm.send>[0]) {
        const outcome = await Promise.allSettled([crm.send(request)]);
        if (request.method === 'PATCH' && isFirst) {
          isFirst = false;
          await editOutside(portal, companyId, { ipp_strategic_fit: '1' });
        }
        if (outcome[0].status === 'rejected') throw outcome[0].reason;
        return outcome[0].value;
      },
    },
  };
}

test('a repair whose answer was lost is read back too', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_lane: 'pass' });
  portal.sandbox.faults.add({ kind: 'reset', write: 'after' }, { method: 'PATCH' });

  const { drift } = await saveField(portal.context, companyId, 'strategic_fit', [4, 5]);

  expect(drift).toEqual([]);
  expect(await portal.valuesOf(companyId, 'ipp_lane')).toEqual(['deep', 'pass', 'deep']);
});

test.each([...HAPPENED, ...DID_NOT_HAPPEN])('clearing gets through %s', async (_, fault) => {
  const companyId = await scoredCompany(portal);
  portal.sandbox.faults.add(fault, { method: 'PATCH', times: 2 });

  const { state } = await clearScorecard(portal.context, { companyId, by: omar });

  expect(state).toBe('never-scored');
  expect(await portal.stored(companyId)).toEqual({});
});

test('clearing gives up after three writes that were not kept', async () => {
  const companyId = await scoredCompany(portal);
  portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { method: 'PATCH', times: 99 });

  await expect(clearScorecard(portal.context, { companyId, by: jane })).rejects.toMatchObject({
    code: 'unavailable',
  });
});

const REFUSED_AFTERWARDS: [string, Fault, string, RegExp][] = [
  [
    'the token is rotated',
    FAULT_ANSWERS.tokenRefused,
    'wrong-token',
    /^HubSpot does not accept the access token/,
  ],
  [
    'the person loses the permission',
    { kind: 'status', status: 403, body: { category: 'BANNED', message: 'The seat is gone.' } },
    'forbidden',
    /The seat is gone\./,
  ],
];

test.each(REFUSED_AFTERWARDS)(
  'a save and a clearing after whose write %s say that the write may stand',
  async (_, fault, code, reason) => {
    const companyId = await scoredCompany(portal);
    const target = { method: 'GET', path: `companies/${companyId}`, skip: 1, times: 99 };

    portal.sandbox.faults.add(fault, target);
    const saved = saveField(portal.context, companyId, 'strategic_fit', [4, 5]);
    await expect(saved).rejects.toMatchObject({ code, message: expect.stringMatching(reason) as unknown });
    await expect(saved).rejects.toThrow(/Your changes were sent.* Save once more/);
    portal.sandbox.faults.clear();
    const kept = await portal.stored(companyId);
    portal.sandbox.faults.add(fault, target);
    const cleared = clearScorecard(portal.context, { companyId, by: jane });
    await expect(cleared).rejects.toMatchObject({ code, message: expect.stringMatching(reason) as unknown });
    await expect(cleared).rejects.toThrow(/was emptied, or is about to be/);

    expect(kept).toMatchObject({ ipp_strategic_fit: '5' });
  },
);

test('a rule that refuses the verdict of a repair leaves a save that says that it is saved', async () => {
  const companyId = await scoredCompany(portal);
  const path = `companies/${companyId}`;
  const properties = { ipp_customer_overlap: '1' };
  portal.sandbox.faults.add(
    { kind: 'edit', when: 'after', by: 'person', properties },
    { method: 'PATCH', path },
  );
  const body = {
    category: 'VALIDATION_ERROR',
    errors: [{ message: 'The lane is locked.', context: { propertyName: ['ipp_lane'] } }],
  };
  portal.sandbox.faults.add(
    { kind: 'status', status: 400, body },
    { method: 'PATCH', path, skip: 1, times: 9 },
  );

  const saved = saveField(portal.context, companyId, 'strategic_fit', [4, 5]);

  await expect(saved).rejects.toThrow(/The lane is locked\. Your changes are saved\./);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_strategic_fit: '5', ipp_lane: 'deep' });
});
