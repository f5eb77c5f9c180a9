import fc from 'fast-check';
import { FAULT_ANSWERS, NAMED_FAULTS } from '../../../../sandbox/hubspot/faults/named-faults.ts';
import { COMPANIES, type IntegrationsSandbox, withIntegrations } from '../open-integrations-sandbox.ts';

const larch = { properties: { name: 'Larch' } };

const countOf = async (call: IntegrationsSandbox['call']) => {
  const { body } = await call('GET', `${COMPANIES}?limit=100`);
  return Array.isArray(body['results']) ? body['results'].length : -1;
};

test.each([
  'serverErrorAfter',
  'badGatewayAfter',
  'gatewayTimeoutAfter',
  'timeoutAfter',
  'htmlPageAfter',
] as const)('after %s the write has happened all the same', (name) =>
  withIntegrations({}, async ({ crm, call }) => {
    crm.faults.add(NAMED_FAULTS[name]);

    expect((await call('POST', COMPANIES, larch)).status).toBe(NAMED_FAULTS[name].status);
    expect(await countOf(call)).toBe(1);
  }),
);

test('one bad input fails every batch that it is in, until the halves have found it', () =>
  withIntegrations({}, async ({ crm, call }) => {
    const names = ['ash', 'elm', 'fir', 'oak'];
    crm.faults.add(FAULT_ANSWERS.badInput, { path: '/batch/create', input: 'fir', times: Infinity });
    const write = async (some: readonly string[]): Promise<readonly string[]> => {
      const inputs = some.map((name) => ({ properties: { name } }));
      const { status } = await call('POST', `${COMPANIES}/batch/create`, { inputs });
      if (status === 201) return [];
      if (some.length === 1) return some;
      const half = some.length >> 1;
      return [...(await write(some.slice(0, half))), ...(await write(some.slice(half)))];
    };

    expect(await write(names)).toEqual(['fir']);
    expect(await countOf(call)).toBe(3);
  }));

test('under a skewed clock a record is from another time, and the next call is not', () =>
  withIntegrations({}, async ({ crm, call }) => {
    crm.faults.add({ kind: 'skew', ms: 60_000 });

    const skewed = await call('POST', COMPANIES, larch);
    const right = await call('POST', COMPANIES, larch);

    expect(skewed.body).toMatchObject({ createdAt: '2026-09-01T12:01:00Z' });
    expect(right.body).toMatchObject({ createdAt: '2026-09-01T12:00:00Z' });
  }));

test('an account whose clock is off says so in the Date of its answers', () =>
  withIntegrations({}, async ({ crm, call }) => {
    crm.skewClock(-3_600_000);

    expect((await call('GET', COMPANIES)).headers.get('date')).toBe('Tue, 01 Sep 2026 11:00:00 GMT');
  }));

const outcomes = async (seed: number, percent: number): Promise<readonly (string | undefined)[]> => {
  const met: (string | undefined)[] = [];
  await withIntegrations({}, async ({ crm, call }) => {
    crm.faults.random({ percent, from: ['locked', 'serverError', 'truncated'], seed });
    for (let round = 0; round < 30; round += 1) await call('GET', COMPANIES).catch(() => undefined);
    met.push(...crm.journal.entries().map(({ fault, status }) => fault && `${fault} ${status}`));
  });
  return met;
};

test('random faults are the same for the same seed, and others for another', async () => {
  const first = await outcomes(7, 40);

  expect(await outcomes(7, 40)).toEqual(first);
  expect(await outcomes(8, 40)).not.toEqual(first);
  expect(new Set(first).size).toBeGreaterThan(2);
});

test('a hundred percent meets everybody, none meets nobody', async () => {
  expect(await outcomes(1, 100)).not.toContain(undefined);
  expect(new Set(await outcomes(1, 0))).toEqual(new Set([undefined]));
});

test('about as many calls meet a fault as were asked for', () =>
  withIntegrations({}, async ({ crm, call }) => {
    crm.faults.random({
      percent: 20,
      from: ['unavailable'],
      seed: 3,
      target: { method: 'get', path: 'owners' },
    });
    for (let round = 0; round < 300; round += 1) await call('GET', '/crm/v3/owners');
    await call('POST', COMPANIES, larch);

    const met = crm.journal.entries().filter(({ status }) => status === 503);

    expect(met.length).toBeGreaterThan(40);
    expect(met.length).toBeLessThan(80);
  }));

test('a fault that waits for a call comes before a random one', () =>
  withIntegrations({}, async ({ crm, call }) => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        crm.faults.random({ percent: 100, from: ['locked'], seed });
        crm.faults.add(FAULT_ANSWERS.migrating);
        expect((await call('GET', COMPANIES)).status).toBe(477);
        expect((await call('GET', COMPANIES)).status).toBe(423);
      }),
      { numRuns: 5 },
    );
  }));
