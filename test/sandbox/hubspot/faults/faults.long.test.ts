import { setTimeout as sleep } from 'node:timers/promises';
import { FAULT_ANSWERS } from '../../../../sandbox/hubspot/faults/named-faults.ts';
import { withSandbox } from '../open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';
const larch = { properties: { name: 'Larch' } };

test.each(Object.entries(FAULT_ANSWERS))('the fault %s is met once, and nothing is written', (_name, fault) =>
  withSandbox(async ({ crm, call }) => {
    crm.faults.add(fault);

    const first = await call('POST', COMPANIES, larch);
    const second = await call('GET', COMPANIES);

    expect(first.status).toBe(fault.status);
    expect(first.text).toContain(typeof fault.body === 'string' ? '<html>' : fault.body.category);
    expect(second).toMatchObject({ status: 200, body: { results: [] } });
  }),
);

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a connection reset %s the write leaves %i companies', (write, count) =>
  withSandbox(async ({ crm, call }) => {
    crm.faults.add({ kind: 'reset', write });

    await expect(call('POST', COMPANIES, larch)).rejects.toThrow();

    expect((await call('GET', COMPANIES)).body['results']).toHaveLength(count);
    expect(crm.journal.entries().map(({ status, fault }) => [status, fault])).toEqual([
      [0, 'reset'],
      [200, undefined],
    ]);
  }),
);

test('a hanging call is never answered and ends with the sandbox', () =>
  withSandbox(async ({ crm, call }) => {
    crm.faults.add({ kind: 'hang', write: 'before' });
    const hanging = call('POST', COMPANIES, larch).then(
      () => 'answered',
      () => 'ended',
    );

    while (crm.faults.waiting() > 0) await sleep(1);
    await crm.close();

    expect(await hanging).toBe('ended');
    await expect(crm.close()).resolves.toBeUndefined();
  }));

test('a truncated answer is no JSON although the write happened', () =>
  withSandbox(async ({ crm, call }) => {
    crm.faults.add({ kind: 'truncate' });

    await expect(call('POST', COMPANIES, larch)).rejects.toThrow(SyntaxError);

    expect((await call('GET', COMPANIES)).body['results']).toHaveLength(1);
  }));

test('a delayed call is answered as ever', () =>
  withSandbox(async ({ crm, call }) => {
    crm.faults.add({ kind: 'delay', ms: 30 });
    const started = performance.now();

    expect((await call('POST', COMPANIES, larch)).status).toBe(201);
    expect(performance.now() - started).toBeGreaterThan(25);
  }));

test('faults wait for the calls that they are meant for', () =>
  withSandbox(async ({ crm, call }) => {
    crm.faults.add(FAULT_ANSWERS.locked, { method: 'post', path: /search$/, skip: 1, times: 2 });

    const statuses: number[] = [(await call('GET', COMPANIES)).status];
    for (let round = 0; round < 4; round += 1) {
      statuses.push((await call('POST', `${COMPANIES}/search`, {})).status);
    }

    expect(statuses).toEqual([200, 200, 423, 423, 200]);
    expect(crm.faults.waiting()).toBe(0);
  }));

test('the journal has every call with its time, path, actor and status', () =>
  withSandbox(async ({ crm, call }) => {
    await call('GET', `${COMPANIES}?limit=2`);
    await call('GET', COMPANIES, undefined, 'wrong');
    await call('GET', '/nothing');

    expect(
      crm.journal.entries().map(({ method, path, actor, status }) => [method, path, actor, status]),
    ).toEqual([
      ['GET', `${COMPANIES}?limit=2`, '1234', 200],
      ['GET', COMPANIES, undefined, 401],
      ['GET', '/nothing', '1234', 404],
    ]);
    expect(crm.journal.entries()[0]?.at).toEqual(new Date('2026-09-01T12:00:00Z'));
  }));
